import type { RequestCase, Source } from "../case.js";
import { create } from "../tags.js";
import { inBody } from "./operation.js";

const source: Source = { page: "csms", table: "table 4, value" };

const value = inBody(source, "/body/tags/0/value", (value) => create([{ key: "env", value }]));

/** The characters of a tag's value: every class of the page's regex, and what lies just outside. */
export const tagValueCharacterCases: readonly RequestCase[] = [
  // Letters: \p{L} is of every script, cased or not, in the BMP or beyond.
  value.accepts("csms-value-letter-latin", "environment"),
  value.accepts("csms-value-letter-latin-capital", "ENV"),
  value.accepts("csms-value-letter-latin-accented", "caf\u{00E9}"), // U+00E9 LATIN SMALL LETTER E WITH ACUTE
  value.accepts("csms-value-letter-greek", "λέξη"),
  value.accepts("csms-value-letter-cyrillic", "среда"),
  // Four Arabic letters without vowel marks, escaped because they would turn the line around.
  value.accepts("csms-value-letter-arabic", "\u{0628}\u{064A}\u{0626}\u{0629}"),
  // Five Hebrew letters without points, escaped because they would turn the line around.
  value.accepts("csms-value-letter-hebrew", "\u{05E1}\u{05D1}\u{05D9}\u{05D1}\u{05D4}"),
  value.accepts("csms-value-letter-devanagari", "कखग"),
  value.accepts("csms-value-letter-thai", "กขค"),
  value.accepts("csms-value-letter-hangul", "환경"),
  // U+1112 HANGUL CHOSEONG HIEUH, U+1161 HANGUL JUNGSEONG A, U+11AB HANGUL JONGSEONG NIEUN
  value.accepts("csms-value-letter-hangul-jamo", "\u{1112}\u{1161}\u{11AB}"),
  value.accepts("csms-value-letter-hiragana", "かんきょう"),
  value.accepts("csms-value-letter-katakana-with-length-mark", "キ\u{30FC}"), // U+30FC KATAKANA-HIRAGANA PROLONGED SOUND MARK
  value.accepts("csms-value-letter-cjk", "环境"),
  value.accepts("csms-value-letter-cjk-beyond-bmp", "\u{2B740}"), // U+2B740 CJK UNIFIED IDEOGRAPH-2B740
  value.accepts("csms-value-letter-cased-beyond-bmp", "\u{10400}"), // U+10400 DESERET CAPITAL LETTER LONG I
  value.accepts("csms-value-letter-titlecase", "\u{01C5}"), // U+01C5 LATIN CAPITAL LETTER D WITH SMALL LETTER Z WITH CARON
  value.accepts("csms-value-letter-modifier", "\u{02B0}"), // U+02B0 MODIFIER LETTER SMALL H
  value.accepts("csms-value-letter-ordinal", "\u{00AA}"), // U+00AA FEMININE ORDINAL INDICATOR
  value.accepts("csms-value-letter-fullwidth", "\u{FF41}"), // U+FF41 FULLWIDTH LATIN SMALL LETTER A

  // Numbers: \p{N} is decimal digits (Nd), letter-like numbers (Nl) and all others (No).
  value.accepts("csms-value-number-ascii", "0189"),
  value.accepts("csms-value-number-arabic-indic-digit", "\u{0663}"), // U+0663 ARABIC-INDIC DIGIT THREE
  value.accepts("csms-value-number-devanagari-digit", "\u{0967}"), // U+0967 DEVANAGARI DIGIT ONE
  value.accepts("csms-value-number-fullwidth-digit", "\u{FF11}"), // U+FF11 FULLWIDTH DIGIT ONE
  value.accepts("csms-value-number-roman", "\u{2167}"), // U+2167 ROMAN NUMERAL EIGHT
  value.accepts("csms-value-number-ideographic-zero", "\u{3007}"), // U+3007 IDEOGRAPHIC NUMBER ZERO
  value.accepts("csms-value-number-superscript", "\u{00B2}"), // U+00B2 SUPERSCRIPT TWO
  value.accepts("csms-value-number-fraction", "\u{00BD}"), // U+00BD VULGAR FRACTION ONE HALF
  value.accepts("csms-value-number-circled", "\u{2460}"), // U+2460 CIRCLED DIGIT ONE
  value.accepts("csms-value-number-digit-beyond-bmp", "\u{1D7CE}"), // U+1D7CE MATHEMATICAL BOLD DIGIT ZERO
  value.accepts("csms-value-number-number-beyond-bmp", "\u{10107}"), // U+10107 AEGEAN NUMBER ONE

  // Blanks between letters: \p{Z} is spaces (Zs), U+2028 (Zl) and U+2029 (Zp).

  // U+0020 SPACE
  value.accepts("csms-value-blank-space", "a\u{0020}b"),
  value.accepts("csms-value-blank-no-break-space", "a\u{00A0}b"), // U+00A0 NO-BREAK SPACE
  value.accepts("csms-value-blank-ogham-space", "a\u{1680}b"), // U+1680 OGHAM SPACE MARK
  value.accepts("csms-value-blank-en-quad", "a\u{2000}b"), // U+2000 EN QUAD
  value.accepts("csms-value-blank-em-space", "a\u{2003}b"), // U+2003 EM SPACE
  value.accepts("csms-value-blank-hair-space", "a\u{200A}b"), // U+200A HAIR SPACE
  value.accepts("csms-value-blank-line-separator", "a\u{2028}b"), // U+2028 LINE SEPARATOR
  value.accepts("csms-value-blank-paragraph-separator", "a\u{2029}b"), // U+2029 PARAGRAPH SEPARATOR
  value.accepts("csms-value-blank-narrow-no-break-space", "a\u{202F}b"), // U+202F NARROW NO-BREAK SPACE
  value.accepts("csms-value-blank-mathematical-space", "a\u{205F}b"), // U+205F MEDIUM MATHEMATICAL SPACE
  value.accepts("csms-value-blank-ideographic-space", "a\u{3000}b"), // U+3000 IDEOGRAPHIC SPACE
  value.accepts("csms-value-blank-two", "a\u{0020}\u{0020}b"), // U+0020 SPACE, twice

  // The marks that the page lists.
  value.accepts("csms-value-mark-underscore", "a_b"),
  value.accepts("csms-value-mark-dot", "a.b"),
  value.accepts("csms-value-mark-colon", "a:b"),
  value.accepts("csms-value-mark-equals", "a=b"),
  value.accepts("csms-value-mark-plus", "a+b"),
  value.accepts("csms-value-mark-hyphen", "a-b"),
  value.accepts("csms-value-mark-at", "a@b"),
  value.accepts("csms-value-mark-slash", "a/b"),
  value.accepts("csms-value-mark-all", "_.:/=+-@"),

  // The ASCII marks that it does not list. An unescaped hyphen in the class would be the range
  // from + to @, and let in the comma, the semicolon and their neighbours.
  value.rejects("csms-value-outside-exclamation", "a!b", "pattern"),
  value.rejects("csms-value-outside-double-quote", 'a"b', "pattern"),
  value.rejects("csms-value-outside-hash", "a#b", "pattern"),
  value.rejects("csms-value-outside-dollar", "a$b", "pattern"),
  value.rejects("csms-value-outside-percent", "a%b", "pattern"),
  value.rejects("csms-value-outside-ampersand", "a&b", "pattern"),
  value.rejects("csms-value-outside-apostrophe", "a'b", "pattern"),
  value.rejects("csms-value-outside-open-parenthesis", "a(b", "pattern"),
  value.rejects("csms-value-outside-close-parenthesis", "a)b", "pattern"),
  value.rejects("csms-value-outside-asterisk", "a*b", "pattern"),
  value.rejects("csms-value-outside-comma", "a,b", "pattern"),
  value.rejects("csms-value-outside-semicolon", "a;b", "pattern"),
  value.rejects("csms-value-outside-less-than", "a<b", "pattern"),
  value.rejects("csms-value-outside-greater-than", "a>b", "pattern"),
  value.rejects("csms-value-outside-question", "a?b", "pattern"),
  value.rejects("csms-value-outside-open-bracket", "a[b", "pattern"),
  value.rejects("csms-value-outside-backslash", "a\\b", "pattern"),
  value.rejects("csms-value-outside-close-bracket", "a]b", "pattern"),
  value.rejects("csms-value-outside-circumflex", "a^b", "pattern"),
  value.rejects("csms-value-outside-backtick", "a`b", "pattern"),
  value.rejects("csms-value-outside-open-brace", "a{b", "pattern"),
  value.rejects("csms-value-outside-pipe", "a|b", "pattern"),
  value.rejects("csms-value-outside-close-brace", "a}b", "pattern"),
  value.rejects("csms-value-outside-tilde", "a~b", "pattern"),

  // One wrong character is enough, wherever it stands.
  value.rejects("csms-value-outside-first", "!env", "pattern"),
  value.rejects("csms-value-outside-last", "env!", "pattern"),
  value.rejects("csms-value-outside-alone", "!", "pattern"),
  value.rejects("csms-value-outside-after-blank", "a !", "pattern"),

  // Punctuation and symbols beyond ASCII, some of them lookalikes of listed marks.

  // U+00B7 MIDDLE DOT
  value.rejects("csms-value-outside-middle-dot", "a\u{00B7}b", "pattern"),
  value.rejects("csms-value-outside-undertie", "a\u{203F}b", "pattern"), // U+203F UNDERTIE
  value.rejects("csms-value-outside-em-dash", "a\u{2014}b", "pattern"), // U+2014 EM DASH
  value.rejects("csms-value-outside-ideographic-full-stop", "a\u{3002}b", "pattern"), // U+3002 IDEOGRAPHIC FULL STOP
  value.rejects("csms-value-outside-left-quotation-mark", "a\u{201C}b", "pattern"), // U+201C LEFT DOUBLE QUOTATION MARK
  value.rejects("csms-value-outside-right-quotation-mark", "a\u{201D}b", "pattern"), // U+201D RIGHT DOUBLE QUOTATION MARK
  value.rejects("csms-value-outside-left-corner-bracket", "a\u{300C}b", "pattern"), // U+300C LEFT CORNER BRACKET
  value.rejects("csms-value-outside-right-corner-bracket", "a\u{300D}b", "pattern"), // U+300D RIGHT CORNER BRACKET
  value.rejects("csms-value-outside-fullwidth-hyphen", "a\u{FF0D}b", "pattern"), // U+FF0D FULLWIDTH HYPHEN-MINUS
  value.rejects("csms-value-outside-fullwidth-underscore", "a\u{FF3F}b", "pattern"), // U+FF3F FULLWIDTH LOW LINE
  value.rejects("csms-value-outside-fullwidth-colon", "a\u{FF1A}b", "pattern"), // U+FF1A FULLWIDTH COLON
  value.rejects("csms-value-outside-fullwidth-at", "a\u{FF20}b", "pattern"), // U+FF20 FULLWIDTH COMMERCIAL AT
  value.rejects("csms-value-outside-euro", "a\u{20AC}b", "pattern"), // U+20AC EURO SIGN
  value.rejects("csms-value-outside-copyright", "a\u{00A9}b", "pattern"), // U+00A9 COPYRIGHT SIGN
  value.rejects("csms-value-outside-multiplication", "a\u{00D7}b", "pattern"), // U+00D7 MULTIPLICATION SIGN
  value.rejects("csms-value-outside-acute", "a\u{00B4}b", "pattern"), // U+00B4 ACUTE ACCENT

  // Combining marks are \p{M}, not letters.

  // U+0301 COMBINING ACUTE ACCENT
  value.rejects("csms-value-combining-acute", "e\u{0301}", "pattern"),
  value.rejects("csms-value-combining-devanagari-vowel-sign", "\u{0915}\u{093F}", "pattern"), // U+0915 DEVANAGARI LETTER KA, U+093F DEVANAGARI VOWEL SIGN I
  value.rejects("csms-value-combining-devanagari-virama", "\u{0915}\u{094D}", "pattern"), // U+0915 DEVANAGARI LETTER KA, U+094D DEVANAGARI SIGN VIRAMA
  value.rejects("csms-value-combining-thai-vowel-sign", "\u{0E01}\u{0E31}", "pattern"), // U+0E01 THAI CHARACTER KO KAI, U+0E31 THAI CHARACTER MAI HAN-AKAT
  value.rejects("csms-value-combining-enclosing-circle", "a\u{20DD}", "pattern"), // U+20DD COMBINING ENCLOSING CIRCLE
  value.rejects("csms-value-combining-variation-selector", "a\u{FE0F}", "pattern"), // U+FE0F VARIATION SELECTOR-16
  value.rejects(
    "csms-value-combining-variation-selector-beyond-bmp",
    "\u{8FBB}\u{E0100}",
    "pattern",
  ), // U+8FBB CJK UNIFIED IDEOGRAPH-8FBB, U+E0100 VARIATION SELECTOR-17

  // Emoji are symbols.
  value.rejects("csms-value-emoji", "🔑", "pattern"),
  value.rejects("csms-value-emoji-in-text", "a🔑b", "pattern"),
  value.rejects("csms-value-emoji-bmp", "\u{2605}", "pattern"), // U+2605 BLACK STAR
  value.rejects("csms-value-emoji-modifier", "\u{1F3FB}", "pattern"), // U+1F3FB EMOJI MODIFIER FITZPATRICK TYPE-1-2
  value.rejects("csms-value-emoji-joined", "\u{1F468}\u{200D}\u{1F469}", "pattern"), // U+1F468 MAN, U+200D ZERO WIDTH JOINER, U+1F469 WOMAN
  // U+1F1E8 REGIONAL INDICATOR SYMBOL LETTER C, U+1F1F3 REGIONAL INDICATOR SYMBOL LETTER N
  value.rejects("csms-value-emoji-flag", "\u{1F1E8}\u{1F1F3}", "pattern"),

  // Format characters are invisible, but no blanks; \s has U+FEFF, \p{Z} has not.

  // U+00AD SOFT HYPHEN
  value.rejects("csms-value-format-soft-hyphen", "a\u{00AD}b", "pattern"),
  value.rejects("csms-value-format-mongolian-vowel-separator", "a\u{180E}b", "pattern"), // U+180E MONGOLIAN VOWEL SEPARATOR
  value.rejects("csms-value-format-zero-width-space", "a\u{200B}b", "pattern"), // U+200B ZERO WIDTH SPACE
  value.rejects("csms-value-format-zero-width-non-joiner", "a\u{200C}b", "pattern"), // U+200C ZERO WIDTH NON-JOINER
  value.rejects("csms-value-format-zero-width-joiner", "a\u{200D}b", "pattern"), // U+200D ZERO WIDTH JOINER
  value.rejects("csms-value-format-left-to-right-mark", "a\u{200E}b", "pattern"), // U+200E LEFT-TO-RIGHT MARK
  value.rejects("csms-value-format-word-joiner", "a\u{2060}b", "pattern"), // U+2060 WORD JOINER
  value.rejects("csms-value-format-byte-order-mark", "a\u{FEFF}b", "pattern"), // U+FEFF ZERO WIDTH NO-BREAK SPACE
  value.rejects("csms-value-format-tag-beyond-bmp", "a\u{E0001}b", "pattern"), // U+E0001 LANGUAGE TAG
  value.rejects("csms-value-format-byte-order-mark-first", "\u{FEFF}env", "pattern"), // U+FEFF ZERO WIDTH NO-BREAK SPACE
  value.rejects("csms-value-format-byte-order-mark-last", "env\u{FEFF}", "pattern"), // U+FEFF ZERO WIDTH NO-BREAK SPACE

  // Control characters; \s has some of them, \p{Z} none.

  // U+0000 NULL
  value.rejects("csms-value-control-null", "a\u{0000}b", "pattern"),
  value.rejects("csms-value-control-tab", "a\u{0009}b", "pattern"), // U+0009 TAB
  value.rejects("csms-value-control-line-feed", "a\u{000A}b", "pattern"), // U+000A LINE FEED
  value.rejects("csms-value-control-vertical-tab", "a\u{000B}b", "pattern"), // U+000B LINE TABULATION
  value.rejects("csms-value-control-form-feed", "a\u{000C}b", "pattern"), // U+000C FORM FEED
  value.rejects("csms-value-control-carriage-return", "a\u{000D}b", "pattern"), // U+000D CARRIAGE RETURN
  value.rejects("csms-value-control-unit-separator", "a\u{001F}b", "pattern"), // U+001F INFORMATION SEPARATOR ONE
  value.rejects("csms-value-control-delete", "a\u{007F}b", "pattern"), // U+007F DELETE
  value.rejects("csms-value-control-next-line", "a\u{0085}b", "pattern"), // U+0085 NEXT LINE

  // A line feed at the end: in some regex dialects $ matches before it.

  // U+000A LINE FEED
  value.rejects("csms-value-control-line-feed-last", "env\u{000A}", "pattern"),
  value.rejects("csms-value-control-line-feed-first", "\u{000A}env", "pattern"), // U+000A LINE FEED
  value.rejects("csms-value-control-line-feed-alone", "\u{000A}", "pattern"), // U+000A LINE FEED

  // Private use, and code points that no version of Unicode will assign.

  // U+E000 private use
  value.rejects("csms-value-private-use", "a\u{E000}b", "pattern"),
  value.rejects("csms-value-private-use-beyond-bmp", "a\u{F0000}b", "pattern"), // U+F0000 private use beyond the BMP
  value.rejects("csms-value-noncharacter-arabic", "a\u{FDD0}b", "pattern"), // U+FDD0 a noncharacter
  value.rejects("csms-value-noncharacter-bmp", "a\u{FFFF}b", "pattern"), // U+FFFF a noncharacter
  value.rejects("csms-value-noncharacter-last", "a\u{10FFFF}b", "pattern"), // U+10FFFF the last code point, a noncharacter
  value.rejects("csms-value-replacement-character", "a\u{FFFD}b", "pattern"), // U+FFFD REPLACEMENT CHARACTER

  // Halves of surrogate pairs. Some JSON libraries replace them by U+FFFD: the verdict is the same.

  // U+D800 a high surrogate alone
  value.rejects("csms-value-high-surrogate", "a\u{D800}b", "pattern"),
  value.rejects("csms-value-low-surrogate", "a\u{DC00}b", "pattern"), // U+DC00 a low surrogate alone
  value.rejects("csms-value-surrogates-reversed", "\u{DC00}\u{D800}", "pattern"), // U+DC00 a low surrogate alone, U+D800 a high surrogate alone
];

import type { RequestCase, Source } from "../case.js";
import { create } from "../tags.js";
import { inBody } from "./operation.js";

const source: Source = { page: "csms", table: "table 4, key" };

const key = inBody(source, "/body/tags/0/key", (key) => create([{ key }]));

/** The characters of a tag's key: every class of the page's regex, and what lies just outside. */
export const tagKeyCharacterCases: readonly RequestCase[] = [
  // Letters: \p{L} is of every script, cased or not, in the BMP or beyond.
  key.accepts("csms-key-letter-latin", "environment"),
  key.accepts("csms-key-letter-latin-capital", "ENV"),
  key.accepts("csms-key-letter-latin-accented", "caf\u{00E9}"), // U+00E9 LATIN SMALL LETTER E WITH ACUTE
  key.accepts("csms-key-letter-greek", "λέξη"),
  key.accepts("csms-key-letter-cyrillic", "среда"),
  // Four Arabic letters without vowel marks, escaped because they would turn the line around.
  key.accepts("csms-key-letter-arabic", "\u{0628}\u{064A}\u{0626}\u{0629}"),
  // Five Hebrew letters without points, escaped because they would turn the line around.
  key.accepts("csms-key-letter-hebrew", "\u{05E1}\u{05D1}\u{05D9}\u{05D1}\u{05D4}"),
  key.accepts("csms-key-letter-devanagari", "कखग"),
  key.accepts("csms-key-letter-thai", "กขค"),
  key.accepts("csms-key-letter-hangul", "환경"),
  // U+1112 HANGUL CHOSEONG HIEUH, U+1161 HANGUL JUNGSEONG A, U+11AB HANGUL JONGSEONG NIEUN
  key.accepts("csms-key-letter-hangul-jamo", "\u{1112}\u{1161}\u{11AB}"),
  key.accepts("csms-key-letter-hiragana", "かんきょう"),
  key.accepts("csms-key-letter-katakana-with-length-mark", "キ\u{30FC}"), // U+30FC KATAKANA-HIRAGANA PROLONGED SOUND MARK
  key.accepts("csms-key-letter-cjk", "环境"),
  key.accepts("csms-key-letter-cjk-beyond-bmp", "\u{2B740}"), // U+2B740 CJK UNIFIED IDEOGRAPH-2B740
  key.accepts("csms-key-letter-cased-beyond-bmp", "\u{10400}"), // U+10400 DESERET CAPITAL LETTER LONG I
  key.accepts("csms-key-letter-titlecase", "\u{01C5}"), // U+01C5 LATIN CAPITAL LETTER D WITH SMALL LETTER Z WITH CARON
  key.accepts("csms-key-letter-modifier", "\u{02B0}"), // U+02B0 MODIFIER LETTER SMALL H
  key.accepts("csms-key-letter-ordinal", "\u{00AA}"), // U+00AA FEMININE ORDINAL INDICATOR
  key.accepts("csms-key-letter-fullwidth", "\u{FF41}"), // U+FF41 FULLWIDTH LATIN SMALL LETTER A

  // Numbers: \p{N} is decimal digits (Nd), letter-like numbers (Nl) and all others (No).
  key.accepts("csms-key-number-ascii", "0189"),
  key.accepts("csms-key-number-arabic-indic-digit", "\u{0663}"), // U+0663 ARABIC-INDIC DIGIT THREE
  key.accepts("csms-key-number-devanagari-digit", "\u{0967}"), // U+0967 DEVANAGARI DIGIT ONE
  key.accepts("csms-key-number-fullwidth-digit", "\u{FF11}"), // U+FF11 FULLWIDTH DIGIT ONE
  key.accepts("csms-key-number-roman", "\u{2167}"), // U+2167 ROMAN NUMERAL EIGHT
  key.accepts("csms-key-number-ideographic-zero", "\u{3007}"), // U+3007 IDEOGRAPHIC NUMBER ZERO
  key.accepts("csms-key-number-superscript", "\u{00B2}"), // U+00B2 SUPERSCRIPT TWO
  key.accepts("csms-key-number-fraction", "\u{00BD}"), // U+00BD VULGAR FRACTION ONE HALF
  key.accepts("csms-key-number-circled", "\u{2460}"), // U+2460 CIRCLED DIGIT ONE
  key.accepts("csms-key-number-digit-beyond-bmp", "\u{1D7CE}"), // U+1D7CE MATHEMATICAL BOLD DIGIT ZERO
  key.accepts("csms-key-number-number-beyond-bmp", "\u{10107}"), // U+10107 AEGEAN NUMBER ONE

  // Blanks between letters: \p{Z} is spaces (Zs), U+2028 (Zl) and U+2029 (Zp).

  // U+0020 SPACE
  key.accepts("csms-key-blank-space", "a\u{0020}b"),
  key.accepts("csms-key-blank-no-break-space", "a\u{00A0}b"), // U+00A0 NO-BREAK SPACE
  key.accepts("csms-key-blank-ogham-space", "a\u{1680}b"), // U+1680 OGHAM SPACE MARK
  key.accepts("csms-key-blank-en-quad", "a\u{2000}b"), // U+2000 EN QUAD
  key.accepts("csms-key-blank-em-space", "a\u{2003}b"), // U+2003 EM SPACE
  key.accepts("csms-key-blank-hair-space", "a\u{200A}b"), // U+200A HAIR SPACE
  key.accepts("csms-key-blank-line-separator", "a\u{2028}b"), // U+2028 LINE SEPARATOR
  key.accepts("csms-key-blank-paragraph-separator", "a\u{2029}b"), // U+2029 PARAGRAPH SEPARATOR
  key.accepts("csms-key-blank-narrow-no-break-space", "a\u{202F}b"), // U+202F NARROW NO-BREAK SPACE
  key.accepts("csms-key-blank-mathematical-space", "a\u{205F}b"), // U+205F MEDIUM MATHEMATICAL SPACE
  key.accepts("csms-key-blank-ideographic-space", "a\u{3000}b"), // U+3000 IDEOGRAPHIC SPACE
  key.accepts("csms-key-blank-two", "a\u{0020}\u{0020}b"), // U+0020 SPACE, twice

  // The marks that the page lists.
  key.accepts("csms-key-mark-underscore", "a_b"),
  key.accepts("csms-key-mark-dot", "a.b"),
  key.accepts("csms-key-mark-colon", "a:b"),
  key.accepts("csms-key-mark-equals", "a=b"),
  key.accepts("csms-key-mark-plus", "a+b"),
  key.accepts("csms-key-mark-hyphen", "a-b"),
  key.accepts("csms-key-mark-at", "a@b"),
  key.accepts("csms-key-mark-all", "_.:=+-@"),

  // The ASCII marks that it does not list. An unescaped hyphen in the class would be the range
  // from + to @, and let in the comma, the semicolon and their neighbours.
  key.rejects("csms-key-outside-slash", "a/b", "pattern"),
  key.rejects("csms-key-outside-exclamation", "a!b", "pattern"),
  key.rejects("csms-key-outside-double-quote", 'a"b', "pattern"),
  key.rejects("csms-key-outside-hash", "a#b", "pattern"),
  key.rejects("csms-key-outside-dollar", "a$b", "pattern"),
  key.rejects("csms-key-outside-percent", "a%b", "pattern"),
  key.rejects("csms-key-outside-ampersand", "a&b", "pattern"),
  key.rejects("csms-key-outside-apostrophe", "a'b", "pattern"),
  key.rejects("csms-key-outside-open-parenthesis", "a(b", "pattern"),
  key.rejects("csms-key-outside-close-parenthesis", "a)b", "pattern"),
  key.rejects("csms-key-outside-asterisk", "a*b", "pattern"),
  key.rejects("csms-key-outside-comma", "a,b", "pattern"),
  key.rejects("csms-key-outside-semicolon", "a;b", "pattern"),
  key.rejects("csms-key-outside-less-than", "a<b", "pattern"),
  key.rejects("csms-key-outside-greater-than", "a>b", "pattern"),
  key.rejects("csms-key-outside-question", "a?b", "pattern"),
  key.rejects("csms-key-outside-open-bracket", "a[b", "pattern"),
  key.rejects("csms-key-outside-backslash", "a\\b", "pattern"),
  key.rejects("csms-key-outside-close-bracket", "a]b", "pattern"),
  key.rejects("csms-key-outside-circumflex", "a^b", "pattern"),
  key.rejects("csms-key-outside-backtick", "a`b", "pattern"),
  key.rejects("csms-key-outside-open-brace", "a{b", "pattern"),
  key.rejects("csms-key-outside-pipe", "a|b", "pattern"),
  key.rejects("csms-key-outside-close-brace", "a}b", "pattern"),
  key.rejects("csms-key-outside-tilde", "a~b", "pattern"),

  // One wrong character is enough, wherever it stands.
  key.rejects("csms-key-outside-first", "!env", "pattern"),
  key.rejects("csms-key-outside-last", "env!", "pattern"),
  key.rejects("csms-key-outside-alone", "!", "pattern"),
  key.rejects("csms-key-outside-after-blank", "a !", "pattern"),

  // Punctuation and symbols beyond ASCII, some of them lookalikes of listed marks.

  // U+00B7 MIDDLE DOT
  key.rejects("csms-key-outside-middle-dot", "a\u{00B7}b", "pattern"),
  key.rejects("csms-key-outside-undertie", "a\u{203F}b", "pattern"), // U+203F UNDERTIE
  key.rejects("csms-key-outside-em-dash", "a\u{2014}b", "pattern"), // U+2014 EM DASH
  key.rejects("csms-key-outside-ideographic-full-stop", "a\u{3002}b", "pattern"), // U+3002 IDEOGRAPHIC FULL STOP
  key.rejects("csms-key-outside-left-quotation-mark", "a\u{201C}b", "pattern"), // U+201C LEFT DOUBLE QUOTATION MARK
  key.rejects("csms-key-outside-right-quotation-mark", "a\u{201D}b", "pattern"), // U+201D RIGHT DOUBLE QUOTATION MARK
  key.rejects("csms-key-outside-left-corner-bracket", "a\u{300C}b", "pattern"), // U+300C LEFT CORNER BRACKET
  key.rejects("csms-key-outside-right-corner-bracket", "a\u{300D}b", "pattern"), // U+300D RIGHT CORNER BRACKET
  key.rejects("csms-key-outside-fullwidth-hyphen", "a\u{FF0D}b", "pattern"), // U+FF0D FULLWIDTH HYPHEN-MINUS
  key.rejects("csms-key-outside-fullwidth-underscore", "a\u{FF3F}b", "pattern"), // U+FF3F FULLWIDTH LOW LINE
  key.rejects("csms-key-outside-fullwidth-colon", "a\u{FF1A}b", "pattern"), // U+FF1A FULLWIDTH COLON
  key.rejects("csms-key-outside-fullwidth-at", "a\u{FF20}b", "pattern"), // U+FF20 FULLWIDTH COMMERCIAL AT
  key.rejects("csms-key-outside-euro", "a\u{20AC}b", "pattern"), // U+20AC EURO SIGN
  key.rejects("csms-key-outside-copyright", "a\u{00A9}b", "pattern"), // U+00A9 COPYRIGHT SIGN
  key.rejects("csms-key-outside-multiplication", "a\u{00D7}b", "pattern"), // U+00D7 MULTIPLICATION SIGN
  key.rejects("csms-key-outside-acute", "a\u{00B4}b", "pattern"), // U+00B4 ACUTE ACCENT

  // Combining marks are \p{M}, not letters.

  // U+0301 COMBINING ACUTE ACCENT
  key.rejects("csms-key-combining-acute", "e\u{0301}", "pattern"),
  key.rejects("csms-key-combining-devanagari-vowel-sign", "\u{0915}\u{093F}", "pattern"), // U+0915 DEVANAGARI LETTER KA, U+093F DEVANAGARI VOWEL SIGN I
  key.rejects("csms-key-combining-devanagari-virama", "\u{0915}\u{094D}", "pattern"), // U+0915 DEVANAGARI LETTER KA, U+094D DEVANAGARI SIGN VIRAMA
  key.rejects("csms-key-combining-thai-vowel-sign", "\u{0E01}\u{0E31}", "pattern"), // U+0E01 THAI CHARACTER KO KAI, U+0E31 THAI CHARACTER MAI HAN-AKAT
  key.rejects("csms-key-combining-enclosing-circle", "a\u{20DD}", "pattern"), // U+20DD COMBINING ENCLOSING CIRCLE
  key.rejects("csms-key-combining-variation-selector", "a\u{FE0F}", "pattern"), // U+FE0F VARIATION SELECTOR-16
  key.rejects("csms-key-combining-variation-selector-beyond-bmp", "\u{8FBB}\u{E0100}", "pattern"), // U+8FBB CJK UNIFIED IDEOGRAPH-8FBB, U+E0100 VARIATION SELECTOR-17

  // Emoji are symbols.
  key.rejects("csms-key-emoji", "🔑", "pattern"),
  key.rejects("csms-key-emoji-in-text", "a🔑b", "pattern"),
  key.rejects("csms-key-emoji-bmp", "\u{2605}", "pattern"), // U+2605 BLACK STAR
  key.rejects("csms-key-emoji-modifier", "\u{1F3FB}", "pattern"), // U+1F3FB EMOJI MODIFIER FITZPATRICK TYPE-1-2
  key.rejects("csms-key-emoji-joined", "\u{1F468}\u{200D}\u{1F469}", "pattern"), // U+1F468 MAN, U+200D ZERO WIDTH JOINER, U+1F469 WOMAN
  // U+1F1E8 REGIONAL INDICATOR SYMBOL LETTER C, U+1F1F3 REGIONAL INDICATOR SYMBOL LETTER N
  key.rejects("csms-key-emoji-flag", "\u{1F1E8}\u{1F1F3}", "pattern"),

  // Format characters are invisible, but no blanks; \s has U+FEFF, \p{Z} has not.

  // U+00AD SOFT HYPHEN
  key.rejects("csms-key-format-soft-hyphen", "a\u{00AD}b", "pattern"),
  key.rejects("csms-key-format-mongolian-vowel-separator", "a\u{180E}b", "pattern"), // U+180E MONGOLIAN VOWEL SEPARATOR
  key.rejects("csms-key-format-zero-width-space", "a\u{200B}b", "pattern"), // U+200B ZERO WIDTH SPACE
  key.rejects("csms-key-format-zero-width-non-joiner", "a\u{200C}b", "pattern"), // U+200C ZERO WIDTH NON-JOINER
  key.rejects("csms-key-format-zero-width-joiner", "a\u{200D}b", "pattern"), // U+200D ZERO WIDTH JOINER
  key.rejects("csms-key-format-left-to-right-mark", "a\u{200E}b", "pattern"), // U+200E LEFT-TO-RIGHT MARK
  key.rejects("csms-key-format-word-joiner", "a\u{2060}b", "pattern"), // U+2060 WORD JOINER
  key.rejects("csms-key-format-byte-order-mark", "a\u{FEFF}b", "pattern"), // U+FEFF ZERO WIDTH NO-BREAK SPACE
  key.rejects("csms-key-format-tag-beyond-bmp", "a\u{E0001}b", "pattern"), // U+E0001 LANGUAGE TAG
  key.rejects("csms-key-format-byte-order-mark-first", "\u{FEFF}env", "pattern"), // U+FEFF ZERO WIDTH NO-BREAK SPACE
  key.rejects("csms-key-format-byte-order-mark-last", "env\u{FEFF}", "pattern"), // U+FEFF ZERO WIDTH NO-BREAK SPACE

  // Control characters; \s has some of them, \p{Z} none.

  // U+0000 NULL
  key.rejects("csms-key-control-null", "a\u{0000}b", "pattern"),
  key.rejects("csms-key-control-tab", "a\u{0009}b", "pattern"), // U+0009 TAB
  key.rejects("csms-key-control-line-feed", "a\u{000A}b", "pattern"), // U+000A LINE FEED
  key.rejects("csms-key-control-vertical-tab", "a\u{000B}b", "pattern"), // U+000B LINE TABULATION
  key.rejects("csms-key-control-form-feed", "a\u{000C}b", "pattern"), // U+000C FORM FEED
  key.rejects("csms-key-control-carriage-return", "a\u{000D}b", "pattern"), // U+000D CARRIAGE RETURN
  key.rejects("csms-key-control-unit-separator", "a\u{001F}b", "pattern"), // U+001F INFORMATION SEPARATOR ONE
  key.rejects("csms-key-control-delete", "a\u{007F}b", "pattern"), // U+007F DELETE
  key.rejects("csms-key-control-next-line", "a\u{0085}b", "pattern"), // U+0085 NEXT LINE

  // A line feed at the end: in some regex dialects $ matches before it.

  // U+000A LINE FEED
  key.rejects("csms-key-control-line-feed-last", "env\u{000A}", "pattern"),
  key.rejects("csms-key-control-line-feed-first", "\u{000A}env", "pattern"), // U+000A LINE FEED
  key.rejects("csms-key-control-line-feed-alone", "\u{000A}", "pattern"), // U+000A LINE FEED

  // Private use, and code points that no version of Unicode will assign.

  // U+E000 private use
  key.rejects("csms-key-private-use", "a\u{E000}b", "pattern"),
  key.rejects("csms-key-private-use-beyond-bmp", "a\u{F0000}b", "pattern"), // U+F0000 private use beyond the BMP
  key.rejects("csms-key-noncharacter-arabic", "a\u{FDD0}b", "pattern"), // U+FDD0 a noncharacter
  key.rejects("csms-key-noncharacter-bmp", "a\u{FFFF}b", "pattern"), // U+FFFF a noncharacter
  key.rejects("csms-key-noncharacter-last", "a\u{10FFFF}b", "pattern"), // U+10FFFF the last code point, a noncharacter
  key.rejects("csms-key-replacement-character", "a\u{FFFD}b", "pattern"), // U+FFFD REPLACEMENT CHARACTER

  // Halves of surrogate pairs. Some JSON libraries replace them by U+FFFD: the verdict is the same.

  // U+D800 a high surrogate alone
  key.rejects("csms-key-high-surrogate", "a\u{D800}b", "pattern"),
  key.rejects("csms-key-low-surrogate", "a\u{DC00}b", "pattern"), // U+DC00 a low surrogate alone
  key.rejects("csms-key-surrogates-reversed", "\u{DC00}\u{D800}", "pattern"), // U+DC00 a low surrogate alone, U+D800 a high surrogate alone
];

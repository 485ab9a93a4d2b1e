import type { RequestCase } from "../case.js";
import type { Group } from "../group.js";
import { create } from "../tags.js";
import { inBody } from "./operation.js";

const key = inBody({ page: "csms", table: "table 4, key" }, "/body/tags/0/key", (key) =>
  create([{ key }]),
);
const value = inBody({ page: "csms", table: "table 4, value" }, "/body/tags/0/value", (value) =>
  create([{ key: "env", value }]),
);

/** Every class of the page's regex, which is the same but for a slash, and what lies just outside. */
function characterCases(of: "key" | "value", group: Group<RequestCase>): RequestCase[] {
  const accepts = (name: string, text: string) => group.accepts(`csms-${of}-${name}`, text);
  const rejects = (name: string, text: string) =>
    group.rejects(`csms-${of}-${name}`, text, "pattern");
  return [
    // Letters: \p{L} is of every script, cased or not, in the BMP or beyond.
    accepts("letter-latin", "environment"),
    accepts("letter-latin-capital", "ENV"),
    accepts("letter-latin-accented", "caf\u{00E9}"), // U+00E9 LATIN SMALL LETTER E WITH ACUTE
    accepts("letter-greek", "λέξη"),
    accepts("letter-cyrillic", "среда"),
    // Four Arabic letters without vowel marks, escaped because they would turn the line around.
    accepts("letter-arabic", "\u{0628}\u{064A}\u{0626}\u{0629}"),
    // Five Hebrew letters without points, escaped because they would turn the line around.
    accepts("letter-hebrew", "\u{05E1}\u{05D1}\u{05D9}\u{05D1}\u{05D4}"),
    accepts("letter-devanagari", "कखग"),
    accepts("letter-thai", "กขค"),
    accepts("letter-hangul", "환경"),
    // U+1112 HANGUL CHOSEONG HIEUH, U+1161 HANGUL JUNGSEONG A, U+11AB HANGUL JONGSEONG NIEUN
    accepts("letter-hangul-jamo", "\u{1112}\u{1161}\u{11AB}"),
    accepts("letter-hiragana", "かんきょう"),
    accepts("letter-katakana-with-length-mark", "キ\u{30FC}"), // U+30FC KATAKANA-HIRAGANA PROLONGED SOUND MARK
    accepts("letter-cjk", "环境"),
    accepts("letter-cjk-beyond-bmp", "\u{2B740}"), // U+2B740 CJK UNIFIED IDEOGRAPH-2B740
    accepts("letter-cased-beyond-bmp", "\u{10400}"), // U+10400 DESERET CAPITAL LETTER LONG I
    accepts("letter-titlecase", "\u{01C5}"), // U+01C5 LATIN CAPITAL LETTER D WITH SMALL LETTER Z WITH CARON
    accepts("letter-modifier", "\u{02B0}"), // U+02B0 MODIFIER LETTER SMALL H
    accepts("letter-ordinal", "\u{00AA}"), // U+00AA FEMININE ORDINAL INDICATOR
    accepts("letter-fullwidth", "\u{FF41}"), // U+FF41 FULLWIDTH LATIN SMALL LETTER A

    // Numbers: \p{N} is decimal digits (Nd), letter-like numbers (Nl) and all others (No).
    accepts("number-ascii", "0189"),
    accepts("number-arabic-indic-digit", "\u{0663}"), // U+0663 ARABIC-INDIC DIGIT THREE
    accepts("number-devanagari-digit", "\u{0967}"), // U+0967 DEVANAGARI DIGIT ONE
    accepts("number-fullwidth-digit", "\u{FF11}"), // U+FF11 FULLWIDTH DIGIT ONE
    accepts("number-roman", "\u{2167}"), // U+2167 ROMAN NUMERAL EIGHT
    accepts("number-ideographic-zero", "\u{3007}"), // U+3007 IDEOGRAPHIC NUMBER ZERO
    accepts("number-superscript", "\u{00B2}"), // U+00B2 SUPERSCRIPT TWO
    accepts("number-fraction", "\u{00BD}"), // U+00BD VULGAR FRACTION ONE HALF
    accepts("number-circled", "\u{2460}"), // U+2460 CIRCLED DIGIT ONE
    accepts("number-digit-beyond-bmp", "\u{1D7CE}"), // U+1D7CE MATHEMATICAL BOLD DIGIT ZERO
    accepts("number-number-beyond-bmp", "\u{10107}"), // U+10107 AEGEAN NUMBER ONE

    // Blanks between letters: \p{Z} is spaces (Zs), U+2028 (Zl) and U+2029 (Zp).

    // U+0020 SPACE
    accepts("blank-space", "a\u{0020}b"),
    accepts("blank-no-break-space", "a\u{00A0}b"), // U+00A0 NO-BREAK SPACE
    accepts("blank-ogham-space", "a\u{1680}b"), // U+1680 OGHAM SPACE MARK
    accepts("blank-en-quad", "a\u{2000}b"), // U+2000 EN QUAD
    accepts("blank-em-space", "a\u{2003}b"), // U+2003 EM SPACE
    accepts("blank-hair-space", "a\u{200A}b"), // U+200A HAIR SPACE
    accepts("blank-line-separator", "a\u{2028}b"), // U+2028 LINE SEPARATOR
    accepts("blank-paragraph-separator", "a\u{2029}b"), // U+2029 PARAGRAPH SEPARATOR
    accepts("blank-narrow-no-break-space", "a\u{202F}b"), // U+202F NARROW NO-BREAK SPACE
    accepts("blank-mathematical-space", "a\u{205F}b"), // U+205F MEDIUM MATHEMATICAL SPACE
    accepts("blank-ideographic-space", "a\u{3000}b"), // U+3000 IDEOGRAPHIC SPACE
    accepts("blank-two", "a\u{0020}\u{0020}b"), // U+0020 SPACE, twice

    // The marks that the page lists.
    accepts("mark-underscore", "a_b"),
    accepts("mark-dot", "a.b"),
    accepts("mark-colon", "a:b"),
    accepts("mark-equals", "a=b"),
    accepts("mark-plus", "a+b"),
    accepts("mark-hyphen", "a-b"),
    accepts("mark-at", "a@b"),
    // Of values alone it lists the slash.
    ...(of === "value"
      ? [accepts("mark-slash", "a/b"), accepts("mark-all", "_.:/=+-@")]
      : [accepts("mark-all", "_.:=+-@"), rejects("outside-slash", "a/b")]),

    // The ASCII marks that it does not list. An unescaped hyphen in the class would be the range
    // from + to @, and let in the comma, the semicolon and their neighbours.
    rejects("outside-exclamation", "a!b"),
    rejects("outside-double-quote", 'a"b'),
    rejects("outside-hash", "a#b"),
    rejects("outside-dollar", "a$b"),
    rejects("outside-percent", "a%b"),
    rejects("outside-ampersand", "a&b"),
    rejects("outside-apostrophe", "a'b"),
    rejects("outside-open-parenthesis", "a(b"),
    rejects("outside-close-parenthesis", "a)b"),
    rejects("outside-asterisk", "a*b"),
    rejects("outside-comma", "a,b"),
    rejects("outside-semicolon", "a;b"),
    rejects("outside-less-than", "a<b"),
    rejects("outside-greater-than", "a>b"),
    rejects("outside-question", "a?b"),
    rejects("outside-open-bracket", "a[b"),
    rejects("outside-backslash", "a\\b"),
    rejects("outside-close-bracket", "a]b"),
    rejects("outside-circumflex", "a^b"),
    rejects("outside-backtick", "a`b"),
    rejects("outside-open-brace", "a{b"),
    rejects("outside-pipe", "a|b"),
    rejects("outside-close-brace", "a}b"),
    rejects("outside-tilde", "a~b"),

    // One wrong character is enough, wherever it stands.
    rejects("outside-first", "!env"),
    rejects("outside-last", "env!"),
    rejects("outside-alone", "!"),
    rejects("outside-after-blank", "a !"),

    // Punctuation and symbols beyond ASCII, some of them lookalikes of listed marks.

    // U+00B7 MIDDLE DOT
    rejects("outside-middle-dot", "a\u{00B7}b"),
    rejects("outside-undertie", "a\u{203F}b"), // U+203F UNDERTIE
    rejects("outside-em-dash", "a\u{2014}b"), // U+2014 EM DASH
    rejects("outside-ideographic-full-stop", "a\u{3002}b"), // U+3002 IDEOGRAPHIC FULL STOP
    rejects("outside-left-quotation-mark", "a\u{201C}b"), // U+201C LEFT DOUBLE QUOTATION MARK
    rejects("outside-right-quotation-mark", "a\u{201D}b"), // U+201D RIGHT DOUBLE QUOTATION MARK
    rejects("outside-left-corner-bracket", "a\u{300C}b"), // U+300C LEFT CORNER BRACKET
    rejects("outside-right-corner-bracket", "a\u{300D}b"), // U+300D RIGHT CORNER BRACKET
    rejects("outside-fullwidth-hyphen", "a\u{FF0D}b"), // U+FF0D FULLWIDTH HYPHEN-MINUS
    rejects("outside-fullwidth-underscore", "a\u{FF3F}b"), // U+FF3F FULLWIDTH LOW LINE
    rejects("outside-fullwidth-colon", "a\u{FF1A}b"), // U+FF1A FULLWIDTH COLON
    rejects("outside-fullwidth-at", "a\u{FF20}b"), // U+FF20 FULLWIDTH COMMERCIAL AT
    rejects("outside-euro", "a\u{20AC}b"), // U+20AC EURO SIGN
    rejects("outside-copyright", "a\u{00A9}b"), // U+00A9 COPYRIGHT SIGN
    rejects("outside-multiplication", "a\u{00D7}b"), // U+00D7 MULTIPLICATION SIGN
    rejects("outside-acute", "a\u{00B4}b"), // U+00B4 ACUTE ACCENT

    // Combining marks are \p{M}, not letters.

    // U+0301 COMBINING ACUTE ACCENT
    rejects("combining-acute", "e\u{0301}"),
    rejects("combining-devanagari-vowel-sign", "\u{0915}\u{093F}"), // U+0915 DEVANAGARI LETTER KA, U+093F DEVANAGARI VOWEL SIGN I
    rejects("combining-devanagari-virama", "\u{0915}\u{094D}"), // U+0915 DEVANAGARI LETTER KA, U+094D DEVANAGARI SIGN VIRAMA
    rejects("combining-thai-vowel-sign", "\u{0E01}\u{0E31}"), // U+0E01 THAI CHARACTER KO KAI, U+0E31 THAI CHARACTER MAI HAN-AKAT
    rejects("combining-enclosing-circle", "a\u{20DD}"), // U+20DD COMBINING ENCLOSING CIRCLE
    rejects("combining-variation-selector", "a\u{FE0F}"), // U+FE0F VARIATION SELECTOR-16
    rejects("combining-variation-selector-beyond-bmp", "\u{8FBB}\u{E0100}"), // U+8FBB CJK UNIFIED IDEOGRAPH-8FBB, U+E0100 VARIATION SELECTOR-17

    // Emoji are symbols.
    rejects("emoji", "🔑"),
    rejects("emoji-in-text", "a🔑b"),
    rejects("emoji-bmp", "\u{2605}"), // U+2605 BLACK STAR
    rejects("emoji-modifier", "\u{1F3FB}"), // U+1F3FB EMOJI MODIFIER FITZPATRICK TYPE-1-2
    rejects("emoji-joined", "\u{1F468}\u{200D}\u{1F469}"), // U+1F468 MAN, U+200D ZERO WIDTH JOINER, U+1F469 WOMAN
    // U+1F1E8 REGIONAL INDICATOR SYMBOL LETTER C, U+1F1F3 REGIONAL INDICATOR SYMBOL LETTER N
    rejects("emoji-flag", "\u{1F1E8}\u{1F1F3}"),

    // Format characters are invisible, but no blanks; \s has U+FEFF, \p{Z} has not.

    // U+00AD SOFT HYPHEN
    rejects("format-soft-hyphen", "a\u{00AD}b"),
    rejects("format-mongolian-vowel-separator", "a\u{180E}b"), // U+180E MONGOLIAN VOWEL SEPARATOR
    rejects("format-zero-width-space", "a\u{200B}b"), // U+200B ZERO WIDTH SPACE
    rejects("format-zero-width-non-joiner", "a\u{200C}b"), // U+200C ZERO WIDTH NON-JOINER
    rejects("format-zero-width-joiner", "a\u{200D}b"), // U+200D ZERO WIDTH JOINER
    rejects("format-left-to-right-mark", "a\u{200E}b"), // U+200E LEFT-TO-RIGHT MARK
    rejects("format-word-joiner", "a\u{2060}b"), // U+2060 WORD JOINER
    rejects("format-byte-order-mark", "a\u{FEFF}b"), // U+FEFF ZERO WIDTH NO-BREAK SPACE
    rejects("format-tag-beyond-bmp", "a\u{E0001}b"), // U+E0001 LANGUAGE TAG
    rejects("format-byte-order-mark-first", "\u{FEFF}env"), // U+FEFF ZERO WIDTH NO-BREAK SPACE
    rejects("format-byte-order-mark-last", "env\u{FEFF}"), // U+FEFF ZERO WIDTH NO-BREAK SPACE

    // Control characters; \s has some of them, \p{Z} none.

    // U+0000 NULL
    rejects("control-null", "a\u{0000}b"),
    rejects("control-tab", "a\u{0009}b"), // U+0009 TAB
    rejects("control-line-feed", "a\u{000A}b"), // U+000A LINE FEED
    rejects("control-vertical-tab", "a\u{000B}b"), // U+000B LINE TABULATION
    rejects("control-form-feed", "a\u{000C}b"), // U+000C FORM FEED
    rejects("control-carriage-return", "a\u{000D}b"), // U+000D CARRIAGE RETURN
    rejects("control-unit-separator", "a\u{001F}b"), // U+001F INFORMATION SEPARATOR ONE
    rejects("control-delete", "a\u{007F}b"), // U+007F DELETE
    rejects("control-next-line", "a\u{0085}b"), // U+0085 NEXT LINE

    // A line feed at the end: in some regex dialects $ matches before it.

    // U+000A LINE FEED
    rejects("control-line-feed-last", "env\u{000A}"),
    rejects("control-line-feed-first", "\u{000A}env"), // U+000A LINE FEED
    rejects("control-line-feed-alone", "\u{000A}"), // U+000A LINE FEED

    // Private use, and code points that no version of Unicode will assign.

    // U+E000 private use
    rejects("private-use", "a\u{E000}b"),
    rejects("private-use-beyond-bmp", "a\u{F0000}b"), // U+F0000 private use beyond the BMP
    rejects("noncharacter-arabic", "a\u{FDD0}b"), // U+FDD0 a noncharacter
    rejects("noncharacter-bmp", "a\u{FFFF}b"), // U+FFFF a noncharacter
    rejects("noncharacter-last", "a\u{10FFFF}b"), // U+10FFFF the last code point, a noncharacter
    rejects("replacement-character", "a\u{FFFD}b"), // U+FFFD REPLACEMENT CHARACTER

    // Halves of surrogate pairs. Some JSON libraries replace them by U+FFFD: the verdict is the same.

    // U+D800 a high surrogate alone
    rejects("high-surrogate", "a\u{D800}b"),
    rejects("low-surrogate", "a\u{DC00}b"), // U+DC00 a low surrogate alone
    rejects("surrogates-reversed", "\u{DC00}\u{D800}"), // U+DC00 a low surrogate alone, U+D800 a high surrogate alone
  ];
}

/** The characters of a tag's key. */
export const tagKeyCharacterCases: readonly RequestCase[] = characterCases("key", key);

/** The characters of a tag's value. */
export const tagValueCharacterCases: readonly RequestCase[] = characterCases("value", value);

import type { RequestCase, Source } from "../case.js";
import { operation, path } from "./target.js";

const source: Source = { page: "csms", table: "table 4, key" };

/** The characters of a tag's key: every class of the page's regex, and what lies just outside. */
export const tagKeyCharacterCases: readonly RequestCase[] = [
  // Letters: \p{L} is of every script, cased or not, in the BMP or beyond.

  {
    id: "csms-key-letter-latin",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "environment" }] } },
    verdict: "accept",
    source,
  },
  {
    id: "csms-key-letter-latin-capital",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "ENV" }] } },
    verdict: "accept",
    source,
  },
  // U+00E9 LATIN SMALL LETTER E WITH ACUTE
  {
    id: "csms-key-letter-latin-accented",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "caf\u{00E9}" }] } },
    verdict: "accept",
    source,
  },
  {
    id: "csms-key-letter-greek",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "λέξη" }] } },
    verdict: "accept",
    source,
  },
  {
    id: "csms-key-letter-cyrillic",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "среда" }] } },
    verdict: "accept",
    source,
  },
  // Four Arabic letters without vowel marks, escaped because they would turn the line around.
  {
    id: "csms-key-letter-arabic",
    operation,
    request: {
      path,
      body: { action: "create", tags: [{ key: "\u{0628}\u{064A}\u{0626}\u{0629}" }] },
    },
    verdict: "accept",
    source,
  },
  // Five Hebrew letters without points, escaped because they would turn the line around.
  {
    id: "csms-key-letter-hebrew",
    operation,
    request: {
      path,
      body: { action: "create", tags: [{ key: "\u{05E1}\u{05D1}\u{05D9}\u{05D1}\u{05D4}" }] },
    },
    verdict: "accept",
    source,
  },
  {
    id: "csms-key-letter-devanagari",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "कखग" }] } },
    verdict: "accept",
    source,
  },
  {
    id: "csms-key-letter-thai",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "กขค" }] } },
    verdict: "accept",
    source,
  },
  {
    id: "csms-key-letter-hangul",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "환경" }] } },
    verdict: "accept",
    source,
  },
  // U+1112 HANGUL CHOSEONG HIEUH, U+1161 HANGUL JUNGSEONG A, U+11AB HANGUL JONGSEONG NIEUN
  {
    id: "csms-key-letter-hangul-jamo",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "\u{1112}\u{1161}\u{11AB}" }] } },
    verdict: "accept",
    source,
  },
  {
    id: "csms-key-letter-hiragana",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "かんきょう" }] } },
    verdict: "accept",
    source,
  },
  // U+30FC KATAKANA-HIRAGANA PROLONGED SOUND MARK
  {
    id: "csms-key-letter-katakana-with-length-mark",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "キ\u{30FC}" }] } },
    verdict: "accept",
    source,
  },
  {
    id: "csms-key-letter-cjk",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "环境" }] } },
    verdict: "accept",
    source,
  },
  // U+2B740 CJK UNIFIED IDEOGRAPH-2B740
  {
    id: "csms-key-letter-cjk-beyond-bmp",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "\u{2B740}" }] } },
    verdict: "accept",
    source,
  },
  // U+10400 DESERET CAPITAL LETTER LONG I
  {
    id: "csms-key-letter-cased-beyond-bmp",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "\u{10400}" }] } },
    verdict: "accept",
    source,
  },
  // U+01C5 LATIN CAPITAL LETTER D WITH SMALL LETTER Z WITH CARON
  {
    id: "csms-key-letter-titlecase",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "\u{01C5}" }] } },
    verdict: "accept",
    source,
  },
  // U+02B0 MODIFIER LETTER SMALL H
  {
    id: "csms-key-letter-modifier",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "\u{02B0}" }] } },
    verdict: "accept",
    source,
  },
  // U+00AA FEMININE ORDINAL INDICATOR
  {
    id: "csms-key-letter-ordinal",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "\u{00AA}" }] } },
    verdict: "accept",
    source,
  },
  // U+FF41 FULLWIDTH LATIN SMALL LETTER A
  {
    id: "csms-key-letter-fullwidth",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "\u{FF41}" }] } },
    verdict: "accept",
    source,
  },

  // Numbers: \p{N} is decimal digits (Nd), letter-like numbers (Nl) and all others (No).

  {
    id: "csms-key-number-ascii",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "0189" }] } },
    verdict: "accept",
    source,
  },
  // U+0663 ARABIC-INDIC DIGIT THREE
  {
    id: "csms-key-number-arabic-indic-digit",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "\u{0663}" }] } },
    verdict: "accept",
    source,
  },
  // U+0967 DEVANAGARI DIGIT ONE
  {
    id: "csms-key-number-devanagari-digit",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "\u{0967}" }] } },
    verdict: "accept",
    source,
  },
  // U+FF11 FULLWIDTH DIGIT ONE
  {
    id: "csms-key-number-fullwidth-digit",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "\u{FF11}" }] } },
    verdict: "accept",
    source,
  },
  // U+2167 ROMAN NUMERAL EIGHT
  {
    id: "csms-key-number-roman",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "\u{2167}" }] } },
    verdict: "accept",
    source,
  },
  // U+3007 IDEOGRAPHIC NUMBER ZERO
  {
    id: "csms-key-number-ideographic-zero",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "\u{3007}" }] } },
    verdict: "accept",
    source,
  },
  // U+00B2 SUPERSCRIPT TWO
  {
    id: "csms-key-number-superscript",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "\u{00B2}" }] } },
    verdict: "accept",
    source,
  },
  // U+00BD VULGAR FRACTION ONE HALF
  {
    id: "csms-key-number-fraction",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "\u{00BD}" }] } },
    verdict: "accept",
    source,
  },
  // U+2460 CIRCLED DIGIT ONE
  {
    id: "csms-key-number-circled",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "\u{2460}" }] } },
    verdict: "accept",
    source,
  },
  // U+1D7CE MATHEMATICAL BOLD DIGIT ZERO
  {
    id: "csms-key-number-digit-beyond-bmp",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "\u{1D7CE}" }] } },
    verdict: "accept",
    source,
  },
  // U+10107 AEGEAN NUMBER ONE
  {
    id: "csms-key-number-number-beyond-bmp",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "\u{10107}" }] } },
    verdict: "accept",
    source,
  },

  // Blanks between letters: \p{Z} is spaces (Zs), U+2028 (Zl) and U+2029 (Zp).

  // U+0020 SPACE
  {
    id: "csms-key-blank-space",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a\u{0020}b" }] } },
    verdict: "accept",
    source,
  },
  // U+00A0 NO-BREAK SPACE
  {
    id: "csms-key-blank-no-break-space",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a\u{00A0}b" }] } },
    verdict: "accept",
    source,
  },
  // U+1680 OGHAM SPACE MARK
  {
    id: "csms-key-blank-ogham-space",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a\u{1680}b" }] } },
    verdict: "accept",
    source,
  },
  // U+2000 EN QUAD
  {
    id: "csms-key-blank-en-quad",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a\u{2000}b" }] } },
    verdict: "accept",
    source,
  },
  // U+2003 EM SPACE
  {
    id: "csms-key-blank-em-space",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a\u{2003}b" }] } },
    verdict: "accept",
    source,
  },
  // U+200A HAIR SPACE
  {
    id: "csms-key-blank-hair-space",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a\u{200A}b" }] } },
    verdict: "accept",
    source,
  },
  // U+2028 LINE SEPARATOR
  {
    id: "csms-key-blank-line-separator",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a\u{2028}b" }] } },
    verdict: "accept",
    source,
  },
  // U+2029 PARAGRAPH SEPARATOR
  {
    id: "csms-key-blank-paragraph-separator",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a\u{2029}b" }] } },
    verdict: "accept",
    source,
  },
  // U+202F NARROW NO-BREAK SPACE
  {
    id: "csms-key-blank-narrow-no-break-space",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a\u{202F}b" }] } },
    verdict: "accept",
    source,
  },
  // U+205F MEDIUM MATHEMATICAL SPACE
  {
    id: "csms-key-blank-mathematical-space",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a\u{205F}b" }] } },
    verdict: "accept",
    source,
  },
  // U+3000 IDEOGRAPHIC SPACE
  {
    id: "csms-key-blank-ideographic-space",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a\u{3000}b" }] } },
    verdict: "accept",
    source,
  },
  // U+0020 SPACE, twice
  {
    id: "csms-key-blank-two",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a\u{0020}\u{0020}b" }] } },
    verdict: "accept",
    source,
  },

  // The marks that the page lists.

  {
    id: "csms-key-mark-underscore",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a_b" }] } },
    verdict: "accept",
    source,
  },
  {
    id: "csms-key-mark-dot",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a.b" }] } },
    verdict: "accept",
    source,
  },
  {
    id: "csms-key-mark-colon",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a:b" }] } },
    verdict: "accept",
    source,
  },
  {
    id: "csms-key-mark-equals",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a=b" }] } },
    verdict: "accept",
    source,
  },
  {
    id: "csms-key-mark-plus",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a+b" }] } },
    verdict: "accept",
    source,
  },
  {
    id: "csms-key-mark-hyphen",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a-b" }] } },
    verdict: "accept",
    source,
  },
  {
    id: "csms-key-mark-at",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a@b" }] } },
    verdict: "accept",
    source,
  },
  {
    id: "csms-key-mark-all",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "_.:=+-@" }] } },
    verdict: "accept",
    source,
  },

  // The ASCII marks that it does not list. An unescaped hyphen in the class would be the range
  // from + to @, and let in the comma, the semicolon and their neighbours.

  {
    id: "csms-key-outside-slash",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a/b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  {
    id: "csms-key-outside-exclamation",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a!b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  {
    id: "csms-key-outside-double-quote",
    operation,
    request: { path, body: { action: "create", tags: [{ key: 'a"b' }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  {
    id: "csms-key-outside-hash",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a#b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  {
    id: "csms-key-outside-dollar",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a$b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  {
    id: "csms-key-outside-percent",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a%b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  {
    id: "csms-key-outside-ampersand",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a&b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  {
    id: "csms-key-outside-apostrophe",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a'b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  {
    id: "csms-key-outside-open-parenthesis",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a(b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  {
    id: "csms-key-outside-close-parenthesis",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a)b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  {
    id: "csms-key-outside-asterisk",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a*b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  {
    id: "csms-key-outside-comma",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a,b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  {
    id: "csms-key-outside-semicolon",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a;b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  {
    id: "csms-key-outside-less-than",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a<b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  {
    id: "csms-key-outside-greater-than",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a>b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  {
    id: "csms-key-outside-question",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a?b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  {
    id: "csms-key-outside-open-bracket",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a[b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  {
    id: "csms-key-outside-backslash",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a\\b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  {
    id: "csms-key-outside-close-bracket",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a]b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  {
    id: "csms-key-outside-circumflex",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a^b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  {
    id: "csms-key-outside-backtick",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a`b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  {
    id: "csms-key-outside-open-brace",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a{b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  {
    id: "csms-key-outside-pipe",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a|b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  {
    id: "csms-key-outside-close-brace",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  {
    id: "csms-key-outside-tilde",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a~b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },

  // One wrong character is enough, wherever it stands.

  {
    id: "csms-key-outside-first",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "!env" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  {
    id: "csms-key-outside-last",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env!" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  {
    id: "csms-key-outside-alone",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "!" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  {
    id: "csms-key-outside-after-blank",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a !" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },

  // Punctuation and symbols beyond ASCII, some of them lookalikes of listed marks.

  // U+00B7 MIDDLE DOT
  {
    id: "csms-key-outside-middle-dot",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a\u{00B7}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+203F UNDERTIE
  {
    id: "csms-key-outside-undertie",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a\u{203F}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+2014 EM DASH
  {
    id: "csms-key-outside-em-dash",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a\u{2014}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+3002 IDEOGRAPHIC FULL STOP
  {
    id: "csms-key-outside-ideographic-full-stop",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a\u{3002}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+201C LEFT DOUBLE QUOTATION MARK
  {
    id: "csms-key-outside-left-quotation-mark",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a\u{201C}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+201D RIGHT DOUBLE QUOTATION MARK
  {
    id: "csms-key-outside-right-quotation-mark",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a\u{201D}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+300C LEFT CORNER BRACKET
  {
    id: "csms-key-outside-left-corner-bracket",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a\u{300C}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+300D RIGHT CORNER BRACKET
  {
    id: "csms-key-outside-right-corner-bracket",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a\u{300D}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+FF0D FULLWIDTH HYPHEN-MINUS
  {
    id: "csms-key-outside-fullwidth-hyphen",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a\u{FF0D}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+FF3F FULLWIDTH LOW LINE
  {
    id: "csms-key-outside-fullwidth-underscore",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a\u{FF3F}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+FF1A FULLWIDTH COLON
  {
    id: "csms-key-outside-fullwidth-colon",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a\u{FF1A}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+FF20 FULLWIDTH COMMERCIAL AT
  {
    id: "csms-key-outside-fullwidth-at",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a\u{FF20}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+20AC EURO SIGN
  {
    id: "csms-key-outside-euro",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a\u{20AC}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+00A9 COPYRIGHT SIGN
  {
    id: "csms-key-outside-copyright",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a\u{00A9}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+00D7 MULTIPLICATION SIGN
  {
    id: "csms-key-outside-multiplication",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a\u{00D7}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+00B4 ACUTE ACCENT
  {
    id: "csms-key-outside-acute",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a\u{00B4}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },

  // Combining marks are \p{M}, not letters.

  // U+0301 COMBINING ACUTE ACCENT
  {
    id: "csms-key-combining-acute",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "e\u{0301}" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+0915 DEVANAGARI LETTER KA, U+093F DEVANAGARI VOWEL SIGN I
  {
    id: "csms-key-combining-devanagari-vowel-sign",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "\u{0915}\u{093F}" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+0915 DEVANAGARI LETTER KA, U+094D DEVANAGARI SIGN VIRAMA
  {
    id: "csms-key-combining-devanagari-virama",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "\u{0915}\u{094D}" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+0E01 THAI CHARACTER KO KAI, U+0E31 THAI CHARACTER MAI HAN-AKAT
  {
    id: "csms-key-combining-thai-vowel-sign",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "\u{0E01}\u{0E31}" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+20DD COMBINING ENCLOSING CIRCLE
  {
    id: "csms-key-combining-enclosing-circle",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a\u{20DD}" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+FE0F VARIATION SELECTOR-16
  {
    id: "csms-key-combining-variation-selector",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a\u{FE0F}" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+8FBB CJK UNIFIED IDEOGRAPH-8FBB, U+E0100 VARIATION SELECTOR-17
  {
    id: "csms-key-combining-variation-selector-beyond-bmp",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "\u{8FBB}\u{E0100}" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },

  // Emoji are symbols.

  {
    id: "csms-key-emoji",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "🔑" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  {
    id: "csms-key-emoji-in-text",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a🔑b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+2605 BLACK STAR
  {
    id: "csms-key-emoji-bmp",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "\u{2605}" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+1F3FB EMOJI MODIFIER FITZPATRICK TYPE-1-2
  {
    id: "csms-key-emoji-modifier",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "\u{1F3FB}" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+1F468 MAN, U+200D ZERO WIDTH JOINER, U+1F469 WOMAN
  {
    id: "csms-key-emoji-joined",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "\u{1F468}\u{200D}\u{1F469}" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+1F1E8 REGIONAL INDICATOR SYMBOL LETTER C, U+1F1F3 REGIONAL INDICATOR SYMBOL LETTER N
  {
    id: "csms-key-emoji-flag",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "\u{1F1E8}\u{1F1F3}" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },

  // Format characters are invisible, but no blanks; \s has U+FEFF, \p{Z} has not.

  // U+00AD SOFT HYPHEN
  {
    id: "csms-key-format-soft-hyphen",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a\u{00AD}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+180E MONGOLIAN VOWEL SEPARATOR
  {
    id: "csms-key-format-mongolian-vowel-separator",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a\u{180E}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+200B ZERO WIDTH SPACE
  {
    id: "csms-key-format-zero-width-space",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a\u{200B}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+200C ZERO WIDTH NON-JOINER
  {
    id: "csms-key-format-zero-width-non-joiner",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a\u{200C}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+200D ZERO WIDTH JOINER
  {
    id: "csms-key-format-zero-width-joiner",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a\u{200D}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+200E LEFT-TO-RIGHT MARK
  {
    id: "csms-key-format-left-to-right-mark",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a\u{200E}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+2060 WORD JOINER
  {
    id: "csms-key-format-word-joiner",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a\u{2060}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+FEFF ZERO WIDTH NO-BREAK SPACE
  {
    id: "csms-key-format-byte-order-mark",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a\u{FEFF}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+E0001 LANGUAGE TAG
  {
    id: "csms-key-format-tag-beyond-bmp",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a\u{E0001}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+FEFF ZERO WIDTH NO-BREAK SPACE
  {
    id: "csms-key-format-byte-order-mark-first",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "\u{FEFF}env" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+FEFF ZERO WIDTH NO-BREAK SPACE
  {
    id: "csms-key-format-byte-order-mark-last",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env\u{FEFF}" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },

  // Control characters; \s has some of them, \p{Z} none.

  // U+0000 NULL
  {
    id: "csms-key-control-null",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a\u{0000}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+0009 TAB
  {
    id: "csms-key-control-tab",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a\u{0009}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+000A LINE FEED
  {
    id: "csms-key-control-line-feed",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a\u{000A}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+000B LINE TABULATION
  {
    id: "csms-key-control-vertical-tab",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a\u{000B}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+000C FORM FEED
  {
    id: "csms-key-control-form-feed",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a\u{000C}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+000D CARRIAGE RETURN
  {
    id: "csms-key-control-carriage-return",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a\u{000D}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+001F INFORMATION SEPARATOR ONE
  {
    id: "csms-key-control-unit-separator",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a\u{001F}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+007F DELETE
  {
    id: "csms-key-control-delete",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a\u{007F}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+0085 NEXT LINE
  {
    id: "csms-key-control-next-line",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a\u{0085}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },

  // A line feed at the end: in some regex dialects $ matches before it.

  // U+000A LINE FEED
  {
    id: "csms-key-control-line-feed-last",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env\u{000A}" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+000A LINE FEED
  {
    id: "csms-key-control-line-feed-first",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "\u{000A}env" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+000A LINE FEED
  {
    id: "csms-key-control-line-feed-alone",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "\u{000A}" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },

  // Private use, and code points that no version of Unicode will assign.

  // U+E000 private use
  {
    id: "csms-key-private-use",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a\u{E000}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+F0000 private use beyond the BMP
  {
    id: "csms-key-private-use-beyond-bmp",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a\u{F0000}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+FDD0 a noncharacter
  {
    id: "csms-key-noncharacter-arabic",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a\u{FDD0}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+FFFF a noncharacter
  {
    id: "csms-key-noncharacter-bmp",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a\u{FFFF}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+10FFFF the last code point, a noncharacter
  {
    id: "csms-key-noncharacter-last",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a\u{10FFFF}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+FFFD REPLACEMENT CHARACTER
  {
    id: "csms-key-replacement-character",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a\u{FFFD}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },

  // Halves of surrogate pairs. Some JSON libraries replace them by U+FFFD: the verdict is the same.

  // U+D800 a high surrogate alone
  {
    id: "csms-key-high-surrogate",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a\u{D800}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+DC00 a low surrogate alone
  {
    id: "csms-key-low-surrogate",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a\u{DC00}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+DC00 a low surrogate alone, U+D800 a high surrogate alone
  {
    id: "csms-key-surrogates-reversed",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "\u{DC00}\u{D800}" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
];

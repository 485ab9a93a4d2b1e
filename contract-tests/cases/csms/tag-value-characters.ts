import type { RequestCase, Source } from "../case.js";
import { operation, path } from "./target.js";

const source: Source = { page: "csms", table: "table 4, value" };

/** The characters of a tag's value: every class of the page's regex, and what lies just outside. */
export const tagValueCharacterCases: readonly RequestCase[] = [
  // Letters: \p{L} is of every script, cased or not, in the BMP or beyond.

  {
    id: "csms-value-letter-latin",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "environment" }] } },
    verdict: "accept",
    source,
  },
  {
    id: "csms-value-letter-latin-capital",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "ENV" }] } },
    verdict: "accept",
    source,
  },
  // U+00E9 LATIN SMALL LETTER E WITH ACUTE
  {
    id: "csms-value-letter-latin-accented",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "caf\u{00E9}" }] } },
    verdict: "accept",
    source,
  },
  {
    id: "csms-value-letter-greek",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "λέξη" }] } },
    verdict: "accept",
    source,
  },
  {
    id: "csms-value-letter-cyrillic",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "среда" }] } },
    verdict: "accept",
    source,
  },
  // Four Arabic letters without vowel marks, escaped because they would turn the line around.
  {
    id: "csms-value-letter-arabic",
    operation,
    request: {
      path,
      body: { action: "create", tags: [{ key: "env", value: "\u{0628}\u{064A}\u{0626}\u{0629}" }] },
    },
    verdict: "accept",
    source,
  },
  // Five Hebrew letters without points, escaped because they would turn the line around.
  {
    id: "csms-value-letter-hebrew",
    operation,
    request: {
      path,
      body: {
        action: "create",
        tags: [{ key: "env", value: "\u{05E1}\u{05D1}\u{05D9}\u{05D1}\u{05D4}" }],
      },
    },
    verdict: "accept",
    source,
  },
  {
    id: "csms-value-letter-devanagari",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "कखग" }] } },
    verdict: "accept",
    source,
  },
  {
    id: "csms-value-letter-thai",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "กขค" }] } },
    verdict: "accept",
    source,
  },
  {
    id: "csms-value-letter-hangul",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "환경" }] } },
    verdict: "accept",
    source,
  },
  // U+1112 HANGUL CHOSEONG HIEUH, U+1161 HANGUL JUNGSEONG A, U+11AB HANGUL JONGSEONG NIEUN
  {
    id: "csms-value-letter-hangul-jamo",
    operation,
    request: {
      path,
      body: { action: "create", tags: [{ key: "env", value: "\u{1112}\u{1161}\u{11AB}" }] },
    },
    verdict: "accept",
    source,
  },
  {
    id: "csms-value-letter-hiragana",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "かんきょう" }] } },
    verdict: "accept",
    source,
  },
  // U+30FC KATAKANA-HIRAGANA PROLONGED SOUND MARK
  {
    id: "csms-value-letter-katakana-with-length-mark",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "キ\u{30FC}" }] } },
    verdict: "accept",
    source,
  },
  {
    id: "csms-value-letter-cjk",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "环境" }] } },
    verdict: "accept",
    source,
  },
  // U+2B740 CJK UNIFIED IDEOGRAPH-2B740
  {
    id: "csms-value-letter-cjk-beyond-bmp",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "\u{2B740}" }] } },
    verdict: "accept",
    source,
  },
  // U+10400 DESERET CAPITAL LETTER LONG I
  {
    id: "csms-value-letter-cased-beyond-bmp",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "\u{10400}" }] } },
    verdict: "accept",
    source,
  },
  // U+01C5 LATIN CAPITAL LETTER D WITH SMALL LETTER Z WITH CARON
  {
    id: "csms-value-letter-titlecase",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "\u{01C5}" }] } },
    verdict: "accept",
    source,
  },
  // U+02B0 MODIFIER LETTER SMALL H
  {
    id: "csms-value-letter-modifier",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "\u{02B0}" }] } },
    verdict: "accept",
    source,
  },
  // U+00AA FEMININE ORDINAL INDICATOR
  {
    id: "csms-value-letter-ordinal",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "\u{00AA}" }] } },
    verdict: "accept",
    source,
  },
  // U+FF41 FULLWIDTH LATIN SMALL LETTER A
  {
    id: "csms-value-letter-fullwidth",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "\u{FF41}" }] } },
    verdict: "accept",
    source,
  },

  // Numbers: \p{N} is decimal digits (Nd), letter-like numbers (Nl) and all others (No).

  {
    id: "csms-value-number-ascii",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "0189" }] } },
    verdict: "accept",
    source,
  },
  // U+0663 ARABIC-INDIC DIGIT THREE
  {
    id: "csms-value-number-arabic-indic-digit",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "\u{0663}" }] } },
    verdict: "accept",
    source,
  },
  // U+0967 DEVANAGARI DIGIT ONE
  {
    id: "csms-value-number-devanagari-digit",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "\u{0967}" }] } },
    verdict: "accept",
    source,
  },
  // U+FF11 FULLWIDTH DIGIT ONE
  {
    id: "csms-value-number-fullwidth-digit",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "\u{FF11}" }] } },
    verdict: "accept",
    source,
  },
  // U+2167 ROMAN NUMERAL EIGHT
  {
    id: "csms-value-number-roman",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "\u{2167}" }] } },
    verdict: "accept",
    source,
  },
  // U+3007 IDEOGRAPHIC NUMBER ZERO
  {
    id: "csms-value-number-ideographic-zero",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "\u{3007}" }] } },
    verdict: "accept",
    source,
  },
  // U+00B2 SUPERSCRIPT TWO
  {
    id: "csms-value-number-superscript",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "\u{00B2}" }] } },
    verdict: "accept",
    source,
  },
  // U+00BD VULGAR FRACTION ONE HALF
  {
    id: "csms-value-number-fraction",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "\u{00BD}" }] } },
    verdict: "accept",
    source,
  },
  // U+2460 CIRCLED DIGIT ONE
  {
    id: "csms-value-number-circled",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "\u{2460}" }] } },
    verdict: "accept",
    source,
  },
  // U+1D7CE MATHEMATICAL BOLD DIGIT ZERO
  {
    id: "csms-value-number-digit-beyond-bmp",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "\u{1D7CE}" }] } },
    verdict: "accept",
    source,
  },
  // U+10107 AEGEAN NUMBER ONE
  {
    id: "csms-value-number-number-beyond-bmp",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "\u{10107}" }] } },
    verdict: "accept",
    source,
  },

  // Blanks between letters: \p{Z} is spaces (Zs), U+2028 (Zl) and U+2029 (Zp).

  // U+0020 SPACE
  {
    id: "csms-value-blank-space",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a\u{0020}b" }] } },
    verdict: "accept",
    source,
  },
  // U+00A0 NO-BREAK SPACE
  {
    id: "csms-value-blank-no-break-space",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a\u{00A0}b" }] } },
    verdict: "accept",
    source,
  },
  // U+1680 OGHAM SPACE MARK
  {
    id: "csms-value-blank-ogham-space",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a\u{1680}b" }] } },
    verdict: "accept",
    source,
  },
  // U+2000 EN QUAD
  {
    id: "csms-value-blank-en-quad",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a\u{2000}b" }] } },
    verdict: "accept",
    source,
  },
  // U+2003 EM SPACE
  {
    id: "csms-value-blank-em-space",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a\u{2003}b" }] } },
    verdict: "accept",
    source,
  },
  // U+200A HAIR SPACE
  {
    id: "csms-value-blank-hair-space",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a\u{200A}b" }] } },
    verdict: "accept",
    source,
  },
  // U+2028 LINE SEPARATOR
  {
    id: "csms-value-blank-line-separator",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a\u{2028}b" }] } },
    verdict: "accept",
    source,
  },
  // U+2029 PARAGRAPH SEPARATOR
  {
    id: "csms-value-blank-paragraph-separator",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a\u{2029}b" }] } },
    verdict: "accept",
    source,
  },
  // U+202F NARROW NO-BREAK SPACE
  {
    id: "csms-value-blank-narrow-no-break-space",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a\u{202F}b" }] } },
    verdict: "accept",
    source,
  },
  // U+205F MEDIUM MATHEMATICAL SPACE
  {
    id: "csms-value-blank-mathematical-space",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a\u{205F}b" }] } },
    verdict: "accept",
    source,
  },
  // U+3000 IDEOGRAPHIC SPACE
  {
    id: "csms-value-blank-ideographic-space",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a\u{3000}b" }] } },
    verdict: "accept",
    source,
  },
  // U+0020 SPACE, twice
  {
    id: "csms-value-blank-two",
    operation,
    request: {
      path,
      body: { action: "create", tags: [{ key: "env", value: "a\u{0020}\u{0020}b" }] },
    },
    verdict: "accept",
    source,
  },

  // The marks that the page lists.

  {
    id: "csms-value-mark-underscore",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a_b" }] } },
    verdict: "accept",
    source,
  },
  {
    id: "csms-value-mark-dot",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a.b" }] } },
    verdict: "accept",
    source,
  },
  {
    id: "csms-value-mark-colon",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a:b" }] } },
    verdict: "accept",
    source,
  },
  {
    id: "csms-value-mark-equals",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a=b" }] } },
    verdict: "accept",
    source,
  },
  {
    id: "csms-value-mark-plus",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a+b" }] } },
    verdict: "accept",
    source,
  },
  {
    id: "csms-value-mark-hyphen",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a-b" }] } },
    verdict: "accept",
    source,
  },
  {
    id: "csms-value-mark-at",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a@b" }] } },
    verdict: "accept",
    source,
  },
  {
    id: "csms-value-mark-slash",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a/b" }] } },
    verdict: "accept",
    source,
  },
  {
    id: "csms-value-mark-all",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "_.:/=+-@" }] } },
    verdict: "accept",
    source,
  },

  // The ASCII marks that it does not list. An unescaped hyphen in the class would be the range
  // from + to @, and let in the comma, the semicolon and their neighbours.

  {
    id: "csms-value-outside-exclamation",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a!b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  {
    id: "csms-value-outside-double-quote",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: 'a"b' }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  {
    id: "csms-value-outside-hash",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a#b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  {
    id: "csms-value-outside-dollar",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a$b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  {
    id: "csms-value-outside-percent",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a%b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  {
    id: "csms-value-outside-ampersand",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a&b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  {
    id: "csms-value-outside-apostrophe",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a'b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  {
    id: "csms-value-outside-open-parenthesis",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a(b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  {
    id: "csms-value-outside-close-parenthesis",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a)b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  {
    id: "csms-value-outside-asterisk",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a*b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  {
    id: "csms-value-outside-comma",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a,b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  {
    id: "csms-value-outside-semicolon",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a;b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  {
    id: "csms-value-outside-less-than",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a<b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  {
    id: "csms-value-outside-greater-than",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a>b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  {
    id: "csms-value-outside-question",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a?b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  {
    id: "csms-value-outside-open-bracket",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a[b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  {
    id: "csms-value-outside-backslash",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a\\b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  {
    id: "csms-value-outside-close-bracket",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a]b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  {
    id: "csms-value-outside-circumflex",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a^b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  {
    id: "csms-value-outside-backtick",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a`b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  {
    id: "csms-value-outside-open-brace",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a{b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  {
    id: "csms-value-outside-pipe",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a|b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  {
    id: "csms-value-outside-close-brace",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  {
    id: "csms-value-outside-tilde",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a~b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },

  // One wrong character is enough, wherever it stands.

  {
    id: "csms-value-outside-first",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "!env" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  {
    id: "csms-value-outside-last",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "env!" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  {
    id: "csms-value-outside-alone",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "!" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  {
    id: "csms-value-outside-after-blank",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a !" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },

  // Punctuation and symbols beyond ASCII, some of them lookalikes of listed marks.

  // U+00B7 MIDDLE DOT
  {
    id: "csms-value-outside-middle-dot",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a\u{00B7}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  // U+203F UNDERTIE
  {
    id: "csms-value-outside-undertie",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a\u{203F}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  // U+2014 EM DASH
  {
    id: "csms-value-outside-em-dash",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a\u{2014}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  // U+3002 IDEOGRAPHIC FULL STOP
  {
    id: "csms-value-outside-ideographic-full-stop",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a\u{3002}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  // U+201C LEFT DOUBLE QUOTATION MARK
  {
    id: "csms-value-outside-left-quotation-mark",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a\u{201C}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  // U+201D RIGHT DOUBLE QUOTATION MARK
  {
    id: "csms-value-outside-right-quotation-mark",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a\u{201D}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  // U+300C LEFT CORNER BRACKET
  {
    id: "csms-value-outside-left-corner-bracket",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a\u{300C}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  // U+300D RIGHT CORNER BRACKET
  {
    id: "csms-value-outside-right-corner-bracket",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a\u{300D}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  // U+FF0D FULLWIDTH HYPHEN-MINUS
  {
    id: "csms-value-outside-fullwidth-hyphen",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a\u{FF0D}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  // U+FF3F FULLWIDTH LOW LINE
  {
    id: "csms-value-outside-fullwidth-underscore",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a\u{FF3F}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  // U+FF1A FULLWIDTH COLON
  {
    id: "csms-value-outside-fullwidth-colon",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a\u{FF1A}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  // U+FF20 FULLWIDTH COMMERCIAL AT
  {
    id: "csms-value-outside-fullwidth-at",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a\u{FF20}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  // U+20AC EURO SIGN
  {
    id: "csms-value-outside-euro",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a\u{20AC}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  // U+00A9 COPYRIGHT SIGN
  {
    id: "csms-value-outside-copyright",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a\u{00A9}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  // U+00D7 MULTIPLICATION SIGN
  {
    id: "csms-value-outside-multiplication",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a\u{00D7}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  // U+00B4 ACUTE ACCENT
  {
    id: "csms-value-outside-acute",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a\u{00B4}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },

  // Combining marks are \p{M}, not letters.

  // U+0301 COMBINING ACUTE ACCENT
  {
    id: "csms-value-combining-acute",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "e\u{0301}" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  // U+0915 DEVANAGARI LETTER KA, U+093F DEVANAGARI VOWEL SIGN I
  {
    id: "csms-value-combining-devanagari-vowel-sign",
    operation,
    request: {
      path,
      body: { action: "create", tags: [{ key: "env", value: "\u{0915}\u{093F}" }] },
    },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  // U+0915 DEVANAGARI LETTER KA, U+094D DEVANAGARI SIGN VIRAMA
  {
    id: "csms-value-combining-devanagari-virama",
    operation,
    request: {
      path,
      body: { action: "create", tags: [{ key: "env", value: "\u{0915}\u{094D}" }] },
    },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  // U+0E01 THAI CHARACTER KO KAI, U+0E31 THAI CHARACTER MAI HAN-AKAT
  {
    id: "csms-value-combining-thai-vowel-sign",
    operation,
    request: {
      path,
      body: { action: "create", tags: [{ key: "env", value: "\u{0E01}\u{0E31}" }] },
    },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  // U+20DD COMBINING ENCLOSING CIRCLE
  {
    id: "csms-value-combining-enclosing-circle",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a\u{20DD}" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  // U+FE0F VARIATION SELECTOR-16
  {
    id: "csms-value-combining-variation-selector",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a\u{FE0F}" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  // U+8FBB CJK UNIFIED IDEOGRAPH-8FBB, U+E0100 VARIATION SELECTOR-17
  {
    id: "csms-value-combining-variation-selector-beyond-bmp",
    operation,
    request: {
      path,
      body: { action: "create", tags: [{ key: "env", value: "\u{8FBB}\u{E0100}" }] },
    },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },

  // Emoji are symbols.

  {
    id: "csms-value-emoji",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "🔑" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  {
    id: "csms-value-emoji-in-text",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a🔑b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  // U+2605 BLACK STAR
  {
    id: "csms-value-emoji-bmp",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "\u{2605}" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  // U+1F3FB EMOJI MODIFIER FITZPATRICK TYPE-1-2
  {
    id: "csms-value-emoji-modifier",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "\u{1F3FB}" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  // U+1F468 MAN, U+200D ZERO WIDTH JOINER, U+1F469 WOMAN
  {
    id: "csms-value-emoji-joined",
    operation,
    request: {
      path,
      body: { action: "create", tags: [{ key: "env", value: "\u{1F468}\u{200D}\u{1F469}" }] },
    },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  // U+1F1E8 REGIONAL INDICATOR SYMBOL LETTER C, U+1F1F3 REGIONAL INDICATOR SYMBOL LETTER N
  {
    id: "csms-value-emoji-flag",
    operation,
    request: {
      path,
      body: { action: "create", tags: [{ key: "env", value: "\u{1F1E8}\u{1F1F3}" }] },
    },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },

  // Format characters are invisible, but no blanks; \s has U+FEFF, \p{Z} has not.

  // U+00AD SOFT HYPHEN
  {
    id: "csms-value-format-soft-hyphen",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a\u{00AD}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  // U+180E MONGOLIAN VOWEL SEPARATOR
  {
    id: "csms-value-format-mongolian-vowel-separator",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a\u{180E}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  // U+200B ZERO WIDTH SPACE
  {
    id: "csms-value-format-zero-width-space",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a\u{200B}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  // U+200C ZERO WIDTH NON-JOINER
  {
    id: "csms-value-format-zero-width-non-joiner",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a\u{200C}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  // U+200D ZERO WIDTH JOINER
  {
    id: "csms-value-format-zero-width-joiner",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a\u{200D}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  // U+200E LEFT-TO-RIGHT MARK
  {
    id: "csms-value-format-left-to-right-mark",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a\u{200E}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  // U+2060 WORD JOINER
  {
    id: "csms-value-format-word-joiner",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a\u{2060}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  // U+FEFF ZERO WIDTH NO-BREAK SPACE
  {
    id: "csms-value-format-byte-order-mark",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a\u{FEFF}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  // U+E0001 LANGUAGE TAG
  {
    id: "csms-value-format-tag-beyond-bmp",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a\u{E0001}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  // U+FEFF ZERO WIDTH NO-BREAK SPACE
  {
    id: "csms-value-format-byte-order-mark-first",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "\u{FEFF}env" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  // U+FEFF ZERO WIDTH NO-BREAK SPACE
  {
    id: "csms-value-format-byte-order-mark-last",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "env\u{FEFF}" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },

  // Control characters; \s has some of them, \p{Z} none.

  // U+0000 NULL
  {
    id: "csms-value-control-null",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a\u{0000}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  // U+0009 TAB
  {
    id: "csms-value-control-tab",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a\u{0009}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  // U+000A LINE FEED
  {
    id: "csms-value-control-line-feed",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a\u{000A}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  // U+000B LINE TABULATION
  {
    id: "csms-value-control-vertical-tab",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a\u{000B}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  // U+000C FORM FEED
  {
    id: "csms-value-control-form-feed",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a\u{000C}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  // U+000D CARRIAGE RETURN
  {
    id: "csms-value-control-carriage-return",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a\u{000D}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  // U+001F INFORMATION SEPARATOR ONE
  {
    id: "csms-value-control-unit-separator",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a\u{001F}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  // U+007F DELETE
  {
    id: "csms-value-control-delete",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a\u{007F}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  // U+0085 NEXT LINE
  {
    id: "csms-value-control-next-line",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a\u{0085}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },

  // A line feed at the end: in some regex dialects $ matches before it.

  // U+000A LINE FEED
  {
    id: "csms-value-control-line-feed-last",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "env\u{000A}" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  // U+000A LINE FEED
  {
    id: "csms-value-control-line-feed-first",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "\u{000A}env" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  // U+000A LINE FEED
  {
    id: "csms-value-control-line-feed-alone",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "\u{000A}" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },

  // Private use, and code points that no version of Unicode will assign.

  // U+E000 private use
  {
    id: "csms-value-private-use",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a\u{E000}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  // U+F0000 private use beyond the BMP
  {
    id: "csms-value-private-use-beyond-bmp",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a\u{F0000}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  // U+FDD0 a noncharacter
  {
    id: "csms-value-noncharacter-arabic",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a\u{FDD0}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  // U+FFFF a noncharacter
  {
    id: "csms-value-noncharacter-bmp",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a\u{FFFF}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  // U+10FFFF the last code point, a noncharacter
  {
    id: "csms-value-noncharacter-last",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a\u{10FFFF}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  // U+FFFD REPLACEMENT CHARACTER
  {
    id: "csms-value-replacement-character",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a\u{FFFD}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },

  // Halves of surrogate pairs. Some JSON libraries replace them by U+FFFD: the verdict is the same.

  // U+D800 a high surrogate alone
  {
    id: "csms-value-high-surrogate",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a\u{D800}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  // U+DC00 a low surrogate alone
  {
    id: "csms-value-low-surrogate",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a\u{DC00}b" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
  // U+DC00 a low surrogate alone, U+D800 a high surrogate alone
  {
    id: "csms-value-surrogates-reversed",
    operation,
    request: {
      path,
      body: { action: "create", tags: [{ key: "env", value: "\u{DC00}\u{D800}" }] },
    },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "pattern" }],
    source,
  },
];

import type { RequestCase, Source } from "../case.js";
import { operation, path } from "./target.js";

const source: Source = { page: "csms", table: "table 4, key" };

/** The key of a tag: presence, type, length, blanks at its ends, and the reserved prefix. */
export const tagKeyCases: readonly RequestCase[] = [
  // Mandatory, and a string.

  {
    id: "csms-key-absent",
    operation,
    request: { path, body: { action: "create", tags: [{ value: "prod" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0", keyword: "required" }],
    source,
  },
  {
    id: "csms-key-null",
    operation,
    request: { path, body: { action: "create", tags: [{ key: null }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "type" }],
    source,
  },
  {
    id: "csms-key-number",
    operation,
    request: { path, body: { action: "create", tags: [{ key: 1 }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "type" }],
    source,
  },
  {
    id: "csms-key-boolean",
    operation,
    request: { path, body: { action: "create", tags: [{ key: true }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "type" }],
    source,
  },
  {
    id: "csms-key-array",
    operation,
    request: { path, body: { action: "create", tags: [{ key: ["env"] }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "type" }],
    source,
  },
  {
    id: "csms-key-object",
    operation,
    request: { path, body: { action: "create", tags: [{ key: {} }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "type" }],
    source,
  },

  // From 1 to 128 characters: code points, not UTF-16 units or bytes.
  // The ASCII texts of the lengths count themselves: a number ends at the position it names.
  // beyond-bmp: U+20000 to U+20009, two UTF-16 units and four bytes each.

  // The pattern alone would allow it.
  {
    id: "csms-key-0",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "minLength" }],
    source,
  },
  {
    id: "csms-key-1-ascii",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "k" }] } },
    verdict: "accept",
    source,
  },
  // U+20000 CJK UNIFIED IDEOGRAPH-20000
  {
    id: "csms-key-1-beyond-bmp",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "\u{20000}" }] } },
    verdict: "accept",
    source,
  },
  {
    id: "csms-key-128-ascii",
    operation,
    request: {
      path,
      body: {
        action: "create",
        tags: [
          {
            key: "--------10--------20--------30--------40--------50--------60--------70--------80--------90-------100-------110-------120-----128",
          },
        ],
      },
    },
    verdict: "accept",
    source,
  },
  {
    id: "csms-key-129-ascii",
    operation,
    request: {
      path,
      body: {
        action: "create",
        tags: [
          {
            key: "--------10--------20--------30--------40--------50--------60--------70--------80--------90-------100-------110-------120------129",
          },
        ],
      },
    },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "maxLength" }],
    source,
  },
  {
    id: "csms-key-128-cjk",
    operation,
    request: {
      path,
      body: {
        action: "create",
        tags: [
          {
            key: "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八",
          },
        ],
      },
    },
    verdict: "accept",
    source,
  },
  {
    id: "csms-key-129-cjk",
    operation,
    request: {
      path,
      body: {
        action: "create",
        tags: [
          {
            key: "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九",
          },
        ],
      },
    },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "maxLength" }],
    source,
  },
  {
    id: "csms-key-128-beyond-bmp",
    operation,
    request: {
      path,
      body: {
        action: "create",
        tags: [
          {
            key: "𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇",
          },
        ],
      },
    },
    verdict: "accept",
    source,
  },
  {
    id: "csms-key-129-beyond-bmp",
    operation,
    request: {
      path,
      body: {
        action: "create",
        tags: [
          {
            key: "𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈",
          },
        ],
      },
    },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "maxLength" }],
    source,
  },

  // No blank of any kind at the beginning.

  // U+0020 SPACE
  {
    id: "csms-key-leading-space",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "\u{0020}env" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+00A0 NO-BREAK SPACE
  {
    id: "csms-key-leading-no-break-space",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "\u{00A0}env" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+1680 OGHAM SPACE MARK
  {
    id: "csms-key-leading-ogham-space",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "\u{1680}env" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+2000 EN QUAD
  {
    id: "csms-key-leading-en-quad",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "\u{2000}env" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+2003 EM SPACE
  {
    id: "csms-key-leading-em-space",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "\u{2003}env" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+200A HAIR SPACE
  {
    id: "csms-key-leading-hair-space",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "\u{200A}env" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+2028 LINE SEPARATOR
  {
    id: "csms-key-leading-line-separator",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "\u{2028}env" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+2029 PARAGRAPH SEPARATOR
  {
    id: "csms-key-leading-paragraph-separator",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "\u{2029}env" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+202F NARROW NO-BREAK SPACE
  {
    id: "csms-key-leading-narrow-no-break-space",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "\u{202F}env" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+205F MEDIUM MATHEMATICAL SPACE
  {
    id: "csms-key-leading-mathematical-space",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "\u{205F}env" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+3000 IDEOGRAPHIC SPACE
  {
    id: "csms-key-leading-ideographic-space",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "\u{3000}env" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },

  // No blank of any kind at the end.

  // U+0020 SPACE
  {
    id: "csms-key-trailing-space",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env\u{0020}" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+00A0 NO-BREAK SPACE
  {
    id: "csms-key-trailing-no-break-space",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env\u{00A0}" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+1680 OGHAM SPACE MARK
  {
    id: "csms-key-trailing-ogham-space",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env\u{1680}" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+2000 EN QUAD
  {
    id: "csms-key-trailing-en-quad",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env\u{2000}" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+2003 EM SPACE
  {
    id: "csms-key-trailing-em-space",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env\u{2003}" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+200A HAIR SPACE
  {
    id: "csms-key-trailing-hair-space",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env\u{200A}" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+2028 LINE SEPARATOR
  {
    id: "csms-key-trailing-line-separator",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env\u{2028}" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+2029 PARAGRAPH SEPARATOR
  {
    id: "csms-key-trailing-paragraph-separator",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env\u{2029}" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+202F NARROW NO-BREAK SPACE
  {
    id: "csms-key-trailing-narrow-no-break-space",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env\u{202F}" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+205F MEDIUM MATHEMATICAL SPACE
  {
    id: "csms-key-trailing-mathematical-space",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env\u{205F}" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+3000 IDEOGRAPHIC SPACE
  {
    id: "csms-key-trailing-ideographic-space",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env\u{3000}" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },

  // Blanks at both ends, and nothing but blanks.

  // U+0020 SPACE
  {
    id: "csms-key-blank-both-ends",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "\u{0020}env\u{0020}" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+0020 SPACE
  {
    id: "csms-key-blank-alone",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "\u{0020}" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+3000 IDEOGRAPHIC SPACE
  {
    id: "csms-key-ideographic-blank-alone",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "\u{3000}" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  // U+0020 SPACE, twice
  {
    id: "csms-key-blanks-alone",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "\u{0020}\u{0020}" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },

  // _sys_ is a reserved prefix. The printed page shows sys: its converter took the underscores for
  // emphasis, and the vendor's SDKs and API definition have them.

  {
    id: "csms-key-reserved-alone",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "_sys_" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  {
    id: "csms-key-reserved-then-letter",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "_sys_x" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  {
    id: "csms-key-reserved-then-underscore",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "_sys__" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  {
    id: "csms-key-reserved-then-digit",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "_sys_1" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  {
    id: "csms-key-reserved-then-cjk",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "_sys_环境" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },
  {
    id: "csms-key-reserved-twice",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "_sys__sys_" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "pattern" }],
    source,
  },

  // Near it, but free.

  {
    id: "csms-key-free-sys",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "sys" }] } },
    verdict: "accept",
    source,
  },
  {
    id: "csms-key-free-sys-word",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "system" }] } },
    verdict: "accept",
    source,
  },
  {
    id: "csms-key-free-sys-underscore",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "sys_" }] } },
    verdict: "accept",
    source,
  },
  {
    id: "csms-key-free-sys-underscore-x",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "sys_x" }] } },
    verdict: "accept",
    source,
  },
  {
    id: "csms-key-free-underscore-sys",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "_sys" }] } },
    verdict: "accept",
    source,
  },
  {
    id: "csms-key-free-underscore-sys-word",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "_system" }] } },
    verdict: "accept",
    source,
  },
  {
    id: "csms-key-free-underscore-sys-dot",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "_sys.x" }] } },
    verdict: "accept",
    source,
  },
  {
    id: "csms-key-free-hyphen-sys",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "-sys_x" }] } },
    verdict: "accept",
    source,
  },
  {
    id: "csms-key-free-two-underscores",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "__sys_x" }] } },
    verdict: "accept",
    source,
  },
  {
    id: "csms-key-free-second-letter-other",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "_sas_x" }] } },
    verdict: "accept",
    source,
  },
  {
    id: "csms-key-free-third-letter-other",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "_syb_x" }] } },
    verdict: "accept",
    source,
  },
  {
    id: "csms-key-free-capitals",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "_SYS_x" }] } },
    verdict: "accept",
    source,
  },
  {
    id: "csms-key-free-capital",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "_Sys_x" }] } },
    verdict: "accept",
    source,
  },
  {
    id: "csms-key-free-inside",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "x_sys_" }] } },
    verdict: "accept",
    source,
  },
  {
    id: "csms-key-free-after-blank",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "x _sys_" }] } },
    verdict: "accept",
    source,
  },
  {
    id: "csms-key-free-underscore",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "_" }] } },
    verdict: "accept",
    source,
  },
];

import type { RequestCase, Source } from "../case.js";
import { operation, path } from "./target.js";

const source: Source = { page: "kms", table: "request parameters, tags" };
const optional: Source = { page: "vendor", table: "API definition of batchCreateKmsTags, value" };

/** The value of a tag: presence, type, length, and freedom of characters. */
export const tagValueCases: readonly RequestCase[] = [
  // Optional, but a string if it is there. The page does not say whether it may be absent or empty.

  {
    id: "kms-value-absent",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env" }] } },
    verdict: "accept",
    source: optional,
  },
  {
    id: "kms-value-absent-delete",
    operation,
    request: { path, body: { action: "delete", tags: [{ key: "env" }] } },
    verdict: "accept",
    source: optional,
  },
  {
    id: "kms-value-0",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "" }] } },
    verdict: "accept",
    source: optional,
  },
  {
    id: "kms-value-null",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: null }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "type" }],
    source,
  },
  {
    id: "kms-value-number",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: 1 }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "type" }],
    source,
  },
  {
    id: "kms-value-boolean",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: true }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "type" }],
    source,
  },
  {
    id: "kms-value-array",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: ["env"] }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "type" }],
    source,
  },
  {
    id: "kms-value-object",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: {} }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "type" }],
    source,
  },

  // At most 43 characters: code points, not UTF-16 units or bytes.
  // The ASCII texts of the lengths count themselves: a number ends at the position it names.
  // beyond-bmp: U+20000 to U+20009, two UTF-16 units and four bytes each.

  {
    id: "kms-value-1",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "v" }] } },
    verdict: "accept",
    source,
  },
  {
    id: "kms-value-43-ascii",
    operation,
    request: {
      path,
      body: {
        action: "create",
        tags: [{ key: "env", value: "--------10--------20--------30--------40-43" }],
      },
    },
    verdict: "accept",
    source,
  },
  {
    id: "kms-value-44-ascii",
    operation,
    request: {
      path,
      body: {
        action: "create",
        tags: [{ key: "env", value: "--------10--------20--------30--------40--44" }],
      },
    },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "maxLength" }],
    source,
  },
  {
    id: "kms-value-43-cjk",
    operation,
    request: {
      path,
      body: {
        action: "create",
        tags: [
          {
            key: "env",
            value:
              "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三",
          },
        ],
      },
    },
    verdict: "accept",
    source,
  },
  {
    id: "kms-value-44-cjk",
    operation,
    request: {
      path,
      body: {
        action: "create",
        tags: [
          {
            key: "env",
            value:
              "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四",
          },
        ],
      },
    },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "maxLength" }],
    source,
  },
  {
    id: "kms-value-43-beyond-bmp",
    operation,
    request: {
      path,
      body: {
        action: "create",
        tags: [
          {
            key: "env",
            value:
              "𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂",
          },
        ],
      },
    },
    verdict: "accept",
    source,
  },
  {
    id: "kms-value-44-beyond-bmp",
    operation,
    request: {
      path,
      body: {
        action: "create",
        tags: [
          {
            key: "env",
            value:
              "𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃",
          },
        ],
      },
    },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "maxLength" }],
    source,
  },
  {
    id: "kms-value-43-emoji",
    operation,
    request: {
      path,
      body: {
        action: "create",
        tags: [
          {
            key: "env",
            value:
              "😀😁😂🤣😃😄😅😆😇😈😀😁😂🤣😃😄😅😆😇😈😀😁😂🤣😃😄😅😆😇😈😀😁😂🤣😃😄😅😆😇😈😀😁😂",
          },
        ],
      },
    },
    verdict: "accept",
    source,
  },
  {
    id: "kms-value-44-emoji",
    operation,
    request: {
      path,
      body: {
        action: "create",
        tags: [
          {
            key: "env",
            value:
              "😀😁😂🤣😃😄😅😆😇😈😀😁😂🤣😃😄😅😆😇😈😀😁😂🤣😃😄😅😆😇😈😀😁😂🤣😃😄😅😆😇😈😀😁😂🤣",
          },
        ],
      },
    },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "maxLength" }],
    source,
  },

  // Code points, not what a reader takes for characters: e and U+0301 COMBINING ACUTE ACCENT are two,
  // though NFC would join them; a family of four (emoji joined by U+200D ZERO WIDTH JOINER) is seven.

  {
    id: "kms-value-43-combining",
    operation,
    request: {
      path,
      body: {
        action: "create",
        tags: [
          {
            key: "env",
            value:
              "e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e",
          },
        ],
      },
    },
    verdict: "accept",
    source,
  },
  {
    id: "kms-value-44-combining",
    operation,
    request: {
      path,
      body: {
        action: "create",
        tags: [
          {
            key: "env",
            value:
              "e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}",
          },
        ],
      },
    },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "maxLength" }],
    source,
  },
  {
    id: "kms-value-43-joined-emoji",
    operation,
    request: {
      path,
      body: {
        action: "create",
        tags: [
          {
            key: "env",
            value:
              "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{200D}\u{1F466}\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{200D}\u{1F466}\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{200D}\u{1F466}\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{200D}\u{1F466}\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{200D}\u{1F466}\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{200D}\u{1F466}-",
          },
        ],
      },
    },
    verdict: "accept",
    source,
  },
  {
    id: "kms-value-44-joined-emoji",
    operation,
    request: {
      path,
      body: {
        action: "create",
        tags: [
          {
            key: "env",
            value:
              "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{200D}\u{1F466}\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{200D}\u{1F466}\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{200D}\u{1F466}\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{200D}\u{1F466}\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{200D}\u{1F466}\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{200D}\u{1F466}--",
          },
        ],
      },
    },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "maxLength" }],
    source,
  },

  // The page restricts no characters. (A newer vendor page rules out the first five, and ASCII control
  // characters: a note in the contract, not a rule.)

  {
    id: "kms-value-free-asterisk",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a*b" }] } },
    verdict: "accept",
    source,
  },
  {
    id: "kms-value-free-less-than",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a<b" }] } },
    verdict: "accept",
    source,
  },
  {
    id: "kms-value-free-greater-than",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a>b" }] } },
    verdict: "accept",
    source,
  },
  {
    id: "kms-value-free-backslash",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a\\b" }] } },
    verdict: "accept",
    source,
  },
  {
    id: "kms-value-free-equals",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a=b" }] } },
    verdict: "accept",
    source,
  },
  // U+0000 NULL
  {
    id: "kms-value-free-null",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a\u{0000}b" }] } },
    verdict: "accept",
    source,
  },
  // U+0009 TAB
  {
    id: "kms-value-free-tab",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a\u{0009}b" }] } },
    verdict: "accept",
    source,
  },
  // U+000A LINE FEED
  {
    id: "kms-value-free-line-feed",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a\u{000A}b" }] } },
    verdict: "accept",
    source,
  },
  // U+001F INFORMATION SEPARATOR ONE
  {
    id: "kms-value-free-unit-separator",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a\u{001F}b" }] } },
    verdict: "accept",
    source,
  },
  // U+007F DELETE
  {
    id: "kms-value-free-delete",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a\u{007F}b" }] } },
    verdict: "accept",
    source,
  },

  // What the regexes of CSMS would refuse.

  {
    id: "kms-value-free-slash",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a/b" }] } },
    verdict: "accept",
    source,
  },
  {
    id: "kms-value-free-punctuation",
    operation,
    request: {
      path,
      body: { action: "create", tags: [{ key: "env", value: "!#$%&'(),;?[]^`{|}~" }] },
    },
    verdict: "accept",
    source,
  },
  {
    id: "kms-value-free-double-quote",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: 'a"b' }] } },
    verdict: "accept",
    source,
  },
  {
    id: "kms-value-free-sys",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "_sys_" }] } },
    verdict: "accept",
    source,
  },
  {
    id: "kms-value-free-sys-x",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "_sys_x" }] } },
    verdict: "accept",
    source,
  },
  {
    id: "kms-value-free-emoji",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "🔒" }] } },
    verdict: "accept",
    source,
  },
  {
    id: "kms-value-free-chinese-punctuation",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "环境。" }] } },
    verdict: "accept",
    source,
  },
  // U+0020 SPACE
  {
    id: "kms-value-free-leading-blank",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "\u{0020}prod" }] } },
    verdict: "accept",
    source,
  },
  // U+0020 SPACE
  {
    id: "kms-value-free-trailing-blank",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "prod\u{0020}" }] } },
    verdict: "accept",
    source,
  },
  // U+0020 SPACE
  {
    id: "kms-value-free-blank-alone",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "\u{0020}" }] } },
    verdict: "accept",
    source,
  },
  // U+3000 IDEOGRAPHIC SPACE
  {
    id: "kms-value-free-ideographic-blank-alone",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "\u{3000}" }] } },
    verdict: "accept",
    source,
  },
  // U+000A LINE FEED
  {
    id: "kms-value-free-trailing-line-feed",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "prod\u{000A}" }] } },
    verdict: "accept",
    source,
  },
  // U+FEFF ZERO WIDTH NO-BREAK SPACE
  {
    id: "kms-value-free-byte-order-mark",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "\u{FEFF}prod" }] } },
    verdict: "accept",
    source,
  },
  // U+200B ZERO WIDTH SPACE
  {
    id: "kms-value-free-zero-width-space",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "a\u{200B}b" }] } },
    verdict: "accept",
    source,
  },
  // U+0301 COMBINING ACUTE ACCENT
  {
    id: "kms-value-free-combining",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "e\u{0301}" }] } },
    verdict: "accept",
    source,
  },
  // U+E000 private use
  {
    id: "kms-value-free-private-use",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "\u{E000}" }] } },
    verdict: "accept",
    source,
  },
  // U+FFFF a noncharacter
  {
    id: "kms-value-free-noncharacter",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "\u{FFFF}" }] } },
    verdict: "accept",
    source,
  },
];

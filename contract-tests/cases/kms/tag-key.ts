import type { RequestCase, Source } from "../case.js";
import { operation, path } from "./target.js";

const source: Source = { page: "kms", table: "request parameters, tags" };

/** The key of a tag: presence, type, length, and freedom of characters. */
export const tagKeyCases: readonly RequestCase[] = [
  // Mandatory, and a string.

  {
    id: "kms-key-absent",
    operation,
    request: { path, body: { action: "create", tags: [{ value: "prod" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0", keyword: "required" }],
    source,
  },
  {
    id: "kms-key-null",
    operation,
    request: { path, body: { action: "create", tags: [{ key: null, value: "prod" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "type" }],
    source,
  },
  {
    id: "kms-key-number",
    operation,
    request: { path, body: { action: "create", tags: [{ key: 1, value: "prod" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "type" }],
    source,
  },
  {
    id: "kms-key-boolean",
    operation,
    request: { path, body: { action: "create", tags: [{ key: true, value: "prod" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "type" }],
    source,
  },
  {
    id: "kms-key-array",
    operation,
    request: { path, body: { action: "create", tags: [{ key: ["env"], value: "prod" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "type" }],
    source,
  },
  {
    id: "kms-key-object",
    operation,
    request: { path, body: { action: "create", tags: [{ key: {}, value: "prod" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "type" }],
    source,
  },

  // From 1 to 36 characters: code points, not UTF-16 units or bytes.
  // The ASCII texts of the lengths count themselves: a number ends at the position it names.
  // beyond-bmp: U+20000 to U+20009, two UTF-16 units and four bytes each.

  {
    id: "kms-key-0",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "", value: "prod" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "minLength" }],
    source,
  },
  {
    id: "kms-key-1-ascii",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "k", value: "prod" }] } },
    verdict: "accept",
    source,
  },
  {
    id: "kms-key-1-emoji",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "🔑", value: "prod" }] } },
    verdict: "accept",
    source,
  },
  {
    id: "kms-key-36-ascii",
    operation,
    request: {
      path,
      body: {
        action: "create",
        tags: [{ key: "--------10--------20--------30----36", value: "prod" }],
      },
    },
    verdict: "accept",
    source,
  },
  {
    id: "kms-key-37-ascii",
    operation,
    request: {
      path,
      body: {
        action: "create",
        tags: [{ key: "--------10--------20--------30-----37", value: "prod" }],
      },
    },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "maxLength" }],
    source,
  },
  {
    id: "kms-key-36-cjk",
    operation,
    request: {
      path,
      body: {
        action: "create",
        tags: [
          {
            key: "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六",
            value: "prod",
          },
        ],
      },
    },
    verdict: "accept",
    source,
  },
  {
    id: "kms-key-37-cjk",
    operation,
    request: {
      path,
      body: {
        action: "create",
        tags: [
          {
            key: "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七",
            value: "prod",
          },
        ],
      },
    },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "maxLength" }],
    source,
  },
  {
    id: "kms-key-36-beyond-bmp",
    operation,
    request: {
      path,
      body: {
        action: "create",
        tags: [
          {
            key: "𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅",
            value: "prod",
          },
        ],
      },
    },
    verdict: "accept",
    source,
  },
  {
    id: "kms-key-37-beyond-bmp",
    operation,
    request: {
      path,
      body: {
        action: "create",
        tags: [
          {
            key: "𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆",
            value: "prod",
          },
        ],
      },
    },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "maxLength" }],
    source,
  },
  {
    id: "kms-key-36-emoji",
    operation,
    request: {
      path,
      body: {
        action: "create",
        tags: [
          {
            key: "😀😁😂🤣😃😄😅😆😇😈😀😁😂🤣😃😄😅😆😇😈😀😁😂🤣😃😄😅😆😇😈😀😁😂🤣😃😄",
            value: "prod",
          },
        ],
      },
    },
    verdict: "accept",
    source,
  },
  {
    id: "kms-key-37-emoji",
    operation,
    request: {
      path,
      body: {
        action: "create",
        tags: [
          {
            key: "😀😁😂🤣😃😄😅😆😇😈😀😁😂🤣😃😄😅😆😇😈😀😁😂🤣😃😄😅😆😇😈😀😁😂🤣😃😄😅",
            value: "prod",
          },
        ],
      },
    },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "maxLength" }],
    source,
  },

  // Code points, not what a reader takes for characters: e and U+0301 COMBINING ACUTE ACCENT are two,
  // though NFC would join them; a family of four (emoji joined by U+200D ZERO WIDTH JOINER) is seven.

  {
    id: "kms-key-36-combining",
    operation,
    request: {
      path,
      body: {
        action: "create",
        tags: [
          {
            key: "e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}",
            value: "prod",
          },
        ],
      },
    },
    verdict: "accept",
    source,
  },
  {
    id: "kms-key-37-combining",
    operation,
    request: {
      path,
      body: {
        action: "create",
        tags: [
          {
            key: "e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e",
            value: "prod",
          },
        ],
      },
    },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "maxLength" }],
    source,
  },
  {
    id: "kms-key-36-joined-emoji",
    operation,
    request: {
      path,
      body: {
        action: "create",
        tags: [
          {
            key: "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{200D}\u{1F466}\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{200D}\u{1F466}\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{200D}\u{1F466}\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{200D}\u{1F466}\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{200D}\u{1F466}-",
            value: "prod",
          },
        ],
      },
    },
    verdict: "accept",
    source,
  },
  {
    id: "kms-key-37-joined-emoji",
    operation,
    request: {
      path,
      body: {
        action: "create",
        tags: [
          {
            key: "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{200D}\u{1F466}\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{200D}\u{1F466}\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{200D}\u{1F466}\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{200D}\u{1F466}\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{200D}\u{1F466}--",
            value: "prod",
          },
        ],
      },
    },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/key", keyword: "maxLength" }],
    source,
  },

  // The page restricts no characters. (A newer vendor page rules out the first five, and ASCII control
  // characters: a note in the contract, not a rule.)

  {
    id: "kms-key-free-asterisk",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a*b", value: "prod" }] } },
    verdict: "accept",
    source,
  },
  {
    id: "kms-key-free-less-than",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a<b", value: "prod" }] } },
    verdict: "accept",
    source,
  },
  {
    id: "kms-key-free-greater-than",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a>b", value: "prod" }] } },
    verdict: "accept",
    source,
  },
  {
    id: "kms-key-free-backslash",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a\\b", value: "prod" }] } },
    verdict: "accept",
    source,
  },
  {
    id: "kms-key-free-equals",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a=b", value: "prod" }] } },
    verdict: "accept",
    source,
  },
  // U+0000 NULL
  {
    id: "kms-key-free-null",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a\u{0000}b", value: "prod" }] } },
    verdict: "accept",
    source,
  },
  // U+0009 TAB
  {
    id: "kms-key-free-tab",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a\u{0009}b", value: "prod" }] } },
    verdict: "accept",
    source,
  },
  // U+000A LINE FEED
  {
    id: "kms-key-free-line-feed",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a\u{000A}b", value: "prod" }] } },
    verdict: "accept",
    source,
  },
  // U+001F INFORMATION SEPARATOR ONE
  {
    id: "kms-key-free-unit-separator",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a\u{001F}b", value: "prod" }] } },
    verdict: "accept",
    source,
  },
  // U+007F DELETE
  {
    id: "kms-key-free-delete",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a\u{007F}b", value: "prod" }] } },
    verdict: "accept",
    source,
  },

  // What the regexes of CSMS would refuse.

  {
    id: "kms-key-free-slash",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a/b", value: "prod" }] } },
    verdict: "accept",
    source,
  },
  {
    id: "kms-key-free-punctuation",
    operation,
    request: {
      path,
      body: { action: "create", tags: [{ key: "!#$%&'(),;?[]^`{|}~", value: "prod" }] },
    },
    verdict: "accept",
    source,
  },
  {
    id: "kms-key-free-double-quote",
    operation,
    request: { path, body: { action: "create", tags: [{ key: 'a"b', value: "prod" }] } },
    verdict: "accept",
    source,
  },
  {
    id: "kms-key-free-sys",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "_sys_", value: "prod" }] } },
    verdict: "accept",
    source,
  },
  {
    id: "kms-key-free-sys-x",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "_sys_x", value: "prod" }] } },
    verdict: "accept",
    source,
  },
  {
    id: "kms-key-free-emoji",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "🔒", value: "prod" }] } },
    verdict: "accept",
    source,
  },
  {
    id: "kms-key-free-chinese-punctuation",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "环境。", value: "prod" }] } },
    verdict: "accept",
    source,
  },
  // U+0020 SPACE
  {
    id: "kms-key-free-leading-blank",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "\u{0020}env", value: "prod" }] } },
    verdict: "accept",
    source,
  },
  // U+0020 SPACE
  {
    id: "kms-key-free-trailing-blank",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env\u{0020}", value: "prod" }] } },
    verdict: "accept",
    source,
  },
  // U+0020 SPACE
  {
    id: "kms-key-free-blank-alone",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "\u{0020}", value: "prod" }] } },
    verdict: "accept",
    source,
  },
  // U+3000 IDEOGRAPHIC SPACE
  {
    id: "kms-key-free-ideographic-blank-alone",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "\u{3000}", value: "prod" }] } },
    verdict: "accept",
    source,
  },
  // U+000A LINE FEED
  {
    id: "kms-key-free-trailing-line-feed",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env\u{000A}", value: "prod" }] } },
    verdict: "accept",
    source,
  },
  // U+FEFF ZERO WIDTH NO-BREAK SPACE
  {
    id: "kms-key-free-byte-order-mark",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "\u{FEFF}env", value: "prod" }] } },
    verdict: "accept",
    source,
  },
  // U+200B ZERO WIDTH SPACE
  {
    id: "kms-key-free-zero-width-space",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a\u{200B}b", value: "prod" }] } },
    verdict: "accept",
    source,
  },
  // U+0301 COMBINING ACUTE ACCENT
  {
    id: "kms-key-free-combining",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "e\u{0301}", value: "prod" }] } },
    verdict: "accept",
    source,
  },
  // U+E000 private use
  {
    id: "kms-key-free-private-use",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "\u{E000}", value: "prod" }] } },
    verdict: "accept",
    source,
  },
  // U+FFFF a noncharacter
  {
    id: "kms-key-free-noncharacter",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "\u{FFFF}", value: "prod" }] } },
    verdict: "accept",
    source,
  },
];

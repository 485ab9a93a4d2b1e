import type { RequestCase, Source } from "../case.js";
import { operation, path } from "./target.js";

const source: Source = { page: "csms", table: "table 4, value" };

/** The value of a tag: presence, type, length, and blanks at its ends. */
export const tagValueCases: readonly RequestCase[] = [
  // Optional, but a string if it is there.

  {
    id: "csms-value-absent",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env" }] } },
    verdict: "accept",
    source,
  },
  {
    id: "csms-value-null",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: null }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "type" }],
    source,
  },
  {
    id: "csms-value-number",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: 1 }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "type" }],
    source,
  },
  {
    id: "csms-value-boolean",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: true }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "type" }],
    source,
  },
  {
    id: "csms-value-array",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: ["env"] }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "type" }],
    source,
  },
  {
    id: "csms-value-object",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: {} }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "type" }],
    source,
  },

  // At most 255 characters: code points, not UTF-16 units or bytes.
  // The ASCII texts of the lengths count themselves: a number ends at the position it names.
  // beyond-bmp: U+20000 to U+20009, two UTF-16 units and four bytes each.

  {
    id: "csms-value-0",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "" }] } },
    verdict: "accept",
    source,
  },
  {
    id: "csms-value-1",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "v" }] } },
    verdict: "accept",
    source,
  },
  {
    id: "csms-value-255-ascii",
    operation,
    request: {
      path,
      body: {
        action: "create",
        tags: [
          {
            key: "env",
            value:
              "--------10--------20--------30--------40--------50--------60--------70--------80--------90-------100-------110-------120-------130-------140-------150-------160-------170-------180-------190-------200-------210-------220-------230-------240-------250--255",
          },
        ],
      },
    },
    verdict: "accept",
    source,
  },
  {
    id: "csms-value-256-ascii",
    operation,
    request: {
      path,
      body: {
        action: "create",
        tags: [
          {
            key: "env",
            value:
              "--------10--------20--------30--------40--------50--------60--------70--------80--------90-------100-------110-------120-------130-------140-------150-------160-------170-------180-------190-------200-------210-------220-------230-------240-------250---256",
          },
        ],
      },
    },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "maxLength" }],
    source,
  },
  {
    id: "csms-value-255-cjk",
    operation,
    request: {
      path,
      body: {
        action: "create",
        tags: [
          {
            key: "env",
            value:
              "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五",
          },
        ],
      },
    },
    verdict: "accept",
    source,
  },
  {
    id: "csms-value-256-cjk",
    operation,
    request: {
      path,
      body: {
        action: "create",
        tags: [
          {
            key: "env",
            value:
              "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六",
          },
        ],
      },
    },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "maxLength" }],
    source,
  },
  {
    id: "csms-value-255-beyond-bmp",
    operation,
    request: {
      path,
      body: {
        action: "create",
        tags: [
          {
            key: "env",
            value:
              "𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄",
          },
        ],
      },
    },
    verdict: "accept",
    source,
  },
  {
    id: "csms-value-256-beyond-bmp",
    operation,
    request: {
      path,
      body: {
        action: "create",
        tags: [
          {
            key: "env",
            value:
              "𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅",
          },
        ],
      },
    },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0/value", keyword: "maxLength" }],
    source,
  },

  // Blanks are free at the ends of a value.

  // U+0020 SPACE
  {
    id: "csms-value-leading-space",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "\u{0020}prod" }] } },
    verdict: "accept",
    source,
  },
  // U+00A0 NO-BREAK SPACE
  {
    id: "csms-value-leading-no-break-space",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "\u{00A0}prod" }] } },
    verdict: "accept",
    source,
  },
  // U+1680 OGHAM SPACE MARK
  {
    id: "csms-value-leading-ogham-space",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "\u{1680}prod" }] } },
    verdict: "accept",
    source,
  },
  // U+2000 EN QUAD
  {
    id: "csms-value-leading-en-quad",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "\u{2000}prod" }] } },
    verdict: "accept",
    source,
  },
  // U+2003 EM SPACE
  {
    id: "csms-value-leading-em-space",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "\u{2003}prod" }] } },
    verdict: "accept",
    source,
  },
  // U+200A HAIR SPACE
  {
    id: "csms-value-leading-hair-space",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "\u{200A}prod" }] } },
    verdict: "accept",
    source,
  },
  // U+2028 LINE SEPARATOR
  {
    id: "csms-value-leading-line-separator",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "\u{2028}prod" }] } },
    verdict: "accept",
    source,
  },
  // U+2029 PARAGRAPH SEPARATOR
  {
    id: "csms-value-leading-paragraph-separator",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "\u{2029}prod" }] } },
    verdict: "accept",
    source,
  },
  // U+202F NARROW NO-BREAK SPACE
  {
    id: "csms-value-leading-narrow-no-break-space",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "\u{202F}prod" }] } },
    verdict: "accept",
    source,
  },
  // U+205F MEDIUM MATHEMATICAL SPACE
  {
    id: "csms-value-leading-mathematical-space",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "\u{205F}prod" }] } },
    verdict: "accept",
    source,
  },
  // U+3000 IDEOGRAPHIC SPACE
  {
    id: "csms-value-leading-ideographic-space",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "\u{3000}prod" }] } },
    verdict: "accept",
    source,
  },
  // U+0020 SPACE
  {
    id: "csms-value-trailing-space",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "prod\u{0020}" }] } },
    verdict: "accept",
    source,
  },
  // U+00A0 NO-BREAK SPACE
  {
    id: "csms-value-trailing-no-break-space",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "prod\u{00A0}" }] } },
    verdict: "accept",
    source,
  },
  // U+1680 OGHAM SPACE MARK
  {
    id: "csms-value-trailing-ogham-space",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "prod\u{1680}" }] } },
    verdict: "accept",
    source,
  },
  // U+2000 EN QUAD
  {
    id: "csms-value-trailing-en-quad",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "prod\u{2000}" }] } },
    verdict: "accept",
    source,
  },
  // U+2003 EM SPACE
  {
    id: "csms-value-trailing-em-space",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "prod\u{2003}" }] } },
    verdict: "accept",
    source,
  },
  // U+200A HAIR SPACE
  {
    id: "csms-value-trailing-hair-space",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "prod\u{200A}" }] } },
    verdict: "accept",
    source,
  },
  // U+2028 LINE SEPARATOR
  {
    id: "csms-value-trailing-line-separator",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "prod\u{2028}" }] } },
    verdict: "accept",
    source,
  },
  // U+2029 PARAGRAPH SEPARATOR
  {
    id: "csms-value-trailing-paragraph-separator",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "prod\u{2029}" }] } },
    verdict: "accept",
    source,
  },
  // U+202F NARROW NO-BREAK SPACE
  {
    id: "csms-value-trailing-narrow-no-break-space",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "prod\u{202F}" }] } },
    verdict: "accept",
    source,
  },
  // U+205F MEDIUM MATHEMATICAL SPACE
  {
    id: "csms-value-trailing-mathematical-space",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "prod\u{205F}" }] } },
    verdict: "accept",
    source,
  },
  // U+3000 IDEOGRAPHIC SPACE
  {
    id: "csms-value-trailing-ideographic-space",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "prod\u{3000}" }] } },
    verdict: "accept",
    source,
  },
  // U+0020 SPACE
  {
    id: "csms-value-blank-alone",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "\u{0020}" }] } },
    verdict: "accept",
    source,
  },
  // U+3000 IDEOGRAPHIC SPACE
  {
    id: "csms-value-ideographic-blank-alone",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "\u{3000}" }] } },
    verdict: "accept",
    source,
  },

  // The prefix that keys may not have is free.

  {
    id: "csms-value-sys",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "_sys_" }] } },
    verdict: "accept",
    source,
  },
  {
    id: "csms-value-sys-x",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "_sys_x" }] } },
    verdict: "accept",
    source,
  },
];

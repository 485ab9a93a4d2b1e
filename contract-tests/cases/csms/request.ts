import type { RequestCase, Source } from "../case.js";
import { operation, path } from "./target.js";

const body: Source = { page: "csms", table: "table 3" };
const action: Source = { page: "csms", table: "table 3, action" };
const sequence: Source = { page: "csms", table: "table 3, sequence" };
const tag: Source = { page: "csms", table: "table 4" };
const example: Source = { page: "csms", table: "request example" };

/** The body of a request: the page's examples, action, sequence, and unknown properties. */
export const requestCases: readonly RequestCase[] = [
  // The page's own example.

  {
    id: "csms-example-create",
    operation,
    request: {
      path,
      body: {
        action: "create",
        tags: [
          { key: "key1", value: "value1" },
          { key: "key2", value: "value2" },
        ],
      },
    },
    verdict: "accept",
    source: example,
  },

  // A body, and an object.

  {
    id: "csms-body-absent",
    operation,
    request: { path },
    verdict: "reject",
    violations: [{ pointer: "", keyword: "required" }],
    source: body,
  },
  {
    id: "csms-body-null",
    operation,
    request: { path, body: null },
    verdict: "reject",
    violations: [{ pointer: "/body", keyword: "type" }],
    source: body,
  },
  {
    id: "csms-body-array",
    operation,
    request: { path, body: [{ action: "create", tags: [{ key: "env", value: "prod" }] }] },
    verdict: "reject",
    violations: [{ pointer: "/body", keyword: "type" }],
    source: body,
  },
  {
    id: "csms-body-string",
    operation,
    request: { path, body: "create" },
    verdict: "reject",
    violations: [{ pointer: "/body", keyword: "type" }],
    source: body,
  },
  {
    id: "csms-body-number",
    operation,
    request: { path, body: 1 },
    verdict: "reject",
    violations: [{ pointer: "/body", keyword: "type" }],
    source: body,
  },
  {
    id: "csms-body-boolean",
    operation,
    request: { path, body: true },
    verdict: "reject",
    violations: [{ pointer: "/body", keyword: "type" }],
    source: body,
  },
  // Lacks action and tags: the same violation twice.
  {
    id: "csms-body-empty-object",
    operation,
    request: { path, body: {} },
    verdict: "reject",
    violations: [{ pointer: "/body", keyword: "required" }],
    source: body,
  },

  // action: mandatory, create or delete.

  {
    id: "csms-action-absent",
    operation,
    request: { path, body: { tags: [{ key: "env", value: "prod" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body", keyword: "required" }],
    source: action,
  },
  {
    id: "csms-action-create",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "prod" }] } },
    verdict: "accept",
    source: action,
  },
  {
    id: "csms-action-delete",
    operation,
    request: { path, body: { action: "delete", tags: [{ key: "env", value: "prod" }] } },
    verdict: "accept",
    source: action,
  },
  {
    id: "csms-action-null",
    operation,
    request: { path, body: { action: null, tags: [{ key: "env", value: "prod" }] } },
    verdict: "reject",
    violations: [
      { pointer: "/body/action", keyword: "type" },
      { pointer: "/body/action", keyword: "enum" },
    ],
    source: action,
  },
  {
    id: "csms-action-number",
    operation,
    request: { path, body: { action: 1, tags: [{ key: "env", value: "prod" }] } },
    verdict: "reject",
    violations: [
      { pointer: "/body/action", keyword: "type" },
      { pointer: "/body/action", keyword: "enum" },
    ],
    source: action,
  },
  {
    id: "csms-action-boolean",
    operation,
    request: { path, body: { action: true, tags: [{ key: "env", value: "prod" }] } },
    verdict: "reject",
    violations: [
      { pointer: "/body/action", keyword: "type" },
      { pointer: "/body/action", keyword: "enum" },
    ],
    source: action,
  },
  {
    id: "csms-action-array",
    operation,
    request: { path, body: { action: ["create"], tags: [{ key: "env", value: "prod" }] } },
    verdict: "reject",
    violations: [
      { pointer: "/body/action", keyword: "type" },
      { pointer: "/body/action", keyword: "enum" },
    ],
    source: action,
  },
  {
    id: "csms-action-object",
    operation,
    request: { path, body: { action: {}, tags: [{ key: "env", value: "prod" }] } },
    verdict: "reject",
    violations: [
      { pointer: "/body/action", keyword: "type" },
      { pointer: "/body/action", keyword: "enum" },
    ],
    source: action,
  },
  {
    id: "csms-action-empty",
    operation,
    request: { path, body: { action: "", tags: [{ key: "env", value: "prod" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/action", keyword: "enum" }],
    source: action,
  },
  {
    id: "csms-action-other",
    operation,
    request: { path, body: { action: "update", tags: [{ key: "env", value: "prod" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/action", keyword: "enum" }],
    source: action,
  },
  {
    id: "csms-action-capitalized",
    operation,
    request: { path, body: { action: "Create", tags: [{ key: "env", value: "prod" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/action", keyword: "enum" }],
    source: action,
  },
  {
    id: "csms-action-capitals",
    operation,
    request: { path, body: { action: "DELETE", tags: [{ key: "env", value: "prod" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/action", keyword: "enum" }],
    source: action,
  },
  {
    id: "csms-action-capitalized-delete",
    operation,
    request: { path, body: { action: "Delete", tags: [{ key: "env", value: "prod" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/action", keyword: "enum" }],
    source: action,
  },
  {
    id: "csms-action-capitals-create",
    operation,
    request: { path, body: { action: "CREATE", tags: [{ key: "env", value: "prod" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/action", keyword: "enum" }],
    source: action,
  },
  // U+0020 SPACE
  {
    id: "csms-action-create-trailing-blank",
    operation,
    request: { path, body: { action: "create\u{0020}", tags: [{ key: "env", value: "prod" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/action", keyword: "enum" }],
    source: action,
  },
  // U+0020 SPACE
  {
    id: "csms-action-leading-blank",
    operation,
    request: { path, body: { action: "\u{0020}create", tags: [{ key: "env", value: "prod" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/action", keyword: "enum" }],
    source: action,
  },
  // U+0020 SPACE
  {
    id: "csms-action-trailing-blank",
    operation,
    request: { path, body: { action: "delete\u{0020}", tags: [{ key: "env", value: "prod" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/action", keyword: "enum" }],
    source: action,
  },
  {
    id: "csms-action-prefix",
    operation,
    request: { path, body: { action: "creat", tags: [{ key: "env", value: "prod" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/action", keyword: "enum" }],
    source: action,
  },
  {
    id: "csms-action-longer",
    operation,
    request: { path, body: { action: "deleted", tags: [{ key: "env", value: "prod" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/action", keyword: "enum" }],
    source: action,
  },
  {
    id: "csms-action-both",
    operation,
    request: { path, body: { action: "create,delete", tags: [{ key: "env", value: "prod" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/action", keyword: "enum" }],
    source: action,
  },

  // sequence: optional, but a string if it is there.

  {
    id: "csms-sequence-absent",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "team", value: "prod" }] } },
    verdict: "accept",
    source: sequence,
  },
  {
    id: "csms-sequence-uuid",
    operation,
    request: {
      path,
      body: {
        action: "create",
        tags: [{ key: "env", value: "prod" }],
        sequence: "919c82d4-8046-4722-9094-35c3c6524cff",
      },
    },
    verdict: "accept",
    source: sequence,
  },
  {
    id: "csms-sequence-delete",
    operation,
    request: {
      path,
      body: {
        action: "delete",
        tags: [{ key: "env", value: "prod" }],
        sequence: "919c82d4-8046-4722-9094-35c3c6524cff",
      },
    },
    verdict: "accept",
    source: sequence,
  },
  {
    id: "csms-sequence-uuid-capitals",
    operation,
    request: {
      path,
      body: {
        action: "create",
        tags: [{ key: "env", value: "prod" }],
        sequence: "919C82D4-8046-4722-9094-35C3C6524CFF",
      },
    },
    verdict: "accept",
    source: sequence,
  },
  {
    id: "csms-sequence-null",
    operation,
    request: {
      path,
      body: { action: "create", tags: [{ key: "env", value: "prod" }], sequence: null },
    },
    verdict: "reject",
    violations: [{ pointer: "/body/sequence", keyword: "type" }],
    source: sequence,
  },
  {
    id: "csms-sequence-number",
    operation,
    request: {
      path,
      body: { action: "create", tags: [{ key: "env", value: "prod" }], sequence: 1 },
    },
    verdict: "reject",
    violations: [{ pointer: "/body/sequence", keyword: "type" }],
    source: sequence,
  },
  {
    id: "csms-sequence-boolean",
    operation,
    request: {
      path,
      body: { action: "create", tags: [{ key: "env", value: "prod" }], sequence: true },
    },
    verdict: "reject",
    violations: [{ pointer: "/body/sequence", keyword: "type" }],
    source: sequence,
  },
  {
    id: "csms-sequence-array",
    operation,
    request: {
      path,
      body: {
        action: "create",
        tags: [{ key: "env", value: "prod" }],
        sequence: ["919c82d4-8046-4722-9094-35c3c6524cff"],
      },
    },
    verdict: "reject",
    violations: [{ pointer: "/body/sequence", keyword: "type" }],
    source: sequence,
  },
  {
    id: "csms-sequence-object",
    operation,
    request: {
      path,
      body: { action: "create", tags: [{ key: "env", value: "prod" }], sequence: {} },
    },
    verdict: "reject",
    violations: [{ pointer: "/body/sequence", keyword: "type" }],
    source: sequence,
  },

  // sequence: 36 characters. The page says 36 bytes, which JSON Schema cannot count; of ASCII text
  // it is the same. Of other text the contract counts code points, as JSON Schema does.
  // beyond-bmp: U+20000 to U+20009, two UTF-16 units and four bytes each.

  {
    id: "csms-sequence-0",
    operation,
    request: {
      path,
      body: { action: "create", tags: [{ key: "env", value: "prod" }], sequence: "" },
    },
    verdict: "reject",
    violations: [{ pointer: "/body/sequence", keyword: "minLength" }],
    source: sequence,
  },
  {
    id: "csms-sequence-35-ascii",
    operation,
    request: {
      path,
      body: {
        action: "create",
        tags: [{ key: "env", value: "prod" }],
        sequence: "--------10--------20--------30---35",
      },
    },
    verdict: "reject",
    violations: [{ pointer: "/body/sequence", keyword: "minLength" }],
    source: sequence,
  },
  // No UUID: the page asks for none.
  {
    id: "csms-sequence-36-ascii",
    operation,
    request: {
      path,
      body: {
        action: "create",
        tags: [{ key: "env", value: "prod" }],
        sequence: "--------10--------20--------30----36",
      },
    },
    verdict: "accept",
    source: sequence,
  },
  {
    id: "csms-sequence-37-ascii",
    operation,
    request: {
      path,
      body: {
        action: "create",
        tags: [{ key: "env", value: "prod" }],
        sequence: "--------10--------20--------30-----37",
      },
    },
    verdict: "reject",
    violations: [{ pointer: "/body/sequence", keyword: "maxLength" }],
    source: sequence,
  },
  // U+0020 SPACE, 36 times
  {
    id: "csms-sequence-36-blank",
    operation,
    request: {
      path,
      body: {
        action: "create",
        tags: [{ key: "env", value: "prod" }],
        sequence:
          "\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}",
      },
    },
    verdict: "accept",
    source: sequence,
  },
  // 108 bytes
  {
    id: "csms-sequence-36-cjk",
    operation,
    request: {
      path,
      body: {
        action: "create",
        tags: [{ key: "env", value: "prod" }],
        sequence: "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六",
      },
    },
    verdict: "accept",
    source: sequence,
  },
  // 36 bytes
  {
    id: "csms-sequence-12-cjk",
    operation,
    request: {
      path,
      body: {
        action: "create",
        tags: [{ key: "env", value: "prod" }],
        sequence: "一二三四五六七八九十一二",
      },
    },
    verdict: "reject",
    violations: [{ pointer: "/body/sequence", keyword: "minLength" }],
    source: sequence,
  },
  // 36 UTF-16 units
  {
    id: "csms-sequence-18-beyond-bmp",
    operation,
    request: {
      path,
      body: {
        action: "create",
        tags: [{ key: "env", value: "prod" }],
        sequence: "𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇",
      },
    },
    verdict: "reject",
    violations: [{ pointer: "/body/sequence", keyword: "minLength" }],
    source: sequence,
  },
  {
    id: "csms-sequence-35-beyond-bmp",
    operation,
    request: {
      path,
      body: {
        action: "create",
        tags: [{ key: "env", value: "prod" }],
        sequence: "𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄",
      },
    },
    verdict: "reject",
    violations: [{ pointer: "/body/sequence", keyword: "minLength" }],
    source: sequence,
  },
  {
    id: "csms-sequence-36-beyond-bmp",
    operation,
    request: {
      path,
      body: {
        action: "create",
        tags: [{ key: "env", value: "prod" }],
        sequence: "𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅",
      },
    },
    verdict: "accept",
    source: sequence,
  },
  // 71 UTF-16 units
  {
    id: "csms-sequence-36-beyond-bmp-and-ascii",
    operation,
    request: {
      path,
      body: {
        action: "create",
        tags: [{ key: "env", value: "prod" }],
        sequence: "𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄-",
      },
    },
    verdict: "accept",
    source: sequence,
  },
  {
    id: "csms-sequence-37-beyond-bmp",
    operation,
    request: {
      path,
      body: {
        action: "create",
        tags: [{ key: "env", value: "prod" }],
        sequence: "𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆",
      },
    },
    verdict: "reject",
    violations: [{ pointer: "/body/sequence", keyword: "maxLength" }],
    source: sequence,
  },

  // No property but action, tags and sequence. Those named like members of every JavaScript object
  // are as unknown as others.

  {
    id: "csms-unknown-ascii",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "prod" }], note: "x" } },
    verdict: "reject",
    violations: [{ pointer: "/body", keyword: "additionalProperties" }],
    source: body,
  },
  {
    id: "csms-unknown-null",
    operation,
    request: {
      path,
      body: { action: "create", tags: [{ key: "env", value: "prod" }], note: null },
    },
    verdict: "reject",
    violations: [{ pointer: "/body", keyword: "additionalProperties" }],
    source: body,
  },
  {
    id: "csms-unknown-chinese",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "prod" }], 备注: "x" } },
    verdict: "reject",
    violations: [{ pointer: "/body", keyword: "additionalProperties" }],
    source: body,
  },
  {
    id: "csms-unknown-capitalized",
    operation,
    request: {
      path,
      body: { action: "create", tags: [{ key: "env", value: "prod" }], Action: "create" },
    },
    verdict: "reject",
    violations: [{ pointer: "/body", keyword: "additionalProperties" }],
    source: body,
  },
  {
    id: "csms-unknown-singular",
    operation,
    request: {
      path,
      body: { action: "create", tags: [{ key: "env", value: "prod" }], tag: { key: "env" } },
    },
    verdict: "reject",
    violations: [{ pointer: "/body", keyword: "additionalProperties" }],
    source: body,
  },
  {
    id: "csms-unknown-of-a-tag",
    operation,
    request: {
      path,
      body: { action: "create", tags: [{ key: "env", value: "prod" }], key: "env" },
    },
    verdict: "reject",
    violations: [{ pointer: "/body", keyword: "additionalProperties" }],
    source: body,
  },
  {
    id: "csms-unknown-constructor",
    operation,
    request: {
      path,
      body: { action: "create", tags: [{ key: "env", value: "prod" }], constructor: "x" },
    },
    verdict: "reject",
    violations: [{ pointer: "/body", keyword: "additionalProperties" }],
    source: body,
  },
  {
    id: "csms-unknown-to-string",
    operation,
    request: {
      path,
      body: { action: "create", tags: [{ key: "env", value: "prod" }], toString: "x" },
    },
    verdict: "reject",
    violations: [{ pointer: "/body", keyword: "additionalProperties" }],
    source: body,
  },
  {
    id: "csms-unknown-empty-name",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "prod" }], "": "x" } },
    verdict: "reject",
    violations: [{ pointer: "/body", keyword: "additionalProperties" }],
    source: body,
  },
  {
    id: "csms-unknown-pointer-characters",
    operation,
    request: {
      path,
      body: { action: "create", tags: [{ key: "env", value: "prod" }], "a/b~c": "x" },
    },
    verdict: "reject",
    violations: [{ pointer: "/body", keyword: "additionalProperties" }],
    source: body,
  },

  // No property of a tag but key and value.

  {
    id: "csms-tag-unknown-ascii",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "prod", note: "x" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0", keyword: "additionalProperties" }],
    source: tag,
  },
  {
    id: "csms-tag-unknown-null",
    operation,
    request: {
      path,
      body: { action: "create", tags: [{ key: "env", value: "prod", note: null }] },
    },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0", keyword: "additionalProperties" }],
    source: tag,
  },
  {
    id: "csms-tag-unknown-chinese",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "prod", 备注: "x" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0", keyword: "additionalProperties" }],
    source: tag,
  },
  {
    id: "csms-tag-unknown-capitalized",
    operation,
    request: {
      path,
      body: { action: "create", tags: [{ key: "env", value: "prod", Key: "env" }] },
    },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0", keyword: "additionalProperties" }],
    source: tag,
  },
  {
    id: "csms-tag-unknown-plural",
    operation,
    request: {
      path,
      body: { action: "create", tags: [{ key: "env", value: "prod", values: ["prod"] }] },
    },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0", keyword: "additionalProperties" }],
    source: tag,
  },
  {
    id: "csms-tag-unknown-of-the-body",
    operation,
    request: {
      path,
      body: { action: "create", tags: [{ key: "env", value: "prod", action: "create" }] },
    },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0", keyword: "additionalProperties" }],
    source: tag,
  },
  {
    id: "csms-tag-unknown-constructor",
    operation,
    request: {
      path,
      body: { action: "create", tags: [{ key: "env", value: "prod", constructor: "x" }] },
    },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0", keyword: "additionalProperties" }],
    source: tag,
  },
  {
    id: "csms-tag-unknown-to-string",
    operation,
    request: {
      path,
      body: { action: "create", tags: [{ key: "env", value: "prod", toString: "x" }] },
    },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0", keyword: "additionalProperties" }],
    source: tag,
  },
  {
    id: "csms-tag-unknown-empty-name",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "prod", "": "x" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0", keyword: "additionalProperties" }],
    source: tag,
  },
  {
    id: "csms-tag-unknown-pointer-characters",
    operation,
    request: {
      path,
      body: { action: "create", tags: [{ key: "env", value: "prod", "a/b~c": "x" }] },
    },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0", keyword: "additionalProperties" }],
    source: tag,
  },

  // Every violation is reported, not the first alone.

  {
    id: "csms-many-violations",
    operation,
    request: {
      path,
      body: {
        action: "update",
        tags: [
          { key: "" },
          { value: "prod" },
          { key: "env", note: "x" },
          { key: "team", value: null },
        ],
        sequence: "1",
        note: "x",
      },
    },
    verdict: "reject",
    violations: [
      { pointer: "/body", keyword: "additionalProperties" },
      { pointer: "/body/action", keyword: "enum" },
      { pointer: "/body/tags/0/key", keyword: "minLength" },
      { pointer: "/body/tags/1", keyword: "required" },
      { pointer: "/body/tags/2", keyword: "additionalProperties" },
      { pointer: "/body/tags/3/value", keyword: "type" },
      { pointer: "/body/sequence", keyword: "minLength" },
    ],
    source: body,
  },
];

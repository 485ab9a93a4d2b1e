import type { RequestCase, Source } from "../case.js";
import { operation, path } from "./target.js";

const body: Source = { page: "kms", table: "request parameters" };
const action: Source = { page: "kms", table: "request parameters, action" };
const sequence: Source = { page: "kms", table: "request parameters, sequence" };
const tag: Source = { page: "kms", table: "request parameters, tags" };
const example: Source = { page: "kms", table: "request example" };

/** The body of a request: the page's examples, action, sequence, and unknown properties. */
export const requestCases: readonly RequestCase[] = [
  // The page's own examples.

  {
    id: "kms-example-create",
    operation,
    request: {
      path,
      body: {
        action: "create",
        tags: [
          { key: "key1", value: "value1" },
          { key: "key", value: "value3" },
        ],
      },
    },
    verdict: "accept",
    source: example,
  },
  {
    id: "kms-example-delete",
    operation,
    request: {
      path,
      body: {
        action: "delete",
        tags: [
          { key: "key1", value: "value1" },
          { key: "key2", value: "value3" },
        ],
      },
    },
    verdict: "accept",
    source: example,
  },

  // A body, and an object.

  {
    id: "kms-body-absent",
    operation,
    request: { path },
    verdict: "reject",
    violations: [{ pointer: "", keyword: "required" }],
    source: body,
  },
  {
    id: "kms-body-null",
    operation,
    request: { path, body: null },
    verdict: "reject",
    violations: [{ pointer: "/body", keyword: "type" }],
    source: body,
  },
  {
    id: "kms-body-array",
    operation,
    request: { path, body: [{ action: "create", tags: [{ key: "env", value: "prod" }] }] },
    verdict: "reject",
    violations: [{ pointer: "/body", keyword: "type" }],
    source: body,
  },
  {
    id: "kms-body-string",
    operation,
    request: { path, body: "create" },
    verdict: "reject",
    violations: [{ pointer: "/body", keyword: "type" }],
    source: body,
  },
  {
    id: "kms-body-number",
    operation,
    request: { path, body: 1 },
    verdict: "reject",
    violations: [{ pointer: "/body", keyword: "type" }],
    source: body,
  },
  {
    id: "kms-body-boolean",
    operation,
    request: { path, body: true },
    verdict: "reject",
    violations: [{ pointer: "/body", keyword: "type" }],
    source: body,
  },
  // Lacks action and tags: the same violation twice.
  {
    id: "kms-body-empty-object",
    operation,
    request: { path, body: {} },
    verdict: "reject",
    violations: [{ pointer: "/body", keyword: "required" }],
    source: body,
  },

  // action: mandatory, create or delete.

  {
    id: "kms-action-absent",
    operation,
    request: { path, body: { tags: [{ key: "env", value: "prod" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body", keyword: "required" }],
    source: action,
  },
  {
    id: "kms-action-create",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "prod" }] } },
    verdict: "accept",
    source: action,
  },
  {
    id: "kms-action-delete",
    operation,
    request: { path, body: { action: "delete", tags: [{ key: "env", value: "prod" }] } },
    verdict: "accept",
    source: action,
  },
  {
    id: "kms-action-null",
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
    id: "kms-action-number",
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
    id: "kms-action-boolean",
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
    id: "kms-action-array",
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
    id: "kms-action-object",
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
    id: "kms-action-empty",
    operation,
    request: { path, body: { action: "", tags: [{ key: "env", value: "prod" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/action", keyword: "enum" }],
    source: action,
  },
  {
    id: "kms-action-other",
    operation,
    request: { path, body: { action: "update", tags: [{ key: "env", value: "prod" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/action", keyword: "enum" }],
    source: action,
  },
  {
    id: "kms-action-capitalized",
    operation,
    request: { path, body: { action: "Create", tags: [{ key: "env", value: "prod" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/action", keyword: "enum" }],
    source: action,
  },
  {
    id: "kms-action-capitals",
    operation,
    request: { path, body: { action: "DELETE", tags: [{ key: "env", value: "prod" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/action", keyword: "enum" }],
    source: action,
  },
  {
    id: "kms-action-capitalized-delete",
    operation,
    request: { path, body: { action: "Delete", tags: [{ key: "env", value: "prod" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/action", keyword: "enum" }],
    source: action,
  },
  {
    id: "kms-action-capitals-create",
    operation,
    request: { path, body: { action: "CREATE", tags: [{ key: "env", value: "prod" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/action", keyword: "enum" }],
    source: action,
  },
  // U+0020 SPACE
  {
    id: "kms-action-create-trailing-blank",
    operation,
    request: { path, body: { action: "create\u{0020}", tags: [{ key: "env", value: "prod" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/action", keyword: "enum" }],
    source: action,
  },
  // U+0020 SPACE
  {
    id: "kms-action-leading-blank",
    operation,
    request: { path, body: { action: "\u{0020}create", tags: [{ key: "env", value: "prod" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/action", keyword: "enum" }],
    source: action,
  },
  // U+0020 SPACE
  {
    id: "kms-action-trailing-blank",
    operation,
    request: { path, body: { action: "delete\u{0020}", tags: [{ key: "env", value: "prod" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/action", keyword: "enum" }],
    source: action,
  },
  {
    id: "kms-action-prefix",
    operation,
    request: { path, body: { action: "creat", tags: [{ key: "env", value: "prod" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/action", keyword: "enum" }],
    source: action,
  },
  {
    id: "kms-action-longer",
    operation,
    request: { path, body: { action: "deleted", tags: [{ key: "env", value: "prod" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/action", keyword: "enum" }],
    source: action,
  },
  {
    id: "kms-action-both",
    operation,
    request: { path, body: { action: "create,delete", tags: [{ key: "env", value: "prod" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/action", keyword: "enum" }],
    source: action,
  },

  // sequence: optional, but a string if it is there.

  {
    id: "kms-sequence-absent",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "team", value: "prod" }] } },
    verdict: "accept",
    source: sequence,
  },
  {
    id: "kms-sequence-uuid",
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
    id: "kms-sequence-delete",
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
    id: "kms-sequence-uuid-capitals",
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
    id: "kms-sequence-null",
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
    id: "kms-sequence-number",
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
    id: "kms-sequence-boolean",
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
    id: "kms-sequence-array",
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
    id: "kms-sequence-object",
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
    id: "kms-sequence-0",
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
    id: "kms-sequence-35-ascii",
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
    id: "kms-sequence-36-ascii",
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
    id: "kms-sequence-37-ascii",
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
    id: "kms-sequence-36-blank",
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
    id: "kms-sequence-36-cjk",
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
    id: "kms-sequence-12-cjk",
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
    id: "kms-sequence-18-beyond-bmp",
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
    id: "kms-sequence-35-beyond-bmp",
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
    id: "kms-sequence-36-beyond-bmp",
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
    id: "kms-sequence-36-beyond-bmp-and-ascii",
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
    id: "kms-sequence-37-beyond-bmp",
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
    id: "kms-unknown-ascii",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "prod" }], note: "x" } },
    verdict: "reject",
    violations: [{ pointer: "/body", keyword: "additionalProperties" }],
    source: body,
  },
  {
    id: "kms-unknown-null",
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
    id: "kms-unknown-chinese",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "prod" }], 备注: "x" } },
    verdict: "reject",
    violations: [{ pointer: "/body", keyword: "additionalProperties" }],
    source: body,
  },
  {
    id: "kms-unknown-capitalized",
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
    id: "kms-unknown-singular",
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
    id: "kms-unknown-of-a-tag",
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
    id: "kms-unknown-constructor",
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
    id: "kms-unknown-to-string",
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
    id: "kms-unknown-empty-name",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "prod" }], "": "x" } },
    verdict: "reject",
    violations: [{ pointer: "/body", keyword: "additionalProperties" }],
    source: body,
  },
  {
    id: "kms-unknown-pointer-characters",
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
    id: "kms-tag-unknown-ascii",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "prod", note: "x" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0", keyword: "additionalProperties" }],
    source: tag,
  },
  {
    id: "kms-tag-unknown-null",
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
    id: "kms-tag-unknown-chinese",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "prod", 备注: "x" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0", keyword: "additionalProperties" }],
    source: tag,
  },
  {
    id: "kms-tag-unknown-capitalized",
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
    id: "kms-tag-unknown-plural",
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
    id: "kms-tag-unknown-of-the-body",
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
    id: "kms-tag-unknown-constructor",
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
    id: "kms-tag-unknown-to-string",
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
    id: "kms-tag-unknown-empty-name",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env", value: "prod", "": "x" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0", keyword: "additionalProperties" }],
    source: tag,
  },
  {
    id: "kms-tag-unknown-pointer-characters",
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
    id: "kms-many-violations",
    operation,
    request: {
      path: { project_id: "p", key_id: "x" },
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
      { pointer: "/path/key_id", keyword: "pattern" },
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

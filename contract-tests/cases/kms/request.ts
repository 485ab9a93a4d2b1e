import type { RequestCase, Source } from "../case.js";
import { create } from "../create.js";
import { inBody, operation } from "./operation.js";

const body: Source = { page: "kms", table: "request parameters" };
const action: Source = { page: "kms", table: "request parameters, action" };
const sequence: Source = { page: "kms", table: "request parameters, sequence" };
const example: Source = { page: "kms", table: "request example" };
const ascii: Source = { page: "ours", table: "printable ASCII, so that characters are bytes" };
const closed: Source = { page: "ours", table: "requests are closed" };

const examples = inBody(example, "/body", (body) => body);
const bodies = inBody(body, "/body", (body) => body);
const bodiesByAction = inBody(action, "/body", (body) => body);
const actions = inBody(action, "/body/action", (action) => ({
  action,
  tags: [{ key: "env", value: "prod" }],
}));
const tagsBesideSequence = inBody(sequence, "/body/tags/0", (tag) => create([tag]));
const sequences = inBody(sequence, "/body/sequence", (sequence) => ({
  ...create([{ key: "env", value: "prod" }]),
  sequence,
}));
const bodiesBySequence = inBody(sequence, "/body", (body) => body);
const asciiSequences = inBody(ascii, "/body/sequence", (sequence) => ({
  ...create([{ key: "env", value: "prod" }]),
  sequence,
}));
const closedBodies = inBody(closed, "/body", (body) => body);
const closedTags = inBody(closed, "/body/tags/0", (tag) => create([tag]));

/** The body of a request: the page's examples, action, sequence, and unknown properties. */
export const requestCases: readonly RequestCase[] = [
  // The page's own examples.

  examples.accepts("kms-example-create", {
    action: "create",
    tags: [
      { key: "key1", value: "value1" },
      { key: "key", value: "value3" },
    ],
  }),
  examples.accepts("kms-example-delete", {
    action: "delete",
    tags: [
      { key: "key1", value: "value1" },
      { key: "key2", value: "value3" },
    ],
  }),

  // A body, and an object.

  bodies.rejects("kms-body-absent", undefined, "required /"),
  bodies.rejects("kms-body-null", null, "type"),
  bodies.rejects(
    "kms-body-array",
    [{ action: "create", tags: [{ key: "env", value: "prod" }] }],
    "type",
  ),
  bodies.rejects("kms-body-string", "create", "type"),
  bodies.rejects("kms-body-number", 1, "type"),
  bodies.rejects("kms-body-boolean", true, "type"),
  // Lacks action and tags: the same violation twice.
  bodies.rejects("kms-body-empty-object", {}, "required"),

  // action: mandatory, create or delete.

  bodiesByAction.rejects(
    "kms-action-absent",
    { tags: [{ key: "env", value: "prod" }] },
    "required",
  ),
  actions.accepts("kms-action-create", "create"),
  actions.accepts("kms-action-delete", "delete"),
  actions.rejects("kms-action-null", null, "type", "enum"),
  actions.rejects("kms-action-number", 1, "type", "enum"),
  actions.rejects("kms-action-boolean", true, "type", "enum"),
  actions.rejects("kms-action-array", ["create"], "type", "enum"),
  actions.rejects("kms-action-object", {}, "type", "enum"),
  actions.rejects("kms-action-empty", "", "enum"),
  actions.rejects("kms-action-other", "update", "enum"),
  actions.rejects("kms-action-capitalized", "Create", "enum"),
  actions.rejects("kms-action-capitals", "DELETE", "enum"),
  actions.rejects("kms-action-capitalized-delete", "Delete", "enum"),
  actions.rejects("kms-action-capitals-create", "CREATE", "enum"),
  actions.rejects("kms-action-create-trailing-blank", "create\u{0020}", "enum"), // U+0020 SPACE
  actions.rejects("kms-action-leading-blank", "\u{0020}create", "enum"), // U+0020 SPACE
  actions.rejects("kms-action-trailing-blank", "delete\u{0020}", "enum"), // U+0020 SPACE
  actions.rejects("kms-action-prefix", "creat", "enum"),
  actions.rejects("kms-action-longer", "deleted", "enum"),
  actions.rejects("kms-action-both", "create,delete", "enum"),

  // sequence: optional, but a string if it is there.

  tagsBesideSequence.accepts("kms-sequence-absent", { key: "team", value: "prod" }),
  sequences.accepts("kms-sequence-uuid", "919c82d4-8046-4722-9094-35c3c6524cff"),
  bodiesBySequence.accepts("kms-sequence-delete", {
    action: "delete",
    tags: [{ key: "env", value: "prod" }],
    sequence: "919c82d4-8046-4722-9094-35c3c6524cff",
  }),
  sequences.accepts("kms-sequence-uuid-capitals", "919C82D4-8046-4722-9094-35C3C6524CFF"),
  sequences.rejects("kms-sequence-null", null, "type"),
  sequences.rejects("kms-sequence-number", 1, "type"),
  sequences.rejects("kms-sequence-boolean", true, "type"),
  sequences.rejects("kms-sequence-array", ["919c82d4-8046-4722-9094-35c3c6524cff"], "type"),
  sequences.rejects("kms-sequence-object", {}, "type"),

  // sequence: 36 bytes. JSON Schema counts characters; the contract takes printable ASCII alone, of
  // which each character is a byte.
  // beyond-bmp: U+20000 to U+20009, two UTF-16 units and four bytes each.

  sequences.rejects("kms-sequence-0", "", "minLength"),
  sequences.rejects("kms-sequence-35-ascii", "--------10--------20--------30---35", "minLength"),
  // No UUID: the page asks for none.
  sequences.accepts("kms-sequence-36-ascii", "--------10--------20--------30----36"),
  sequences.rejects("kms-sequence-37-ascii", "--------10--------20--------30-----37", "maxLength"),
  sequences.accepts(
    "kms-sequence-36-blank",
    "\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}",
  ), // U+0020 SPACE, 36 times
  // 108 bytes
  asciiSequences.rejects(
    "kms-sequence-36-cjk",
    "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六",
    "pattern",
  ),
  // 36 bytes
  sequences.rejects("kms-sequence-12-cjk", "一二三四五六七八九十一二", "minLength", "pattern"),
  // 36 UTF-16 units
  sequences.rejects(
    "kms-sequence-18-beyond-bmp",
    "𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇",
    "minLength",
    "pattern",
  ),
  sequences.rejects(
    "kms-sequence-35-beyond-bmp",
    "𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄",
    "minLength",
    "pattern",
  ),
  asciiSequences.rejects(
    "kms-sequence-36-beyond-bmp",
    "𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅",
    "pattern",
  ),
  // 71 UTF-16 units
  asciiSequences.rejects(
    "kms-sequence-36-beyond-bmp-and-ascii",
    "𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄-",
    "pattern",
  ),
  sequences.rejects(
    "kms-sequence-37-beyond-bmp",
    "𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆",
    "maxLength",
    "pattern",
  ),

  // Printable ASCII: from the space to the tilde.

  sequences.accepts(
    "kms-sequence-ascii-first-and-last",
    "\u{0020}-------10--------20--------30----3~",
  ), // U+0020 SPACE
  asciiSequences.rejects(
    "kms-sequence-ascii-unit-separator",
    "\u{001F}-------10--------20--------30----36",
    "pattern",
  ), // U+001F INFORMATION SEPARATOR ONE
  asciiSequences.rejects(
    "kms-sequence-ascii-delete",
    "--------10--------20--------30----3\u{007F}",
    "pattern",
  ), // U+007F DELETE
  asciiSequences.rejects(
    "kms-sequence-ascii-trailing-line-feed",
    "--------10--------20--------30----3\u{000A}",
    "pattern",
  ), // U+000A LINE FEED
  asciiSequences.rejects(
    "kms-sequence-latin-1",
    "--------10--------20--------30----3\u{00E9}",
    "pattern",
  ), // U+00E9 LATIN SMALL LETTER E WITH ACUTE

  // No property but action, tags and sequence. Those named like members of every JavaScript object
  // are as unknown as others.

  closedBodies.rejects(
    "kms-unknown-ascii",
    { action: "create", tags: [{ key: "env", value: "prod" }], note: "x" },
    "additionalProperties",
  ),
  closedBodies.rejects(
    "kms-unknown-null",
    { action: "create", tags: [{ key: "env", value: "prod" }], note: null },
    "additionalProperties",
  ),
  closedBodies.rejects(
    "kms-unknown-chinese",
    { action: "create", tags: [{ key: "env", value: "prod" }], 备注: "x" },
    "additionalProperties",
  ),
  closedBodies.rejects(
    "kms-unknown-capitalized",
    { action: "create", tags: [{ key: "env", value: "prod" }], Action: "create" },
    "additionalProperties",
  ),
  closedBodies.rejects(
    "kms-unknown-singular",
    { action: "create", tags: [{ key: "env", value: "prod" }], tag: { key: "env" } },
    "additionalProperties",
  ),
  closedBodies.rejects(
    "kms-unknown-of-a-tag",
    { action: "create", tags: [{ key: "env", value: "prod" }], key: "env" },
    "additionalProperties",
  ),
  closedBodies.rejects(
    "kms-unknown-constructor",
    { action: "create", tags: [{ key: "env", value: "prod" }], constructor: "x" },
    "additionalProperties",
  ),
  closedBodies.rejects(
    "kms-unknown-to-string",
    { action: "create", tags: [{ key: "env", value: "prod" }], toString: "x" },
    "additionalProperties",
  ),
  closedBodies.rejects(
    "kms-unknown-empty-name",
    { action: "create", tags: [{ key: "env", value: "prod" }], "": "x" },
    "additionalProperties",
  ),
  closedBodies.rejects(
    "kms-unknown-pointer-characters",
    { action: "create", tags: [{ key: "env", value: "prod" }], "a/b~c": "x" },
    "additionalProperties",
  ),

  // No property of a tag but key and value.

  closedTags.rejects(
    "kms-tag-unknown-ascii",
    { key: "env", value: "prod", note: "x" },
    "additionalProperties",
  ),
  closedTags.rejects(
    "kms-tag-unknown-null",
    { key: "env", value: "prod", note: null },
    "additionalProperties",
  ),
  closedTags.rejects(
    "kms-tag-unknown-chinese",
    { key: "env", value: "prod", 备注: "x" },
    "additionalProperties",
  ),
  closedTags.rejects(
    "kms-tag-unknown-capitalized",
    { key: "env", value: "prod", Key: "env" },
    "additionalProperties",
  ),
  closedTags.rejects(
    "kms-tag-unknown-plural",
    { key: "env", value: "prod", values: ["prod"] },
    "additionalProperties",
  ),
  closedTags.rejects(
    "kms-tag-unknown-of-the-body",
    { key: "env", value: "prod", action: "create" },
    "additionalProperties",
  ),
  closedTags.rejects(
    "kms-tag-unknown-constructor",
    { key: "env", value: "prod", constructor: "x" },
    "additionalProperties",
  ),
  closedTags.rejects(
    "kms-tag-unknown-to-string",
    { key: "env", value: "prod", toString: "x" },
    "additionalProperties",
  ),
  closedTags.rejects(
    "kms-tag-unknown-empty-name",
    { key: "env", value: "prod", "": "x" },
    "additionalProperties",
  ),
  closedTags.rejects(
    "kms-tag-unknown-pointer-characters",
    { key: "env", value: "prod", "a/b~c": "x" },
    "additionalProperties",
  ),

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

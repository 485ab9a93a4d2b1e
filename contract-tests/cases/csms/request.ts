import type { RequestCase, Source } from "../case.js";
import { create } from "../create.js";
import { inBody } from "./operation.js";

const body: Source = { page: "csms", table: "table 3" };
const action: Source = { page: "csms", table: "table 3, action" };
const sequence: Source = { page: "csms", table: "table 3, sequence" };
const example: Source = { page: "csms", table: "request example" };
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
  // The page's own example.

  examples.accepts("csms-example-create", {
    action: "create",
    tags: [
      { key: "key1", value: "value1" },
      { key: "key2", value: "value2" },
    ],
  }),

  // A body, and an object.

  bodies.rejects("csms-body-absent", undefined, "required /"),
  bodies.rejects("csms-body-null", null, "type"),
  bodies.rejects(
    "csms-body-array",
    [{ action: "create", tags: [{ key: "env", value: "prod" }] }],
    "type",
  ),
  bodies.rejects("csms-body-string", "create", "type"),
  bodies.rejects("csms-body-number", 1, "type"),
  bodies.rejects("csms-body-boolean", true, "type"),
  // Lacks action and tags: the same violation twice.
  bodies.rejects("csms-body-empty-object", {}, "required"),

  // action: mandatory, create or delete.

  bodiesByAction.rejects(
    "csms-action-absent",
    { tags: [{ key: "env", value: "prod" }] },
    "required",
  ),
  actions.accepts("csms-action-create", "create"),
  actions.accepts("csms-action-delete", "delete"),
  actions.rejects("csms-action-null", null, "type", "enum"),
  actions.rejects("csms-action-number", 1, "type", "enum"),
  actions.rejects("csms-action-boolean", true, "type", "enum"),
  actions.rejects("csms-action-array", ["create"], "type", "enum"),
  actions.rejects("csms-action-object", {}, "type", "enum"),
  actions.rejects("csms-action-empty", "", "enum"),
  actions.rejects("csms-action-other", "update", "enum"),
  actions.rejects("csms-action-capitalized", "Create", "enum"),
  actions.rejects("csms-action-capitals", "DELETE", "enum"),
  actions.rejects("csms-action-capitalized-delete", "Delete", "enum"),
  actions.rejects("csms-action-capitals-create", "CREATE", "enum"),
  actions.rejects("csms-action-create-trailing-blank", "create\u{0020}", "enum"), // U+0020 SPACE
  actions.rejects("csms-action-leading-blank", "\u{0020}create", "enum"), // U+0020 SPACE
  actions.rejects("csms-action-trailing-blank", "delete\u{0020}", "enum"), // U+0020 SPACE
  actions.rejects("csms-action-prefix", "creat", "enum"),
  actions.rejects("csms-action-longer", "deleted", "enum"),
  actions.rejects("csms-action-both", "create,delete", "enum"),

  // sequence: optional, but a string if it is there.

  tagsBesideSequence.accepts("csms-sequence-absent", { key: "team", value: "prod" }),
  sequences.accepts("csms-sequence-uuid", "919c82d4-8046-4722-9094-35c3c6524cff"),
  bodiesBySequence.accepts("csms-sequence-delete", {
    action: "delete",
    tags: [{ key: "env", value: "prod" }],
    sequence: "919c82d4-8046-4722-9094-35c3c6524cff",
  }),
  sequences.accepts("csms-sequence-uuid-capitals", "919C82D4-8046-4722-9094-35C3C6524CFF"),
  sequences.rejects("csms-sequence-null", null, "type"),
  sequences.rejects("csms-sequence-number", 1, "type"),
  sequences.rejects("csms-sequence-boolean", true, "type"),
  sequences.rejects("csms-sequence-array", ["919c82d4-8046-4722-9094-35c3c6524cff"], "type"),
  sequences.rejects("csms-sequence-object", {}, "type"),

  // sequence: 36 bytes. JSON Schema counts characters; the contract takes printable ASCII alone, of
  // which each character is a byte.
  // beyond-bmp: U+20000 to U+20009, two UTF-16 units and four bytes each.

  sequences.rejects("csms-sequence-0", "", "minLength"),
  sequences.rejects("csms-sequence-35-ascii", "--------10--------20--------30---35", "minLength"),
  // No UUID: the page asks for none.
  sequences.accepts("csms-sequence-36-ascii", "--------10--------20--------30----36"),
  sequences.rejects("csms-sequence-37-ascii", "--------10--------20--------30-----37", "maxLength"),
  sequences.accepts(
    "csms-sequence-36-blank",
    "\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}",
  ), // U+0020 SPACE, 36 times
  // 108 bytes
  asciiSequences.rejects(
    "csms-sequence-36-cjk",
    "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六",
    "pattern",
  ),
  // 36 bytes
  sequences.rejects("csms-sequence-12-cjk", "一二三四五六七八九十一二", "minLength", "pattern"),
  // 36 UTF-16 units
  sequences.rejects(
    "csms-sequence-18-beyond-bmp",
    "𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇",
    "minLength",
    "pattern",
  ),
  sequences.rejects(
    "csms-sequence-35-beyond-bmp",
    "𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄",
    "minLength",
    "pattern",
  ),
  asciiSequences.rejects(
    "csms-sequence-36-beyond-bmp",
    "𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅",
    "pattern",
  ),
  // 71 UTF-16 units
  asciiSequences.rejects(
    "csms-sequence-36-beyond-bmp-and-ascii",
    "𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄-",
    "pattern",
  ),
  sequences.rejects(
    "csms-sequence-37-beyond-bmp",
    "𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆",
    "maxLength",
    "pattern",
  ),

  // Printable ASCII: from the space to the tilde.

  sequences.accepts(
    "csms-sequence-ascii-first-and-last",
    "\u{0020}-------10--------20--------30----3~",
  ), // U+0020 SPACE
  asciiSequences.rejects(
    "csms-sequence-ascii-unit-separator",
    "\u{001F}-------10--------20--------30----36",
    "pattern",
  ), // U+001F INFORMATION SEPARATOR ONE
  asciiSequences.rejects(
    "csms-sequence-ascii-delete",
    "--------10--------20--------30----3\u{007F}",
    "pattern",
  ), // U+007F DELETE
  asciiSequences.rejects(
    "csms-sequence-ascii-trailing-line-feed",
    "--------10--------20--------30----3\u{000A}",
    "pattern",
  ), // U+000A LINE FEED
  asciiSequences.rejects(
    "csms-sequence-latin-1",
    "--------10--------20--------30----3\u{00E9}",
    "pattern",
  ), // U+00E9 LATIN SMALL LETTER E WITH ACUTE

  // No property but action, tags and sequence. Those named like members of every JavaScript object
  // are as unknown as others.

  closedBodies.rejects(
    "csms-unknown-ascii",
    { action: "create", tags: [{ key: "env", value: "prod" }], note: "x" },
    "additionalProperties",
  ),
  closedBodies.rejects(
    "csms-unknown-null",
    { action: "create", tags: [{ key: "env", value: "prod" }], note: null },
    "additionalProperties",
  ),
  closedBodies.rejects(
    "csms-unknown-chinese",
    { action: "create", tags: [{ key: "env", value: "prod" }], 备注: "x" },
    "additionalProperties",
  ),
  closedBodies.rejects(
    "csms-unknown-capitalized",
    { action: "create", tags: [{ key: "env", value: "prod" }], Action: "create" },
    "additionalProperties",
  ),
  closedBodies.rejects(
    "csms-unknown-singular",
    { action: "create", tags: [{ key: "env", value: "prod" }], tag: { key: "env" } },
    "additionalProperties",
  ),
  closedBodies.rejects(
    "csms-unknown-of-a-tag",
    { action: "create", tags: [{ key: "env", value: "prod" }], key: "env" },
    "additionalProperties",
  ),
  closedBodies.rejects(
    "csms-unknown-constructor",
    { action: "create", tags: [{ key: "env", value: "prod" }], constructor: "x" },
    "additionalProperties",
  ),
  closedBodies.rejects(
    "csms-unknown-to-string",
    { action: "create", tags: [{ key: "env", value: "prod" }], toString: "x" },
    "additionalProperties",
  ),
  closedBodies.rejects(
    "csms-unknown-empty-name",
    { action: "create", tags: [{ key: "env", value: "prod" }], "": "x" },
    "additionalProperties",
  ),
  closedBodies.rejects(
    "csms-unknown-pointer-characters",
    { action: "create", tags: [{ key: "env", value: "prod" }], "a/b~c": "x" },
    "additionalProperties",
  ),

  // No property of a tag but key and value.

  closedTags.rejects(
    "csms-tag-unknown-ascii",
    { key: "env", value: "prod", note: "x" },
    "additionalProperties",
  ),
  closedTags.rejects(
    "csms-tag-unknown-null",
    { key: "env", value: "prod", note: null },
    "additionalProperties",
  ),
  closedTags.rejects(
    "csms-tag-unknown-chinese",
    { key: "env", value: "prod", 备注: "x" },
    "additionalProperties",
  ),
  closedTags.rejects(
    "csms-tag-unknown-capitalized",
    { key: "env", value: "prod", Key: "env" },
    "additionalProperties",
  ),
  closedTags.rejects(
    "csms-tag-unknown-plural",
    { key: "env", value: "prod", values: ["prod"] },
    "additionalProperties",
  ),
  closedTags.rejects(
    "csms-tag-unknown-of-the-body",
    { key: "env", value: "prod", action: "create" },
    "additionalProperties",
  ),
  closedTags.rejects(
    "csms-tag-unknown-constructor",
    { key: "env", value: "prod", constructor: "x" },
    "additionalProperties",
  ),
  closedTags.rejects(
    "csms-tag-unknown-to-string",
    { key: "env", value: "prod", toString: "x" },
    "additionalProperties",
  ),
  closedTags.rejects(
    "csms-tag-unknown-empty-name",
    { key: "env", value: "prod", "": "x" },
    "additionalProperties",
  ),
  closedTags.rejects(
    "csms-tag-unknown-pointer-characters",
    { key: "env", value: "prod", "a/b~c": "x" },
    "additionalProperties",
  ),

  // Every violation is reported, not the first alone.

  bodies.rejects(
    "csms-many-violations",
    {
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
    "additionalProperties",
    "enum /body/action",
    "minLength /body/tags/0/key",
    "required /body/tags/1",
    "additionalProperties /body/tags/2",
    "type /body/tags/3/value",
    "minLength /body/sequence",
  ),
];

import type { RequestCase, Source } from "../case.js";
import { create } from "../tags.js";
import { inBody, request } from "./operation.js";

const body: Source = { page: "kms", table: "request parameters" };
const action: Source = { page: "kms", table: "request parameters, action" };
const sequence: Source = { page: "kms", table: "request parameters, sequence" };
const example: Source = { page: "kms", table: "request example" };
const ascii: Source = { page: "ours", table: "printable ASCII, so that characters are bytes" };
const closed: Source = { page: "ours", table: "requests are closed" };
const tag = { key: "env", value: "prod" };

const examples = inBody(example, "/body", (body) => body);
const bodies = inBody(body, "/body", (body) => body);
const bodiesByAction = inBody(action, "/body", (body) => body);
const actions = inBody(action, "/body/action", (action) => ({ action, tags: [tag] }));
const tagsBesideSequence = inBody(sequence, "/body/tags/0", (tag) => create([tag]));
const withSequence = (sequence: unknown) => ({ ...create([tag]), sequence });
const sequences = inBody(sequence, "/body/sequence", withSequence);
const bodiesBySequence = inBody(sequence, "/body", (body) => body);
const asciiSequences = inBody(ascii, "/body/sequence", withSequence);
const unknownInBody = inBody(closed, "/body", (unknown) => ({ ...create([tag]), ...unknown }));
const unknownInTag = inBody(closed, "/body/tags/0", (unknown) => create([{ ...tag, ...unknown }]));

/** The body of a request: the page's examples, action, sequence, and unknown properties. */
export const requestCases: readonly RequestCase[] = [
  // The page's own examples.
  ...examples.acceptsEach({
    "kms-example-create": {
      action: "create",
      tags: [
        { key: "key1", value: "value1" },
        { key: "key", value: "value3" },
      ],
    },
    "kms-example-delete": {
      action: "delete",
      tags: [
        { key: "key1", value: "value1" },
        { key: "key2", value: "value3" },
      ],
    },
  }),

  // A body, and an object.
  bodies.rejects("kms-body-absent", undefined, "required /"),
  ...bodies.rejectsEach("type", {
    "kms-body-null": null,
    "kms-body-array": [{ action: "create", tags: [tag] }],
    "kms-body-string": "create",
    "kms-body-number": 1,
    "kms-body-boolean": true,
  }),
  // Lacks action and tags: the same violation twice.
  bodies.rejects("kms-body-empty-object", {}, "required"),

  // action: mandatory, create or delete.
  bodiesByAction.rejects("kms-action-absent", { tags: [tag] }, "required"),
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
    tags: [tag],
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
  ...asciiSequences.rejectsEach("pattern", {
    "kms-sequence-36-cjk":
      "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六",
  }),
  ...sequences.rejectsEach(["minLength", "pattern"], {
    // 36 bytes
    "kms-sequence-12-cjk": "一二三四五六七八九十一二",
    // 36 UTF-16 units
    "kms-sequence-18-beyond-bmp": "𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇",
    "kms-sequence-35-beyond-bmp":
      "𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄",
  }),
  ...asciiSequences.rejectsEach("pattern", {
    "kms-sequence-36-beyond-bmp":
      "𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅",
    // 71 UTF-16 units
    "kms-sequence-36-beyond-bmp-and-ascii":
      "𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄-",
  }),
  ...sequences.rejectsEach(["maxLength", "pattern"], {
    "kms-sequence-37-beyond-bmp":
      "𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆",
  }),

  // Printable ASCII: from the space to the tilde.
  sequences.accepts(
    "kms-sequence-ascii-first-and-last",
    "\u{0020}-------10--------20--------30----3~",
  ), // U+0020 SPACE
  ...asciiSequences.rejectsEach("pattern", {
    "kms-sequence-ascii-unit-separator": "\u{001F}-------10--------20--------30----36", // U+001F INFORMATION SEPARATOR ONE
    "kms-sequence-ascii-delete": "--------10--------20--------30----3\u{007F}", // U+007F DELETE
    "kms-sequence-ascii-trailing-line-feed": "--------10--------20--------30----3\u{000A}", // U+000A LINE FEED
    "kms-sequence-latin-1": "--------10--------20--------30----3\u{00E9}", // U+00E9 LATIN SMALL LETTER E WITH ACUTE
    "kms-sequence-number-beyond-ascii": "--------10--------20--------30----3\u{00B2}", // U+00B2 SUPERSCRIPT TWO
  }),

  // No property but action, tags and sequence. Those named like members of every JavaScript object
  // are as unknown as others.
  ...unknownInBody.rejectsEach("additionalProperties", {
    "kms-unknown-ascii": { note: "x" },
    "kms-unknown-null": { note: null },
    "kms-unknown-chinese": { 备注: "x" },
    "kms-unknown-capitalized": { Action: "create" },
    "kms-unknown-singular": { tag: { key: "env" } },
    "kms-unknown-of-a-tag": { key: "env" },
    "kms-unknown-constructor": { constructor: "x" },
    "kms-unknown-to-string": { toString: "x" },
    "kms-unknown-empty-name": { "": "x" },
    "kms-unknown-pointer-characters": { "a/b~c": "x" },
  }),

  // No property of a tag but key and value.
  ...unknownInTag.rejectsEach("additionalProperties", {
    "kms-tag-unknown-ascii": { note: "x" },
    "kms-tag-unknown-null": { note: null },
    "kms-tag-unknown-chinese": { 备注: "x" },
    "kms-tag-unknown-capitalized": { Key: "env" },
    "kms-tag-unknown-plural": { values: ["prod"] },
    "kms-tag-unknown-of-the-body": { action: "create" },
    "kms-tag-unknown-constructor": { constructor: "x" },
    "kms-tag-unknown-to-string": { toString: "x" },
    "kms-tag-unknown-empty-name": { "": "x" },
    "kms-tag-unknown-pointer-characters": { "a/b~c": "x" },
  }),

  // Every violation is reported, not the first alone.
  request(body, "/body", (body) => ({ path: { project_id: "p", key_id: "x" }, body })).rejects(
    "kms-many-violations",
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
    "pattern /path/key_id",
    "additionalProperties",
    "enum /body/action",
    "minLength /body/tags/0/key",
    "required /body/tags/1",
    "additionalProperties /body/tags/2",
    "type /body/tags/3/value",
    "minLength /body/sequence",
  ),
];

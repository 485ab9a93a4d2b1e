import type { RequestCase, Source } from "../case.js";
import { create } from "../tags.js";
import { inBody } from "./operation.js";

const body: Source = { page: "csms", table: "table 3" };
const action: Source = { page: "csms", table: "table 3, action" };
const sequence: Source = { page: "csms", table: "table 3, sequence" };
const example: Source = { page: "csms", table: "request example" };
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
  ...bodies.rejectsEach("type", {
    "csms-body-null": null,
    "csms-body-array": [{ action: "create", tags: [tag] }],
    "csms-body-string": "create",
    "csms-body-number": 1,
    "csms-body-boolean": true,
  }),
  // Lacks action and tags: the same violation twice.
  bodies.rejects("csms-body-empty-object", {}, "required"),

  // action: mandatory, create or delete.
  bodiesByAction.rejects("csms-action-absent", { tags: [tag] }, "required"),
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
    tags: [tag],
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
  ...asciiSequences.rejectsEach("pattern", {
    "csms-sequence-36-cjk":
      "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六",
  }),
  ...sequences.rejectsEach(["minLength", "pattern"], {
    // 36 bytes
    "csms-sequence-12-cjk": "一二三四五六七八九十一二",
    // 36 UTF-16 units
    "csms-sequence-18-beyond-bmp": "𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇",
    "csms-sequence-35-beyond-bmp":
      "𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄",
  }),
  ...asciiSequences.rejectsEach("pattern", {
    "csms-sequence-36-beyond-bmp":
      "𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅",
    // 71 UTF-16 units
    "csms-sequence-36-beyond-bmp-and-ascii":
      "𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄-",
  }),
  ...sequences.rejectsEach(["maxLength", "pattern"], {
    "csms-sequence-37-beyond-bmp":
      "𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆",
  }),

  // Printable ASCII: from the space to the tilde.
  sequences.accepts(
    "csms-sequence-ascii-first-and-last",
    "\u{0020}-------10--------20--------30----3~",
  ), // U+0020 SPACE
  ...asciiSequences.rejectsEach("pattern", {
    "csms-sequence-ascii-unit-separator": "\u{001F}-------10--------20--------30----36", // U+001F INFORMATION SEPARATOR ONE
    "csms-sequence-ascii-delete": "--------10--------20--------30----3\u{007F}", // U+007F DELETE
    "csms-sequence-ascii-trailing-line-feed": "--------10--------20--------30----3\u{000A}", // U+000A LINE FEED
    "csms-sequence-latin-1": "--------10--------20--------30----3\u{00E9}", // U+00E9 LATIN SMALL LETTER E WITH ACUTE
    "csms-sequence-number-beyond-ascii": "--------10--------20--------30----3\u{00B2}", // U+00B2 SUPERSCRIPT TWO
  }),

  // No property but action, tags and sequence. Those named like members of every JavaScript object
  // are as unknown as others.
  ...unknownInBody.rejectsEach("additionalProperties", {
    "csms-unknown-ascii": { note: "x" },
    "csms-unknown-null": { note: null },
    "csms-unknown-chinese": { 备注: "x" },
    "csms-unknown-capitalized": { Action: "create" },
    "csms-unknown-singular": { tag: { key: "env" } },
    "csms-unknown-of-a-tag": { action: "create", tags: [tag], key: "env" },
    "csms-unknown-constructor": { constructor: "x" },
    "csms-unknown-to-string": { toString: "x" },
    "csms-unknown-empty-name": { "": "x" },
    "csms-unknown-pointer-characters": { "a/b~c": "x" },
  }),

  // No property of a tag but key and value.
  ...unknownInTag.rejectsEach("additionalProperties", {
    "csms-tag-unknown-ascii": { note: "x" },
    "csms-tag-unknown-null": { note: null },
    "csms-tag-unknown-chinese": { 备注: "x" },
    "csms-tag-unknown-capitalized": { Key: "env" },
    "csms-tag-unknown-plural": { values: ["prod"] },
    "csms-tag-unknown-of-the-body": { action: "create" },
    "csms-tag-unknown-constructor": { constructor: "x" },
    "csms-tag-unknown-to-string": { toString: "x" },
    "csms-tag-unknown-empty-name": { "": "x" },
    "csms-tag-unknown-pointer-characters": { "a/b~c": "x" },
  }),

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

import type { RequestCase, Source } from "./case.js";
import type { Groups } from "./group.js";
import { create } from "./tags.js";

const tag = { key: "env", value: "prod" };
const ascii: Source = { page: "ours", table: "printable ASCII, so that characters are bytes" };
const closed: Source = { page: "ours", table: "requests are closed" };

/**
 * What both pages say of a body: that it is there, its action, its sequence; and that it has no
 * other property.
 * @param page begins the ids
 * @param table of the page that describes the body
 */
export function bodyCases(
  page: "csms" | "kms",
  table: string,
  inBody: Groups["inBody"],
): RequestCase[] {
  const action: Source = { page, table: `${table}, action` };
  const sequence: Source = { page, table: `${table}, sequence` };
  const bodies = inBody({ page, table }, "/body", (body) => body);
  const bodiesByAction = inBody(action, "/body", (body) => body);
  const actions = inBody(action, "/body/action", (action) => ({ action, tags: [tag] }));
  const tagsBesideSequence = inBody(sequence, "/body/tags/0", (tag) => create([tag]));
  const withSequence = (sequence: unknown) => ({ ...create([tag]), sequence });
  const sequences = inBody(sequence, "/body/sequence", withSequence);
  const bodiesBySequence = inBody(sequence, "/body", (body) => body);
  const asciiSequences = inBody(ascii, "/body/sequence", withSequence);
  const unknownInBody = inBody(closed, "/body", (unknown) => ({ ...create([tag]), ...unknown }));
  const unknownInTag = inBody(closed, "/body/tags/0", (unknown) =>
    create([{ ...tag, ...unknown }]),
  );
  const cases = [
    // A body, and an object.
    bodies.rejects("body-absent", undefined, "required /"),
    ...bodies.rejectsEach("type", {
      "body-null": null,
      "body-array": [{ action: "create", tags: [tag] }],
      "body-string": "create",
      "body-number": 1,
      "body-boolean": true,
    }),
    // Lacks action and tags: the same violation twice.
    bodies.rejects("body-empty-object", {}, "required"),

    // action: mandatory, create or delete.
    bodiesByAction.rejects("action-absent", { tags: [tag] }, "required"),
    actions.accepts("action-create", "create"),
    actions.accepts("action-delete", "delete"),
    actions.rejects("action-null", null, "type", "enum"),
    actions.rejects("action-number", 1, "type", "enum"),
    actions.rejects("action-boolean", true, "type", "enum"),
    actions.rejects("action-array", ["create"], "type", "enum"),
    actions.rejects("action-object", {}, "type", "enum"),
    actions.rejects("action-empty", "", "enum"),
    actions.rejects("action-other", "update", "enum"),
    actions.rejects("action-capitalized", "Create", "enum"),
    actions.rejects("action-capitals", "DELETE", "enum"),
    actions.rejects("action-capitalized-delete", "Delete", "enum"),
    actions.rejects("action-capitals-create", "CREATE", "enum"),
    actions.rejects("action-create-trailing-blank", "create\u{0020}", "enum"), // U+0020 SPACE
    actions.rejects("action-leading-blank", "\u{0020}create", "enum"), // U+0020 SPACE
    actions.rejects("action-trailing-blank", "delete\u{0020}", "enum"), // U+0020 SPACE
    actions.rejects("action-prefix", "creat", "enum"),
    actions.rejects("action-longer", "deleted", "enum"),
    actions.rejects("action-both", "create,delete", "enum"),

    // sequence: optional, but a string if it is there.
    tagsBesideSequence.accepts("sequence-absent", { key: "team", value: "prod" }),
    sequences.accepts("sequence-uuid", "919c82d4-8046-4722-9094-35c3c6524cff"),
    bodiesBySequence.accepts("sequence-delete", {
      action: "delete",
      tags: [tag],
      sequence: "919c82d4-8046-4722-9094-35c3c6524cff",
    }),
    sequences.accepts("sequence-uuid-capitals", "919C82D4-8046-4722-9094-35C3C6524CFF"),
    sequences.rejects("sequence-null", null, "type"),
    sequences.rejects("sequence-number", 1, "type"),
    sequences.rejects("sequence-boolean", true, "type"),
    sequences.rejects("sequence-array", ["919c82d4-8046-4722-9094-35c3c6524cff"], "type"),
    sequences.rejects("sequence-object", {}, "type"),

    // sequence: 36 bytes. JSON Schema counts characters; the contract takes printable ASCII alone, of
    // which each character is a byte.
    // beyond-bmp: U+20000 to U+20009, two UTF-16 units and four bytes each.
    sequences.rejects("sequence-0", "", "minLength"),
    sequences.rejects("sequence-35-ascii", "--------10--------20--------30---35", "minLength"),
    // No UUID: the page asks for none.
    sequences.accepts("sequence-36-ascii", "--------10--------20--------30----36"),
    sequences.rejects("sequence-37-ascii", "--------10--------20--------30-----37", "maxLength"),
    sequences.accepts(
      "sequence-36-blank",
      "\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}\u{0020}",
    ), // U+0020 SPACE, 36 times
    // 108 bytes
    ...asciiSequences.rejectsEach("pattern", {
      "sequence-36-cjk": "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六",
    }),
    ...sequences.rejectsEach(["minLength", "pattern"], {
      // 36 bytes
      "sequence-12-cjk": "一二三四五六七八九十一二",
      // 36 UTF-16 units
      "sequence-18-beyond-bmp": "𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇",
      "sequence-35-beyond-bmp":
        "𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄",
    }),
    ...asciiSequences.rejectsEach("pattern", {
      "sequence-36-beyond-bmp":
        "𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅",
      // 71 UTF-16 units
      "sequence-36-beyond-bmp-and-ascii":
        "𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄-",
    }),
    ...sequences.rejectsEach(["maxLength", "pattern"], {
      "sequence-37-beyond-bmp":
        "𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆",
    }),

    // Printable ASCII: from the space to the tilde.
    sequences.accepts(
      "sequence-ascii-first-and-last",
      "\u{0020}-------10--------20--------30----3~",
    ), // U+0020 SPACE
    ...asciiSequences.rejectsEach("pattern", {
      "sequence-ascii-unit-separator": "\u{001F}-------10--------20--------30----36", // U+001F INFORMATION SEPARATOR ONE
      "sequence-ascii-delete": "--------10--------20--------30----3\u{007F}", // U+007F DELETE
      "sequence-ascii-trailing-line-feed": "--------10--------20--------30----3\u{000A}", // U+000A LINE FEED
      "sequence-latin-1": "--------10--------20--------30----3\u{00E9}", // U+00E9 LATIN SMALL LETTER E WITH ACUTE
      "sequence-number-beyond-ascii": "--------10--------20--------30----3\u{00B2}", // U+00B2 SUPERSCRIPT TWO
    }),

    // No property but action, tags and sequence. Those named like members of every JavaScript object
    // are as unknown as others.
    ...unknownInBody.rejectsEach("additionalProperties", {
      "unknown-ascii": { note: "x" },
      "unknown-null": { note: null },
      "unknown-chinese": { 备注: "x" },
      "unknown-capitalized": { Action: "create" },
      "unknown-singular": { tag: { key: "env" } },
      "unknown-of-a-tag": { key: "env" },
      "unknown-constructor": { constructor: "x" },
      "unknown-to-string": { toString: "x" },
      "unknown-empty-name": { "": "x" },
      "unknown-pointer-characters": { "a/b~c": "x" },
    }),

    // No property of a tag but key and value.
    ...unknownInTag.rejectsEach("additionalProperties", {
      "tag-unknown-ascii": { note: "x" },
      "tag-unknown-null": { note: null },
      "tag-unknown-chinese": { 备注: "x" },
      "tag-unknown-capitalized": { Key: "env" },
      "tag-unknown-plural": { values: ["prod"] },
      "tag-unknown-of-the-body": { action: "create" },
      "tag-unknown-constructor": { constructor: "x" },
      "tag-unknown-to-string": { toString: "x" },
      "tag-unknown-empty-name": { "": "x" },
      "tag-unknown-pointer-characters": { "a/b~c": "x" },
    }),
  ];
  return cases.map((one) => ({ ...one, id: `${page}-${one.id}` }));
}

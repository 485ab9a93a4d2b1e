import type { RequestCase, Source } from "../case.js";
import { create, numbered } from "../create.js";
import { inBody } from "./operation.js";

const list: Source = { page: "kms", table: "request parameters, tags" };
const lowerLimit: Source = { page: "vendor", table: "API definition of batchCreateKmsTags, tags" };

const body = inBody(list, "/body", (body) => body);
const listTags = inBody(list, "/body/tags", create);
const fewest = inBody(lowerLimit, "/body/tags", create);
const single = inBody(lowerLimit, "/body/tags/0", (tag) => create([tag]));
const listTag = inBody(list, "/body/tags/0", (tag) => create([tag]));

/** The list of tags: presence, type, length, items, and keys that repeat. */
export const tagsCases: readonly RequestCase[] = [
  // Mandatory, and an array.
  body.rejects("kms-tags-absent", { action: "create" }, "required"),
  ...listTags.rejectsEach("type", {
    "kms-tags-null": null,
    "kms-tags-number": 1,
    "kms-tags-boolean": true,
    "kms-tags-string": "env",
    "kms-tags-object": { key: "env", value: "prod" },
    "kms-tags-array-like-object": { 0: { key: "env", value: "prod" }, length: 1 },
  }),

  // From 1 to 10 tags. The page gives no lower limit; newer vendor texts give 20 as the upper.
  fewest.rejects("kms-tags-0", [], "minItems"),
  single.accepts("kms-tags-1", { key: "key01", value: "prod" }),
  listTags.accepts("kms-tags-10", numbered(10, "prod")),
  listTags.rejects("kms-tags-11", numbered(11, "prod"), "maxItems"),
  body.accepts("kms-tags-10-delete", {
    action: "delete",
    tags: numbered(10, "prod"),
  }),
  body.rejects(
    "kms-tags-11-delete",
    {
      action: "delete",
      tags: numbered(11, "prod"),
    },
    "maxItems /body/tags",
  ),

  // Each tag is an object.
  listTag.rejects("kms-tag-null", null, "type"),
  listTag.rejects("kms-tag-string", "env", "type"),
  listTag.rejects("kms-tag-number", 1, "type"),
  listTag.rejects("kms-tag-boolean", true, "type"),
  listTag.rejects("kms-tag-array", ["env", "prod"], "type"),
  listTag.rejects("kms-tag-list-of-tags", [{ key: "env" }], "type"),
  listTag.rejects("kms-tag-empty-object", {}, "required"),

  // Every tag is looked at, not the first alone.
  listTags.rejects("kms-tag-second-null", [{ key: "env" }, null], "type /body/tags/1"),
  listTags.rejects(
    "kms-tag-second-key-empty",
    [{ key: "env" }, { key: "" }],
    "minLength /body/tags/1/key",
  ),
  listTags.rejects(
    "kms-tag-last-key-absent",
    [...numbered(9, "prod"), { value: "prod" }],
    "required /body/tags/9",
  ),

  // A key occurs once. JSON Schema knows equal items (uniqueItems); the keyword
  // x-unique-item-properties stands for equal keys, and points at the later one.
  ...listTags.rejectsEach(["uniqueItems", "x-unique-item-properties /body/tags/1/key"], {
    "kms-duplicate-same-value": [
      { key: "env", value: "prod" },
      { key: "env", value: "prod" },
    ],
    "kms-duplicate-same-value-other-order": [
      { key: "env", value: "prod" },
      { value: "prod", key: "env" },
    ],
    "kms-duplicate-no-value": [{ key: "env" }, { key: "env" }],
  }),
  ...listTags.rejectsEach("x-unique-item-properties /body/tags/1/key", {
    "kms-duplicate-other-value": [
      { key: "env", value: "prod" },
      { key: "env", value: "test" },
    ],
    "kms-duplicate-value-absent-first": [{ key: "env" }, { key: "env", value: "prod" }],
    "kms-duplicate-value-absent-second": [{ key: "env", value: "prod" }, { key: "env" }],
    "kms-duplicate-value-absent-and-empty": [{ key: "env" }, { key: "env", value: "" }],
  }),
  listTags.rejects(
    "kms-duplicate-apart",
    [{ key: "env" }, { key: "team" }, { key: "env" }],
    "uniqueItems",
    "x-unique-item-properties /body/tags/2/key",
  ),
  listTags.rejects(
    "kms-duplicate-apart-other-value",
    [
      { key: "env", value: "prod" },
      { key: "team", value: "a" },
      { key: "env", value: "test" },
    ],
    "x-unique-item-properties /body/tags/2/key",
  ),
  listTags.rejects(
    "kms-duplicate-three",
    [{ key: "env" }, { key: "env" }, { key: "env" }],
    "uniqueItems",
    "x-unique-item-properties /body/tags/1/key",
    "x-unique-item-properties /body/tags/2/key",
  ),
  listTags.rejects(
    "kms-duplicate-three-other-values",
    [
      { key: "env", value: "a" },
      { key: "env", value: "b" },
      { key: "env", value: "c" },
    ],
    "x-unique-item-properties /body/tags/1/key",
    "x-unique-item-properties /body/tags/2/key",
  ),
  listTags.rejects(
    "kms-duplicate-two-pairs",
    [
      { key: "env", value: "a" },
      { key: "team", value: "b" },
      { key: "env", value: "c" },
      { key: "team", value: "d" },
    ],
    "x-unique-item-properties /body/tags/2/key",
    "x-unique-item-properties /body/tags/3/key",
  ),
  body.rejects(
    "kms-duplicate-delete",
    {
      action: "delete",
      tags: [
        { key: "env", value: "prod" },
        { key: "env", value: "test" },
      ],
    },
    "x-unique-item-properties /body/tags/1/key",
  ),
  ...listTags.rejectsEach("x-unique-item-properties /body/tags/1/key", {
    "kms-duplicate-cjk": [
      { key: "环境", value: "a" },
      { key: "环境", value: "b" },
    ],
    "kms-duplicate-of-object-member-name": [
      { key: "constructor", value: "a" },
      { key: "constructor", value: "b" },
    ],
  }),

  // Keys that only look alike are two keys.
  ...listTags.acceptsEach({
    "kms-distinct-same-value": [
      { key: "env", value: "prod" },
      { key: "stage", value: "prod" },
    ],
    "kms-distinct-case": [{ key: "env" }, { key: "Env" }],
    "kms-distinct-width": [{ key: "a" }, { key: "\u{FF41}" }], // U+FF41 FULLWIDTH LATIN SMALL LETTER A
    "kms-distinct-blank": [{ key: "a\u{0020}b" }, { key: "a\u{00A0}b" }], // U+0020 SPACE, U+00A0 NO-BREAK SPACE
    "kms-distinct-prefix": [{ key: "env" }, { key: "env1" }],
    "kms-distinct-object-member-names": [{ key: "constructor" }, { key: "toString" }],
    "kms-distinct-key-is-other-value": [
      { key: "env", value: "prod" },
      { key: "prod", value: "env" },
    ],
    // The same word in NFC and in NFD.
    "kms-distinct-normalization": [{ key: "caf\u{00E9}" }, { key: "cafe\u{0301}" }],
    "kms-distinct-trailing-blank": [{ key: "env" }, { key: "env\u{0020}" }], // U+0020 SPACE
  }),
];

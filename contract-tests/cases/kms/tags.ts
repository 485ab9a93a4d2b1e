import type { RequestCase, Source } from "../case.js";
import { create, numbered, repeats, tagged } from "../tags.js";
import { inBody } from "./operation.js";

const list: Source = { page: "kms", table: "request parameters, tags" };
const vendor: Source = { page: "vendor", table: "API definition of batchCreateKmsTags, tags" };

const body = inBody(list, "/body", (body) => body);
const listTags = inBody(list, "/body/tags", create);
const fewest = inBody(vendor, "/body/tags", create);
const single = inBody(vendor, "/body/tags/0", (tag) => create([tag]));
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
  body.accepts("kms-tags-10-delete", { action: "delete", tags: numbered(10, "prod") }),
  ...body.rejectsEach("maxItems /body/tags", {
    "kms-tags-11-delete": { action: "delete", tags: numbered(11, "prod") },
  }),

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
  listTags.rejects("kms-tag-second-key-empty", tagged("env", ""), "minLength /body/tags/1/key"),
  ...listTags.rejectsEach("required /body/tags/9", {
    "kms-tag-last-key-absent": [...numbered(9, "prod"), { value: "prod" }],
  }),

  // A key occurs once. JSON Schema knows equal items (uniqueItems); the keyword
  // x-unique-item-properties stands for equal keys, and points at the later one.
  ...listTags.rejectsEach(["uniqueItems", repeats(1)], {
    "kms-duplicate-same-value": tagged("env=prod", "env=prod"),
    "kms-duplicate-same-value-other-order": [
      { key: "env", value: "prod" },
      { value: "prod", key: "env" },
    ],
    "kms-duplicate-no-value": tagged("env", "env"),
  }),
  ...listTags.rejectsEach(repeats(1), {
    "kms-duplicate-other-value": tagged("env=prod", "env=test"),
    "kms-duplicate-value-absent-first": tagged("env", "env=prod"),
    "kms-duplicate-value-absent-second": tagged("env=prod", "env"),
    "kms-duplicate-value-absent-and-empty": tagged("env", "env="),
  }),
  listTags.rejects("kms-duplicate-apart", tagged("env", "team", "env"), "uniqueItems", repeats(2)),
  ...listTags.rejectsEach(repeats(2), {
    "kms-duplicate-apart-other-value": tagged("env=prod", "team=a", "env=test"),
  }),
  ...listTags.rejectsEach(["uniqueItems", repeats(1), repeats(2)], {
    "kms-duplicate-three": tagged("env", "env", "env"),
  }),
  ...listTags.rejectsEach([repeats(1), repeats(2)], {
    "kms-duplicate-three-other-values": tagged("env=a", "env=b", "env=c"),
  }),
  ...listTags.rejectsEach([repeats(2), repeats(3)], {
    "kms-duplicate-two-pairs": tagged("env=a", "team=b", "env=c", "team=d"),
  }),
  ...body.rejectsEach(repeats(1), {
    "kms-duplicate-delete": { action: "delete", tags: tagged("env=prod", "env=test") },
  }),
  ...listTags.rejectsEach(repeats(1), {
    "kms-duplicate-cjk": tagged("环境=a", "环境=b"),
    "kms-duplicate-of-object-member-name": tagged("constructor=a", "constructor=b"),
  }),

  // Keys that only look alike are two keys.
  ...listTags.acceptsEach({
    "kms-distinct-same-value": tagged("env=prod", "stage=prod"),
    "kms-distinct-case": tagged("env", "Env"),
    "kms-distinct-width": [{ key: "a" }, { key: "\u{FF41}" }], // U+FF41 FULLWIDTH LATIN SMALL LETTER A
    "kms-distinct-blank": [{ key: "a\u{0020}b" }, { key: "a\u{00A0}b" }], // U+0020 SPACE, U+00A0 NO-BREAK SPACE
    "kms-distinct-prefix": tagged("env", "env1"),
    "kms-distinct-object-member-names": tagged("constructor", "toString"),
    "kms-distinct-key-is-other-value": tagged("env=prod", "prod=env"),
    // The same word in NFC and in NFD.
    "kms-distinct-normalization": [{ key: "caf\u{00E9}" }, { key: "cafe\u{0301}" }],
    "kms-distinct-trailing-blank": [{ key: "env" }, { key: "env\u{0020}" }], // U+0020 SPACE
  }),
];

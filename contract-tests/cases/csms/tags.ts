import type { RequestCase, Source } from "../case.js";
import { create, numbered, repeats, tagged } from "../tags.js";
import { inBody } from "./operation.js";

const list: Source = { page: "csms", table: "table 3, tags" };
const limit: Source = { page: "csms", table: "table 4, key" };
const tag: Source = { page: "csms", table: "table 4" };
const keys: Source = { page: "csms", table: "table 4, key" };
const vendor: Source = {
  page: "vendor",
  table: "API definition of batchCreateOrDeleteTags, tags",
};

const presence = inBody(list, "/body", (body) => body);
const listTags = inBody(list, "/body/tags", create);
const fewest = inBody(vendor, "/body/tags", create);
const single = inBody(vendor, "/body/tags/0", (tag) => create([tag]));
const most = inBody(limit, "/body/tags", create);
const mostBodies = inBody(limit, "/body", (body) => body);
const tags = inBody(tag, "/body/tags/0", (tag) => create([tag]));
const items = inBody(tag, "/body/tags", create);
const unique = inBody(keys, "/body/tags", create);
const uniqueBodies = inBody(keys, "/body", (body) => body);

/** The list of tags: presence, type, length, items, and keys that repeat. */
export const tagsCases: readonly RequestCase[] = [
  // Mandatory, and an array.
  presence.rejects("csms-tags-absent", { action: "create" }, "required"),
  ...listTags.rejectsEach("type", {
    "csms-tags-null": null,
    "csms-tags-number": 1,
    "csms-tags-boolean": true,
    "csms-tags-string": "env",
    "csms-tags-object": { key: "env", value: "prod" },
    "csms-tags-array-like-object": { 0: { key: "env", value: "prod" }, length: 1 },
  }),

  // From 1 to 20 tags. The page gives no lower limit.
  fewest.rejects("csms-tags-0", [], "minItems"),
  single.accepts("csms-tags-1", { key: "key01" }),
  most.accepts("csms-tags-20", numbered(20)),
  most.rejects("csms-tags-21", numbered(21), "maxItems"),
  mostBodies.accepts("csms-tags-20-delete", { action: "delete", tags: numbered(20) }),
  ...mostBodies.rejectsEach("maxItems /body/tags", {
    "csms-tags-21-delete": { action: "delete", tags: numbered(21) },
  }),

  // Each tag is an object.
  tags.rejects("csms-tag-null", null, "type"),
  tags.rejects("csms-tag-string", "env", "type"),
  tags.rejects("csms-tag-number", 1, "type"),
  tags.rejects("csms-tag-boolean", true, "type"),
  tags.rejects("csms-tag-array", ["env", "prod"], "type"),
  tags.rejects("csms-tag-list-of-tags", [{ key: "env" }], "type"),
  tags.rejects("csms-tag-empty-object", {}, "required"),

  // Every tag is looked at, not the first alone.
  items.rejects("csms-tag-second-null", [{ key: "env" }, null], "type /body/tags/1"),
  unique.rejects("csms-tag-second-key-empty", tagged("env", ""), "minLength /body/tags/1/key"),
  ...items.rejectsEach("required /body/tags/19", {
    "csms-tag-last-key-absent": [...numbered(19), { value: "prod" }],
  }),

  // A key occurs once. JSON Schema knows equal items (uniqueItems); the keyword
  // x-unique-item-properties stands for equal keys, and points at the later one.
  ...unique.rejectsEach(["uniqueItems", repeats(1)], {
    "csms-duplicate-same-value": tagged("env=prod", "env=prod"),
    "csms-duplicate-same-value-other-order": [
      { key: "env", value: "prod" },
      { value: "prod", key: "env" },
    ],
    "csms-duplicate-no-value": tagged("env", "env"),
  }),
  ...unique.rejectsEach(repeats(1), {
    "csms-duplicate-other-value": tagged("env=prod", "env=test"),
    "csms-duplicate-value-absent-first": tagged("env", "env=prod"),
    "csms-duplicate-value-absent-second": tagged("env=prod", "env"),
    "csms-duplicate-value-absent-and-empty": tagged("env", "env="),
  }),
  unique.rejects("csms-duplicate-apart", tagged("env", "team", "env"), "uniqueItems", repeats(2)),
  ...unique.rejectsEach(repeats(2), {
    "csms-duplicate-apart-other-value": tagged("env=prod", "team=a", "env=test"),
  }),
  ...unique.rejectsEach(["uniqueItems", repeats(1), repeats(2)], {
    "csms-duplicate-three": tagged("env", "env", "env"),
  }),
  ...unique.rejectsEach([repeats(1), repeats(2)], {
    "csms-duplicate-three-other-values": tagged("env=a", "env=b", "env=c"),
  }),
  ...unique.rejectsEach([repeats(2), repeats(3)], {
    "csms-duplicate-two-pairs": tagged("env=a", "team=b", "env=c", "team=d"),
  }),
  ...uniqueBodies.rejectsEach(repeats(1), {
    "csms-duplicate-delete": { action: "delete", tags: tagged("env=prod", "env=test") },
  }),
  ...unique.rejectsEach(repeats(1), {
    "csms-duplicate-cjk": tagged("环境=a", "环境=b"),
    "csms-duplicate-of-object-member-name": tagged("constructor=a", "constructor=b"),
  }),

  // Keys that only look alike are two keys.
  ...unique.acceptsEach({
    "csms-distinct-same-value": tagged("env=prod", "stage=prod"),
    "csms-distinct-case": tagged("env", "Env"),
    "csms-distinct-width": [{ key: "a" }, { key: "\u{FF41}" }], // U+FF41 FULLWIDTH LATIN SMALL LETTER A
    "csms-distinct-blank": [{ key: "a\u{0020}b" }, { key: "a\u{00A0}b" }], // U+0020 SPACE, U+00A0 NO-BREAK SPACE
    "csms-distinct-prefix": tagged("env", "env1"),
    "csms-distinct-object-member-names": tagged("constructor", "toString"),
    "csms-distinct-key-is-other-value": tagged("env=prod", "prod=env"),
    // A Hangul syllable, and the three letters that NFC would join to it. (NFD of other scripts holds
    // combining marks, which no key may.)
    "csms-distinct-normalization": [{ key: "\u{D55C}" }, { key: "\u{1112}\u{1161}\u{11AB}" }],
  }),
];

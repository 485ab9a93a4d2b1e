import type { RequestCase, Source } from "../case.js";
import { operation, path } from "./target.js";

const list: Source = { page: "kms", table: "request parameters, tags" };
const lowerLimit: Source = { page: "vendor", table: "API definition of batchCreateKmsTags, tags" };

/** The list of tags: presence, type, length, items, and keys that repeat. */
export const tagsCases: readonly RequestCase[] = [
  // Mandatory, and an array.

  {
    id: "kms-tags-absent",
    operation,
    request: { path, body: { action: "create" } },
    verdict: "reject",
    violations: [{ pointer: "/body", keyword: "required" }],
    source: list,
  },
  {
    id: "kms-tags-null",
    operation,
    request: { path, body: { action: "create", tags: null } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags", keyword: "type" }],
    source: list,
  },
  {
    id: "kms-tags-number",
    operation,
    request: { path, body: { action: "create", tags: 1 } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags", keyword: "type" }],
    source: list,
  },
  {
    id: "kms-tags-boolean",
    operation,
    request: { path, body: { action: "create", tags: true } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags", keyword: "type" }],
    source: list,
  },
  {
    id: "kms-tags-string",
    operation,
    request: { path, body: { action: "create", tags: "env" } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags", keyword: "type" }],
    source: list,
  },
  {
    id: "kms-tags-object",
    operation,
    request: { path, body: { action: "create", tags: { key: "env", value: "prod" } } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags", keyword: "type" }],
    source: list,
  },
  {
    id: "kms-tags-array-like-object",
    operation,
    request: {
      path,
      body: { action: "create", tags: { 0: { key: "env", value: "prod" }, length: 1 } },
    },
    verdict: "reject",
    violations: [{ pointer: "/body/tags", keyword: "type" }],
    source: list,
  },

  // From 1 to 10 tags. The page gives no lower limit; newer vendor texts give 20 as the upper.

  {
    id: "kms-tags-0",
    operation,
    request: { path, body: { action: "create", tags: [] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags", keyword: "minItems" }],
    source: lowerLimit,
  },
  {
    id: "kms-tags-1",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "key01", value: "prod" }] } },
    verdict: "accept",
    source: lowerLimit,
  },
  {
    id: "kms-tags-10",
    operation,
    request: {
      path,
      body: {
        action: "create",
        tags: [
          { key: "key01", value: "prod" },
          { key: "key02", value: "prod" },
          { key: "key03", value: "prod" },
          { key: "key04", value: "prod" },
          { key: "key05", value: "prod" },
          { key: "key06", value: "prod" },
          { key: "key07", value: "prod" },
          { key: "key08", value: "prod" },
          { key: "key09", value: "prod" },
          { key: "key10", value: "prod" },
        ],
      },
    },
    verdict: "accept",
    source: list,
  },
  {
    id: "kms-tags-11",
    operation,
    request: {
      path,
      body: {
        action: "create",
        tags: [
          { key: "key01", value: "prod" },
          { key: "key02", value: "prod" },
          { key: "key03", value: "prod" },
          { key: "key04", value: "prod" },
          { key: "key05", value: "prod" },
          { key: "key06", value: "prod" },
          { key: "key07", value: "prod" },
          { key: "key08", value: "prod" },
          { key: "key09", value: "prod" },
          { key: "key10", value: "prod" },
          { key: "key11", value: "prod" },
        ],
      },
    },
    verdict: "reject",
    violations: [{ pointer: "/body/tags", keyword: "maxItems" }],
    source: list,
  },
  {
    id: "kms-tags-10-delete",
    operation,
    request: {
      path,
      body: {
        action: "delete",
        tags: [
          { key: "key01", value: "prod" },
          { key: "key02", value: "prod" },
          { key: "key03", value: "prod" },
          { key: "key04", value: "prod" },
          { key: "key05", value: "prod" },
          { key: "key06", value: "prod" },
          { key: "key07", value: "prod" },
          { key: "key08", value: "prod" },
          { key: "key09", value: "prod" },
          { key: "key10", value: "prod" },
        ],
      },
    },
    verdict: "accept",
    source: list,
  },
  {
    id: "kms-tags-11-delete",
    operation,
    request: {
      path,
      body: {
        action: "delete",
        tags: [
          { key: "key01", value: "prod" },
          { key: "key02", value: "prod" },
          { key: "key03", value: "prod" },
          { key: "key04", value: "prod" },
          { key: "key05", value: "prod" },
          { key: "key06", value: "prod" },
          { key: "key07", value: "prod" },
          { key: "key08", value: "prod" },
          { key: "key09", value: "prod" },
          { key: "key10", value: "prod" },
          { key: "key11", value: "prod" },
        ],
      },
    },
    verdict: "reject",
    violations: [{ pointer: "/body/tags", keyword: "maxItems" }],
    source: list,
  },

  // Each tag is an object.

  {
    id: "kms-tag-null",
    operation,
    request: { path, body: { action: "create", tags: [null] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0", keyword: "type" }],
    source: list,
  },
  {
    id: "kms-tag-string",
    operation,
    request: { path, body: { action: "create", tags: ["env"] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0", keyword: "type" }],
    source: list,
  },
  {
    id: "kms-tag-number",
    operation,
    request: { path, body: { action: "create", tags: [1] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0", keyword: "type" }],
    source: list,
  },
  {
    id: "kms-tag-boolean",
    operation,
    request: { path, body: { action: "create", tags: [true] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0", keyword: "type" }],
    source: list,
  },
  {
    id: "kms-tag-array",
    operation,
    request: { path, body: { action: "create", tags: [["env", "prod"]] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0", keyword: "type" }],
    source: list,
  },
  {
    id: "kms-tag-list-of-tags",
    operation,
    request: { path, body: { action: "create", tags: [[{ key: "env" }]] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0", keyword: "type" }],
    source: list,
  },
  {
    id: "kms-tag-empty-object",
    operation,
    request: { path, body: { action: "create", tags: [{}] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0", keyword: "required" }],
    source: list,
  },

  // Every tag is looked at, not the first alone.

  {
    id: "kms-tag-second-null",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env" }, null] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/1", keyword: "type" }],
    source: list,
  },
  {
    id: "kms-tag-second-key-empty",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env" }, { key: "" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/1/key", keyword: "minLength" }],
    source: list,
  },
  {
    id: "kms-tag-last-key-absent",
    operation,
    request: {
      path,
      body: {
        action: "create",
        tags: [
          { key: "key01", value: "prod" },
          { key: "key02", value: "prod" },
          { key: "key03", value: "prod" },
          { key: "key04", value: "prod" },
          { key: "key05", value: "prod" },
          { key: "key06", value: "prod" },
          { key: "key07", value: "prod" },
          { key: "key08", value: "prod" },
          { key: "key09", value: "prod" },
          { value: "prod" },
        ],
      },
    },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/9", keyword: "required" }],
    source: list,
  },

  // A key occurs once. JSON Schema knows equal items (uniqueItems); the keyword
  // x-unique-item-properties stands for equal keys, and points at the later one.

  {
    id: "kms-duplicate-same-value",
    operation,
    request: {
      path,
      body: {
        action: "create",
        tags: [
          { key: "env", value: "prod" },
          { key: "env", value: "prod" },
        ],
      },
    },
    verdict: "reject",
    violations: [
      { pointer: "/body/tags", keyword: "uniqueItems" },
      { pointer: "/body/tags/1/key", keyword: "x-unique-item-properties" },
    ],
    source: list,
  },
  {
    id: "kms-duplicate-same-value-other-order",
    operation,
    request: {
      path,
      body: {
        action: "create",
        tags: [
          { key: "env", value: "prod" },
          { value: "prod", key: "env" },
        ],
      },
    },
    verdict: "reject",
    violations: [
      { pointer: "/body/tags", keyword: "uniqueItems" },
      { pointer: "/body/tags/1/key", keyword: "x-unique-item-properties" },
    ],
    source: list,
  },
  {
    id: "kms-duplicate-no-value",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env" }, { key: "env" }] } },
    verdict: "reject",
    violations: [
      { pointer: "/body/tags", keyword: "uniqueItems" },
      { pointer: "/body/tags/1/key", keyword: "x-unique-item-properties" },
    ],
    source: list,
  },
  {
    id: "kms-duplicate-other-value",
    operation,
    request: {
      path,
      body: {
        action: "create",
        tags: [
          { key: "env", value: "prod" },
          { key: "env", value: "test" },
        ],
      },
    },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/1/key", keyword: "x-unique-item-properties" }],
    source: list,
  },
  {
    id: "kms-duplicate-value-absent-first",
    operation,
    request: {
      path,
      body: { action: "create", tags: [{ key: "env" }, { key: "env", value: "prod" }] },
    },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/1/key", keyword: "x-unique-item-properties" }],
    source: list,
  },
  {
    id: "kms-duplicate-value-absent-second",
    operation,
    request: {
      path,
      body: { action: "create", tags: [{ key: "env", value: "prod" }, { key: "env" }] },
    },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/1/key", keyword: "x-unique-item-properties" }],
    source: list,
  },
  {
    id: "kms-duplicate-value-absent-and-empty",
    operation,
    request: {
      path,
      body: { action: "create", tags: [{ key: "env" }, { key: "env", value: "" }] },
    },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/1/key", keyword: "x-unique-item-properties" }],
    source: list,
  },
  {
    id: "kms-duplicate-apart",
    operation,
    request: {
      path,
      body: { action: "create", tags: [{ key: "env" }, { key: "team" }, { key: "env" }] },
    },
    verdict: "reject",
    violations: [
      { pointer: "/body/tags", keyword: "uniqueItems" },
      { pointer: "/body/tags/2/key", keyword: "x-unique-item-properties" },
    ],
    source: list,
  },
  {
    id: "kms-duplicate-apart-other-value",
    operation,
    request: {
      path,
      body: {
        action: "create",
        tags: [
          { key: "env", value: "prod" },
          { key: "team", value: "a" },
          { key: "env", value: "test" },
        ],
      },
    },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/2/key", keyword: "x-unique-item-properties" }],
    source: list,
  },
  {
    id: "kms-duplicate-three",
    operation,
    request: {
      path,
      body: { action: "create", tags: [{ key: "env" }, { key: "env" }, { key: "env" }] },
    },
    verdict: "reject",
    violations: [
      { pointer: "/body/tags", keyword: "uniqueItems" },
      { pointer: "/body/tags/1/key", keyword: "x-unique-item-properties" },
      { pointer: "/body/tags/2/key", keyword: "x-unique-item-properties" },
    ],
    source: list,
  },
  {
    id: "kms-duplicate-three-other-values",
    operation,
    request: {
      path,
      body: {
        action: "create",
        tags: [
          { key: "env", value: "a" },
          { key: "env", value: "b" },
          { key: "env", value: "c" },
        ],
      },
    },
    verdict: "reject",
    violations: [
      { pointer: "/body/tags/1/key", keyword: "x-unique-item-properties" },
      { pointer: "/body/tags/2/key", keyword: "x-unique-item-properties" },
    ],
    source: list,
  },
  {
    id: "kms-duplicate-two-pairs",
    operation,
    request: {
      path,
      body: {
        action: "create",
        tags: [
          { key: "env", value: "a" },
          { key: "team", value: "b" },
          { key: "env", value: "c" },
          { key: "team", value: "d" },
        ],
      },
    },
    verdict: "reject",
    violations: [
      { pointer: "/body/tags/2/key", keyword: "x-unique-item-properties" },
      { pointer: "/body/tags/3/key", keyword: "x-unique-item-properties" },
    ],
    source: list,
  },
  {
    id: "kms-duplicate-delete",
    operation,
    request: {
      path,
      body: {
        action: "delete",
        tags: [
          { key: "env", value: "prod" },
          { key: "env", value: "test" },
        ],
      },
    },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/1/key", keyword: "x-unique-item-properties" }],
    source: list,
  },
  {
    id: "kms-duplicate-cjk",
    operation,
    request: {
      path,
      body: {
        action: "create",
        tags: [
          { key: "环境", value: "a" },
          { key: "环境", value: "b" },
        ],
      },
    },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/1/key", keyword: "x-unique-item-properties" }],
    source: list,
  },
  {
    id: "kms-duplicate-of-object-member-name",
    operation,
    request: {
      path,
      body: {
        action: "create",
        tags: [
          { key: "constructor", value: "a" },
          { key: "constructor", value: "b" },
        ],
      },
    },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/1/key", keyword: "x-unique-item-properties" }],
    source: list,
  },

  // Keys that only look alike are two keys.

  {
    id: "kms-distinct-same-value",
    operation,
    request: {
      path,
      body: {
        action: "create",
        tags: [
          { key: "env", value: "prod" },
          { key: "stage", value: "prod" },
        ],
      },
    },
    verdict: "accept",
    source: list,
  },
  {
    id: "kms-distinct-case",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env" }, { key: "Env" }] } },
    verdict: "accept",
    source: list,
  },
  // U+FF41 FULLWIDTH LATIN SMALL LETTER A
  {
    id: "kms-distinct-width",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a" }, { key: "\u{FF41}" }] } },
    verdict: "accept",
    source: list,
  },
  // U+0020 SPACE, U+00A0 NO-BREAK SPACE
  {
    id: "kms-distinct-blank",
    operation,
    request: {
      path,
      body: { action: "create", tags: [{ key: "a\u{0020}b" }, { key: "a\u{00A0}b" }] },
    },
    verdict: "accept",
    source: list,
  },
  {
    id: "kms-distinct-prefix",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env" }, { key: "env1" }] } },
    verdict: "accept",
    source: list,
  },
  {
    id: "kms-distinct-object-member-names",
    operation,
    request: {
      path,
      body: { action: "create", tags: [{ key: "constructor" }, { key: "toString" }] },
    },
    verdict: "accept",
    source: list,
  },
  {
    id: "kms-distinct-key-is-other-value",
    operation,
    request: {
      path,
      body: {
        action: "create",
        tags: [
          { key: "env", value: "prod" },
          { key: "prod", value: "env" },
        ],
      },
    },
    verdict: "accept",
    source: list,
  },
  // The same word in NFC and in NFD.
  {
    id: "kms-distinct-normalization",
    operation,
    request: {
      path,
      body: { action: "create", tags: [{ key: "caf\u{00E9}" }, { key: "cafe\u{0301}" }] },
    },
    verdict: "accept",
    source: list,
  },
  // U+0020 SPACE
  {
    id: "kms-distinct-trailing-blank",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env" }, { key: "env\u{0020}" }] } },
    verdict: "accept",
    source: list,
  },
];

import type { RequestCase, Source } from "../case.js";
import { operation, path } from "./target.js";

const list: Source = { page: "csms", table: "table 3, tags" };
const limit: Source = { page: "csms", table: "table 4, key" };
const tag: Source = { page: "csms", table: "table 4" };
const keys: Source = { page: "csms", table: "table 4, key" };
const lowerLimit: Source = {
  page: "vendor",
  table: "API definition of batchCreateOrDeleteTags, tags",
};

/** The list of tags: presence, type, length, items, and keys that repeat. */
export const tagsCases: readonly RequestCase[] = [
  // Mandatory, and an array.

  {
    id: "csms-tags-absent",
    operation,
    request: { path, body: { action: "create" } },
    verdict: "reject",
    violations: [{ pointer: "/body", keyword: "required" }],
    source: list,
  },
  {
    id: "csms-tags-null",
    operation,
    request: { path, body: { action: "create", tags: null } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags", keyword: "type" }],
    source: list,
  },
  {
    id: "csms-tags-number",
    operation,
    request: { path, body: { action: "create", tags: 1 } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags", keyword: "type" }],
    source: list,
  },
  {
    id: "csms-tags-boolean",
    operation,
    request: { path, body: { action: "create", tags: true } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags", keyword: "type" }],
    source: list,
  },
  {
    id: "csms-tags-string",
    operation,
    request: { path, body: { action: "create", tags: "env" } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags", keyword: "type" }],
    source: list,
  },
  {
    id: "csms-tags-object",
    operation,
    request: { path, body: { action: "create", tags: { key: "env", value: "prod" } } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags", keyword: "type" }],
    source: list,
  },
  {
    id: "csms-tags-array-like-object",
    operation,
    request: {
      path,
      body: { action: "create", tags: { 0: { key: "env", value: "prod" }, length: 1 } },
    },
    verdict: "reject",
    violations: [{ pointer: "/body/tags", keyword: "type" }],
    source: list,
  },

  // From 1 to 20 tags. The page gives no lower limit.

  {
    id: "csms-tags-0",
    operation,
    request: { path, body: { action: "create", tags: [] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags", keyword: "minItems" }],
    source: lowerLimit,
  },
  {
    id: "csms-tags-1",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "key01" }] } },
    verdict: "accept",
    source: lowerLimit,
  },
  {
    id: "csms-tags-20",
    operation,
    request: {
      path,
      body: {
        action: "create",
        tags: [
          { key: "key01" },
          { key: "key02" },
          { key: "key03" },
          { key: "key04" },
          { key: "key05" },
          { key: "key06" },
          { key: "key07" },
          { key: "key08" },
          { key: "key09" },
          { key: "key10" },
          { key: "key11" },
          { key: "key12" },
          { key: "key13" },
          { key: "key14" },
          { key: "key15" },
          { key: "key16" },
          { key: "key17" },
          { key: "key18" },
          { key: "key19" },
          { key: "key20" },
        ],
      },
    },
    verdict: "accept",
    source: limit,
  },
  {
    id: "csms-tags-21",
    operation,
    request: {
      path,
      body: {
        action: "create",
        tags: [
          { key: "key01" },
          { key: "key02" },
          { key: "key03" },
          { key: "key04" },
          { key: "key05" },
          { key: "key06" },
          { key: "key07" },
          { key: "key08" },
          { key: "key09" },
          { key: "key10" },
          { key: "key11" },
          { key: "key12" },
          { key: "key13" },
          { key: "key14" },
          { key: "key15" },
          { key: "key16" },
          { key: "key17" },
          { key: "key18" },
          { key: "key19" },
          { key: "key20" },
          { key: "key21" },
        ],
      },
    },
    verdict: "reject",
    violations: [{ pointer: "/body/tags", keyword: "maxItems" }],
    source: limit,
  },
  {
    id: "csms-tags-20-delete",
    operation,
    request: {
      path,
      body: {
        action: "delete",
        tags: [
          { key: "key01" },
          { key: "key02" },
          { key: "key03" },
          { key: "key04" },
          { key: "key05" },
          { key: "key06" },
          { key: "key07" },
          { key: "key08" },
          { key: "key09" },
          { key: "key10" },
          { key: "key11" },
          { key: "key12" },
          { key: "key13" },
          { key: "key14" },
          { key: "key15" },
          { key: "key16" },
          { key: "key17" },
          { key: "key18" },
          { key: "key19" },
          { key: "key20" },
        ],
      },
    },
    verdict: "accept",
    source: limit,
  },
  {
    id: "csms-tags-21-delete",
    operation,
    request: {
      path,
      body: {
        action: "delete",
        tags: [
          { key: "key01" },
          { key: "key02" },
          { key: "key03" },
          { key: "key04" },
          { key: "key05" },
          { key: "key06" },
          { key: "key07" },
          { key: "key08" },
          { key: "key09" },
          { key: "key10" },
          { key: "key11" },
          { key: "key12" },
          { key: "key13" },
          { key: "key14" },
          { key: "key15" },
          { key: "key16" },
          { key: "key17" },
          { key: "key18" },
          { key: "key19" },
          { key: "key20" },
          { key: "key21" },
        ],
      },
    },
    verdict: "reject",
    violations: [{ pointer: "/body/tags", keyword: "maxItems" }],
    source: limit,
  },

  // Each tag is an object.

  {
    id: "csms-tag-null",
    operation,
    request: { path, body: { action: "create", tags: [null] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0", keyword: "type" }],
    source: tag,
  },
  {
    id: "csms-tag-string",
    operation,
    request: { path, body: { action: "create", tags: ["env"] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0", keyword: "type" }],
    source: tag,
  },
  {
    id: "csms-tag-number",
    operation,
    request: { path, body: { action: "create", tags: [1] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0", keyword: "type" }],
    source: tag,
  },
  {
    id: "csms-tag-boolean",
    operation,
    request: { path, body: { action: "create", tags: [true] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0", keyword: "type" }],
    source: tag,
  },
  {
    id: "csms-tag-array",
    operation,
    request: { path, body: { action: "create", tags: [["env", "prod"]] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0", keyword: "type" }],
    source: tag,
  },
  {
    id: "csms-tag-list-of-tags",
    operation,
    request: { path, body: { action: "create", tags: [[{ key: "env" }]] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0", keyword: "type" }],
    source: tag,
  },
  {
    id: "csms-tag-empty-object",
    operation,
    request: { path, body: { action: "create", tags: [{}] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/0", keyword: "required" }],
    source: tag,
  },

  // Every tag is looked at, not the first alone.

  {
    id: "csms-tag-second-null",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env" }, null] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/1", keyword: "type" }],
    source: tag,
  },
  {
    id: "csms-tag-second-key-empty",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env" }, { key: "" }] } },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/1/key", keyword: "minLength" }],
    source: keys,
  },
  {
    id: "csms-tag-last-key-absent",
    operation,
    request: {
      path,
      body: {
        action: "create",
        tags: [
          { key: "key01" },
          { key: "key02" },
          { key: "key03" },
          { key: "key04" },
          { key: "key05" },
          { key: "key06" },
          { key: "key07" },
          { key: "key08" },
          { key: "key09" },
          { key: "key10" },
          { key: "key11" },
          { key: "key12" },
          { key: "key13" },
          { key: "key14" },
          { key: "key15" },
          { key: "key16" },
          { key: "key17" },
          { key: "key18" },
          { key: "key19" },
          { value: "prod" },
        ],
      },
    },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/19", keyword: "required" }],
    source: tag,
  },

  // A key occurs once. JSON Schema knows equal items (uniqueItems); the keyword
  // x-unique-item-properties stands for equal keys, and points at the later one.

  {
    id: "csms-duplicate-same-value",
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
    source: keys,
  },
  {
    id: "csms-duplicate-same-value-other-order",
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
    source: keys,
  },
  {
    id: "csms-duplicate-no-value",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env" }, { key: "env" }] } },
    verdict: "reject",
    violations: [
      { pointer: "/body/tags", keyword: "uniqueItems" },
      { pointer: "/body/tags/1/key", keyword: "x-unique-item-properties" },
    ],
    source: keys,
  },
  {
    id: "csms-duplicate-other-value",
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
    source: keys,
  },
  {
    id: "csms-duplicate-value-absent-first",
    operation,
    request: {
      path,
      body: { action: "create", tags: [{ key: "env" }, { key: "env", value: "prod" }] },
    },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/1/key", keyword: "x-unique-item-properties" }],
    source: keys,
  },
  {
    id: "csms-duplicate-value-absent-second",
    operation,
    request: {
      path,
      body: { action: "create", tags: [{ key: "env", value: "prod" }, { key: "env" }] },
    },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/1/key", keyword: "x-unique-item-properties" }],
    source: keys,
  },
  {
    id: "csms-duplicate-value-absent-and-empty",
    operation,
    request: {
      path,
      body: { action: "create", tags: [{ key: "env" }, { key: "env", value: "" }] },
    },
    verdict: "reject",
    violations: [{ pointer: "/body/tags/1/key", keyword: "x-unique-item-properties" }],
    source: keys,
  },
  {
    id: "csms-duplicate-apart",
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
    source: keys,
  },
  {
    id: "csms-duplicate-apart-other-value",
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
    source: keys,
  },
  {
    id: "csms-duplicate-three",
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
    source: keys,
  },
  {
    id: "csms-duplicate-three-other-values",
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
    source: keys,
  },
  {
    id: "csms-duplicate-two-pairs",
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
    source: keys,
  },
  {
    id: "csms-duplicate-delete",
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
    source: keys,
  },
  {
    id: "csms-duplicate-cjk",
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
    source: keys,
  },
  {
    id: "csms-duplicate-of-object-member-name",
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
    source: keys,
  },

  // Keys that only look alike are two keys.

  {
    id: "csms-distinct-same-value",
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
    source: keys,
  },
  {
    id: "csms-distinct-case",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env" }, { key: "Env" }] } },
    verdict: "accept",
    source: keys,
  },
  // U+FF41 FULLWIDTH LATIN SMALL LETTER A
  {
    id: "csms-distinct-width",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "a" }, { key: "\u{FF41}" }] } },
    verdict: "accept",
    source: keys,
  },
  // U+0020 SPACE, U+00A0 NO-BREAK SPACE
  {
    id: "csms-distinct-blank",
    operation,
    request: {
      path,
      body: { action: "create", tags: [{ key: "a\u{0020}b" }, { key: "a\u{00A0}b" }] },
    },
    verdict: "accept",
    source: keys,
  },
  {
    id: "csms-distinct-prefix",
    operation,
    request: { path, body: { action: "create", tags: [{ key: "env" }, { key: "env1" }] } },
    verdict: "accept",
    source: keys,
  },
  {
    id: "csms-distinct-object-member-names",
    operation,
    request: {
      path,
      body: { action: "create", tags: [{ key: "constructor" }, { key: "toString" }] },
    },
    verdict: "accept",
    source: keys,
  },
  {
    id: "csms-distinct-key-is-other-value",
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
    source: keys,
  },
  // A Hangul syllable, and the three letters that NFC would join to it. (NFD of other scripts holds
  // combining marks, which no key may.)
  {
    id: "csms-distinct-normalization",
    operation,
    request: {
      path,
      body: { action: "create", tags: [{ key: "\u{D55C}" }, { key: "\u{1112}\u{1161}\u{11AB}" }] },
    },
    verdict: "accept",
    source: keys,
  },
];

// Where schemas stand, in a document of OpenAPI and in each other.

type Node = Readonly<Record<string, unknown>>;

/** Keywords with one schema. */
const ONE = [
  ...["schema", "items", "additionalProperties", "contains", "contentSchema", "propertyNames"],
  ...["not", "if", "then", "else", "unevaluatedItems", "unevaluatedProperties"],
];
const LISTS = ["allOf", "anyOf", "oneOf", "prefixItems"];
/** Keywords with schemas by name: a property may be called like a keyword. */
const MAPS = ["schemas", "properties", "patternProperties", "$defs", "dependentSchemas"];
/** Whose value is data, in which `$ref` and `required` mean nothing; extensions are data too. */
const DATA = new Set(["enum", "const", "default", "example", "examples", "value"]);

const SCHEMAS = new Set([...ONE, ...LISTS, ...MAPS]);
/** Other parts of a document by name: a status of a response is `default`. */
const NAMED = [
  ...["paths", "webhooks", "pathItems", "parameters", "headers", "content", "requestBodies"],
  "responses",
];
const NAMES = new Set([...MAPS, ...NAMED]);

/** Leaves a keyword out. */
export const LEFT_OUT: unique symbol = Symbol("left out");

export interface Rewriting {
  /** What the value of a keyword becomes; undefined: what its parts become. */
  keyword?(key: string, value: unknown, node: Node): unknown;
  /** What a schema becomes whose parts are rewritten already. */
  schema?(copy: Node): Node;
  /** And what any other object becomes. */
  other?(copy: Node): Node;
}

/** A copy of a schema, or of a document, in which every schema is rewritten. */
export function rewrite(node: unknown, rewriting: Rewriting, isSchema = false): unknown {
  if (Array.isArray(node)) return node.map((item) => rewrite(item, rewriting, isSchema));
  if (!isObject(node)) return node;
  const members = Object.entries(node).flatMap(([key, value]): [string, unknown][] => {
    const own = rewriting.keyword?.(key, value, node);
    if (own === LEFT_OUT) return [];
    if (own !== undefined) return [[key, own]];
    if (DATA.has(key) || key.startsWith("x-")) return [[key, value]];
    if (!NAMES.has(key) || !isObject(value)) {
      return [[key, rewrite(value, rewriting, SCHEMAS.has(key))]];
    }
    const parts = Object.entries(value).map(([name, part]) => [
      name,
      rewrite(part, rewriting, SCHEMAS.has(key)),
    ]);
    return [[key, Object.fromEntries(parts)]];
  });
  const copy = Object.fromEntries(members);
  return (isSchema ? rewriting.schema?.(copy) : rewriting.other?.(copy)) ?? copy;
}

/** Whether it has members by name. */
export function isObject(value: unknown): value is Node {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

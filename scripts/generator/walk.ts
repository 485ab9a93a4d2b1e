/** Keywords of a schema, or of what holds one, whose value is a schema or a list of them. */
const SCHEMA_KEYS = new Set([
  "schema",
  "items",
  "prefixItems",
  "contains",
  "additionalProperties",
  "propertyNames",
  "unevaluatedItems",
  "unevaluatedProperties",
  "allOf",
  "anyOf",
  "oneOf",
  "not",
  "if",
  "then",
  "else",
]);
/** Keywords whose value holds schemas by name: a property may be called like a keyword. */
export const SCHEMA_MAP_KEYS: ReadonlySet<string> = new Set([
  "schemas",
  "properties",
  "patternProperties",
  "$defs",
  "dependentSchemas",
]);
/** Keywords of a schema whose value is data. Elsewhere, a response may be called `default`. */
export const DATA_KEYS: ReadonlySet<string> = new Set(["default", "enum", "const"]);
const EXAMPLE_KEYS = new Set(["example", "examples"]);

type Kind = "schema" | "map of schemas" | "other";
type OnObject = (object: object, pointer: string, isSchema: boolean) => void;

/**
 * Calls back for each object of a document, the outer before the inner, and passes over data.
 * @param onObject gets also the object's JSON pointer, and whether it is a schema
 */
export function walk(document: object, onObject: OnObject): void {
  visit(document, "", "other", onObject);
}

function visit(node: unknown, pointer: string, kind: Kind, onObject: OnObject): void {
  if (typeof node !== "object" || node === null) return;
  if (kind !== "map of schemas" && !Array.isArray(node)) onObject(node, pointer, kind === "schema");
  for (const [key, value] of Object.entries(node)) {
    const below = Array.isArray(node) ? kind : kindOf(key, kind);
    if (below !== undefined) visit(value, `${pointer}/${escapeToken(key)}`, below, onObject);
  }
}

/** @returns what the value of a key is; undefined: data */
function kindOf(key: string, parent: Kind): Kind | undefined {
  if (parent === "map of schemas") return "schema";
  if (EXAMPLE_KEYS.has(key) || (parent === "schema" && DATA_KEYS.has(key))) return undefined;
  if (SCHEMA_MAP_KEYS.has(key)) return "map of schemas";
  return SCHEMA_KEYS.has(key) ? "schema" : "other";
}

function escapeToken(token: string): string {
  return token.replaceAll("~", "~0").replaceAll("/", "~1");
}

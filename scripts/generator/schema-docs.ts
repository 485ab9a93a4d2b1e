import { type OpenApiDocument, resolveRef, type Schema } from "./document.js";

/**
 * A copy of the document whose descriptions also tell the limits, so that an editor shows
 * them on hover, and whose `$ref` properties carry the description of what they point to.
 * For the types only: the bundle itself stays as it was written.
 */
export function withLimitsInDescriptions(document: OpenApiDocument): OpenApiDocument {
  const copy = structuredClone(document);
  visit(copy, (schema) => {
    // Names of properties are not schemas: only what hangs below them is.
    for (const property of Object.values(schema.properties ?? {})) {
      if (property.$ref !== undefined) {
        const target = resolveRef<Schema>(document, property as { $ref: string });
        Object.assign(property, describe(target));
      }
    }
    if (schema.$ref === undefined) Object.assign(schema, describe(schema));
  });
  return copy;
}

/** The limits of a schema as a sentence or two, or an empty string. */
export function limitsOf(schema: Schema): string {
  const unique = schema["x-unique-item-properties"] as readonly string[] | undefined;
  const pattern = schema.pattern as string | undefined;
  const patternDescription = (schema["x-pattern-description"] as string | undefined)?.trim();
  return [
    range(schema.minLength, schema.maxLength, "characters"),
    range(schema.minItems, schema.maxItems, "items"),
    range(schema.minimum, schema.maximum, ""),
    unique && `No two items with the same ${unique.join(" or ")}.`,
    !unique && schema.uniqueItems === true && "No two equal items.",
    pattern !== undefined &&
      `Pattern: \`${pattern}\`${patternDescription ? ` (${patternDescription})` : ""}.`,
  ]
    .filter(Boolean)
    .join("\n");
}

function describe(schema: Schema): { description?: string } {
  const description = [schema.description?.trim(), limitsOf(schema)].filter(Boolean).join("\n\n");
  return description === "" ? {} : { description };
}

function range(low: unknown, high: unknown, unit: string): string | undefined {
  if (low === undefined && high === undefined) return undefined;
  const span =
    low === high
      ? `${low}`
      : low === undefined
        ? `At most ${high}`
        : high === undefined
          ? `At least ${low}`
          : `${low} to ${high}`;
  return `${`${span} ${unit}`.trim()}.`;
}

const SCHEMA_KEYS = new Set(["schema", "items", "additionalProperties"]);
const SCHEMA_MAP_KEYS = new Set(["schemas", "properties", "$defs"]);
const DATA_KEYS = new Set(["example", "examples", "default", "enum", "const"]);

/** Calls back once for each schema object below `node`. */
function visit(node: unknown, onSchema: (schema: Schema) => void, seen = new Set<unknown>()): void {
  if (!isObject(node)) return;
  for (const [key, value] of Object.entries(node)) {
    if (DATA_KEYS.has(key) || !isObject(value)) continue;
    const schemas = SCHEMA_MAP_KEYS.has(key)
      ? Object.values(value)
      : SCHEMA_KEYS.has(key)
        ? [value]
        : [];
    for (const schema of schemas) {
      if (!isObject(schema) || seen.has(schema)) continue;
      seen.add(schema);
      onSchema(schema as Schema);
    }
    visit(value, onSchema, seen);
  }
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

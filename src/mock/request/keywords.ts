import { escapeToken, isObject } from "../../text/json-pointer.js";
import type { Ajv, AjvError } from "../prism/types.js";

/**
 * The extension that JSON Schema lacks: a list of properties of which no two items of the array
 * may have the same value.
 */
const UNIQUE_PROPERTIES = "x-unique-item-properties";

/** Adds what the document says beyond JSON Schema, and replaces what Ajv does in quadratic time. */
export function addKeywords(ajv: Ajv): void {
  // Ajv's own compares each item with each, by `valueOf` and `toString`, which JSON can replace.
  ajv.removeKeyword("uniqueItems");
  ajv.addKeyword({
    keyword: "uniqueItems",
    type: "array",
    schemaType: "boolean",
    error: { message: "must NOT have two equal items" },
    validate: (unique: boolean, items: readonly unknown[]) =>
      !unique || new Set(items.map(canonical)).size === items.length,
  });
  ajv.addKeyword({
    keyword: UNIQUE_PROPERTIES,
    type: "array",
    schemaType: "array",
    validate: haveUniqueProperties,
  });
}

/** Reports the later item, at its property. */
function haveUniqueProperties(
  properties: readonly string[],
  items: readonly unknown[],
  parentSchema: Readonly<Record<string, unknown>>,
  { instancePath }: { readonly instancePath: string },
): boolean {
  const errors: AjvError[] = [];
  for (const property of properties) {
    const firsts = new Map<string, number>();
    for (const [index, item] of items.entries()) {
      if (!isObject(item) || !Object.hasOwn(item, property)) continue;
      const value = canonical(item[property]);
      const first = firsts.get(value);
      if (first === undefined) {
        firsts.set(value, index);
        continue;
      }
      errors.push({
        keyword: UNIQUE_PROPERTIES,
        instancePath: `${instancePath}/${index}/${escapeToken(property)}`,
        message: `must NOT repeat the ${property} of item ${first}`,
        params: {},
        parentSchema,
      });
    }
  }
  // Where Ajv looks for them.
  haveUniqueProperties.errors = errors;
  return errors.length === 0;
}
haveUniqueProperties.errors = [] as object[];

/** Equal for equal JSON values, whatever the order of their properties. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, inner: unknown) =>
    isObject(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

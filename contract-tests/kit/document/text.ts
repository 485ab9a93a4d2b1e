import type { Document } from "./load.js";
import { locate } from "./locate.js";
import { join } from "./pointer.js";

/**
 * The value of a parameter, as who receives it reads it: on the wire it is text. What cannot be
 * read as its type stays text.
 *
 * @param pointer of the parameter's schema
 */
export function readText(document: Document, pointer: string, value: unknown): unknown {
  const { value: schema, pointer: here } = locate(document, pointer);
  if (Array.isArray(value)) {
    return schema.items === undefined
      ? value
      : value.map((item) => readText(document, join(here, "items"), item));
  }
  if (typeof value !== "string") return value;
  const types = [schema.type].flat();
  if (types.includes("string")) return value;
  if (types.includes("boolean") && /^(true|false)$/.test(value)) return value === "true";
  const isNumber = types.includes("integer") || types.includes("number");
  return isNumber && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
}

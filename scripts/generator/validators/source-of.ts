import type { Schema } from "../document.js";

/**
 * Where a rule is from: `x-source` of the object that states it is a text, or a map from keyword
 * to text with `*` for the rest.
 */
export function sourceOf(rule: Schema, keyword: string): string | undefined {
  const source = rule["x-source"] as string | Readonly<Record<string, string>> | undefined;
  return typeof source === "object" ? (source[keyword] ?? source["*"]) : source;
}

import type { Violation } from "../violations.js";
import type { PrismOperation } from "./types.js";

/**
 * The extension that JSON Schema lacks: a list of properties of which no two items of the array
 * may have the same value.
 */
const KEYWORD = "x-unique-item-properties";

type JsonObject = Readonly<Record<string, unknown>>;

/**
 * Finds the items of arrays in a body that repeat a value which `x-unique-item-properties` wants
 * unique. Each violation points at the property of the later item.
 *
 * Follows `properties`, `items`, `allOf`, `anyOf`, `oneOf` and local references. Which branch of
 * an `anyOf` or `oneOf` applies is unknown here, so these object only where every branch does.
 *
 * @param root What local references are relative to.
 */
export function findRepeatedItems(
  schema: unknown,
  value: unknown,
  root: PrismOperation,
  pointer = "/body",
): Violation[] {
  if (!isObject(schema) || typeof value !== "object" || value === null) return [];
  const inner = (next: unknown, nextValue: unknown = value, at: string = pointer): Violation[] =>
    findRepeatedItems(next, nextValue, root, at);

  const found: Violation[] = [];
  if (typeof schema.$ref === "string") found.push(...inner(resolve(schema.$ref, root)));
  for (const branch of listOf(schema.allOf)) found.push(...inner(branch));
  for (const keyword of ["anyOf", "oneOf"]) {
    const branches = listOf(schema[keyword]).map((branch) => inner(branch));
    if (branches.every((violations) => violations.length > 0)) found.push(...(branches[0] ?? []));
  }
  if (Array.isArray(value)) {
    for (const property of listOf(schema[KEYWORD])) {
      found.push(...findRepeats(value, String(property), pointer));
    }
    for (const [index, item] of value.entries()) {
      found.push(...inner(schema.items, item, `${pointer}/${index}`));
    }
  } else if (isObject(schema.properties)) {
    for (const [name, next] of Object.entries(schema.properties)) {
      if (Object.hasOwn(value, name)) {
        found.push(...inner(next, (value as JsonObject)[name], `${pointer}/${escapeToken(name)}`));
      }
    }
  }
  return found;
}

function findRepeats(items: readonly unknown[], property: string, pointer: string): Violation[] {
  const firsts = new Map<string, number>();
  return items.flatMap((item, index) => {
    if (!isObject(item) || !Object.hasOwn(item, property)) return [];
    const value = canonical(item[property]);
    const first = firsts.get(value);
    if (first === undefined) {
      firsts.set(value, index);
      return [];
    }
    const name = (at: number): string => [...pointer.split("/").slice(2), at, property].join(".");
    return [
      {
        pointer: `${pointer}/${index}/${escapeToken(property)}`,
        keyword: KEYWORD,
        message: `Request body property ${name(index)} must NOT repeat the value of ${name(first)}`,
        severity: "Error" as const,
      },
    ];
  });
}

/** Equal for equal JSON values, whatever the order of their properties. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, inner: unknown) =>
    isObject(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

function resolve(reference: string, root: object): unknown {
  if (!reference.startsWith("#/")) return undefined;
  let target: unknown = root;
  for (const segment of reference.slice(2).split("/")) {
    const name = decodeURIComponent(segment).replaceAll("~1", "/").replaceAll("~0", "~");
    target = (target as JsonObject | undefined)?.[name];
  }
  return target;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function escapeToken(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}

import { at, isTree, join, rename, set } from "../../document/pointer.js";
import { each, type Operator } from "../mutant.js";
import { regexVariants } from "./regex.js";

const LIMITS = ["Length", "Items", "Properties", "imum", "Contains"].flatMap((what) => [
  `min${what}`,
  `max${what}`,
]);

/** Each limit off by one, both ways, and gone. */
export const limits: Operator = each("schema", function* ({ value, set, drop }) {
  for (const keyword of LIMITS) {
    const limit = value[keyword];
    if (typeof limit !== "number") continue;
    yield* [set(limit + 1, keyword), set(limit - 1, keyword), drop(keyword)];
  }
});

/** Each enum gone, with a value less, with one written otherwise, and with one more. */
export const enums: Operator = each("schema", function* ({ value, set, drop }) {
  if (!Array.isArray(value.enum)) return;
  const end = value.enum.length;
  yield drop("enum");
  for (const [index, one] of value.enum.entries()) {
    yield drop("enum", index);
    const text = String(one);
    const capitalized = `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
    for (const spelling of [capitalized, text.toUpperCase(), `${text} `]) {
      yield* [set(spelling, "enum", index), set(spelling, "enum", end)];
    }
  }
  yield* [set("", "enum", end), set(null, "enum", end)];
});

/** What a hand likes to add to a string that has no such rule. */
const RULES = { minLength: 1, maxLength: 64, pattern: "^[ -~]*$" };

/** Each string with a limit or a regex that it does not have. */
export const tightened: Operator = each("schema", function* ({ value, set }) {
  if (value.type !== "string" || value.enum !== undefined) return;
  for (const [keyword, rule] of Object.entries(RULES)) {
    if (value[keyword] === undefined) yield set(rule, keyword);
  }
});

const TYPES = ["array", "boolean", "null", "number", "object", "string"];

/** Each type gone, misspelt, changed to each other, and widened by each other. */
export const types: Operator = each("schema", function* ({ value: { type }, set, drop }) {
  if (typeof type !== "string") return;
  yield* [drop("type"), set(type.slice(0, -1), "type")];
  for (const other of TYPES.filter((one) => one !== type)) {
    yield* [set(other, "type"), set([type, other], "type")];
  }
});

/** Each regex gone, and with each part dropped, loosened, tightened or broken. */
export const patterns: Operator = each("schema", function* ({ value, set, drop }) {
  if (typeof value.pattern !== "string") return;
  yield drop("pattern");
  for (const { source, change } of regexVariants(value.pattern)) {
    yield { ...set(source, "pattern"), change };
  }
});

const UNIQUE = "x-unique-item-properties";

/** Each array with equal items, with items of any kind, and with other properties unique. */
export const arrays: Operator = each("schema", function* ({ document, value, set, drop }) {
  const { type, uniqueItems, items, [UNIQUE]: unique } = value;
  if (type !== "array") return;
  if (uniqueItems !== undefined) yield drop("uniqueItems");
  yield set(!uniqueItems, "uniqueItems");
  if (items !== undefined) {
    yield* [drop("items"), set(true, "items"), set({ type: "object" }, "items")];
  }
  if (!Array.isArray(unique)) return;
  yield* [drop(UNIQUE), set([], UNIQUE)];
  for (const name of propertiesOf(document, items).filter((one) => !unique.includes(one))) {
    yield set(name, UNIQUE, unique.length);
    for (const index of unique.keys()) yield set(name, UNIQUE, index);
  }
});

function propertiesOf(document: object, items: unknown): string[] {
  if (!isTree(items)) return [];
  const { $ref } = items;
  const schema = typeof $ref === "string" ? at(document, $ref.slice(1)) : items;
  return isTree(schema) && isTree(schema.properties) ? Object.keys(schema.properties) : [];
}

/** Each property gone, under another name, mandatory where it is optional and the reverse. */
export const properties: Operator = each("schema", function* (site) {
  const { pointer, value } = site;
  if (!isTree(value.properties)) return;
  const required = Array.isArray(value.required) ? (value.required as string[]) : [];
  for (const name of Object.keys(value.properties)) {
    const other = otherName(name);
    const renamed = site.rename(other, "properties", name);
    yield* [site.drop("properties", name), renamed];
    const index = required.indexOf(name);
    if (required.length === 0) yield site.set([name], "required");
    else if (index === -1) yield site.set(name, "required", required.length);
    else {
      yield* [site.drop("required", index), site.set(other, "required", index)];
      yield {
        ...renamed,
        change: `renamed ${other}, and so in required`,
        edit: (copy) => {
          rename(copy, renamed.pointer, other);
          set(copy, join(pointer, "required", index), other);
        },
      };
    }
  }
  if (required.length > 1) yield site.drop("required");
});

/** `error_code` → `errorCode`; `tags` → `tag`; `key` → `keys`. */
function otherName(name: string): string {
  const camel = name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  if (camel !== name) return camel;
  return name.endsWith("s") ? name.slice(0, -1) : `${name}s`;
}

/** Each object open where it is closed, half open, and closed where it is open. */
export const additionalProperties: Operator = each("schema", function* ({ value, set, drop }) {
  const keyword = "additionalProperties";
  if (value.type !== "object") return;
  if (value[keyword] === undefined) yield set(false, keyword);
  else {
    yield drop(keyword);
    for (const other of [true, { type: "null" }, { type: "string" }]) yield set(other, keyword);
  }
});

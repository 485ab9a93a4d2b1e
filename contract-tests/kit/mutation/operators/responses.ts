import { isTree } from "../../document/pointer.js";
import { each, type Operator } from "../mutant.js";

/** Each response gone or of another status; and statuses that an operation does not have. */
export const responses: Operator = each("operation", function* ({ value, set, drop, rename }) {
  if (!isTree(value.responses)) return;
  const documented = Object.keys(value.responses);
  const isFree = (status: string): boolean => !documented.includes(status);
  for (const status of documented) {
    yield drop("responses", status);
    for (const other of [String(Number(status) + 1), `${status[0]}XX`, "default"].filter(isFree)) {
      yield rename(other, "responses", status);
    }
  }
  const [first, second = first] = Object.values(value.responses);
  for (const status of ["200", "202"].filter(isFree)) yield set(first, "responses", status);
  for (const status of ["405", "422", "429", "503", "4XX", "5XX", "default"].filter(isFree)) {
    yield set(second, "responses", status);
  }
});

const OTHER_TYPES = ["application/xml", "text/plain", "application/merge-patch+json", "*/*"];

/** Each media type gone, another, and beside another; each body without a schema. */
export const mediaTypes: Operator = each(["requestBody", "response"], function* (site) {
  const { kind, value, set, drop, rename } = site;
  if (!isTree(value.content)) {
    yield set({ "application/json": { schema: { type: "object" } } }, "content");
    return;
  }
  if (kind === "response") yield drop("content");
  for (const [mediaType, { schema }] of Object.entries(value.content as Contents)) {
    yield drop("content", mediaType);
    for (const other of OTHER_TYPES) {
      yield* [rename(other, "content", mediaType), set({ schema }, "content", other)];
    }
    if (schema !== undefined) yield drop("content", mediaType, "schema");
  }
});

type Contents = Readonly<
  Record<string, { readonly schema?: unknown; readonly examples?: Examples }>
>;
type Examples = Readonly<Record<string, { readonly value?: unknown }>>;

/**
 * Each example of a response, which the mock answers, gone, of another name, in another order, and
 * with each of its values gone or another. Examples of requests are for people: that they hold is
 * all that anything depends on, and so each of their values is made wrong.
 */
export const examples: Operator = each(["response", "requestBody", "parameter"], function* (site) {
  const { kind, value, set, drop, rename } = site;
  if (value.example !== undefined) yield set("", "example");
  for (const [mediaType, { examples = {} }] of Object.entries((value.content ?? {}) as Contents)) {
    const map = ["content", mediaType, "examples"];
    const entries = Object.entries(examples);
    if (kind === "response" && entries.length > 1) {
      yield drop(...map);
      const reversed = Object.fromEntries(entries.toReversed());
      yield { ...set(reversed, ...map), change: "order turned round" };
    }
    for (const [name, example] of entries) {
      const leaves = [...leavesOf(example.value, ...map, name, "value")];
      if (kind === "response") {
        yield* [drop(...map, name), rename(`${name}s`, ...map, name)];
        for (const [leaf, at] of leaves) yield* [drop(...at), set(`${leaf}!`, ...at)];
      } else for (const [, at] of leaves) yield set(null, ...at);
    }
  }
});

function* leavesOf(value: unknown, ...at: string[]): Iterable<[value: unknown, at: string[]]> {
  if (!isTree(value)) yield [value, at];
  else for (const [key, inner] of Object.entries(value)) yield* leavesOf(inner, ...at, key);
}

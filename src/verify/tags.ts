import type { TagAction } from "../../generated/types.js";

// What a spec cannot say: that one action undoes the other, and of which tags.

const ADD: TagAction = "create";
const REMOVE: TagAction = "delete";

/** The keys of the tags in a body, each once, as a provider may read them that is not strict. */
export function keysOf(body: unknown): string[] {
  return [...new Set(scalarKeysOf(body).map(String))];
}

/** Those keys that are text, and more than none. */
export function textKeysOf(body: unknown): string[] {
  const texts = scalarKeysOf(body).filter((key) => typeof key === "string" && key !== "");
  return [...new Set(texts)] as string[];
}

/** A copy of a body in which keys are replaced. */
export function withKeys(body: unknown, keys: ReadonlyMap<string, string>): unknown {
  if (!isObject(body) || !Array.isArray(body.tags)) return body;
  const tags = tagsOf(body).map((tag) =>
    isObject(tag) && typeof tag.key === "string"
      ? { ...tag, key: keys.get(tag.key) ?? tag.key }
      : tag,
  );
  return { ...body, tags };
}

/** Whether a body asks for tags to be added, or removed. */
export const adds = (body: unknown): boolean => isObject(body) && body.action === ADD;
export const removes = (body: unknown): boolean => isObject(body) && body.action === REMOVE;

/** The body that adds what another one removes. */
export const inverse = (body: unknown): unknown => ({ ...(body as object), action: ADD });

/** The body that removes the tags with these keys. */
export const removal = (keys: readonly string[]): unknown => ({
  action: REMOVE,
  tags: keys.map((key) => ({ key })),
});

function scalarKeysOf(body: unknown): unknown[] {
  return tagsOf(body)
    .map((tag) => (isObject(tag) ? tag.key : undefined))
    .filter((key) => ["string", "number", "boolean"].includes(typeof key));
}

function tagsOf(body: unknown): readonly unknown[] {
  return isObject(body) && Array.isArray(body.tags) ? body.tags : [];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// What no schema can say: that one action undoes the other, and which parts of a body name tags.

const ADD = "create";
const REMOVE = "delete";

/** Properties that never name a tag. Providers may ignore the case of names. */
const OTHER_PROPERTIES = new Set(["action", "sequence", "value"]);

/** Whether a body adds tags, or removes them. */
export const adds = (body: unknown): boolean => isObject(body) && body.action === ADD;
export const removes = (body: unknown): boolean => isObject(body) && body.action === REMOVE;

/** The body that adds what another one removes. */
export const inverse = (body: unknown): unknown => ({ ...(body as object), action: ADD });

/** The body that removes the tags with these keys. */
export const removal = (keys: readonly string[]): unknown => ({
  action: REMOVE,
  tags: keys.map((key) => ({ key })),
});

/**
 * The same body, of whatever shape, as a removal: a provider that turned it into tags turns this
 * one into the same tags. Undefined if it is no object that could ask for anything.
 */
export function mirror(body: unknown): unknown {
  if (Array.isArray(body)) return body.map((item) => mirror(item) ?? item);
  if (!isObject(body)) return undefined;
  const names = Object.keys(body).filter((name) => name.toLowerCase() === "action");
  const actions = Object.fromEntries(["action", ...names].map((name) => [name, REMOVE]));
  return { ...body, ...actions };
}

/** The keys in a body, each once, as strings. */
export interface Keys {
  /** Given as text. */
  readonly texts: readonly string[];
  /** What a provider may make of keys that are absent or no text, such as `null`. */
  readonly coerced: readonly string[];
}

/** Finds the keys in a body of any shape, as a provider may read them that is not strict. */
export function keysOf(body: unknown): Keys {
  const texts = new Set<string>();
  const coerced = new Set<string>();
  mapKeys(body, {
    text: (key) => {
      texts.add(key);
      return key;
    },
    other: (key) => coerced.add(key),
  });
  return { texts: [...texts], coerced: [...coerced].filter((key) => !texts.has(key)) };
}

/** A copy of a body in which keys are replaced. */
export function withKeys(body: unknown, keys: ReadonlyMap<string, string>): unknown {
  return mapKeys(body, { text: (key) => keys.get(key) ?? key, other: () => {} });
}

/** Whether a provider may take the names of properties for the keys of tags. */
export function hasTagMap(body: unknown): boolean {
  if (Array.isArray(body)) return body.some(hasTagMap);
  return isObject(body) && Object.entries(body).some(([name, v]) => isTags(name) && isObject(v));
}

interface Visitor {
  /** @returns the key to put in its place */
  text(key: string): string;
  other(key: string): void;
}

/** What a node stands for: the request, one tag or several, or the key of a tag. */
type Role = "request" | "tag" | "key";

function mapKeys(node: unknown, visitor: Visitor, role: Role = "request"): unknown {
  const noKey = (): void => {
    for (const key of ["undefined", "null"]) visitor.other(key);
  };
  if (typeof node === "string") {
    if (role === "tag") noKey();
    return visitor.text(node);
  }
  if (Array.isArray(node)) {
    if (role === "key") visitor.other(String(node));
    if (role === "tag" && node.some(Array.isArray)) noKey();
    // A request that is a list may be taken for its tags.
    return node.map((item) => mapKeys(item, visitor, role === "request" ? "tag" : role));
  }
  if (!isObject(node)) {
    if (role !== "request") visitor.other(String(node));
    return node;
  }
  const entries = Object.entries(node);
  if (role === "key") visitor.other("[object Object]");
  if (role === "tag" && !entries.some(([name]) => isKey(name))) noKey();
  // Without tags, the request itself may be taken for one.
  if (role === "request" && !entries.some(([name]) => isTags(name) || isKey(name))) noKey();
  return Object.fromEntries(
    entries.map(([name, value]) => {
      const inner = roleOf(name, value, role);
      return [name, inner === undefined ? value : mapKeys(value, visitor, inner)];
    }),
  );
}

function roleOf(name: string, value: unknown, outer: Role): Role | undefined {
  if (OTHER_PROPERTIES.has(name.toLowerCase())) return undefined;
  if (isKey(name)) return "key";
  if (isTags(name)) return "tag";
  return typeof value === "object" && value !== null ? outer : undefined;
}

const isKey = (name: string): boolean => name.toLowerCase() === "key";
const isTags = (name: string): boolean => /^tags?$/i.test(name);

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

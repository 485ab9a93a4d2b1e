// JSON pointers (RFC 6901), and the trees that they lead into.

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a value is an object or an array. */
export function isTree(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** A pointer that leads further. */
export function join(pointer: string, ...tokens: readonly (string | number)[]): string {
  return tokens.reduce<string>(
    (parent, token) => `${parent}/${String(token).replaceAll("~", "~0").replaceAll("/", "~1")}`,
    pointer,
  );
}

export function tokensOf(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((token) =>
      token.includes("~") ? token.replaceAll("~1", "/").replaceAll("~0", "~") : token,
    );
}

/** The pointer of a reference within a document, such as `#/components/schemas/A`. */
export function pointerOf(reference: string): string {
  return decodeURIComponent(reference.slice(1));
}

/** What a pointer points at; undefined where there is nothing. */
export function at(root: unknown, pointer: string): unknown {
  return tokensOf(pointer).reduce<unknown>(
    (parent, token) => (isTree(parent) && Object.hasOwn(parent, token) ? parent[token] : undefined),
    root,
  );
}

/** Sets a value in place; where the parent is an array, at that index. */
export function set(root: object, pointer: string, value: unknown): void {
  const { parent, token } = parentOf(root, pointer);
  parent[token] = value;
}

/** Removes a property, or an item of an array, in place. */
export function remove(root: object, pointer: string): void {
  const { parent, token } = parentOf(root, pointer);
  if (Array.isArray(parent)) parent.splice(Number(token), 1);
  else delete parent[token];
}

/** Gives a property another name in place, and leaves it where it stands among its siblings. */
export function rename(root: object, pointer: string, name: string): void {
  const { parent, token } = parentOf(root, pointer);
  const entries = Object.entries(parent);
  for (const [key] of entries) delete parent[key];
  for (const [key, value] of entries) parent[key === token ? name : key] = value;
}

function parentOf(root: object, pointer: string) {
  const tokens = tokensOf(pointer);
  const token = tokens.pop();
  const parent = at(root, join("", ...tokens));
  if (token === undefined || !isTree(parent)) throw new Error(`nothing holds ${pointer}`);
  return { parent, token };
}

/** The same text for equal values, whatever the order of their properties. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join()}}`;
}

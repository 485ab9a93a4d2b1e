/** JSON, deeply: what a document is made of. */
export type JsonObject = Record<string, unknown>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null;
}

/** A JSON pointer one step further (RFC 6901). */
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
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** What a JSON pointer points at; undefined where there is nothing. */
export function at(root: unknown, pointer: string): unknown {
  return tokensOf(pointer).reduce<unknown>(
    (parent, token) => (isObject(parent) ? parent[token] : undefined),
    root,
  );
}

/** Sets a value in place; where the parent is an array, at that index. */
export function set(root: JsonObject, pointer: string, value: unknown): void {
  const { parent, token } = parentOf(root, pointer);
  parent[token] = value;
}

/** Removes a property, or an item of an array, in place. */
export function remove(root: JsonObject, pointer: string): void {
  const { parent, token } = parentOf(root, pointer);
  if (Array.isArray(parent)) parent.splice(Number(token), 1);
  else delete parent[token];
}

/** Gives a property another name in place, and leaves it where it stands among its siblings. */
export function rename(root: JsonObject, pointer: string, name: string): void {
  const { parent, token } = parentOf(root, pointer);
  const entries = Object.entries(parent);
  for (const [key] of entries) delete parent[key];
  for (const [key, value] of entries) parent[key === token ? name : key] = value;
}

function parentOf(root: JsonObject, pointer: string): { parent: JsonObject; token: string } {
  const tokens = tokensOf(pointer);
  const token = tokens.pop();
  const parent = at(root, join("", ...tokens));
  if (token === undefined || !isObject(parent)) throw new Error(`nothing holds ${pointer}`);
  return { parent, token };
}

// JSON pointers into a document whose references point into itself.

/** A value of a document, and the JSON pointer to where it is defined. */
export interface Located<T> {
  readonly pointer: string;
  readonly value: T;
}

/** Follows a pointer, and every `$ref` on the way and at its end. */
export function resolve<T>(document: unknown, pointer: string): Located<T> | undefined {
  let here: Located<unknown> = { pointer: "", value: document };
  for (const token of pointer.split("/").slice(1)) {
    const followed = follow(document, here);
    if (!isObject(followed?.value) && !Array.isArray(followed?.value)) return undefined;
    const name = decodeURIComponent(token).replaceAll("~1", "/").replaceAll("~0", "~");
    const value = (followed.value as Readonly<Record<string, unknown>>)[name];
    here = { pointer: `${followed.pointer}/${token}`, value };
  }
  const end = follow(document, here);
  return end?.value === undefined ? undefined : (end as Located<T>);
}

function follow(document: unknown, from: Located<unknown>): Located<unknown> | undefined {
  let here: Located<unknown> | undefined = from;
  const seen = new Set<unknown>();
  while (isObject(here?.value) && typeof here.value.$ref === "string") {
    if (seen.has(here.value)) return undefined;
    seen.add(here.value);
    here = resolve(document, here.value.$ref.replace(/^#/, ""));
  }
  return here;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function escapeToken(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}

// As much of an OpenAPI document as the mock reads.

export interface Document {
  readonly openapi?: string;
  readonly paths?: Readonly<Record<string, PathItem | undefined>>;
}

type PathItem = Readonly<Record<string, unknown>>;

export type Schema = Readonly<Record<string, unknown>>;

/** Something of the document, and the JSON pointer to where it is defined. */
export interface Located<T> {
  readonly pointer: string;
  readonly value: T;
}

export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header" | "cookie";
  readonly required?: boolean;
  readonly style?: string;
  readonly explode?: boolean;
  readonly allowEmptyValue?: boolean;
  readonly schema?: Schema;
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
  readonly "x-source"?: unknown;
}

export interface RequestBody {
  readonly required?: boolean;
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
  readonly "x-source"?: unknown;
}

/**
 * The parameters of an operation. Its own replace those of the same name that its path has for
 * all operations.
 */
export function parametersOf(
  document: Document,
  path: string,
  method: string,
): readonly Located<Parameter>[] {
  const item = `/paths/${escapeToken(path)}`;
  const parameters = new Map<string, Located<Parameter>>();
  for (const list of [`${item}/parameters`, `${item}/${method}/parameters`]) {
    const entries = resolve<unknown>(document, list)?.value;
    for (const index of Array.isArray(entries) ? entries.keys() : []) {
      const parameter = resolve<Parameter>(document, `${list}/${index}`);
      if (parameter === undefined) continue;
      parameters.set(`${parameter.value.in} ${parameter.value.name}`, parameter);
    }
  }
  return [...parameters.values()];
}

export function requestBodyOf(
  document: Document,
  path: string,
  method: string,
): Located<RequestBody> | undefined {
  return resolve<RequestBody>(document, `/paths/${escapeToken(path)}/${method}/requestBody`);
}

/** Follows a pointer, and every `$ref` on the way and at its end. */
export function resolve<T>(document: Document, pointer: string): Located<T> | undefined {
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

function follow(document: Document, from: Located<unknown>): Located<unknown> | undefined {
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

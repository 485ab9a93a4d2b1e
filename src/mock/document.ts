// As much of an OpenAPI document as the mock reads.

import { escapeToken, type Located, resolve } from "../text/json-pointer.js";
import type { TextParameter } from "../text/parameters.js";
import type { Schema } from "../text/schema-reader.js";

export interface Document {
  readonly openapi?: string;
  readonly paths?: Readonly<Record<string, PathItem | undefined>>;
}

type PathItem = Readonly<Record<string, unknown>>;

/** A parameter of the document, with where it is from that it is required. */
export interface Parameter extends TextParameter {
  readonly required?: boolean;
  readonly allowEmptyValue?: boolean;
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

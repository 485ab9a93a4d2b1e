import type { Document } from "./load.js";
import { at, isObject, isTree, type JsonObject, pointerOf } from "./pointer.js";

// Reads a document by JSON pointers, with nothing of scripts/generator: the judges that build
// upon it are to find what that gets wrong.

export interface Located {
  /** Where it is, after all references. */
  readonly pointer: string;
  readonly value: JsonObject;
}

/**
 * Finds the object at a pointer, and follows references from there.
 * @throws Error where there is none
 */
export function locate(document: Document, pointer: string, seen = 0): Located {
  const value = at(document, pointer);
  if (!isObject(value)) throw new Error(`the document has nothing at ${pointer}`);
  const { $ref } = value;
  if (typeof $ref !== "string") return { pointer, value };
  if (!$ref.startsWith("#/") || seen > 50) {
    throw new Error(`the document has a reference that leads nowhere at ${pointer}: ${$ref}`);
  }
  return locate(document, pointerOf($ref), seen + 1);
}

export function objectAt(value: unknown, ...names: string[]): JsonObject | undefined {
  const found = names.reduce<unknown>((of, name) => (isTree(of) ? of[name] : undefined), value);
  return isObject(found) ? found : undefined;
}

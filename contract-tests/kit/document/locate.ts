import type { OpenApiDocument } from "./load.js";
import { METHODS } from "./places.js";
import { at, isObject, isTree, type JsonObject, join, pointerOf } from "./pointer.js";

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
export function locate(document: OpenApiDocument, pointer: string, seen = 0): Located {
  const value = at(document, pointer);
  if (!isObject(value)) throw new Error(`the document has nothing at ${pointer}`);
  const { $ref } = value;
  if (typeof $ref !== "string") return { pointer, value };
  if (!$ref.startsWith("#/") || seen > 50) {
    throw new Error(`the document has a reference that leads nowhere at ${pointer}: ${$ref}`);
  }
  return locate(document, pointerOf($ref), seen + 1);
}

export interface LocatedOperation extends Located {
  /** In capitals. */
  readonly method: string;
  readonly template: string;
  /** The path item. */
  readonly item: Located;
}

/** Every operation of the document, by operationId. */
export function locateOperations(document: OpenApiDocument): Map<string, LocatedOperation> {
  const found = new Map<string, LocatedOperation>();
  for (const template of Object.keys(document.paths ?? {})) {
    const item = locate(document, join("/paths", template));
    for (const method of METHODS.filter((name) => isObject(item.value[name]))) {
      const operation = locate(document, join(item.pointer, method));
      found.set(String(operation.value.operationId), {
        ...operation,
        method: method.toUpperCase(),
        template,
        item,
      });
    }
  }
  return found;
}

/** @throws Error where the document lacks it */
export function locateOperation(document: OpenApiDocument, operationId: string): LocatedOperation {
  const operation = locateOperations(document).get(operationId);
  if (operation === undefined) throw new Error(`the document has no operation ${operationId}`);
  return operation;
}

/** The parameters of an operation, of which its own hide those of its path. */
export function locateParameters(
  document: OpenApiDocument,
  { value, pointer, item }: LocatedOperation,
): Located[] {
  const list = (parent: string, parameters: unknown): Located[] =>
    (Array.isArray(parameters) ? parameters : []).map((_, index) =>
      locate(document, join(parent, "parameters", index)),
    );
  const all = [...list(item.pointer, item.value.parameters), ...list(pointer, value.parameters)];
  return [
    ...new Map(
      all.map((parameter) => [`${parameter.value.in} ${parameter.value.name}`, parameter]),
    ).values(),
  ];
}

/** The request body of an operation; undefined where it has none. */
export function locateBody(
  document: OpenApiDocument,
  { value, pointer }: LocatedOperation,
): Located | undefined {
  return value.requestBody === undefined
    ? undefined
    : locate(document, join(pointer, "requestBody"));
}

/** @throws Error where the document lacks it */
export function locateResponse(
  document: OpenApiDocument,
  operationId: string,
  status: string,
): Located {
  const { pointer, value } = locateOperation(document, operationId);
  if (!isObject(value.responses) || !(status in value.responses)) {
    throw new Error(`the document has no response ${status} of ${operationId}`);
  }
  return locate(document, join(pointer, "responses", status));
}

/** The media types of a body, by name. */
export function contentOf({ value }: Located): JsonObject {
  return objectAt(value, "content") ?? {};
}

/** The media type of a body that counts: JSON, or else the first; undefined where it has none. */
export function usualMediaTypeOf(body: Located): string | undefined {
  const types = Object.keys(contentOf(body));
  return types.find((type) => type === "application/json") ?? types[0];
}

/** The named examples under a media type, in order. */
export function examplesOf(body: JsonObject | undefined, mediaType: string): [string, unknown][] {
  const content = objectAt(body, "content", mediaType);
  return Object.entries(objectAt(content, "examples") ?? {}).map(([name, example]) => [
    name,
    isObject(example) ? example.value : undefined,
  ]);
}

export function objectAt(value: unknown, ...names: string[]): JsonObject | undefined {
  const found = names.reduce<unknown>(
    (parent, name) => (isTree(parent) ? parent[name] : undefined),
    value,
  );
  return isObject(found) ? found : undefined;
}

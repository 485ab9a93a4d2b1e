import type { OpenApiDocument } from "./load.js";

// Reads a document by JSON pointers, with nothing of scripts/generator: the judges that build
// upon it are to find what that gets wrong.

export type JsonObject = Readonly<Record<string, unknown>>;

export interface Located {
  /** Where it is, after all references. */
  readonly pointer: string;
  readonly value: JsonObject;
}

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/**
 * Finds the object at a pointer, and follows references from there.
 * @throws Error where there is none
 */
export function locate(document: OpenApiDocument, pointer: string, seen = 0): Located {
  let value: unknown = document;
  for (const token of pointer.split("/").slice(1)) {
    const name = /[%~]/.test(token) ? unescapeToken(token) : token;
    value = isObject(value) || Array.isArray(value) ? (value as JsonObject)[name] : undefined;
  }
  if (!isObject(value)) throw new Error(`the document has nothing at ${pointer}`);
  const { $ref } = value;
  if (typeof $ref !== "string") return { pointer, value };
  if (!$ref.startsWith("#/") || seen > 50) {
    throw new Error(`the document has a reference that leads nowhere at ${pointer}: ${$ref}`);
  }
  return locate(document, $ref.slice(1), seen + 1);
}

function unescapeToken(token: string): string {
  return decodeURIComponent(token).replaceAll("~1", "/").replaceAll("~0", "~");
}

export function childOf(pointer: string, ...names: (string | number)[]): string {
  return [
    pointer,
    // Percent-encoded too, as in a reference: some keys hold braces.
    ...names.map((name) =>
      encodeURIComponent(String(name).replaceAll("~", "~0").replaceAll("/", "~1")),
    ),
  ].join("/");
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
    const item = locate(document, childOf("/paths", template));
    for (const method of METHODS.filter((name) => isObject(item.value[name]))) {
      const operation = locate(document, childOf(item.pointer, method));
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
  const list = (at: string, parameters: unknown): Located[] =>
    (Array.isArray(parameters) ? parameters : []).map((_, index) =>
      locate(document, childOf(at, "parameters", index)),
    );
  const all = [...list(item.pointer, item.value.parameters), ...list(pointer, value.parameters)];
  return [
    ...new Map(
      all.map((parameter) => [`${parameter.value.in} ${parameter.value.name}`, parameter]),
    ).values(),
  ];
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
  return locate(document, childOf(pointer, "responses", status));
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
  let current = value;
  for (const name of names) current = isObject(current) ? current[name] : undefined;
  return isObject(current) ? current : undefined;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

import { isObject, type JsonObject, join } from "./pointer.js";

export type Kind =
  | "components"
  | "document"
  | "header"
  | "mediaType"
  | "operation"
  | "parameter"
  | "pathItem"
  | "requestBody"
  | "response"
  | "schema"
  | "securityScheme";

/** An object of an OpenAPI document, and where it stands. */
export interface Place {
  readonly kind: Kind;
  readonly pointer: string;
  /** A reference where it has a `$ref`. */
  readonly value: JsonObject;
}

/** What stands below an object of each kind: one such, or a map or a list of such. */
const CHILDREN: Readonly<Record<Kind, Readonly<Record<string, ["one" | "many", Kind]>>>> = {
  document: { paths: ["many", "pathItem"], components: ["one", "components"] },
  components: {
    schemas: ["many", "schema"],
    parameters: ["many", "parameter"],
    requestBodies: ["many", "requestBody"],
    responses: ["many", "response"],
    headers: ["many", "header"],
    securitySchemes: ["many", "securityScheme"],
  },
  pathItem: {
    parameters: ["many", "parameter"],
    ...Object.fromEntries(
      ["get", "put", "post", "delete", "options", "head", "patch", "trace"].map(
        (method) => [method, ["one", "operation"]] as const,
      ),
    ),
  },
  operation: {
    parameters: ["many", "parameter"],
    requestBody: ["one", "requestBody"],
    responses: ["many", "response"],
  },
  parameter: { schema: ["one", "schema"], content: ["many", "mediaType"] },
  requestBody: { content: ["many", "mediaType"] },
  response: { content: ["many", "mediaType"], headers: ["many", "header"] },
  header: { schema: ["one", "schema"] },
  mediaType: { schema: ["one", "schema"] },
  schema: {
    properties: ["many", "schema"],
    patternProperties: ["many", "schema"],
    $defs: ["many", "schema"],
    allOf: ["many", "schema"],
    anyOf: ["many", "schema"],
    oneOf: ["many", "schema"],
    prefixItems: ["many", "schema"],
    items: ["one", "schema"],
    additionalProperties: ["one", "schema"],
    contains: ["one", "schema"],
    propertyNames: ["one", "schema"],
    not: ["one", "schema"],
  },
  securityScheme: {},
};

/** Everything of these kinds that is written out in a document, in its order. */
export function places(document: object, ...kinds: readonly Kind[]): Place[] {
  return [...walk("document", "", document as JsonObject)].filter(
    ({ kind, value }) => kinds.includes(kind) && !isReference(value),
  );
}

/** Every `$ref` of a document, by what it stands for. */
export function references(document: object): Place[] {
  return [...walk("document", "", document as JsonObject)].filter(({ value }) =>
    isReference(value),
  );
}

function isReference(value: JsonObject): boolean {
  return typeof value.$ref === "string";
}

function* walk(kind: Kind, pointer: string, value: JsonObject): Iterable<Place> {
  yield { kind, pointer, value };
  if (isReference(value)) return;
  for (const [key, [count, childKind]] of Object.entries(CHILDREN[kind])) {
    const child = value[key];
    if (!isObject(child)) continue;
    const below = join(pointer, key);
    if (count === "one") yield* walk(childKind, below, child);
    else {
      for (const [name, one] of Object.entries(child)) {
        if (isObject(one)) yield* walk(childKind, join(below, name), one);
      }
    }
  }
}

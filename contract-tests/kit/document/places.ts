import { isTree, join } from "./pointer.js";

export const METHODS: readonly string[] = "get put post delete options head patch trace".split(" ");

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
  readonly value: Readonly<Record<string, unknown>>;
}

type Children = Readonly<Record<string, readonly ["one" | "many", Kind]>>;

const schemas = (count: "one" | "many", keywords: string): Children =>
  Object.fromEntries(keywords.split(" ").map((keyword) => [keyword, [count, "schema"]]));

/** The keywords that hold schemas: one, or a map or a list of them. */
const SUBSCHEMAS: Children = {
  ...schemas("many", "properties patternProperties dependentSchemas $defs"),
  ...schemas("many", "allOf anyOf oneOf prefixItems"),
  ...schemas("one", "items additionalProperties contains propertyNames"),
  ...schemas("one", "unevaluatedItems unevaluatedProperties not if then else"),
};

/** What stands below an object of each kind: one such, or a map or a list of such. */
const CHILDREN: Readonly<Record<Kind, Children>> = {
  document: { paths: ["many", "pathItem"], components: ["one", "components"] },
  components: {
    schemas: ["many", "schema"],
    parameters: ["many", "parameter"],
    requestBodies: ["many", "requestBody"],
    responses: ["many", "response"],
    headers: ["many", "header"],
    pathItems: ["many", "pathItem"],
    securitySchemes: ["many", "securityScheme"],
  },
  pathItem: {
    parameters: ["many", "parameter"],
    ...Object.fromEntries(METHODS.map((method) => [method, ["one", "operation"]] as const)),
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
  schema: SUBSCHEMAS,
  securityScheme: {},
};

/** Everything of these kinds that is written out in a document, in its order. */
export function places(document: object, ...kinds: readonly Kind[]): Place[] {
  return allPlaces(document).filter(
    ({ kind, value }) => kinds.includes(kind) && !isReference(value),
  );
}

/** Every `$ref` of a document, by what it stands for. */
export function references(document: object): Place[] {
  return allPlaces(document).filter(({ value }) => isReference(value));
}

/** Every schema of a document and every one within it, references included. */
export function schemasOf(document: object): Place[] {
  return allPlaces(document).filter(({ kind }) => kind === "schema");
}

/** The schemas right within a schema, by their tokens from it. */
export function* subschemasOf(
  schema: Place["value"],
): Iterable<readonly [tokens: readonly string[], schema: Place["value"]]> {
  for (const [tokens, , value] of childrenOf("schema", schema)) yield [tokens, value];
}

function isReference(value: Place["value"]): boolean {
  return typeof value.$ref === "string";
}

function allPlaces(document: object): Place[] {
  return [...walk("document", "", document as Place["value"])];
}

function* walk(kind: Kind, pointer: string, value: Place["value"]): Iterable<Place> {
  yield { kind, pointer, value };
  if (isReference(value)) return;
  for (const [tokens, childKind, child] of childrenOf(kind, value)) {
    yield* walk(childKind, join(pointer, ...tokens), child);
  }
}

function* childrenOf(
  kind: Kind,
  value: Place["value"],
): Iterable<readonly [tokens: readonly string[], kind: Kind, value: Place["value"]]> {
  for (const [key, child] of Object.entries(value)) {
    const [count, childKind] = Object.hasOwn(CHILDREN[kind], key)
      ? (CHILDREN[kind][key] as Children[string])
      : [];
    if (childKind === undefined || !isTree(child)) continue;
    if (count === "one") yield [[key], childKind, child];
    else {
      for (const [name, one] of Object.entries(child)) {
        if (isTree(one)) yield [[key, name], childKind, one];
      }
    }
  }
}

// The parts of an OpenAPI 3.1 document that the generator reads.

export type Schema = Readonly<Record<string, unknown>> & {
  readonly $ref?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
};

export interface Reference {
  readonly $ref: string;
}

export interface MediaType {
  readonly schema?: Schema;
  readonly example?: unknown;
  readonly examples?: Examples;
}

type Examples = Readonly<Record<string, { readonly summary?: string; readonly value?: unknown }>>;

export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header" | "cookie";
  readonly required?: boolean;
  readonly description?: string;
  readonly style?: string;
  readonly explode?: boolean;
  readonly example?: unknown;
  readonly examples?: Examples;
  readonly schema?: Schema;
  readonly content?: Readonly<Record<string, MediaType>>;
  readonly "x-source"?: unknown;
}

export interface Body {
  readonly description?: string;
  readonly required?: boolean;
  readonly content?: Readonly<Record<string, MediaType>>;
  readonly "x-source"?: unknown;
}

export interface OperationObject {
  readonly operationId: string;
  readonly tags?: readonly string[];
  readonly summary?: string;
  readonly description?: string;
  readonly externalDocs?: { readonly url: string };
  readonly parameters?: readonly (Parameter | Reference)[];
  readonly requestBody?: Body | Reference;
  readonly responses: Readonly<Record<string, Body | Reference>>;
  readonly security?: SecurityRequirements;
}

/** Alternatives; each names the schemes that it takes. */
export type SecurityRequirements = readonly Readonly<Record<string, readonly string[]>>[];

export interface SecurityScheme {
  readonly type: string;
  readonly in?: string;
  readonly name?: string;
}

export interface OpenApiDocument {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly servers?: readonly { readonly url: string }[];
  readonly security?: SecurityRequirements;
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly webhooks?: OpenApiDocument["paths"];
  readonly components?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** No chain is longer but one that leads back to itself. */
const MAX_REFS = 100;

function isReference(node: unknown): node is Reference {
  return typeof node === "object" && node !== null && "$ref" in node;
}

/** Follows `$ref`s within the bundle until something that is not one. */
export function resolveRef<T extends object>(document: OpenApiDocument, node: T | Reference): T {
  let current: unknown = node;
  for (let i = 0; i < MAX_REFS && isReference(current); i++) {
    current = resolvePointer(document, current.$ref);
  }
  return current as T;
}

/** What a `$ref` within a document points to. */
export function resolvePointer(document: unknown, reference: string): unknown {
  return reference
    .replace(/^#\/?/, "")
    .split("/")
    .filter((token, _, tokens) => token !== "" || tokens.length > 1)
    .map((token) => decodeURIComponent(token).replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce<unknown>((parent, token) => (parent as Record<string, unknown>)?.[token], document);
}

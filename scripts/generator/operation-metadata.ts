import {
  type Body,
  type MediaType,
  type OpenApiDocument,
  type Parameter,
  resolveRef,
  type Schema,
} from "./document.js";
import { header } from "./header.js";
import { literal } from "./literal.js";
import type { LoadedSpec } from "./load-spec.js";
import { type Operation, responsesOf } from "./operations.js";

/** operations.ts: what the contract says of each operation, for tools that serve any of them. */
export function emitOperationMetadata(spec: LoadedSpec, operations: readonly Operation[]): string {
  const ids = operations.map(({ operationId }) => operationId);
  const table = Object.fromEntries(
    operations.map((operation) => [operation.operationId, metadataOf(spec.document, operation)]),
  );
  return `${header(spec)}/** What the contract says of one operation. */
export interface OperationMetadata {
  /** In upper case. */
  readonly method: string;
  /** A template: \`{name}\` stands for a path parameter. */
  readonly path: string;
  /** The first tag; the title of the API where there is none. */
  readonly service: string;
  readonly summary: string;
  /** The page that the operation is transcribed from. */
  readonly page?: string;
  readonly parameters: readonly ParameterMetadata[];
  /** Absent where the operation takes no body. */
  readonly requestBody?: ContentMetadata & { readonly required: boolean };
  /** Alternatives, each a list of security schemes; an empty one means that none is needed. */
  readonly security: readonly (readonly string[])[];
  /** By status, range of statuses such as \`4XX\`, or \`default\`. */
  readonly responses: Readonly<Record<string, ContentMetadata & { readonly description: string }>>;
}

export interface ParameterMetadata {
  readonly name: string;
  readonly in: "path" | "query" | "header" | "cookie";
  readonly required: boolean;
  readonly style: string;
  readonly explode: boolean;
  /** What its schema says of types. */
  readonly schema: Readonly<Record<string, unknown>>;
  readonly example?: unknown;
}

export interface ContentMetadata {
  /** Empty where there is no body. */
  readonly mediaTypes: readonly string[];
  /** Values by the names of the examples; one without a name is called \`example\`. */
  readonly examples: Readonly<Record<string, unknown>>;
}

export type OperationId = ${ids.map((id) => literal(id)).join(" | ") || "never"};

/** Each operation by its operationId. */
export const operations: Readonly<Record<OperationId, OperationMetadata>> = ${literal(table)};
`;
}

function metadataOf(document: OpenApiDocument, operation: Operation) {
  const { method, path, object, parameters } = operation;
  const { requestBody, security = document.security ?? [] } = object;
  const body = requestBody && resolveRef<Body>(document, requestBody);
  return {
    method: method.toUpperCase(),
    path,
    service: object.tags?.[0] ?? document.info.title,
    summary: object.summary ?? operation.operationId,
    page: object.externalDocs?.url,
    parameters: parameters.map((parameter) => parameterOf(document, parameter)),
    requestBody: body && { required: body.required ?? false, ...contentOf(document, body.content) },
    security: security.map((alternative) => Object.keys(alternative)),
    responses: Object.fromEntries(
      responsesOf(object).map(([status, response]) => {
        const { description = "", content } = resolveRef<Body>(document, response);
        return [status, { description: description.trim(), ...contentOf(document, content) }];
      }),
    ),
  };
}

function parameterOf(document: OpenApiDocument, parameter: Parameter) {
  const { name, required = false, schema = {} } = parameter;
  const style = parameter.style ?? (/query|cookie/.test(parameter.in) ? "form" : "simple");
  return {
    name,
    in: parameter.in,
    required,
    style,
    explode: parameter.explode ?? style === "form",
    schema: typesOf(document, schema),
    example: parameter.example ?? Object.values(examplesOf(document, parameter))[0],
  };
}

/**
 * The keywords of a schema that say which values a text may stand for, with what it refers to in
 * its place. What refers back to itself is cut: no text is nested so deep.
 */
function typesOf(
  document: OpenApiDocument,
  schema: unknown,
  seen: readonly string[] = [],
): object | undefined {
  if (typeof schema !== "object" || schema === null) return undefined;
  const one = schema as Schema & Readonly<Record<string, readonly unknown[] | undefined>>;
  const { $ref, type, enum: values, const: value, items, properties } = one;
  if ($ref !== undefined && seen.includes($ref)) return undefined;
  const within = $ref === undefined ? seen : [...seen, $ref];
  const part = (other: unknown) => typesOf(document, other, within);
  const parts = (list: readonly unknown[] = []) => {
    const known = list.map(part).filter((each) => each !== undefined);
    return known.length > 0 ? known : undefined;
  };
  const target = $ref === undefined ? [] : [resolveRef<Schema>(document, { $ref })];
  return {
    type,
    enum: values,
    const: value,
    items: part(items),
    properties:
      properties &&
      Object.fromEntries(Object.entries(properties).map(([name, each]) => [name, part(each)])),
    additionalProperties: part(one.additionalProperties),
    allOf: parts([...target, ...(one.allOf ?? [])]),
    anyOf: parts(one.anyOf),
    oneOf: parts(one.oneOf),
  };
}

function contentOf(document: OpenApiDocument, content: Body["content"] = {}) {
  return {
    mediaTypes: Object.keys(content),
    examples: Object.assign(
      {},
      ...Object.values(content).map((type) => examplesOf(document, type)),
    ),
  };
}

function examplesOf(
  document: OpenApiDocument,
  { example, examples = {} }: Pick<MediaType, "example" | "examples">,
): Record<string, unknown> {
  const named = Object.entries(examples).map(([name, entry]) => [
    name,
    resolveRef<{ value?: unknown }>(document, entry).value,
  ]);
  return Object.fromEntries(example === undefined ? named : [["example", example], ...named]);
}

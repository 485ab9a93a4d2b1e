import {
  type Body,
  type MediaType,
  type OpenApiDocument,
  type OperationObject,
  type Parameter,
  type Reference,
  resolveRef,
  type Schema,
} from "./document.js";

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;
export type Method = (typeof METHODS)[number];

/** An operation with its references resolved, ready to be emitted. */
export interface Operation {
  readonly operationId: string;
  readonly method: Method;
  readonly path: string;
  readonly object: OperationObject;
  readonly parameters: readonly Parameter[];
  readonly requestBody: RequestBody | undefined;
  readonly responses: readonly Response[];
}

export interface RequestBody {
  readonly required: boolean;
  readonly schema: Schema;
  /** `x-source` of the demand for a body. */
  readonly source: unknown;
}

export interface Response {
  /** A status, a range such as `4XX`, or `default`. */
  readonly status: string;
  readonly description: string;
  /** Undefined where the response has no body. */
  readonly schema: Schema | undefined;
}

/** Lists the operations of a bundle in the order of the document. */
export function listOperations(document: OpenApiDocument): Operation[] {
  return Object.entries(document.paths)
    .filter(([path]) => path.startsWith("/"))
    .flatMap(([path, item]) =>
      METHODS.filter((method) => item[method] !== undefined).map((method) => {
        const object = item[method] as OperationObject;
        return {
          operationId: object.operationId,
          method,
          path,
          object,
          parameters: mergeParameters(
            document,
            item.parameters as OperationObject["parameters"],
            object.parameters,
          ),
          requestBody: requestBodyOf(document, object),
          responses: responsesOf(object).map(([status, response]) => {
            const { description = "", content } = resolveRef<Body>(document, response);
            return { status, description, schema: content && jsonSchemaOf(content) };
          }),
        };
      }),
    );
}

/** Each status with its response; extensions stand among them. */
export function responsesOf({ responses }: OperationObject): [string, Body | Reference][] {
  return Object.entries(responses).filter(([status]) => !status.startsWith("x-"));
}

/** The operation's own parameters win over those that it shares with its path. */
function mergeParameters(
  document: OpenApiDocument,
  ...lists: OperationObject["parameters"][]
): Parameter[] {
  const byKey = new Map<string, Parameter>();
  for (const entry of lists.flatMap((list) => list ?? [])) {
    const parameter = resolveRef<Parameter>(document, entry);
    const { schema = jsonSchemaOf(parameter.content ?? {}) ?? {} } = parameter;
    byKey.set(`${parameter.in} ${parameter.name}`, { ...parameter, schema });
  }
  return [...byKey.values()];
}

function requestBodyOf(
  document: OpenApiDocument,
  object: OperationObject,
): Operation["requestBody"] {
  if (object.requestBody === undefined) return undefined;
  const body = resolveRef<Body>(document, object.requestBody);
  const { required = false, content = {}, "x-source": source } = body;
  return { required, schema: jsonSchemaOf(content) ?? {}, source };
}

function jsonSchemaOf(content: Readonly<Record<string, MediaType>>): Schema | undefined {
  const json = Object.keys(content).find((type) => /^application\/(.+\+)?json\b/.test(type));
  return json === undefined ? undefined : content[json]?.schema;
}

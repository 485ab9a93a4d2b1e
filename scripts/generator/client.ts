import type { OpenApiDocument, Parameter, SecurityScheme } from "./document.js";
import { emitErrorCodes } from "./error-codes.js";
import { header } from "./header.js";
import { literal, memberName } from "./literal.js";
import type { LoadedSpec } from "./load-spec.js";
import type { Operation } from "./operations.js";
import { withoutTags } from "./schema-docs.js";

/** client.ts: one method an operationId, over any openapi-fetch client of these paths. */
export function emitClient(spec: LoadedSpec, operations: readonly Operation[]): string {
  return `${header(spec)}import type { FetchOptions, FetchResponse } from "openapi-fetch";
import type { paths } from "./types.js";

/**
 * What a method takes: the options of openapi-fetch that say what is sent.
 * \`Given\`: path parameters that the client knows, so that a call need not give them.
 */
export type OperationInit<T, Given extends string = never> = Pick<
  FetchOptions<T>,
  Extract<keyof FetchOptions<T>, "body" | "headers" | "signal" | "middleware">
> &
  ([Given] extends [never]
    ? Pick<FetchOptions<T>, Extract<keyof FetchOptions<T>, "params">>
    : Loosened<Pick<FetchOptions<T>, Extract<keyof FetchOptions<T>, "params">>, Given>);

type Loosened<Init, Given extends string> = Init extends { params: infer Params }
  ? Optional<"params", Params extends { path: infer Path } ? Omit<Params, "path"> & Optional<"path", LoosePath<Path, Given>> : Params>
  : Init;
type LoosePath<Path, Given extends string> = Omit<Path, Given> & { [Name in keyof Path & Given]?: Path[Name] };
/** A member that can be left out where nothing in it is required. */
type Optional<Name extends string, Value> = {} extends Value ? { [N in Name]?: Value } : { [N in Name]: Value };

/** What a method answers, in openapi-fetch's own shape. */
export type OperationResult<T extends Record<string | number, any>> = FetchResponse<T, object, "application/json">;

${emitServer(spec.document)}

${emitSecurityHeaders(spec.document)}

${emitErrorCodes("errorCodes", spec.document)}

/** One method per operationId. */
export interface Operations<Given extends string = never> {
${operations.map(emitSignature).join("\n\n")}
}

/** How the request of an operation is made. */
export interface Binding {
  /** In capitals. */
  readonly method: string;
  readonly path: string;
  /** Query parameters that are not exploded forms, by name. */
  readonly query?: Readonly<Record<string, { readonly style: string; readonly explode: boolean }>>;
  /** Error codes of a repeated request that say that the first one was carried out. */
  readonly alreadyApplied?: readonly string[];
}

/** By operationId. */
export const bindings: Readonly<Record<keyof Operations, Binding>> = {
${operations.map(emitBinding).join("\n")}
};
`;
}

function emitServer({ servers = [] }: OpenApiDocument): string {
  return `/** Where the operations live; \`{…}\` are variables of the server. */
export const serverUrl = ${JSON.stringify(servers[0]?.url ?? "/")} as const;`;
}

function emitSecurityHeaders({ components = {} }: OpenApiDocument): string {
  const schemes = Object.entries(components.securitySchemes ?? {}) as [string, SecurityScheme][];
  const headers = schemes.filter(
    ([, scheme]) => scheme.type === "apiKey" && scheme.in === "header",
  );
  return `/** The header that each security scheme is sent in. */
export const securityHeaders = {
${headers.map(([id, { name }]) => `  ${JSON.stringify(id)}: ${JSON.stringify(name)},\n`).join("")}} as const;`;
}

function emitSignature(operation: Operation): string {
  const type = `paths[${JSON.stringify(operation.path)}]["${operation.method}"]`;
  const optional = needsInit(operation) ? "" : "?";
  return `${tsdoc(operation)}
  ${operation.operationId}(init${optional}: OperationInit<${type}, Given>): Promise<OperationResult<${type}>>;`;
}

function emitBinding({ operationId, method, path, parameters, object }: Operation): string {
  const query = parameters
    .filter(isUnusual)
    .map(({ name, style = "form", explode }) => [
      name,
      { style, explode: explode ?? style === "form" },
    ]);
  const applied = (object as { readonly "x-already-applied"?: unknown })["x-already-applied"];
  const binding = {
    method: method.toUpperCase(),
    path,
    ...(query.length > 0 && { query: Object.fromEntries(query) }),
    ...(applied !== undefined && { alreadyApplied: applied }),
  };
  return `  ${memberName(operationId)}: ${literal(binding, "  ")},`;
}

/** Whether a query parameter is written otherwise than `a=1&a=2`, or is an object. */
function isUnusual({ in: location, style = "form", explode, schema }: Parameter): boolean {
  return (
    location === "query" && (style !== "form" || explode === false || schema?.type === "object")
  );
}

function needsInit({ parameters, requestBody }: Operation): boolean {
  return requestBody?.required === true || parameters.some(({ required }) => required === true);
}

function tsdoc({ object, method, path, responses }: Operation): string {
  const lines = [
    object.summary,
    "",
    ...withoutTags((object.description ?? "").trim()).split("\n"),
    "",
    `\`${method.toUpperCase()} ${path}\``,
    "",
    ...responses.map(
      ({ status, description }) =>
        `- ${status}: ${withoutTags(description.trim()).replaceAll("\n", " ")}`,
    ),
    ...(object.externalDocs === undefined ? [] : ["", `@see ${object.externalDocs.url}`]),
  ];
  const text = lines.filter((line, i) => line !== "" || lines[i - 1] !== "").join("\n");
  return `  /**\n${text.replaceAll("*/", "*\\/").replaceAll(/^/gm, "   * ").replaceAll(/ +$/gm, "")}\n   */`;
}

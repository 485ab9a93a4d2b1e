import type { OpenApiDocument, SecurityScheme } from "./document.js";
import { emitErrorCodes } from "./error-codes.js";
import { header } from "./header.js";
import type { LoadedSpec } from "./load-spec.js";
import type { Operation } from "./operations.js";

/** client.ts: one method an operationId, over any openapi-fetch client of these paths. */
export function emitClient(spec: LoadedSpec, operations: readonly Operation[]): string {
  return `${header(spec)}import type { Client, FetchOptions, FetchResponse } from "openapi-fetch";
import type { paths } from "./types.js";

/** What a method takes: the options of openapi-fetch that say what is sent. */
export type OperationInit<T> = Pick<
  FetchOptions<T>,
  Extract<keyof FetchOptions<T>, "params" | "body" | "headers" | "signal" | "middleware">
>;

/** What a method answers, in openapi-fetch's own shape. */
export type OperationResult<T extends Record<string | number, any>> = FetchResponse<T, object, "application/json">;

${emitServer(spec.document)}

${emitSecurityHeaders(spec.document)}

${emitErrorCodes("errorCodes", spec.document)}

/** One method an operationId. */
export interface Operations {
${operations.map(emitSignature).join("\n\n")}
}

/** Binds each operation to its method and path. */
export function createOperations(http: Client<paths>): Operations {
  return {
${operations.map(emitBinding).join("\n")}
  };
}
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
  ${operation.operationId}(init${optional}: OperationInit<${type}>): Promise<OperationResult<${type}>>;`;
}

function emitBinding({ operationId, method, path }: Operation): string {
  return `    ${operationId}: (init) => http.${method.toUpperCase()}(${JSON.stringify(path)}, init as never),`;
}

function needsInit({ parameters, requestBody }: Operation): boolean {
  return requestBody?.required === true || parameters.some(({ required }) => required === true);
}

function tsdoc({ object, method, path, responses }: Operation): string {
  const lines = [
    object.summary,
    "",
    ...(object.description ?? "").trim().split("\n"),
    "",
    `\`${method.toUpperCase()} ${path}\``,
    "",
    ...responses.map(
      ({ status, description }) => `- ${status}: ${description.trim().replaceAll("\n", " ")}`,
    ),
    ...(object.externalDocs === undefined ? [] : ["", `@see ${object.externalDocs.url}`]),
  ];
  const text = lines.filter((line, i) => line !== "" || lines[i - 1] !== "").join("\n");
  return `  /**\n${text.replaceAll("*/", "*\\/").replaceAll(/^/gm, "   * ").replaceAll(/ +$/gm, "")}\n   */`;
}

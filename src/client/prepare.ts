import type { Binding } from "../../generated/client.js";
import type { Validator } from "../../generated/validators.js";
import { invalid, RequestValidationError } from "./errors/request-validation-error.js";
import { mergeHeaders } from "./headers.js";
import { pathParameters, serializePath } from "./path.js";
import type { WireRequest } from "./transport/wire.js";

/** What a method takes of a request. */
export interface RequestInput {
  readonly params?: {
    readonly path?: Readonly<Record<string, unknown>>;
    readonly query?: Readonly<Record<string, unknown>>;
    readonly header?: Readonly<Record<string, unknown>>;
  };
  readonly body?: unknown;
  readonly headers?: unknown;
}

/** Path parameters that are filled where a call does not give them. */
export type Defaults = Readonly<Record<string, unknown>>;

/**
 * Makes the request of an operation. All that the caller gives is read once, into plain values and
 * the text of the body: those are validated, and those are sent.
 * @throws RequestValidationError
 */
export async function prepare(
  operationId: string,
  { method, path: template, query: styles = {} }: Binding,
  baseUrl: string,
  { params = {}, body, headers }: RequestInput,
  defaults: Defaults,
  validate: Validator | undefined,
): Promise<WireRequest> {
  const path: Record<string, unknown> = {};
  for (const name of pathParameters(template)) {
    const value = params.path?.[name] ?? defaults[name];
    if (value !== undefined) path[name] = value;
  }
  const query = params.query && (plain(operationId, "/query", params.query) as typeof params.query);
  const sent = mergeHeaders(operationId, [headers, params.header]);
  const text = body === undefined ? undefined : toJson(operationId, "/body", body);
  if (text !== undefined) sent["content-type"] ??= "application/json";

  if (validate) {
    const violations = validate({
      path,
      ...(query && { query }),
      header: sent,
      ...(text !== undefined && { body: JSON.parse(text) }),
    });
    if (violations.length > 0) throw new RequestValidationError(operationId, violations);
  }
  const search = query
    ? (await import("./openapi-fetch.js")).serializeQuery(query, styles, (name) =>
        invalid(operationId, `/query/${name}`, "text, or a list or object of it"),
      )
    : "";
  const url = baseUrl + serializePath(template, path, operationId);
  return {
    method,
    url: (search && new URL(`${url}?${search}`).href) || url,
    headers: sent,
    body: text,
  };
}

function plain(operationId: string, pointer: string, value: unknown): unknown {
  return JSON.parse(toJson(operationId, pointer, value));
}

function toJson(operationId: string, pointer: string, value: unknown): string {
  let reason = "it is a function or a symbol";
  try {
    const text = JSON.stringify(value);
    if (text !== undefined) return text;
  } catch (error) {
    reason = error instanceof RangeError ? "it is nested too deep" : "it has no JSON form";
  }
  throw invalid(operationId, pointer, `a value that JSON can hold: ${reason}`);
}

import { createQuerySerializer } from "openapi-fetch";
import type { Binding } from "../../generated/client.js";
import type { Validator } from "../../generated/validators.js";
import { RequestValidationError } from "./errors/request-validation-error.js";
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

/** What the connection says for itself, and no caller may. */
const HOP_HEADERS =
  /^(host|connection|content-length|expect|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade)$/;

/**
 * Makes the request of an operation. All that the caller gives is read once, into plain values and
 * the text of the body: those are validated, and those are sent.
 * @throws RequestValidationError
 */
export function prepare(
  operationId: string,
  { method, path: template, query: styles = {}, headers: documented }: Binding,
  baseUrl: string,
  { params = {}, body, headers }: RequestInput,
  defaults: Defaults,
  validate: Validator | undefined,
): WireRequest {
  const path: Record<string, unknown> = {};
  for (const name of pathParameters(template)) {
    const value = params.path?.[name] ?? defaults[name];
    if (value !== undefined) path[name] = value;
  }
  const query = params.query && (plain(operationId, "/query", params.query) as typeof params.query);
  const own = { ...params.header };
  const sent = mergeHeaders([headers, own]);
  const text = body === undefined ? undefined : toJson(operationId, "/body", body);
  if (text !== undefined) sent["content-type"] ??= "application/json";

  if (validate) {
    const violations = validate({
      path,
      ...(query && { query }),
      ...(documented && { header: documentedHeaders(documented, own, sent) }),
      ...(text !== undefined && { body: JSON.parse(text) }),
    });
    if (violations.length > 0) throw new RequestValidationError(operationId, violations);
  }
  const search = query ? serializeQuery(query, styles) : "";
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
  throw new RequestValidationError(operationId, [
    { pointer, keyword: "type", message: `must be a value that JSON can hold: ${reason}` },
  ]);
}

/** Of each name, in lower case, the last value; null removes it, as openapi-fetch has it. */
export function mergeHeaders(sources: readonly unknown[]): Record<string, string> {
  const merged: Record<string, string> = {};
  for (const source of sources) {
    if (typeof source !== "object" || source === null) continue;
    const entries = Symbol.iterator in source ? source : Object.entries(source);
    for (const [name, value] of entries as Iterable<[string, unknown]>) {
      const key = String(name).toLowerCase();
      if (value === undefined || HOP_HEADERS.test(key)) continue;
      if (value === null) delete merged[key];
      else merged[key] = Array.isArray(value) ? value.join(", ") : String(value);
    }
  }
  return merged;
}

/** Documented headers as they are validated: those that came as text get the type they stand for. */
function documentedHeaders(
  documented: Readonly<Record<string, string>>,
  own: Readonly<Record<string, unknown>>,
  sent: Readonly<Record<string, string>>,
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [name, type] of Object.entries(documented)) {
    const text = sent[name.toLowerCase()];
    if (text === undefined) continue;
    const given = Object.entries(own).find(([key]) => key.toLowerCase() === name.toLowerCase());
    values[name] = given ? given[1] : typed(text, type);
  }
  return values;
}

function typed(text: string, type: string): unknown {
  if (/^(integer|number)$/.test(type) && text.trim() !== "" && !Number.isNaN(Number(text))) {
    return Number(text);
  }
  if (type === "boolean" && /^(true|false)$/.test(text)) return text === "true";
  return type === "array" ? text.split(/\s*,\s*/) : text;
}

function serializeQuery(
  query: Readonly<Record<string, unknown>>,
  styles: NonNullable<Binding["query"]>,
): string {
  return Object.entries(query)
    .map(([name, value]) => {
      const { style, explode } = styles[name] ?? { style: "form", explode: true };
      const options = { style, explode } as never;
      return createQuerySerializer({ array: options, object: options })({ [name]: value });
    })
    .filter(Boolean)
    .join("&");
}

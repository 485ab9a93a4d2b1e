import type { Binding } from "../../generated/client.js";
import type { Validator } from "../../generated/validators.js";
import { RequestValidationError } from "./errors/request-validation-error.js";
import { isText, pathParameters, serializePath } from "./path.js";
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

/** A name and a value as RFC 9110 and fetch allow them. */
const HEADER = /^[\w!#$%&'*+.^`|~-]+: [\t -~\x80-\xff]*$/;

/**
 * Makes the request of an operation. All that the caller gives is read once, into plain values and
 * the text of the body: those are validated, and those are sent.
 * @throws RequestValidationError
 */
export async function prepare(
  operationId: string,
  { method, path: template, query: styles = {}, headers: documented }: Binding,
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
  const own = { ...params.header };
  const sent = mergeHeaders(operationId, [headers, own]);
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
  const search = query ? await serializeQuery(operationId, query, styles) : "";
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

function invalid(operationId: string, pointer: string, what: string): RequestValidationError {
  return new RequestValidationError(operationId, [
    { pointer, keyword: "type", message: `must be ${what}` },
  ]);
}

/**
 * Of each name, in lower case, the last value; null removes it, as openapi-fetch has it.
 * @throws RequestValidationError
 */
export function mergeHeaders(
  operationId: string,
  sources: readonly unknown[],
): Record<string, string> {
  const merged: Record<string, string> = {};
  for (const source of sources) {
    if (source === undefined) continue;
    const given = Object(source) === source ? (source as object) : [source];
    for (const entry of Symbol.iterator in given ? (given as unknown[]) : Object.entries(given)) {
      if (!Array.isArray(entry)) throw invalid(operationId, "/header", "an object of texts");
      const [name, value] = entry as [string, unknown];
      const key = String(name).toLowerCase();
      if (value === undefined || HOP_HEADERS.test(key)) continue;
      const parts = [value ?? ""].flat();
      const text = parts.every(isText) ? parts.join(", ") : "\0";
      if (!HEADER.test(`${key}: ${text}`)) {
        throw invalid(operationId, `/header/${name}`, "text that HTTP can hold, or a list of it");
      }
      if (value === null) delete merged[key];
      else merged[key] = text;
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

async function serializeQuery(
  operationId: string,
  query: Readonly<Record<string, unknown>>,
  styles: NonNullable<Binding["query"]>,
): Promise<string> {
  const { createQuerySerializer } = await import("./load-openapi-fetch.js");
  return Object.entries(query)
    .map(([name, value]) => {
      const { style, explode } = styles[name] ?? { style: "form", explode: true };
      const options = { style, explode } as never;
      try {
        if (Object.values(Object(value)).every((part) => Object(part) !== part)) {
          return createQuerySerializer({ array: options, object: options })({ [name]: value });
        }
      } catch {
        // Half of a surrogate pair has no encoding.
      }
      throw invalid(operationId, `/query/${name}`, "text, or a list or object of it");
    })
    .filter(Boolean)
    .join("&");
}

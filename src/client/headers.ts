import { invalid } from "./errors/request-validation-error.js";
import { isText } from "./path.js";

/** What the connection says for itself, and no caller may. */
const HOP_HEADERS =
  /^(host|connection|content-length|expect|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade)$/;

/** A name and a value as RFC 9110 and fetch allow them. */
const HEADER = /^[\w!#$%&'*+.^`|~-]+: [\t -~\x80-\xff]*$/;

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
      // Blanks around a value are not part of it, and are not sent.
      else merged[key] = text.trim();
    }
  }
  return merged;
}

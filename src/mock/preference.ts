import { findDocumented, gatewayError, successOf } from "../text/statuses.js";
import { MockError } from "./mock-error.js";
import type { PrismOperation } from "./prism/types.js";

/** The answer that a caller wants instead of the usual one. */
export interface Preference {
  readonly code?: number;
  /** Name of an example. */
  readonly exampleKey?: string;
  /** The media type that has the example: of another, Prism would answer with no body at all. */
  readonly mediaTypes?: string[];
}

/**
 * Reads the header `Prefer`, such as `code=400, example=name`; `;` separates as well as `,`.
 * Whatever else it asks for is ignored (RFC 7240).
 *
 * @returns A 501 where the operation documents no such status or example: a status that no test
 *   expects, so that a typing error never looks like the answer asked for. But 429 and 503 can
 *   always be had; where they are not documented, their code says so by its prefix `MOCK.`.
 */
export function readPreference(header: string, operation: PrismOperation): Preference | MockError {
  const preferences = parse(header);
  const code = preferences.get("code");
  const exampleKey = preferences.get("example");
  if (code === undefined && exampleKey === undefined) return {};

  const { responses } = operation;
  const keys = responses.map((each) => each.code);
  const key = code === undefined ? successOf(keys) : findDocumented(keys, code);
  const response = responses.find((each) => each.code === key);
  if (response === undefined) {
    const error = gatewayError(code ?? "");
    if (error !== undefined && exampleKey === undefined) {
      const message = `${error.meaning} The document does not list this status; Prefer asked for it.`;
      return new MockError(Number(code), error.code, message);
    }
    return unknownPreference(`the status ${code}; documented are ${keys.join(", ")}`);
  }
  const status = code === undefined ? {} : { code: Number(code) };
  if (exampleKey === undefined) return status;

  const { contents = [] } = response;
  const content = contents.find(({ examples }) => examples?.some(({ key }) => key === exampleKey));
  if (content === undefined) {
    const examples = contents.flatMap((each) => each.examples ?? []);
    const documented = examples.map(({ key }) => key).join(", ") || "none";
    return unknownPreference(
      `the example ${exampleKey} of the status ${response.code}; documented are ${documented}`,
    );
  }
  return { ...status, exampleKey, mediaTypes: [content.mediaType] };
}

/** One preference up to its separator; each character is looked at once. */
const PREFERENCE = /\s*([^\s=,;"]*)(?:\s*=\s*(?:"([^"]*)"|([^\s,;"]*)))?[^,;]*(?:[,;]|$)/y;

function parse(header: string): Map<string, string> {
  const preferences = new Map<string, string>();
  const pattern = new RegExp(PREFERENCE);
  while (pattern.lastIndex < header.length) {
    const [, name = "", quoted, bare] = pattern.exec(header) as RegExpExecArray;
    const key = name.toLowerCase();
    // Of several the first counts (RFC 7240, section 2).
    if (!preferences.has(key)) preferences.set(key, quoted ?? bare ?? "");
  }
  return preferences;
}

function unknownPreference(wish: string): MockError {
  return new MockError(501, "MOCK.UnknownPreference", `Prefer asks for ${wish}.`);
}

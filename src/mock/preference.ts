import { MockError } from "./mock-error.js";
import type { PrismOperation, PrismResponse } from "./prism/types.js";

/**
 * What gateways answer before the service is asked, so that a client must cope with it though the
 * document may not list it.
 */
const GATEWAY_STATUSES: Readonly<Record<string, [code: `MOCK.${string}`, meaning: string]>> = {
  429: ["MOCK.TooManyRequests", "Too many requests"],
  503: ["MOCK.ServiceUnavailable", "The service is unavailable"],
};

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
  const response = code === undefined ? successOf(responses) : findResponse(responses, code);
  if (response === undefined) {
    const [gatewayCode, meaning] = GATEWAY_STATUSES[code ?? ""] ?? [];
    if (gatewayCode !== undefined && exampleKey === undefined) {
      const message = `${meaning}. The document does not list this status; Prefer asked for it.`;
      return new MockError(Number(code), gatewayCode, message);
    }
    const documented = responses.map((each) => each.code).join(", ");
    return unknownPreference(`the status ${code}; documented are ${documented}`);
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

/** Exact status, then a range such as `4XX`, then `default`: the order in which Prism looks. */
export function findResponse(
  responses: readonly PrismResponse[],
  status: string,
): PrismResponse | undefined {
  if (!/^[1-5]\d\d$/.test(status)) return undefined;
  const byCode = new Map(responses.map((response) => [response.code, response]));
  return byCode.get(status) ?? byCode.get(`${status[0]}XX`) ?? byCode.get("default");
}

/** What Prism answers to a valid request. */
function successOf(responses: readonly PrismResponse[]): PrismResponse | undefined {
  const successes = responses.filter(({ code }) => code.startsWith("2"));
  return successes.sort((a, b) => (a.code < b.code ? -1 : 1))[0] ?? responses[0];
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

import type { Pair } from "../text/parameters.js";
import { refusalOf } from "../text/statuses.js";
import type { MockRequest, MockResponse } from "./message.js";
import { MockError } from "./mock-error.js";
import { type Preference, readPreference } from "./preference.js";
import { askPrism, isProblem } from "./prism/ask.js";
import type { PrismInstance, PrismOperation, PrismOutput, PrismProblem } from "./prism/types.js";
import { assertTextOrBytes, readBody } from "./request/body.js";
import { readHeaders } from "./request/headers.js";
import type { RequestValidator } from "./request/validator.js";
import { toResponse } from "./response.js";
import { type Route, toPath } from "./route.js";
import type { Violation } from "./violations.js";

export interface Engine {
  readonly prism: PrismInstance;
  readonly validators: ReadonlyMap<PrismOperation, RequestValidator>;
  readonly maxBodyBytes: number;
}

/**
 * Judges a request to an operation and picks the documented answer: first by its credentials,
 * then by all that the document says of its parameters and its body.
 *
 * @throws MockError where the document has none.
 */
export async function judge(
  { prism, validators, maxBodyBytes }: Engine,
  { operation, ...route }: Route,
  query: readonly Pair[],
  request: MockRequest,
): Promise<MockResponse> {
  assertTextOrBytes(request.body);
  const { headers, mediaType } = readHeaders(request);
  const url = { path: toPath({ operation, ...route }), query: toRecord(query) };
  const input = { method: operation.method, url, headers };
  const wanted = readPreference(headers.prefer ?? "", operation);
  const preference = wanted instanceof MockError ? {} : wanted;
  const answer = await askPrism(prism, operation, input, { checkSecurity: true, ...preference });
  if (answer.unauthorized !== undefined) {
    const message = answer.unauthorized;
    return settle(answer.output, [{ pointer: "", keyword: "401", message }]);
  }

  const body = readBody(request.body, mediaType, maxBodyBytes);
  const validate = validators.get(operation) as RequestValidator;
  const { length = 0 } = request.body ?? "";
  const path = route.parameters;
  const violations = validate({ path, query, headers, body, mediaType, length });
  if (violations.length > 0) {
    const refusal = refusalFor(operation, preference, violations);
    const { output } = await askPrism(prism, operation, input, {
      checkSecurity: false,
      ...refusal,
    });
    return settle(output, violations);
  }
  // Like any preference, one that cannot be met is for valid requests only.
  if (wanted instanceof MockError) throw wanted;
  return settle(answer.output, []);
}

/** @throws MockError where there is only a problem. */
function settle(
  output: PrismOutput | PrismProblem,
  violations: readonly Violation[],
): MockResponse {
  if (!isProblem(output)) return toResponse(output, violations);
  const { status = 500, message, detail, additional: { headers = {} } = {} } = output;
  throw new MockError(status, "MOCK.NotDocumented", detail || message, { headers, violations });
}

function refusalFor(
  { responses }: PrismOperation,
  { code, ...example }: Preference,
  violations: readonly Violation[],
): Preference {
  const hasWrongType = violations.some(({ keyword }) => keyword === "415");
  const keys = responses.map((response) => response.code);
  const status = refusalOf(keys, hasWrongType);
  if (status === undefined) {
    const message = "The request is invalid, and the document has no response for that.";
    throw new MockError(hasWrongType ? 415 : 422, "MOCK.NotDocumented", message, { violations });
  }
  return { code: status, ...(code === status && example) };
}

function toRecord(query: readonly Pair[]): Record<string, string> {
  return Object.fromEntries(query.map((pair) => pair.map(decodeURIComponent)));
}

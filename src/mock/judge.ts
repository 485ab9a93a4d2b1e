import { readBody } from "./body.js";
import { readHeaders } from "./headers.js";
import type { MockRequest, MockResponse } from "./message.js";
import { MockError } from "./mock-error.js";
import { type Preference, readPreference } from "./preference.js";
import { askPrism, isProblem, type Verdict } from "./prism/ask.js";
import { judgeFalsyValues } from "./prism/falsy-values.js";
import type {
  Compile,
  PrismConfig,
  PrismDiagnostic,
  PrismInstance,
  PrismOperation,
  PrismOutput,
  PrismProblem,
} from "./prism/types.js";
import { findRepeatedItems } from "./prism/unique-items.js";
import { toResponse } from "./response.js";
import { type Route, type Target, toPath } from "./route.js";
import { fromDiagnostic, type Violation } from "./violations.js";

export interface Engine {
  readonly prism: PrismInstance;
  readonly compile: Compile;
  readonly maxBodyBytes: number;
}

/**
 * Judges a request to an operation and picks the documented answer.
 *
 * @throws MockError where the document has none.
 */
export async function judge(
  { prism, compile, maxBodyBytes }: Engine,
  route: Route,
  query: Target["query"],
  request: MockRequest,
): Promise<MockResponse> {
  const { operation } = route;
  const { headers, mediaType } = readHeaders(request);
  let body: unknown;
  const ask = (config: Partial<PrismConfig>, preference: Preference = {}): Promise<Verdict> => {
    const url = { path: toPath(route), query };
    const input = { method: operation.method, url, headers, body };
    return askPrism(prism, operation, input, config, preference);
  };

  try {
    body = readBody(request.body, mediaType, maxBodyBytes);
  } catch (unreadable) {
    // Missing credentials come first, and are all that can be judged without the body.
    const { output, diagnostics } = await ask({ validateRequest: false });
    if (!diagnostics.some(isError)) throw unreadable;
    return settle(output, toViolations(diagnostics, operation));
  }

  const wanted = readPreference(headers.prefer ?? "", operation);
  const preference = wanted instanceof MockError ? {} : wanted;
  const { output, diagnostics } = await ask({}, preference);
  const contents = operation.request?.body?.contents ?? [];
  const content = contents.find((each) => each.mediaType === mediaType) ?? contents[0];
  const violations = [
    ...toViolations(judgeFalsyValues(diagnostics, route, content, body, compile), operation),
    ...findRepeatedItems(content?.schema, body, operation),
  ];
  const isInvalid = violations.some(({ severity }) => severity === "Error");
  // Like any preference, one that cannot be met is for valid requests only.
  if (!isInvalid && wanted instanceof MockError) throw wanted;
  if (isInvalid === diagnostics.some(isError)) return settle(output, violations);

  // Prism's verdict was wrong, and so was its answer: ask for the right one outright.
  const unchecked = { checkSecurity: false, validateRequest: false };
  const right = isInvalid ? refusalOf(operation, preference, violations) : preference;
  return settle((await ask(unchecked, right)).output, violations);
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

/** The documented response to an invalid request, sought in Prism's order: 422, 400, default. */
function refusalOf(
  { responses }: PrismOperation,
  { code, ...example }: Preference,
  violations: readonly Violation[],
): Preference {
  const documented = responses.map((response) => response.code);
  const status =
    [422, 400].find((each) => documented.includes(`${each}`) || documented.includes("4XX")) ??
    (documented.includes("default") ? 422 : undefined);
  if (status === undefined) {
    const message = "The request is invalid, and the document has no response for that.";
    throw new MockError(422, "MOCK.NotDocumented", message, { violations });
  }
  return { code: status, ...(code === status && example) };
}

const isError = ({ severity }: PrismDiagnostic): boolean => severity === 0;

function toViolations(
  diagnostics: readonly PrismDiagnostic[],
  { request }: PrismOperation,
): Violation[] {
  return diagnostics.map((diagnostic) => fromDiagnostic(diagnostic, request));
}

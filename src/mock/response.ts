import type { MockResponse } from "./message.js";
import { errorBody, MockError } from "./mock-error.js";
import type { PrismOperation, PrismOutput } from "./prism/types.js";
import { toHeader, type Violation } from "./violations.js";

/** Brings an answer of Prism into the form in which the mock gives it. */
export function toResponse(
  { statusCode, headers: given = {}, body }: PrismOutput,
  violations: readonly Violation[],
): MockResponse {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(given)) {
    // Prism has null for a header without an example, and a media type even without a body.
    const isIdle = value === null || (body === undefined && /^content-type$/i.test(name));
    if (!isIdle) headers[name.toLowerCase()] = String(value);
  }
  if (violations.length > 0) headers["sl-violations"] = toHeader(violations);
  return { status: statusCode, headers, body, violations };
}

/**
 * Answers a failure, also one of the mock itself.
 *
 * @param operations Where to look for the shape of an error, best first.
 */
export function answerError(error: unknown, operations: readonly PrismOperation[]): MockResponse {
  const known =
    error instanceof MockError ? error : new MockError(500, "MOCK.Internal", String(error));
  const { mediaType, body } = errorBody(known, operations);
  return toResponse(
    {
      statusCode: known.status,
      headers: { ...known.headers, "content-type": mediaType },
      body,
    },
    known.violations,
  );
}

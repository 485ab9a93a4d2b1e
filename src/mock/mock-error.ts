import { fillErrorExample } from "../text/error-example.js";
import type { PrismContent, PrismOperation } from "./prism/types.js";
import type { Violation } from "./violations.js";

/**
 * An answer that the mock gives of its own accord, because the document describes none. Its body
 * has the shape of the documented errors and its code begins with `MOCK.`, so that nobody takes
 * it for an answer of the real service.
 *
 * | code | status | when |
 * |---|---|---|
 * | `MOCK.InvalidPath` | 400 | the path or the query has a bad percent encoding |
 * | `MOCK.InvalidBody` | 400 | `handle` got a body that is neither text nor bytes |
 * | `MOCK.InvalidUtf8` | 400 | the body is not UTF-8 |
 * | `MOCK.InvalidJson` | 400 | the body is not JSON, or is nested too deep |
 * | `MOCK.UnknownPath` | 404 | the document has no such path |
 * | `MOCK.WrongMethod` | 405 | the path has no such method; see the header `allow` |
 * | `MOCK.BodyTooLarge` | 413 | the body exceeds `maxBodyBytes` |
 * | `MOCK.TooManyRequests` | 429 | `Prefer` asks for a 429 that the document does not list |
 * | `MOCK.ServiceUnavailable` | 503 | `Prefer` asks for a 503 that the document does not list |
 * | `MOCK.UnknownPreference` | 501 | `Prefer` asks for a status or an example that is not there |
 * | `MOCK.NotDocumented` | Prism's | the document has no response for this outcome |
 * | `MOCK.Internal` | 500 | the mock failed |
 */
export class MockError extends Error {
  override readonly name = "MockError";
  readonly status: number;
  readonly code: `MOCK.${string}`;
  readonly headers: Readonly<Record<string, string>>;
  readonly violations: readonly Violation[];

  constructor(
    status: number,
    code: `MOCK.${string}`,
    message: string,
    details: { headers?: Readonly<Record<string, string>>; violations?: readonly Violation[] } = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = details.headers ?? {};
    this.violations = details.violations ?? [];
  }
}

/**
 * Puts a code and a message into the shape of the documented errors: a copy of the first example
 * of an error response, of this operation if it has one, else of any. A document without such
 * an example gets `{ error: { code, message } }`.
 */
export function errorBody(
  error: { readonly code: string; readonly message: string },
  operations: readonly PrismOperation[],
): { mediaType: string; body: unknown } {
  for (const content of operations.flatMap(errorContents)) {
    const body = fillErrorExample(content.examples?.[0]?.value, error);
    if (body !== undefined) return { mediaType: content.mediaType, body };
  }
  return {
    mediaType: "application/json",
    body: { error: { code: error.code, message: error.message } },
  };
}

function errorContents(operation: PrismOperation): readonly PrismContent[] {
  return operation.responses
    .filter(({ code }) => /^[45]|^default$/.test(code))
    .flatMap(({ contents = [] }) => contents);
}

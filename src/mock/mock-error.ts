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
    const example = content.examples?.[0]?.value;
    const names = stringProperties(example);
    if (names.some(isCode) && names.some(isMessage)) {
      return { mediaType: content.mediaType, body: fill(example, error) };
    }
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

const isCode = (name: string): boolean => /code$/i.test(name);
const isMessage = (name: string): boolean => /(msg|message|detail|description)$/i.test(name);

function stringProperties(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    typeof inner === "string" ? [name] : stringProperties(inner),
  );
}

function fill(value: unknown, error: { readonly code: string; readonly message: string }): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((inner) => fill(inner, error));
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      if (typeof inner !== "string") return [name, fill(inner, error)];
      if (isCode(name)) return [name, error.code];
      return [name, isMessage(name) ? error.message : inner];
    }),
  );
}

import { MockError } from "./mock-error.js";

/**
 * Beyond about 10,000 levels Ajv runs out of stack, which Prism takes for "no violations": rubbish
 * would pass. No sensible request comes near this limit.
 */
const MAX_DEPTH = 500;

/**
 * Reads a request body as its media type says: JSON parsed, anything else as text.
 *
 * @param mediaType Without parameters, in lower case.
 * @returns Undefined for an empty body.
 * @throws MockError 413, or 400 for what is not UTF-8 or not JSON.
 */
export function readBody(
  body: string | Uint8Array | undefined,
  mediaType: string | undefined,
  maxBytes: number,
): unknown {
  if (body === undefined || body.length === 0) return undefined;
  if (Buffer.byteLength(body) > maxBytes) {
    throw new MockError(413, "MOCK.BodyTooLarge", `The body exceeds ${maxBytes} bytes.`);
  }
  const text = typeof body === "string" ? body : decode(body);
  return /^application\/(.+\+)?json$/.test(mediaType ?? "") ? parse(text) : text;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new MockError(400, "MOCK.InvalidUtf8", "The body is not UTF-8.");
  }
}

function parse(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new MockError(
      400,
      "MOCK.InvalidJson",
      `The body is not JSON: ${(error as Error).message}.`,
    );
  }
  if (isDeeperThan(MAX_DEPTH, value)) {
    throw new MockError(400, "MOCK.InvalidJson", `The body is nested deeper than ${MAX_DEPTH}.`);
  }
  return value;
}

function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeperThan(levels - 1, inner));
}

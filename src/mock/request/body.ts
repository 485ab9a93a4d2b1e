import { isUint8Array } from "node:util/types";
import { MockError } from "../mock-error.js";

/** Beyond about 10,000 levels Ajv runs out of stack. No sensible request comes near this limit. */
const MAX_DEPTH = 500;

/** @throws MockError 400 for what a caller without types may give, such as an object. */
export function assertTextOrBytes(body: unknown): void {
  if (body === undefined || typeof body === "string" || isUint8Array(body)) return;
  const message = "The body must be text or bytes: give JSON as text, as by JSON.stringify.";
  throw new MockError(400, "MOCK.InvalidBody", message);
}

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
  if (isDeeperThan(MAX_DEPTH, text)) {
    throw new MockError(400, "MOCK.InvalidJson", `The body is nested deeper than ${MAX_DEPTH}.`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new MockError(
      400,
      "MOCK.InvalidJson",
      `The body is not JSON: ${(error as Error).message}.`,
    );
  }
}

/** Looks at the text, because millions of nested arrays would fill the memory. */
function isDeeperThan(levels: number, json: string): boolean {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < json.length; index++) {
    const unit = json.charCodeAt(index);
    if (inString) {
      if (unit === BACKSLASH) index++;
      else if (unit === QUOTE) inString = false;
    } else if (unit === QUOTE) inString = true;
    else if (unit === OPEN_ARRAY || unit === OPEN_OBJECT) {
      depth++;
      if (depth > levels) return true;
    } else if (unit === CLOSE_ARRAY || unit === CLOSE_OBJECT) depth--;
  }
  return false;
}

const [QUOTE, BACKSLASH, OPEN_ARRAY, CLOSE_ARRAY, OPEN_OBJECT, CLOSE_OBJECT] = [
  0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d,
];

import type { Mask } from "./secrets.js";

/**
 * A copy of a platform's error for `cause`: name, code and message, and the same of what caused
 * it. Parsers keep the bytes that they choked on, and some servers repeat the request.
 */
export function causeOf(error: unknown, mask: Mask, depth = 0): Error | undefined {
  if (error === undefined || error === null || depth > 3) return undefined;
  try {
    const { name, code, message, cause, errors } = Object(error);
    const text = mask(String(typeof error === "object" ? (message ?? "") : error));
    const inner = causeOf(cause ?? errors?.[0], mask, depth + 1);
    const copy = new Error(text, inner === undefined ? {} : { cause: inner });
    // What led here says nothing of the caller, and begins with the message as it was.
    copy.stack = `${mask(String(name))}: ${text}`;
    if (typeof name === "string") copy.name = mask(name);
    return typeof code === "string" ? Object.assign(copy, { code: mask(code) }) : copy;
  } catch {
    return undefined;
  }
}

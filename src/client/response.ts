import { isBodiless } from "../text/statuses.js";
import type { Mask } from "./transport/secrets.js";
import type { Answer } from "./transport/wire.js";

/** The platform's `Response`, with no secret in it. */
export function toResponse(
  { status, statusText, headers, text }: Answer,
  url: string,
  mask: Mask,
): Response {
  const clean = Object.entries(headers).map(([name, value]): [string, string] => [
    mask(name),
    mask(value),
  ]);
  const response = new Response(isBodiless(status) || text === "" ? null : mask(text), {
    status,
    // Servers send what `Response` does not take.
    statusText: mask(statusText).replace(/[^\t -~\x80-\xff]/g, "?"),
    headers: clean,
  });
  return Object.defineProperty(response, "url", { value: url });
}

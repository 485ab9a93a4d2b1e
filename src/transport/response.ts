import { MAX_ERROR_LENGTH } from "../errors/api-error.js";

/**
 * A copy of a response whose body has arrived: openapi-fetch and middleware read it without
 * waiting, and the connection is free again. Of an error, only the start is read, and what is
 * there of one that was cut off is kept, unless the caller gave up.
 */
export async function arrived(
  response: Response,
  signal: AbortSignal | undefined,
): Promise<Response> {
  if (response.body === null) return response;
  const body = response.ok
    ? await response.arrayBuffer()
    : new TextEncoder().encode(await readStart(response.body, signal));
  // Chromium gives a 204 a body, an empty one, but does not take it back.
  const copy = new Response(body.byteLength > 0 ? body : null, response);
  return Object.defineProperty(copy, "url", { value: response.url });
}

async function readStart(
  stream: ReadableStream<Uint8Array>,
  signal: AbortSignal | undefined,
): Promise<string> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let text = "";
  try {
    while (text.length < MAX_ERROR_LENGTH) {
      const { done, value } = await reader.read();
      if (done) break;
      text += decoder.decode(value, { stream: true });
    }
  } catch (error) {
    // Cut off: the status is known, and what has arrived may name the error.
    if (signal?.aborted) throw error;
  }
  // A stream that has failed already rejects; there is nothing left to free then.
  reader.cancel().catch(() => {});
  return text.slice(0, MAX_ERROR_LENGTH);
}

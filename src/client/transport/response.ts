import { MAX_ERROR_LENGTH } from "../errors/api-error.js";

/**
 * A copy of a response whose body has arrived: openapi-fetch and middleware read it without
 * waiting, and the connection is free again. Of an error, only the start is read, and what is
 * there of one that was cut off is kept, unless the caller gave up.
 * @param deadline aborted when the time is over, and when the caller gave up
 * @param signal the caller's
 */
export async function arrived(
  response: Response,
  deadline: AbortSignal,
  signal: AbortSignal | undefined,
): Promise<Response> {
  if (response.body === null) return response;
  const body = response.ok
    ? await readAll(response.body, deadline)
    : new TextEncoder().encode(await readStart(response.body, deadline, signal));
  // Chromium gives a 204 a body, an empty one, but does not take it back.
  const copy = new Response(body.byteLength > 0 ? body : null, response);
  return Object.defineProperty(copy, "url", { value: response.url });
}

type Bytes = Uint8Array<ArrayBuffer>;

async function readAll(stream: ReadableStream<Bytes>, deadline: AbortSignal): Promise<ArrayBuffer> {
  const chunks: Bytes[] = [];
  await read(stream, deadline, (chunk) => {
    chunks.push(chunk);
    return true;
  });
  deadline.throwIfAborted();
  return new Blob(chunks).arrayBuffer();
}

async function readStart(
  stream: ReadableStream<Bytes>,
  deadline: AbortSignal,
  signal: AbortSignal | undefined,
): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  try {
    await read(stream, deadline, (chunk) => {
      text += decoder.decode(chunk, { stream: true });
      return text.length < MAX_ERROR_LENGTH;
    });
  } catch {
    // Cut off: the status is known, and what has arrived may name the error.
  }
  signal?.throwIfAborted();
  return text.slice(0, MAX_ERROR_LENGTH);
}

/**
 * Reads until the end, until no more is wanted, or until the deadline: an abort that comes while
 * a body arrives does not reach every stream by itself.
 */
async function read(
  stream: ReadableStream<Bytes>,
  deadline: AbortSignal,
  wantsMore: (chunk: Bytes) => boolean,
): Promise<void> {
  const reader = stream.getReader();
  // A stream that has failed already rejects; there is nothing left to free then.
  const cancel = () => void reader.cancel().catch(() => {});
  deadline.addEventListener("abort", cancel);
  if (deadline.aborted) cancel();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done || !wantsMore(value)) break;
    }
  } finally {
    deadline.removeEventListener("abort", cancel);
    cancel();
  }
}

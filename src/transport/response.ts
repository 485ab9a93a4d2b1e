/** An error body holds a code and a sentence; more of it is not worth the memory. */
const MAX_ERROR_BYTES = 64 * 1024;

/**
 * A copy of a response whose body has arrived: openapi-fetch and middleware read it without
 * waiting, and the connection is free again. Of an error, no more than 64 KiB are read; what is
 * there of one that was cut off is kept.
 */
export async function arrived(response: Response): Promise<Response> {
  if (response.body === null) return response;
  const bytes = response.ok
    ? new Uint8Array(await response.arrayBuffer())
    : await readStart(response.body, MAX_ERROR_BYTES);
  const headers = new Headers(response.headers);
  // They describe the body on the wire, not what is left here.
  headers.delete("content-encoding");
  headers.delete("content-length");
  const { status, statusText, url } = response;
  const copy = new Response(bytes, { status, statusText, headers });
  Object.defineProperty(copy, "url", { value: url });
  return copy;
}

/** Frees the connection of a response that nobody will read. */
export function discard(response: Response): void {
  // A stream that has failed already rejects; there is nothing left to free then.
  response.body?.cancel().catch(() => {});
}

async function readStart(
  stream: ReadableStream<Uint8Array>,
  limit: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    while (length < limit) {
      const { done, value } = await reader.read();
      if (done) break;
      chunks.push(value);
      length += value.length;
    }
  } catch {
    // Cut off: the status is known, and what has arrived may name the error.
  }
  reader.cancel().catch(() => {});
  const bytes = new Uint8Array(Math.min(length, limit));
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk.subarray(0, bytes.length - offset), offset);
    offset += chunk.length;
    if (offset >= bytes.length) break;
  }
  return bytes;
}

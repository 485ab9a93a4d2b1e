import type { Answer, Failure, Fetch, SendOptions, Transport } from "./wire.js";

/**
 * Sends requests by `fetch`.
 * @param fetch undefined: that of the platform, looked up at each call
 * @param kindOf names a failure by what the platform says of it
 */
export function createFetchTransport(
  fetch: Fetch | undefined,
  kindOf: (cause: unknown) => Failure["kind"],
): Transport {
  return {
    async send({ url, method, headers, body }, { timeout, maxBytes, signal }) {
      const controller = new AbortController();
      let kind: Failure["kind"] | undefined;
      const stop = (why: Failure["kind"]) => () => {
        kind ??= why;
        controller.abort();
      };
      const abort = stop("aborted");
      const timer = setTimeout(stop("timeout"), timeout);
      signal?.addEventListener("abort", abort);
      if (signal?.aborted) abort();
      const toFailure = (cause: unknown): Failure => ({
        kind: kind ?? kindOf(cause),
        cause,
      });
      try {
        const response = await (fetch ?? globalThis.fetch)(url, {
          method,
          headers,
          body: body ?? null,
          // A followed redirect would carry the credential along, to wherever the answer points.
          redirect: "manual",
          signal: controller.signal,
        });
        // Browsers hide what a redirect says.
        if (response.type === "opaqueredirect") return { kind: "redirected" };
        return await receive(response, maxBytes, controller.signal, toFailure);
      } catch (cause) {
        return toFailure(cause);
      } finally {
        clearTimeout(timer);
        signal?.removeEventListener("abort", abort);
      }
    },
    // Connections are the platform's.
    close() {},
  };
}

async function receive(
  { status, statusText, url, headers, body }: Response,
  maxBytes: SendOptions["maxBytes"],
  deadline: AbortSignal,
  toFailure: (cause: unknown) => Failure,
): Promise<Answer> {
  const answer = { status, statusText, url, headers: Object.fromEntries(headers), text: "" };
  if (body === null) return answer;
  const decoder = new TextDecoder();
  let room = maxBytes(status);
  const reader = body.getReader();
  // A stream that has failed already rejects; there is nothing left to free then.
  const cancel = () => void reader.cancel().catch(() => {});
  // An abort that comes while a body arrives does not reach every stream by itself.
  deadline.addEventListener("abort", cancel);
  if (deadline.aborted) cancel();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      answer.text += decoder.decode(value.subarray(0, room), { stream: true });
      room -= value.length;
      if (room < 0) return { ...answer, failure: { kind: "oversized" } };
    }
    deadline.throwIfAborted();
    return { ...answer, text: answer.text + decoder.decode() };
  } catch (cause) {
    return { ...answer, failure: toFailure(cause) };
  } finally {
    deadline.removeEventListener("abort", cancel);
    cancel();
  }
}

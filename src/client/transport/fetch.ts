import { kindOfFailure } from "./failure.js";
import { createFetchTransport } from "./send-by-fetch.js";
import type { Transport, TransportOptions } from "./wire.js";

export { defaultAdvice, lightResponse, takesAgent } from "./browser.js";

/** For Deno, Bun, workerd and whatever else has `fetch`. */
export function createTransport({ fetch }: TransportOptions = {}): Transport {
  return createFetchTransport(fetch, kindOfFailure);
}

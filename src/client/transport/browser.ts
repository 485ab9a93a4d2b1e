import { createFetchTransport } from "./send-by-fetch.js";
import type { Transport, TransportOptions } from "./wire.js";

/** Whether connections of an `agent` can be used. */
export const takesAgent = false;

/** A page is not to load what few of its visitors ever see. */
export const defaultAdvice: Readonly<Record<string, string>> = {};

/** Makes a `Response` at once: the platform has all of it loaded. */
export function lightResponse(_status: number, _url: string, make: () => Response): Response {
  return make();
}

/** Browsers never say why a request failed. */
export function createTransport({ fetch }: TransportOptions = {}): Transport {
  return createFetchTransport(fetch, () => "network");
}

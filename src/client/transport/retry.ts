import pRetry from "p-retry";
import type { TransportErrorKind } from "../errors/transport-error.js";

export interface RetryOptions {
  /**
   * How often a request is sent at most, the first time included. Default 3. The repetition that a
   * refused token takes is not counted.
   */
  readonly maxAttempts?: number;
  /** Milliseconds before the second attempt; doubles each time, times a jitter of 1 to 2. Default 500. */
  readonly initialDelay?: number;
  /** The most milliseconds that the backoff may reach. Default 8000. */
  readonly maxDelay?: number;
  /** The most milliseconds of a server's `Retry-After` that are waited for. Default 30000. */
  readonly maxRetryAfter?: number;
}

/** The vendor advises 429, 500, 502 and 504; 503 says of itself that it passes. */
export const PASSING_STATUSES: readonly number[] = [429, 500, 502, 503, 504];

/** Failures before an answer. A malformed answer is an answer. */
export const PASSING_KINDS: readonly TransportErrorKind[] = [
  "timeout",
  "refused",
  "unresolved",
  "reset",
  "network",
];

/** What an attempt came to: a response, or what it failed with. */
export interface Outcome {
  readonly response?: Response;
  readonly error?: unknown;
  /** Whether another attempt may come to something else. */
  readonly isPassing: boolean;
}

/** p-retry tells attempts apart by what they throw. */
class Again extends Error {}

/**
 * Goes on after an attempt that is worth another, with exponential backoff.
 * @returns the outcome of the last attempt, also where the signal ended the wait for another
 */
export async function tryAgain(
  first: Outcome,
  attempt: () => Promise<Outcome>,
  { maxAttempts = 3, initialDelay = 500, maxDelay = 8000, maxRetryAfter = 30_000 }: RetryOptions,
  signal: AbortSignal | undefined,
): Promise<Outcome> {
  let last = first;
  const run = async (number: number) => {
    if (number > 1) last = await attempt();
    if (last.isPassing) throw new Again();
  };
  await pRetry(run, {
    retries: maxAttempts - 1,
    minTimeout: initialDelay,
    maxTimeout: maxDelay,
    randomize: true,
    ...(signal && { signal }),
    onFailedAttempt: async ({ retriesLeft }) => {
      const header = last.response?.headers.get("retry-after");
      const asked = parseRetryAfter(header, Date.now()) ?? 0;
      // The backoff comes on top, so that many callers told the same do not return as one.
      if (retriesLeft > 0) await sleep(Math.min(asked, maxRetryAfter), signal);
    },
  }).catch((error: unknown) => {
    if (!(error instanceof Again) && !signal?.aborted) throw error;
  });
  return last;
}

/** @returns milliseconds; undefined where the header is absent or makes no sense */
export function parseRetryAfter(
  header: string | null | undefined,
  now: number,
): number | undefined {
  if (!header) return undefined;
  const delay = header.endsWith("GMT") ? Date.parse(header) - now : Number(header) * 1000;
  return Number.isNaN(delay) ? undefined : Math.max(delay, 0);
}

/** Waits, but no longer than until the signal is aborted. */
function sleep(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  if (milliseconds === 0 || signal?.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal?.addEventListener("abort", done);
  });
}

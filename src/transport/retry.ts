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

/** @returns milliseconds; undefined where the header is absent or makes no sense */
export function parseRetryAfter(header: string | null, now: number): number | undefined {
  if (!header) return undefined;
  const delay = header.endsWith("GMT") ? Date.parse(header) - now : Number(header) * 1000;
  return Number.isNaN(delay) ? undefined : Math.max(delay, 0);
}

/** Waits, but no longer than until the signal is aborted. */
export function sleep(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal?.addEventListener("abort", done);
    if (signal?.aborted) done();
  });
}

import pRetry from "p-retry";
import type { TransportErrorKind } from "../errors/transport-error.js";

export interface RetryOptions {
  /** How often a request is sent at most, the first time included. Default 3. */
  readonly maxAttempts?: number;
  /** Milliseconds before the second attempt; doubles each time, times a jitter of 1 to 2. Default 500. */
  readonly initialDelay?: number;
  /** The most milliseconds that the backoff may reach. Default 8000. */
  readonly maxDelay?: number;
  /** The most milliseconds of a server's `Retry-After` that are waited for. Default 30000. */
  readonly maxRetryAfter?: number;
}

/** The vendor advises 429, 500, 502 and 504; 503 says of itself that it passes. */
const PASSING_STATUSES = new Set([429, 500, 502, 503, 504]);

/** Failures before an answer. A malformed answer is an answer. */
const PASSING_KINDS = new Set<TransportErrorKind>([
  "timeout",
  "refused",
  "unresolved",
  "reset",
  "network",
]);

export function isPassingStatus(status: number): boolean {
  return PASSING_STATUSES.has(status);
}

export function isPassingKind(kind: TransportErrorKind): boolean {
  return PASSING_KINDS.has(kind);
}

/** What one attempt came to: final, or worth another. */
export interface Outcome<T> {
  /** Gives the result, or throws the error, of the attempt. */
  readonly settle: () => T;
  readonly retryable: boolean;
  /** Milliseconds that the server asked to wait. */
  readonly retryAfter?: number | undefined;
}

/** Carries an outcome through p-retry, which tells attempts apart by what they throw. */
class Retryable extends Error {
  readonly outcome: Outcome<unknown>;

  constructor(outcome: Outcome<unknown>) {
    super();
    this.outcome = outcome;
  }
}

/**
 * Goes on after a first attempt that was worth another, with exponential backoff.
 * @returns the outcome of the last attempt
 */
export async function retry<T>(
  first: Outcome<T>,
  attempt: (number: number) => Promise<Outcome<T>>,
  { maxAttempts = 3, initialDelay = 500, maxDelay = 8000, maxRetryAfter = 30_000 }: RetryOptions,
  signal: AbortSignal | undefined,
): Promise<Outcome<T>> {
  let last = first;
  try {
    return await pRetry(
      async (number) => {
        if (number > 1) last = await attempt(number);
        if (last.retryable) throw new Retryable(last);
        return last;
      },
      {
        retries: maxAttempts - 1,
        minTimeout: initialDelay,
        maxTimeout: maxDelay,
        randomize: true,
        ...(signal === undefined ? {} : { signal }),
        onFailedAttempt: async ({ retriesLeft }) => {
          // The backoff comes on top, so that many callers told the same do not return as one.
          if (retriesLeft > 0 && last.retryAfter !== undefined) {
            await sleep(Math.min(last.retryAfter, maxRetryAfter), signal);
          }
        },
      },
    );
  } catch (error) {
    if (error instanceof Retryable) return last;
    throw error;
  }
}

/** @returns milliseconds; undefined where the header is absent or makes no sense */
export function parseRetryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  if (/^\s*\d+\s*$/.test(header)) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, ms);
    if (signal?.aborted) stop();
    else signal?.addEventListener("abort", stop, { once: true });
  });
}

import type { TransportErrorKind } from "../errors/transport-error.js";
import type { RetryOptions } from "../options.js";

export type { RetryOptions };

/** The server asks for patience, from all calls. */
export const THROTTLED = 429;

/** The vendor advises 429, 500, 502 and 504; 503 says of itself that it passes. */
export const PASSING_STATUSES: readonly number[] = [THROTTLED, 500, 502, 503, 504];

/** A malformed response would come again. */
export const PASSING_KINDS: readonly TransportErrorKind[] = [
  "timeout",
  "refused",
  "unresolved",
  "reset",
  "network",
];

/** The request never reached what would carry it out. */
const UNSENT_KINDS: readonly TransportErrorKind[] = ["refused", "unresolved", "tls", "redirected"];

/** Whether another attempt may come to something else. */
export function isRetryable(outcome: number | TransportErrorKind): boolean {
  return typeof outcome === "number"
    ? PASSING_STATUSES.includes(outcome)
    : PASSING_KINDS.includes(outcome);
}

/** Whether an attempt with this status, or that failed so, may have taken effect. */
export function mayHaveBeenCarriedOut(outcome: number | TransportErrorKind): boolean {
  return typeof outcome === "number"
    ? outcome < 300 || outcome >= 500
    : !UNSENT_KINDS.includes(outcome);
}

/** Milliseconds before the attempt that follows so many. */
export function backoff(
  attempts: number,
  { initialDelay, maxDelay }: Pick<Required<RetryOptions>, "initialDelay" | "maxDelay">,
): number {
  return Math.min(Math.round(initialDelay * 2 ** (attempts - 1) * (1 + Math.random())), maxDelay);
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

import { serverUrl } from "../../generated/client.js";
import type { Auth } from "./auth/auth.js";
import type { RetryOptions } from "./transport/retry.js";

export interface DewTagsClientOptions {
  /** Id of the region, such as `cn-north-4`. Give this or `baseUrl`. */
  readonly region?: string;
  /** Where the operations live instead: https, or http on a loopback address. May have a path. */
  readonly baseUrl?: string;
  /** `token(…)` or `akSk(…)`. */
  readonly auth: Auth;
  /**
   * Sends a request instead of the platform's `fetch`. Must heed the signal, and must not follow
   * redirects by itself.
   */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
  /** Milliseconds that each attempt may take, its body included. Default 8000. */
  readonly timeout?: number;
  /** When to try again; `false`: never. */
  readonly retry?: RetryOptions | false;
  /** Whether requests are held against the contract before they are sent. Default true. */
  readonly validate?: boolean;
}

/** About 11 days. Two of them together are what a timer can wait; a longer one fires at once. */
const MAX_TIMER = 1e9;

/** @throws TypeError that says what would be right */
export function assertOptions({ auth, timeout, retry }: DewTagsClientOptions): void {
  if (typeof auth?.authorize !== "function") {
    throw new TypeError("auth must be token(…) or akSk(…)");
  }
  assertRange("timeout", timeout, 1, MAX_TIMER);
  if (retry) {
    assertRange("retry.maxAttempts", retry.maxAttempts, 1, Number.MAX_SAFE_INTEGER);
    assertRange("retry.initialDelay", retry.initialDelay, 0, MAX_TIMER);
    assertRange("retry.maxDelay", retry.maxDelay, 0, MAX_TIMER);
    assertRange("retry.maxRetryAfter", retry.maxRetryAfter, 0, MAX_TIMER);
  }
}

function assertRange(name: string, value: unknown, low: number, high: number): void {
  if (value === undefined) return;
  if (typeof value !== "number" || !(value >= low && value <= high)) {
    throw new TypeError(`${name} must be a number from ${low} to ${high}, not ${value}`);
  }
}

/**
 * Where the operations live, without a trailing slash.
 * @throws TypeError that says what would be right
 */
export function baseUrlOf({
  region,
  baseUrl,
}: Pick<DewTagsClientOptions, "region" | "baseUrl">): string {
  if ((region === undefined) === (baseUrl === undefined)) {
    throw new TypeError("give either region, such as cn-north-4, or baseUrl");
  }
  if (region !== undefined) {
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(region)) {
      throw new TypeError(`region must be an id such as cn-north-4, not ${JSON.stringify(region)}`);
    }
    return serverUrl.replace("{region}", region);
  }
  return checked(baseUrl as string);
}

function checked(baseUrl: string): string {
  const url = parse(baseUrl);
  // The URL is not quoted where it may hold a password.
  if (url.username !== "" || url.password !== "") {
    throw new TypeError("baseUrl must not hold credentials: give them as auth");
  }
  if (url.search !== "" || url.hash !== "" || /[?#]/.test(baseUrl)) {
    throw new TypeError("baseUrl must not have a query or a fragment");
  }
  if (url.protocol !== "https:" && !(url.protocol === "http:" && isLoopback(url.hostname))) {
    throw new TypeError("baseUrl must be https; http is for loopback addresses only");
  }
  return url.origin + url.pathname.replace(/\/+$/, "");
}

function parse(baseUrl: string): URL {
  try {
    return new URL(baseUrl);
  } catch {
    throw new TypeError("baseUrl must be an absolute URL, such as https://kms.example.com");
  }
}

/** Whether a host name is of this machine, which no network sees. */
export function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127(\.\d+){3}$/.test(hostname);
}

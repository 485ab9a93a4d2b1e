import { takesAgent } from "#src/transport";
import { assertOptions, type OptionRule } from "../text/assert-options.js";
import type { Auth } from "./auth/auth.js";
import type { TransportErrorKind } from "./errors/transport-error.js";
import type { Agent, Fetch } from "./transport/wire.js";

export interface DewTagsClientOptions extends CallOptions {
  /** Id of the region, such as `cn-north-4`. Give this or `baseUrl`. */
  readonly region?: string;
  /** Where the operations live instead: https, or http on a loopback address. May have a path. */
  readonly baseUrl?: string;
  /** `token(…)` or `akSk(…)`. */
  readonly auth: Auth;
  /** Fills the path parameter `project_id` of each call that does not give it. */
  readonly projectId?: string;
  /**
   * Sends a request instead of the platform. Must heed the signal, and must not follow redirects
   * by itself.
   */
  readonly fetch?: Fetch;
  /**
   * On Node only, an `Agent` of `node:https`: for a proxy, private certificates, or a client
   * certificate. The wait for one of its connections counts in the timeout. It stays open when the
   * client is closed.
   */
  readonly agent?: Agent;
  /**
   * Attempts a second at most, shared by all calls of this client. Default: no limit. With or
   * without it, a 429 makes all calls wait.
   */
  readonly rate?: number;
  /** Whether to validate requests against the contract before sending. Default true. */
  readonly validate?: boolean;
  /** Bytes of a response's body, decompressed, that are read at most. Default 10 MiB, at most 64 MiB. */
  readonly maxResponseBytes?: number;
  /** How deep the JSON of a response may be nested. Default 100. */
  readonly maxResponseDepth?: number;
  /**
   * What to do about an error code, by code, for `ApiError.advice`. Default: on Node `errorCodes`
   * of this package; elsewhere, where its size counts, nothing.
   */
  readonly advice?: Readonly<Record<string, string>>;
  /**
   * Called after each attempt, for logs and metrics. The call throws what it throws. It also waits
   * for its promise, until it is aborted, but no longer than `timeout`.
   */
  readonly onAttempt?: (attempt: Attempt) => unknown;
}

/** What can differ from call to call. */
export interface CallOptions {
  /**
   * Milliseconds that each attempt may take, its body included. Default 8000. The wait for a
   * connection counts where the connections are those of an `agent` or a `fetch` of yours.
   */
  readonly timeout?: number;
  /** When to try again; `false`: never. */
  readonly retry?: RetryOptions | false;
}

export interface RetryOptions {
  /**
   * How often a request is sent at most, the first time included. Default 3. The repetition that a
   * refused token or a stale connection takes is not counted.
   */
  readonly maxAttempts?: number;
  /** Milliseconds before the second attempt; doubles each time, times a jitter of 1 to 2. Default 500. */
  readonly initialDelay?: number;
  /** The most milliseconds that the backoff may reach. Default 8000. */
  readonly maxDelay?: number;
  /** The most milliseconds of a server's `Retry-After` that are waited for. Default 30000. */
  readonly maxRetryAfter?: number;
  /**
   * Whether a request goes out once more where it met a kept connection that the server had closed
   * in the meantime. Default true, also with `retry: false`.
   */
  readonly staleConnection?: boolean;
}

/** How an attempt went. */
export interface Attempt {
  readonly operationId: string;
  readonly method: string;
  readonly url: string;
  /** 1 for the first. */
  readonly attempt: number;
  /** HTTP status; undefined where there was no response. */
  readonly status: number | undefined;
  /** Why there was no response, or no whole one. */
  readonly kind: TransportErrorKind | undefined;
  /** Milliseconds that it took. */
  readonly duration: number;
  /** Milliseconds until the next attempt; undefined where this is the last. */
  readonly retryIn: number | undefined;
}

/** Options of a call with nothing left open. */
export interface CallSettings {
  readonly timeout: number;
  /** One attempt: never again. */
  readonly retry: Required<RetryOptions>;
}

const DEFAULT_TIMEOUT = 8000;
const DEFAULT_RETRY: Required<RetryOptions> = {
  maxAttempts: 3,
  initialDelay: 500,
  maxDelay: 8000,
  maxRetryAfter: 30_000,
  staleConnection: true,
};
export const DEFAULT_MAX_BYTES: number = 10 * 1024 * 1024;
export const DEFAULT_MAX_DEPTH = 100;

export function callSettings(
  { timeout, retry }: CallOptions,
  defaults: CallSettings = { timeout: DEFAULT_TIMEOUT, retry: DEFAULT_RETRY },
): CallSettings {
  return {
    timeout: timeout ?? defaults.timeout,
    retry:
      retry === false
        ? { ...defaults.retry, maxAttempts: 1 }
        : retry
          ? { ...defaults.retry, ...withoutUndefined(retry) }
          : defaults.retry,
  };
}

function withoutUndefined<T extends object>(options: T): T {
  return Object.fromEntries(
    Object.entries(options).filter(([, value]) => value !== undefined),
  ) as T;
}

/** About 11 days. Two of them together are what a timer can wait; a longer one fires at once. */
const MAX_TIMER = 1e9;

/** Text of more characters would fit neither a string nor, unpacked, the memory of many a process. */
const MAX_BYTES = 64 * 1024 * 1024;

const CALL_RULES = {
  timeout: [1, MAX_TIMER],
  retry: [
    false,
    {
      maxAttempts: [1, Number.MAX_SAFE_INTEGER, true],
      initialDelay: [0, MAX_TIMER],
      maxDelay: [0, MAX_TIMER],
      maxRetryAfter: [0, MAX_TIMER],
      staleConnection: "a boolean",
    },
  ],
} as const;

const CLIENT_RULES: Readonly<Record<keyof DewTagsClientOptions, OptionRule>> = {
  ...CALL_RULES,
  region: "any",
  baseUrl: "any",
  auth: "any",
  projectId: "a string",
  fetch: "a function",
  agent: "an object",
  rate: [0.001, 10_000],
  validate: "a boolean",
  maxResponseBytes: [1, MAX_BYTES, true],
  maxResponseDepth: [1, 1000, true],
  advice: "an object",
  onAttempt: "a function",
};

const INIT_RULES = {
  ...CALL_RULES,
  params: { path: "an object", query: "an object", header: "an object" },
  body: "any",
  headers: "any",
  signal: "an AbortSignal",
  middleware: "an array",
} as const;

/** @throws TypeError that says what would be right */
export function assertClientOptions(options: DewTagsClientOptions): void {
  assertOptions("options", options, CLIENT_RULES);
  if (typeof options.auth?.authorize !== "function") {
    throw new TypeError("auth must be token(…) or akSk(…)");
  }
  if (options.agent && (options.fetch || !takesAgent)) {
    throw new TypeError("agent works on Node alone, and not together with fetch");
  }
}

/** @throws TypeError that says what would be right */
export function assertCallInit(init: object): void {
  assertOptions("the call's options", init, INIT_RULES);
}

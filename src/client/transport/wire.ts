import type { TransportErrorKind } from "../errors/transport-error.js";

/** One request, exactly as it goes out. */
export interface WireRequest {
  readonly method: string;
  /** Absolute and normalized. */
  readonly url: string;
  /** Names in lower case. `host` and `content-length` come from the transport. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
}

/** As much of an `AbortSignal` as a call needs. */
export interface Signal {
  readonly aborted: boolean;
  addEventListener(type: "abort", listener: () => void): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

export interface SendOptions {
  /** Milliseconds until the whole answer must have arrived. */
  readonly timeout: number;
  /** How many bytes of a body, after decompression, are read at most, by status. */
  readonly maxBytes: (status: number) => number;
  readonly signal?: Signal | undefined;
  /** Whether to open a new connection rather than use a kept one. Only Node's transport can. */
  readonly fresh?: boolean;
}

/** The response that came back, of whatever status. Redirects are not followed. */
export interface Answer {
  readonly status: number;
  readonly statusText: string;
  /** Where it came from, if the platform says so. */
  readonly url?: string;
  /** Names in lower case; repeated ones are joined by a comma. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body, as far as it was read. */
  readonly text: string;
  /** Why the body is not whole; undefined where it is. */
  readonly failure?: Failure | undefined;
}

/** Why there is no answer, or no whole one. */
export interface Failure {
  readonly kind: TransportErrorKind;
  /** What the platform says. It may hold what was sent or received: show none of it. */
  readonly cause?: unknown;
  /** A kept connection was closed before any byte of an answer: the request was hardly read. */
  readonly isStale?: boolean;
}

/**
 * Sends one attempt of a request, and does nothing else: no retry, no credential, no redirect.
 * There are two: send-by-fetch.ts for every platform, and node.ts, which Node gets in its place.
 */
export interface Transport {
  /** Settles within the timeout, or when the signal is aborted. Rejects only where a request cannot be made of what is given. */
  send(request: WireRequest, options: SendOptions): Promise<Answer | Failure>;
  /** Closes the connections that are its own. */
  close(): void;
}

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface TransportOptions {
  /** Sends requests instead of the platform. */
  readonly fetch?: Fetch | undefined;
  /** Only for Node's own transport. */
  readonly agent?: Agent | undefined;
}

/** An `Agent` of `node:http` or `node:https`, or a subclass such as a proxy's. */
export interface Agent {
  readonly maxSockets: number;
  destroy(): void;
}

export function isAnswer(outcome: Answer | Failure): outcome is Answer {
  return "status" in outcome;
}

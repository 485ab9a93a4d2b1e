import type { CaseRequest } from "../../generated/contract-cases.js";
import type { Auth } from "../client/auth/auth.js";
import type { TransportErrorKind } from "../client/errors/transport-error.js";
import { sleep } from "../client/sleep.js";
import { createTransport } from "../client/transport/fetch.js";
import { parseRetryAfter } from "../client/transport/retry.js";
import { type Fetch, isAnswer } from "../client/transport/wire.js";
import type { Operation } from "./contract.js";
import { Pace } from "./pace.js";
import { THROTTLED } from "./statuses.js";
import { targetOf } from "./target.js";

/** What came back, as it was on the wire. */
export interface Answer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body, as far as it was read. */
  readonly text: string;
  /** Whether the body is longer than what was read of it. */
  readonly cut: boolean;
}

export interface NoAnswer {
  readonly failure: TransportErrorKind;
  readonly message: string;
  /** The status, if an answer began but did not come to its end. */
  readonly begun?: number | undefined;
  /** Whether the run ended before the request was sent. */
  readonly isUnsent?: true;
}

export type Outcome = Answer | NoAnswer;

export interface SenderOptions {
  readonly baseUrl: string;
  readonly auth: Auth;
  /** The most milliseconds that a request may take. Default 8000. */
  readonly timeout?: number | undefined;
  /** The most requests a second; `Infinity`: no limit. */
  readonly rate: number;
  /** Takes the place of the network. */
  readonly fetch?: Fetch | undefined;
}

export interface Sender {
  send(operation: Operation, request: CaseRequest, options?: SendOptions): Promise<Outcome>;
  /** How many requests have been sent. */
  readonly sent: number;
  /** Whether the provider has asked to wait for longer than a run may wait in all. */
  readonly isExhausted: boolean;
}

interface SendOptions {
  /** Default true. */
  readonly withCredential?: boolean;
  /** Whether to try again after a failure that may pass, as cleaning up does. Default false. */
  readonly persistent?: boolean;
  readonly signal?: AbortSignal | undefined;
}

const DEFAULT_TIMEOUT = 8000;

/** More than any documented body has. */
const MAX_BODY_BYTES = 256 * 1024;

/** How often a request is sent at most, if another attempt may help. */
const MAX_ATTEMPTS = 4;

/** Milliseconds before the second attempt; doubles each time. */
const BACKOFF = 500;
const MAX_RETRY_AFTER = 30_000;

/** Milliseconds that a run waits for the provider in all, and then cleaning up once more. */
const MAX_WAIT = 120_000;

const REASONS: Readonly<Partial<Record<TransportErrorKind, string>>> = {
  timeout: "there was no whole answer in time",
  aborted: "the run was interrupted",
  refused: "the connection was refused",
  unresolved: "the host name has no address",
  reset: "the connection closed before the answer was complete",
  tls: "the server's TLS is not accepted",
  malformed: "the answer is not valid HTTP",
};

const UNSENT: NoAnswer = {
  failure: "aborted",
  message: "the run was interrupted before the request was sent",
  isUnsent: true,
};

/**
 * Sends requests as they are, valid or not, each over a connection of its own: what one answer
 * leaves behind must not be taken for the next one. Redirects are not followed.
 */
export function createSender({ baseUrl, auth, timeout, rate, fetch }: SenderOptions): Sender {
  const transport = createTransport({ fetch });
  const pace = new Pace(rate);
  const waited = { run: 0, cleanUp: 0 };
  let sent = 0;
  let isExhausted = false;

  async function exchange(
    operation: Operation,
    request: CaseRequest,
    withCredential: boolean,
    signal: AbortSignal | undefined,
  ): Promise<Outcome> {
    const { method } = operation;
    const { href: url } = new URL(baseUrl + targetOf(operation, request));
    const body = request.body === undefined ? undefined : JSON.stringify(request.body);
    const headers = lowerCase({
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...request.headers,
      connection: "close",
    });
    const credential = withCredential ? await auth.authorize({ method, url, headers, body }) : {};
    sent++;
    const outcome = await transport.send(
      { method, url, headers: { ...headers, ...lowerCase(credential) }, body },
      { timeout: timeout ?? DEFAULT_TIMEOUT, maxBytes: () => MAX_BODY_BYTES, signal },
    );
    const failure = isAnswer(outcome) ? outcome.failure : outcome;
    const begun = isAnswer(outcome) ? outcome.status : undefined;
    // What the platform says of a failure may hold what was sent, so it is not repeated.
    if (failure !== undefined && failure.kind !== "oversized") {
      const message = REASONS[failure.kind] ?? "the network failed";
      return { failure: failure.kind, message, begun };
    }
    const { status, headers: received, text } = outcome as Extract<typeof outcome, Answer>;
    return { status, headers: received, text, cut: failure !== undefined };
  }

  return {
    get sent() {
      return sent;
    },
    get isExhausted() {
      return isExhausted;
    },
    async send(operation, request, { withCredential = true, persistent = false, signal } = {}) {
      const phase = persistent ? "cleanUp" : "run";
      let outcome: Outcome = UNSENT;
      for (let attempt = 1; ; attempt++) {
        await pace.wait(signal);
        if (signal?.aborted) return outcome;
        outcome = await exchange(operation, request, withCredential, signal);
        const mayPass = isThrottled(outcome) || (persistent && isPassing(outcome));
        if (!mayPass || attempt === MAX_ATTEMPTS || signal?.aborted) return outcome;
        const header = "status" in outcome ? outcome.headers["retry-after"] : undefined;
        const asked = parseRetryAfter(header, Date.now()) ?? BACKOFF * 2 ** (attempt - 1);
        const delay = Math.min(asked, MAX_RETRY_AFTER);
        waited[phase] += delay;
        if (waited[phase] > MAX_WAIT) {
          isExhausted = true;
          return outcome;
        }
        await sleep(delay, signal);
      }
    },
  };
}

function isThrottled(outcome: Outcome): boolean {
  return "status" in outcome && outcome.status === THROTTLED;
}

function isPassing(outcome: Outcome): boolean {
  return "status" in outcome ? outcome.status >= 500 : outcome.failure !== "tls";
}

function lowerCase(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
}

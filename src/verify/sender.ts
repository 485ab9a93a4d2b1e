import type { CaseRequest } from "../../generated/contract-cases.js";
import type { Auth } from "../client/auth/auth.js";
import { createDewTagsClient } from "../client/client.js";
import { TransportError, type TransportErrorKind } from "../client/errors/transport-error.js";
import { PASSING_KINDS, PASSING_STATUSES, parseRetryAfter } from "../client/transport/retry.js";
import type { Operation } from "./contract.js";
import { Pace, pause } from "./pace.js";
import { THROTTLED } from "./statuses.js";

/** What came back, as it was on the wire. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** The body, so far as it was read. */
  readonly text: string;
  /** Whether the body is longer than what was read of it. */
  readonly cut: boolean;
}

export interface NoAnswer {
  readonly failure: TransportErrorKind;
  readonly message: string;
  /** The status, where an answer has begun but did not come to its end. */
  readonly begun?: number | undefined;
}

export type Outcome = Answer | NoAnswer;

export interface SenderOptions {
  readonly baseUrl: string;
  readonly auth: Auth;
  /** Milliseconds a request. */
  readonly timeout?: number | undefined;
  /** Requests a second at most; `Infinity`: no limit. */
  readonly rate: number;
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

/** More than any documented body has. */
const MAX_BODY_BYTES = 256 * 1024;

/** How often a request is sent at most, if another attempt may help. */
const MAX_ATTEMPTS = 4;

/** Milliseconds before the second attempt; doubles each time. */
const BACKOFF = 500;
const MAX_RETRY_AFTER = 30_000;

/** Milliseconds that a run waits for the provider in all, and then cleaning up once more. */
const MAX_WAIT = 120_000;

const NO_CREDENTIAL: Auth = { authorize: () => ({}) };

/**
 * Sends requests as they are, right or wrong, through the package's own client: it authorizes
 * them, times them out, follows no redirect and sends a credential to its own origin only.
 */
export function createSender({ baseUrl, auth, timeout, rate }: SenderOptions): Sender {
  const pace = new Pace(rate);
  let sent = 0;
  let isExhausted = false;
  const waited = { run: 0, cleanUp: 0 };
  let answer: Answer | undefined;
  let begun: number | undefined;
  const fetchAndKeep = async (url: string, init: RequestInit): Promise<Response> => {
    sent++;
    answer = begun = undefined;
    // A connection a request: what one answer leaves behind must not be taken for the next one.
    const headers = { ...(init.headers as Record<string, string>), connection: "close" };
    const response = await fetch(url, { ...init, headers });
    begun = response.status;
    answer = { status: response.status, headers: response.headers, ...(await readText(response)) };
    // All that the client still looks at. A status that no Response can have is a failed one.
    const status = Math.min(response.status, 599);
    return new Response(null, { status, headers: response.headers });
  };
  const clientOf = (by: Auth): Methods =>
    createDewTagsClient({
      baseUrl,
      auth: by,
      validate: false,
      retry: false,
      fetch: fetchAndKeep,
      ...(timeout === undefined ? {} : { timeout }),
    }) as unknown as Methods;
  const clients = { authorized: clientOf(auth), anonymous: clientOf(NO_CREDENTIAL) };

  async function exchange(client: Methods, id: string, init: object): Promise<Outcome> {
    answer = begun = undefined;
    try {
      await client[id]?.(init);
    } catch (error) {
      if (!(error instanceof TransportError)) throw error;
      // A redirect is an answer, too. Of any other failure, what has arrived is not whole.
      if (answer === undefined) return { failure: error.kind, message: error.message, begun };
    }
    return answer ?? { failure: "network", message: "there was no answer" };
  }

  return {
    get sent() {
      return sent;
    },
    get isExhausted() {
      return isExhausted;
    },
    async send(
      { id },
      { path, query, headers, body },
      { withCredential = true, persistent = false, signal } = {},
    ) {
      const client = withCredential ? clients.authorized : clients.anonymous;
      const phase = persistent ? "cleanUp" : "run";
      for (let attempt = 1; ; attempt++) {
        await pace.wait(signal);
        const outcome = await exchange(client, id, {
          params: { path, query },
          headers,
          body,
          signal,
        });
        const mayPass = isThrottled(outcome) || (persistent && isPassing(outcome));
        if (!mayPass || attempt === MAX_ATTEMPTS || signal?.aborted) return outcome;
        const header = "status" in outcome ? outcome.headers.get("retry-after") : null;
        const asked = parseRetryAfter(header, Date.now()) ?? BACKOFF * 2 ** (attempt - 1);
        const delay = Math.min(asked, MAX_RETRY_AFTER);
        waited[phase] += delay;
        if (waited[phase] > MAX_WAIT) {
          isExhausted = true;
          return outcome;
        }
        await pause(delay, signal);
      }
    },
  };
}

function isThrottled(outcome: Outcome): boolean {
  return "status" in outcome && outcome.status === THROTTLED;
}

function isPassing(outcome: Outcome): boolean {
  return "status" in outcome
    ? PASSING_STATUSES.includes(outcome.status)
    : PASSING_KINDS.includes(outcome.failure);
}

type Methods = Readonly<Record<string, (init: object) => Promise<unknown>>>;

async function readText(response: Response): Promise<Pick<Answer, "text" | "cut">> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > MAX_BODY_BYTES) break;
  }
  const text = Buffer.concat(chunks).subarray(0, MAX_BODY_BYTES).toString();
  return { text, cut: bytes > MAX_BODY_BYTES };
}

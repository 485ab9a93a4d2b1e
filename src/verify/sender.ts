import type { Auth } from "../client/auth/auth.js";
import { createDewTagsClient } from "../client/client.js";
import { TransportError, type TransportErrorKind } from "../client/errors/transport-error.js";
import { parseRetryAfter } from "../client/transport/retry.js";
import type { CaseRequest } from "./case.js";
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
}

interface SendOptions {
  /** Default true. */
  readonly withCredential?: boolean;
  /** Whether to try again after a failure that may pass. Default false: it is a finding. */
  readonly persistent?: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** More than any documented body has. */
const MAX_BODY_BYTES = 256 * 1024;

/** How often a request is sent that the provider answers with "not so fast". */
const MAX_THROTTLED = 4;
const MAX_RETRY_AFTER = 30_000;

/** Milliseconds before another attempt, where there is one; doubles each time. */
const BACKOFF = 500;

const NO_CREDENTIAL: Auth = { authorize: () => ({}) };

/**
 * Sends requests as they are, right or wrong, through the package's own client: it authorizes
 * them, times them out, follows no redirect and sends a credential to its own origin only.
 */
export function createSender({ baseUrl, auth, timeout, rate }: SenderOptions): Sender {
  const pace = new Pace(rate);
  let sent = 0;
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
  const clientOf = (by: Auth, persistent: boolean): Methods =>
    createDewTagsClient({
      baseUrl,
      auth: by,
      validate: false,
      retry: persistent ? { initialDelay: BACKOFF, maxRetryAfter: MAX_RETRY_AFTER } : false,
      fetch: fetchAndKeep,
      ...(timeout === undefined ? {} : { timeout }),
    }) as unknown as Methods;
  const clients = {
    usual: clientOf(auth, false),
    persistent: clientOf(auth, true),
    anonymous: clientOf(NO_CREDENTIAL, false),
  };

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
    async send(
      { id },
      { path, headers, body },
      { withCredential = true, persistent = false, signal } = {},
    ) {
      const client = clients[!withCredential ? "anonymous" : persistent ? "persistent" : "usual"];
      for (let attempt = 1; ; attempt++) {
        await pace.wait(signal);
        const outcome = await exchange(client, id, { params: { path }, headers, body, signal });
        const isThrottled = "status" in outcome && outcome.status === THROTTLED;
        // One that is persistent has tried again already.
        if (!isThrottled || persistent || attempt === MAX_THROTTLED || signal?.aborted) {
          return outcome;
        }
        const asked = parseRetryAfter(outcome.headers.get("retry-after"), Date.now());
        await pause(Math.min(asked ?? BACKOFF * 2 ** attempt, MAX_RETRY_AFTER), signal);
      }
    },
  };
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

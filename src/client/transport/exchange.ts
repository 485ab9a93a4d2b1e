import type { AuthHeaders } from "../auth/auth.js";
import { TransportError, type TransportErrorKind } from "../errors/transport-error.js";
import type { Attempt, CallSettings, DewTagsClientOptions } from "../options.js";
import { sleep, within } from "../sleep.js";
import { type AttemptSettings, attempt, type Outcome } from "./attempt.js";
import { causeOf } from "./cause.js";
import { createGate } from "./gate.js";
import {
  backoff,
  isRetryable,
  mayHaveBeenCarriedOut,
  parseRetryAfter,
  THROTTLED,
} from "./retry.js";
import { createSecrets, type Mask } from "./secrets.js";
import { Stop } from "./stop.js";
import type { Answer, WireRequest } from "./wire.js";

/** One call: a request, sent until its outcome is final. */
export interface Call extends CallSettings {
  readonly operationId: string;
  readonly request: WireRequest;
  readonly signal: AbortSignal | undefined;
}

/** The final response to a call. */
export interface Exchanged {
  readonly url: string;
  /** As it came: show nothing of it but through the mask. */
  readonly answer: Answer;
  readonly mask: Mask;
  readonly attempts: number;
  /** Whether an attempt before the last one may have taken effect. */
  readonly mayHaveBeenCarriedOutBefore: boolean;
}

export interface Exchange {
  /** @throws TransportError, or what `auth` throws */
  send(call: Call): Promise<Exchanged>;
  close(): void;
}

interface Settings extends AttemptSettings, Pick<DewTagsClientOptions, "rate" | "onAttempt"> {
  /** The only origin that a credential is sent to. */
  readonly origin: string;
}

/** How far a call has come. */
interface Progress {
  /** How often the request was sent. */
  attempts: number;
  /** How often it was sent again because the failure may pass. */
  retries: number;
  /** What it carried. */
  readonly credentials: Set<AuthHeaders>;
  isRenewed: boolean;
  isResent: boolean;
  mayHaveBeenCarriedOut: boolean;
}

export function createExchange(settings: Settings): Exchange {
  const { transport, origin, auth, rate, onAttempt, maxResponseBytes } = settings;
  const gate = createGate(rate);
  const secrets = createSecrets();
  const running = new Set<Stop>();
  let isClosed = false;

  async function send(call: Call): Promise<Exchanged> {
    const { signal } = call;
    const stop = new Stop();
    const abort = () => stop.abort();
    if (isClosed || signal?.aborted) abort();
    if (signal) allowListeners(signal);
    signal?.addEventListener("abort", abort);
    running.add(stop);
    try {
      return await run(call, stop);
    } finally {
      running.delete(stop);
      signal?.removeEventListener("abort", abort);
    }
  }

  async function run(call: Call, stop: Stop): Promise<Exchanged> {
    const { request, timeout } = call;
    const { url } = request;
    // Middleware may rewrite a request, but a credential goes to its own origin only.
    if (!url.startsWith(`${origin}/`)) {
      throw new TypeError(
        `refused to send a credential to ${new URL(url).origin}: it is for ${origin}`,
      );
    }
    const progress: Progress = {
      attempts: 0,
      retries: 0,
      credentials: new Set(),
      isRenewed: false,
      isResent: false,
      mayHaveBeenCarriedOut: false,
    };
    for (let retryIn: number | undefined, fresh = false; ; ) {
      if (retryIn) await sleep(retryIn, stop);
      const turn = gate.pass(stop);
      if (turn) await turn;
      if (stop.aborted) throw toError(call, progress, { failure: { kind: "aborted" } });
      const start = performance.now();
      let outcome = await attempt(settings, request, timeout, stop, fresh);
      if (outcome.credential) {
        progress.attempts++;
        progress.credentials.add(outcome.credential);
      }
      if (stop.aborted && (outcome.failure || isPassing(outcome))) {
        outcome = { ...outcome, failure: { kind: "aborted" } };
        retryIn = undefined;
      } else retryIn = next(call, progress, outcome);
      if (outcome.credential && onAttempt) {
        const told = onAttempt(
          attemptOf(call, progress, outcome, performance.now() - start, retryIn),
        );
        await within(Promise.resolve(told), timeout, stop);
      }
      if (retryIn === undefined) return conclude(call, progress, outcome);
      fresh = outcome.failure?.isStale === true;
      progress.mayHaveBeenCarriedOut ||= !fresh && mayHaveTakenEffect(outcome);
    }
  }

  /** @returns the milliseconds until another attempt; undefined where the outcome is final */
  function next({ retry }: Call, progress: Progress, outcome: Outcome): number | undefined {
    const { answer, failure, credential } = outcome;
    if (failure?.isStale && retry.staleConnection && !progress.isResent) {
      progress.isResent = true;
      return 0;
    }
    if (answer?.status === 401 && credential && !progress.isRenewed) {
      progress.isRenewed = true;
      if (!auth.renew?.(credential, Date.parse(answer.headers.date ?? ""))) return undefined;
      secrets.remember(credential);
      return 0;
    }
    if (!isPassing(outcome)) return undefined;
    const asked = parseRetryAfter(answer?.headers["retry-after"], Date.now()) ?? 0;
    const pause = Math.min(asked, retry.maxRetryAfter);
    const wait = backoff(progress.retries + 1, retry);
    if (answer?.status === THROTTLED) gate.pause(pause || wait);
    // The backoff comes on top, so that many callers told the same do not return as one.
    return ++progress.retries < retry.maxAttempts ? pause + wait : undefined;
  }

  function conclude(call: Call, progress: Progress, outcome: Outcome): Exchanged {
    const { answer, failure } = outcome;
    if (failure || !answer) throw toError(call, progress, outcome);
    const mask = secrets.maskOf(progress.credentials);
    return {
      url: answer.url ? mask(answer.url) : call.request.url,
      answer,
      mask,
      attempts: progress.attempts,
      mayHaveBeenCarriedOutBefore: progress.mayHaveBeenCarriedOut,
    };
  }

  function toError(call: Call, progress: Progress, outcome: Outcome): TransportError {
    const { operationId, request, signal, timeout } = call;
    const { kind, reason, cause } = outcome.failure as NonNullable<Outcome["failure"]>;
    const mask = secrets.maskOf(progress.credentials);
    const why = reason
      ? mask(reason)
      : isClosed
        ? "the client is closed"
        : reasonOf(kind, timeout, maxResponseBytes);
    return new TransportError(
      kind,
      `${request.method} ${request.url}: ${why}`,
      {
        operationId,
        attempts: progress.attempts,
        isRetryable: isRetryable(kind),
        mayHaveBeenCarriedOut: progress.mayHaveBeenCarriedOut || mayHaveTakenEffect(outcome),
      },
      signal?.aborted ? signal.reason : causeOf(cause, mask),
    );
  }

  return {
    send,
    close() {
      isClosed = true;
      for (const stop of running) stop.abort();
      transport.close();
    },
  };
}

function attemptOf(
  { operationId, request: { method, url } }: Call,
  { attempts: attempt }: Progress,
  { answer, failure }: Outcome,
  duration: number,
  retryIn: number | undefined,
): Attempt {
  const [status, kind] = [answer?.status, failure?.kind];
  return { operationId, method, url, attempt, status, kind, duration, retryIn };
}

/** Whether another attempt may come to something else. What has begun to arrive is final. */
function isPassing({ answer, failure }: Outcome): boolean {
  if (failure) return answer === undefined && isRetryable(failure.kind);
  return answer !== undefined && isRetryable(answer.status);
}

/** Node warns of a leak where more than 10 calls at a time share a signal. */
function allowListeners(signal: AbortSignal): void {
  try {
    const events = globalThis.process?.getBuiltinModule?.("node:events");
    // After 0, which means the same, Node's getMaxListeners() would throw.
    events?.setMaxListeners(Number.POSITIVE_INFINITY, signal);
  } catch {
    // In jsdom, for example, the signal is not one of Node's.
  }
}

function mayHaveTakenEffect({ answer, failure, credential }: Outcome): boolean {
  return (
    credential !== undefined && mayHaveBeenCarriedOut(failure?.kind ?? (answer as Answer).status)
  );
}

function reasonOf(kind: TransportErrorKind, timeout: number, maxBytes: number): string {
  return {
    timeout: `no answer within ${timeout} ms`,
    aborted: "aborted by the caller",
    refused: "the connection was refused",
    unresolved: "the host name has no address",
    reset: "the connection closed before the response was complete",
    tls: "the server's TLS is not accepted",
    malformed: "the response is not valid HTTP",
    oversized: `the response is longer than ${maxBytes} bytes`,
    redirected: "redirected, which is not followed",
    network: "the network failed",
  }[kind];
}

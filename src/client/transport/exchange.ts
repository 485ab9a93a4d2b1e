import type { AuthHeaders } from "../auth/auth.js";
import { TransportError, type TransportErrorKind } from "../errors/transport-error.js";
import type { CallSettings, DewTagsClientOptions } from "../options.js";
import { sleep, within } from "../sleep.js";
import { causeOf } from "./cause.js";
import { lengthToDepth } from "./depth.js";
import { createGate } from "./gate.js";
import { redirectOf } from "./redirect.js";
import {
  backoff,
  isRetryable,
  mayHaveBeenCarriedOut,
  parseRetryAfter,
  THROTTLED,
} from "./retry.js";
import { createSecrets, type Mask } from "./secrets.js";
import { type Answer, type Failure, isAnswer, type Transport, type WireRequest } from "./wire.js";

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

interface Settings extends Pick<DewTagsClientOptions, "auth" | "rate" | "onAttempt"> {
  readonly transport: Transport;
  /** The only origin that a credential is sent to. */
  readonly origin: string;
  readonly maxResponseBytes: number;
  readonly maxResponseDepth: number;
}

/** An error holds a code and a sentence; more of it is not worth the memory. */
const MAX_ERROR_BYTES = 64 * 1024;

/** What an attempt came to. */
interface Outcome {
  readonly answer?: Answer | undefined;
  /** Why the answer, where there is one, is none that can be used. */
  readonly failure?: (Failure & { readonly reason?: string }) | undefined;
  /** Undefined where nothing was sent. */
  readonly credential?: AuthHeaders;
}

export function createExchange(settings: Settings): Exchange {
  const { transport, origin, auth, rate, onAttempt, maxResponseBytes, maxResponseDepth } = settings;
  const gate = createGate(rate);
  const secrets = createSecrets();
  let isClosed = false;
  /** What ends the calls that are under way. */
  const running = new Set<() => void>();
  const maxBytes = (status: number) =>
    isSuccess(status) ? maxResponseBytes : Math.min(maxResponseBytes, MAX_ERROR_BYTES);

  /** @throws what `auth` throws */
  async function attempt(
    { request, timeout }: Call,
    signal: AbortSignal,
    fresh: boolean,
    onSend: () => void,
  ): Promise<Outcome> {
    const start = performance.now();
    const given = auth.authorize(request);
    // Spares a promise where the credential is at hand.
    const credential = isPromise(given) ? await within(given, timeout, signal) : given;
    if (credential === undefined) {
      auth.forget?.(given as Promise<AuthHeaders>);
      return { failure: { kind: signal.aborted ? "aborted" : "timeout" } };
    }
    const headers = { ...request.headers };
    // Of two spellings of a name, both would be sent.
    for (const [name, value] of Object.entries(credential)) headers[name.toLowerCase()] = value;
    onSend();
    const outcome = await transport.send(
      { ...request, headers },
      {
        timeout: isPromise(given) ? Math.max(timeout - (performance.now() - start), 1) : timeout,
        maxBytes,
        signal,
        fresh,
      },
    );
    return { ...interpret(outcome, request.url), credential };
  }

  function interpret(outcome: Answer | Failure, url: string): Outcome {
    if (!isAnswer(outcome)) return { failure: outcome };
    const { status, text, failure } = outcome;
    const fail = (kind: TransportErrorKind, reason?: string): Outcome => ({
      answer: outcome,
      failure: { kind, ...(reason && { reason }) },
    });
    if (status < 200 || status > 599) return fail("malformed", `${status} is no status of HTTP`);
    const redirect = redirectOf(outcome, url);
    if (redirect) return fail("redirected", redirect);
    if (failure?.kind === "aborted") return fail("aborted");
    if (!isSuccess(status)) {
      // Cut off, the status is known all the same, and what has arrived may name the error.
      return { answer: { ...outcome, text: text.slice(0, lengthToDepth(text, maxResponseDepth)) } };
    }
    if (failure) return { answer: outcome, failure };
    if (text === "" || lengthToDepth(text, maxResponseDepth) === text.length) {
      return { answer: outcome };
    }
    return fail("oversized", `the response is nested deeper than ${maxResponseDepth} levels`);
  }

  async function send(call: Call): Promise<Exchanged> {
    const { signal } = call;
    const controller = new AbortController();
    const stop = () => controller.abort();
    if (isClosed || signal?.aborted) stop();
    // Node warns of a leak where more than 10 calls at a time share a signal.
    if (signal) globalThis.process?.getBuiltinModule?.("node:events")?.setMaxListeners(0, signal);
    signal?.addEventListener("abort", stop);
    running.add(stop);
    try {
      return await run(call, controller.signal);
    } finally {
      running.delete(stop);
      signal?.removeEventListener("abort", stop);
    }
  }

  /** @param stopped by the caller's signal, and where the client is closed */
  async function run(call: Call, stopped: AbortSignal): Promise<Exchanged> {
    const { operationId, request, signal, retry, timeout } = call;
    const { method, url } = request;
    // Middleware may rewrite a request, but a credential goes to its own origin only.
    if (!url.startsWith(`${origin}/`)) {
      throw new TypeError(
        `refused to send a credential to ${new URL(url).origin}: it is for ${origin}`,
      );
    }
    let attempts = 0;
    let counted = 0;
    let mayHaveBefore = false;
    let isRenewed = false;
    let isResent = false;
    let fresh = false;
    const sent = new Set<AuthHeaders>();
    const toError = (
      { kind, reason, cause }: NonNullable<Outcome["failure"]>,
      isSent: boolean,
      mask: Mask,
    ) =>
      new TransportError(
        kind,
        `${method} ${url}: ${reason ? mask(reason) : isClosed ? "the client is closed" : reasonOf(kind, timeout, maxResponseBytes)}`,
        {
          operationId,
          attempts,
          isRetryable: isRetryable(kind),
          mayHaveBeenCarriedOut: mayHaveBefore || (isSent && mayHaveBeenCarriedOut(kind)),
        },
        signal?.aborted ? signal.reason : causeOf(cause, mask),
      );

    for (;;) {
      const turn = gate.pass(stopped);
      if (turn !== undefined) await turn;
      if (stopped.aborted) throw toError({ kind: "aborted" }, false, (text) => text);
      const start = performance.now();
      const before = attempts;
      const { answer, failure, credential } = await attempt(call, stopped, fresh, () => attempts++);
      if (credential) sent.add(credential);
      counted++;
      fresh = false;
      const isStopped = stopped.aborted && (failure !== undefined || isPassing(answer, failure));
      const isSent = attempts > before;

      let retryIn: number | undefined;
      if (isStopped) retryIn = undefined;
      else if (failure?.isStale && retry.staleConnection && !isResent) {
        isResent = fresh = true;
        counted--;
        retryIn = 0;
      } else if (answer?.status === 401 && credential && !isRenewed) {
        isRenewed = true;
        if (auth.renew?.(credential, Date.parse(answer.headers.date ?? ""))) {
          secrets.remember(credential);
          counted--;
          retryIn = 0;
        }
      } else if (isPassing(answer, failure)) {
        const asked = Math.min(
          parseRetryAfter(answer?.headers["retry-after"], Date.now()) ?? 0,
          retry.maxRetryAfter,
        );
        const wait = backoff(counted, retry);
        if (answer?.status === THROTTLED) gate.pause(asked || wait);
        // The backoff comes on top, so that many callers told the same do not return as one.
        if (counted < retry.maxAttempts) retryIn = asked + wait;
      }
      if (isSent) {
        onAttempt?.({
          operationId,
          method,
          url,
          attempt: attempts,
          status: answer?.status,
          kind: failure?.kind,
          duration: performance.now() - start,
          retryIn,
        });
      }
      if (retryIn === undefined) {
        const mask = secrets.maskOf(sent);
        const final = isStopped ? ({ kind: "aborted" } as const) : failure;
        if (final) throw toError(final, isSent, mask);
        return {
          url: answer?.url ? mask(answer.url) : url,
          answer: answer as Answer,
          mask,
          attempts,
          mayHaveBeenCarriedOutBefore: mayHaveBefore,
        };
      }
      mayHaveBefore ||=
        isSent &&
        !failure?.isStale &&
        mayHaveBeenCarriedOut(failure?.kind ?? (answer as Answer).status);
      if (retryIn > 0) await sleep(retryIn, stopped);
    }
  }

  return {
    send,
    close() {
      isClosed = true;
      for (const stop of running) stop();
      transport.close();
    },
  };
}

/** Whether another attempt may come to something else. What has begun to arrive is final. */
function isPassing(answer: Answer | undefined, failure: Failure | undefined): boolean {
  if (failure) return answer === undefined && isRetryable(failure.kind);
  return answer !== undefined && isRetryable(answer.status);
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
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

function isPromise<T extends object>(value: T | Promise<T>): value is Promise<T> {
  return "then" in value;
}

import type { Auth, AuthHeaders } from "../auth/auth.js";
import { TransportError, type TransportErrorKind } from "../errors/transport-error.js";
import type { DewTagsClientOptions } from "../options.js";
import { kindOfFailure } from "./failure.js";
import { redirectOf, refusedRedirectOf, watchRefusedRedirects } from "./redirect.js";
import { PlainRequest } from "./request.js";
import { arrived } from "./response.js";
import { type Outcome, PASSING_KINDS, PASSING_STATUSES, tryAgain } from "./retry.js";

export interface Transport {
  /** Sends a request until an answer is final; takes the place of `fetch` in openapi-fetch. */
  send(request: Request | PlainRequest): Promise<Response>;
  /** What is known of the request of a response; nothing where it is an answer of middleware. */
  callOf(response: Response): Call | undefined;
}

interface Call {
  /** How many times the request was sent. */
  readonly attempts: number;
  /** What it was authorized with the last time. */
  readonly credential: AuthHeaders;
}

interface Settings {
  /** The only origin that a credential is sent to. */
  readonly origin: string;
  readonly auth: Auth;
  /** Undefined: the platform's. */
  readonly fetch: DewTagsClientOptions["fetch"];
  readonly timeout: number;
  readonly retry: NonNullable<DewTagsClientOptions["retry"]>;
}

export function createTransport({ origin, auth, fetch, timeout, retry }: Settings): Transport {
  const redirect = fetch === undefined && watchRefusedRedirects() ? "error" : "manual";
  const calls = new WeakMap<Response, Call>();

  const send = async (request: Request | PlainRequest): Promise<Response> => {
    const { url, method, signal } = request;
    // Middleware may rewrite a request, but a credential goes to its own origin only.
    if (!url.startsWith(`${origin}/`)) {
      throw new TypeError(
        `refused to send a credential to ${new URL(url).origin}: it is for ${origin}`,
      );
    }
    const body = request instanceof PlainRequest ? request.body : await request.text();
    // A copy, because middleware sees the request again, and no credential in it.
    const headers = Object.fromEntries(request.headers);
    let attempts = 0;
    let answered = false;
    let credential: AuthHeaders = {};

    const failure = (kind: TransportErrorKind, cause: unknown, reason = REASONS[kind]) =>
      new TransportError(kind, `${method} ${url}: ${reason}`, attempts, cause);

    /** @throws TransportError, or what `auth` throws */
    const exchange = async (): Promise<Response> => {
      if (signal?.aborted) throw failure("aborted", signal.reason);
      const controller = new AbortController();
      const abort = () => controller.abort();
      const timer = setTimeout(abort, timeout);
      signal?.addEventListener("abort", abort);
      const before = attempts;
      answered = false;
      try {
        const given = auth.authorize({ url, method, headers, body });
        // Spares a promise where the credential is at hand.
        credential = isPromise(given) ? await unlessAborted(given, controller.signal) : given;
        const sent = { ...headers };
        // Of two spellings of a name, fetch would send both.
        for (const [name, value] of Object.entries(credential)) sent[name.toLowerCase()] = value;
        attempts++;
        const init = {
          method,
          headers: sent,
          body: body ?? null,
          redirect,
          signal: controller.signal,
        } as const;
        // The global is looked up at each call, so that one that is replaced later is used.
        const response = await (fetch ?? globalThis.fetch)(url, init);
        answered = true;
        const { status } = response;
        const reason = status > 599 ? `${status} is no status of HTTP` : redirectOf(response, url);
        if (reason === undefined) return await arrived(response, controller.signal, signal);
        response.body?.cancel().catch(() => {});
        throw failure(status > 599 ? "malformed" : "redirected", undefined, reason);
      } catch (error) {
        if (signal?.aborted) throw failure("aborted", signal.reason);
        if (controller.signal.aborted) {
          throw failure("timeout", error, `no answer within ${timeout} ms`);
        }
        if (attempts === before || error instanceof TransportError) throw error;
        const reason = refusedRedirectOf(error, url);
        throw reason === undefined
          ? failure(kindOfFailure(error), error)
          : failure("redirected", error, reason);
      } finally {
        clearTimeout(timer);
        signal?.removeEventListener("abort", abort);
      }
    };

    // Node warns of a leak where more than 10 calls at a time share a signal.
    if (signal) globalThis.process?.getBuiltinModule?.("node:events")?.setMaxListeners(0, signal);
    let isRenewed = false;
    const attempt = async (): Promise<Outcome> => {
      try {
        let response = await exchange();
        if (response.status === 401 && !isRenewed && auth.renew?.(credential)) {
          isRenewed = true;
          response = await exchange();
        }
        return { response, isPassing: PASSING_STATUSES.includes(response.status) };
      } catch (error) {
        const kind = !answered && error instanceof TransportError ? error.kind : undefined;
        return { error, isPassing: PASSING_KINDS.some((passing) => passing === kind) };
      }
    };

    let outcome = await attempt();
    if (outcome.isPassing && retry) outcome = await tryAgain(outcome, attempt, retry, signal);
    if (outcome.isPassing && signal?.aborted) throw failure("aborted", signal.reason);
    const { response, error } = outcome;
    if (response === undefined) throw error;
    // Of a success without a body nobody will ask.
    if (response.status !== 204) calls.set(response, { attempts, credential });
    return response;
  };
  return { send, callOf: (response) => calls.get(response) };
}

const REASONS: Readonly<Record<TransportErrorKind, string>> = {
  timeout: "the connection timed out",
  aborted: "aborted by the caller",
  refused: "the connection was refused",
  unresolved: "the host name has no address",
  reset: "the connection closed before the answer was complete",
  tls: "the server's TLS is not accepted",
  malformed: "the answer is not valid HTTP",
  oversized: "the answer is too long",
  redirected: "redirected",
  network: "the network failed",
};

function isPromise<T extends object>(value: T | Promise<T>): value is Promise<T> {
  return "then" in value;
}

/** Settles as the promise does, unless the signal is aborted before. */
function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return Promise.race([
    promise,
    new Promise<never>((_, reject) => signal.addEventListener("abort", reject)),
  ]);
}

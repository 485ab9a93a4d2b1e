import type { Auth, AuthHeaders } from "../auth/auth.js";
import { TransportError } from "../errors/transport-error.js";
import type { DewTagsClientOptions } from "../options.js";
import { kindOfFailure } from "./failure.js";
import { type Outgoing, type PlainRequest, readRequest } from "./request.js";
import { arrived, discard } from "./response.js";
import { isPassingKind, isPassingStatus, type Outcome, parseRetryAfter, retry } from "./retry.js";

export interface Transport {
  /** Sends a request until an answer is final; takes the place of `fetch` in openapi-fetch. */
  send(request: Request | PlainRequest): Promise<Response>;
  /** How many times the request of this response was sent. */
  attemptsOf(response: Response): number;
}

type Send = NonNullable<DewTagsClientOptions["fetch"]>;

interface Settings {
  /** The only origin that a credential is sent to. */
  readonly origin: string;
  readonly auth: Auth;
  readonly fetch: Send;
  readonly timeout: number;
  readonly retry: Exclude<DewTagsClientOptions["retry"], undefined>;
}

export function createTransport(settings: Settings): Transport {
  const attempts = new WeakMap<Response, number>();

  return {
    async send(request) {
      const outgoing = await readRequest(request);
      assertOrigin(outgoing, settings.origin);
      const call = new Call(outgoing, settings);
      try {
        let outcome = await call.attempt();
        if (outcome.retryable && settings.retry !== false) {
          outcome = await retry(outcome, () => call.attempt(), settings.retry, outgoing.signal);
        }
        const response = outcome.settle();
        if (call.attempts > 1) attempts.set(response, call.attempts);
        return response;
      } catch (error) {
        if (outgoing.signal?.aborted && !(error instanceof TransportError)) {
          throw call.failure("aborted", "aborted by the caller", outgoing.signal.reason);
        }
        throw error;
      }
    },
    attemptsOf: (response) => attempts.get(response) ?? 1,
  };
}

/** Middleware may rewrite a request, but a credential goes to its own origin only. */
function assertOrigin({ url }: Outgoing, origin: string): void {
  if (!url.startsWith(`${origin}/`)) {
    throw new TypeError(
      `refused to send a credential to ${new URL(url).origin}: it is for ${origin}`,
    );
  }
}

/** One call and its attempts. */
class Call {
  attempts = 0;
  #renewed = false;
  readonly #request: Outgoing;
  readonly #settings: Settings;

  constructor(request: Outgoing, settings: Settings) {
    this.#request = request;
    this.#settings = settings;
  }

  /** @returns the outcome of one attempt, or of the two that a renewed credential takes */
  async attempt(): Promise<Outcome<Response>> {
    const { auth } = this.#settings;
    const headers = Object.fromEntries(this.#request.headers);
    const authorization = await auth.authorize({ ...this.#request, headers });
    // In lower case, as the others are: of two spellings of a name, fetch would send both.
    for (const [name, value] of Object.entries(authorization)) headers[name.toLowerCase()] = value;
    const outcome = await this.#exchange(headers);
    return (await this.#withRenewedCredential(outcome, authorization)) ?? outcome;
  }

  async #withRenewedCredential(
    outcome: Outcome<Response> & { readonly status?: number },
    refused: AuthHeaders,
  ): Promise<Outcome<Response> | undefined> {
    if (outcome.status !== 401 || this.#renewed || !this.#settings.auth.renew?.(refused))
      return undefined;
    this.#renewed = true;
    return this.attempt();
  }

  async #exchange(
    headers: Record<string, string>,
  ): Promise<Outcome<Response> & { readonly status?: number }> {
    const { url, method, body, signal } = this.#request;
    const { fetch, timeout } = this.#settings;
    this.attempts++;
    const controller = new AbortController();
    let timedOut = false;
    let answered = false;
    const timer = setTimeout(() => {
      timedOut = true;
      controller.abort();
    }, timeout);
    const abort = () => controller.abort(signal?.reason);
    if (signal?.aborted) abort();
    else signal?.addEventListener("abort", abort);
    try {
      const init: RequestInit = { method, headers, redirect: "manual", signal: controller.signal };
      const response = await fetch(url, body === undefined ? init : { ...init, body });
      answered = true;
      return await this.#judge(response);
    } catch (error) {
      const failure =
        error instanceof TransportError
          ? error
          : timedOut
            ? this.failure("timeout", `no answer within ${timeout} ms`, error)
            : signal?.aborted
              ? this.failure("aborted", "aborted by the caller", signal.reason)
              : this.#networkFailure(error);
      return {
        settle: () => {
          throw failure;
        },
        // After an answer has begun, the request has been carried out.
        retryable: !answered && isPassingKind(failure.kind),
      };
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
    }
  }

  async #judge(response: Response): Promise<Outcome<Response> & { readonly status?: number }> {
    this.#refuseRedirect(response);
    const { status } = response;
    const whole = await arrived(response);
    return {
      settle: () => whole,
      status,
      retryable: isPassingStatus(status),
      retryAfter: parseRetryAfter(response.headers.get("retry-after"), Date.now()),
    };
  }

  /** A followed redirect would carry the credential along, to wherever the answer points. */
  #refuseRedirect(response: Response): void {
    const { status, type, headers } = response;
    const location = headers.get("location");
    // Browsers hide what a redirect says.
    const hidden = type === "opaqueredirect";
    if (!hidden && !(status >= 300 && status < 400 && location !== null)) return;
    discard(response);
    const target = hidden ? "elsewhere" : `to ${originOf(location ?? "", this.#request.url)}`;
    throw this.failure(
      "redirected",
      `redirected${hidden ? "" : ` with status ${status}`} ${target}, which is not followed`,
    );
  }

  #networkFailure(error: unknown): TransportError {
    const kind = kindOfFailure(error);
    return this.failure(kind, REASONS[kind], error);
  }

  failure(kind: TransportError["kind"], reason: string, cause?: unknown): TransportError {
    const { method, url } = this.#request;
    return new TransportError(kind, `${method} ${url}: ${reason}`, this.attempts, cause);
  }
}

const REASONS: Readonly<Record<TransportError["kind"], string>> = {
  timeout: "the connection timed out",
  aborted: "aborted by the caller",
  refused: "the connection was refused",
  unresolved: "the host name has no address",
  reset: "the connection closed before the answer was complete",
  tls: "the server's TLS is not accepted",
  malformed: "the answer is not valid HTTP",
  redirected: "redirected",
  network: "the network failed",
};

function originOf(location: string, base: string): string {
  try {
    return new URL(location, base).origin;
  } catch {
    return "an invalid URL";
  }
}

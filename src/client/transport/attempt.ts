import type { Auth, AuthHeaders } from "../auth/auth.js";
import type { TransportErrorKind } from "../errors/transport-error.js";
import { within } from "../sleep.js";
import { lengthToDepth } from "./depth.js";
import { redirectOf } from "./redirect.js";
import {
  type Answer,
  type Failure,
  isAnswer,
  type Signal,
  type Transport,
  type WireRequest,
} from "./wire.js";

/** What an attempt came to. */
export interface Outcome {
  readonly answer?: Answer;
  /** Why there is no answer, or none that can be used. */
  readonly failure?: Failure & { readonly reason?: string };
  /** What the request carried; undefined where nothing was sent. */
  readonly credential?: AuthHeaders;
}

export interface AttemptSettings {
  readonly transport: Transport;
  readonly auth: Auth;
  readonly maxResponseBytes: number;
  readonly maxResponseDepth: number;
}

/** An error holds a code and a sentence; more of it is not worth the memory. */
const MAX_ERROR_BYTES = 64 * 1024;

/**
 * Authorizes a request and sends it once.
 * @param timeout milliseconds that it may take
 * @param fresh whether to open a new connection
 * @throws what `auth` throws
 */
export async function attempt(
  settings: AttemptSettings,
  request: WireRequest,
  timeout: number,
  signal: Signal,
  fresh: boolean,
): Promise<Outcome> {
  const { transport, auth, maxResponseBytes } = settings;
  let left = timeout;
  let credential = auth.authorize(request);
  // Spares a promise where the credential is at hand.
  if (isPromise(credential)) {
    const promised = credential;
    const start = performance.now();
    const kept = await within(promised, timeout, signal);
    if (kept === undefined) {
      auth.forget?.(promised);
      return signal.aborted
        ? { failure: { kind: "aborted" } }
        : { failure: { kind: "timeout", reason: `no credential from auth within ${timeout} ms` } };
    }
    credential = kept;
    left = Math.max(timeout - (performance.now() - start), 1);
  }
  const headers = { ...request.headers };
  // Of two spellings of a name, both would be sent.
  for (const name in credential) headers[name.toLowerCase()] = credential[name] as string;
  const { method, url, body } = request;
  const sent = await transport.send(
    { method, url, headers, body },
    {
      timeout: left,
      maxBytes: (status) =>
        isSuccess(status) ? maxResponseBytes : Math.min(maxResponseBytes, MAX_ERROR_BYTES),
      signal,
      fresh,
    },
  );
  if (!isAnswer(sent)) return { failure: sent, credential };
  const { answer = sent, failure } = interpret(sent, url, settings.maxResponseDepth);
  return { answer, ...(failure && { failure }), credential };
}

/** Tells what of an answer can be used. */
function interpret(answer: Answer, url: string, maxDepth: number): Outcome {
  const { status, text, failure } = answer;
  const fail = (kind: TransportErrorKind, reason: string) => ({ failure: { kind, reason } });
  if (status < 200 || status > 599) return fail("malformed", `${status} is no status of HTTP`);
  const redirect = redirectOf(answer, url);
  if (redirect) return fail("redirected", redirect);
  if (failure && (isSuccess(status) || failure.kind === "aborted")) return { failure };
  const end = lengthToDepth(text, maxDepth);
  if (end === text.length) return {};
  return isSuccess(status)
    ? fail("oversized", `the response is nested deeper than ${maxDepth} levels`)
    : // What comes before may name the error.
      { answer: { ...answer, text: text.slice(0, end) } };
}

export function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

function isPromise<T extends object>(value: T | Promise<T>): value is Promise<T> {
  return "then" in value;
}

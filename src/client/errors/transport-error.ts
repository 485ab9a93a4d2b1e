import { DewTagsError, type ErrorFacts } from "./dew-tags-error.js";

/**
 * Why there is no response:
 * - `timeout`: none within the time of an attempt
 * - `aborted`: the caller's signal, or `dew.close()`
 * - `refused`: nothing listens there
 * - `unresolved`: the host name has no address
 * - `reset`: the connection closed before the response was complete
 * - `tls`: the server's certificate or its TLS is not accepted
 * - `malformed`: the response is not HTTP, or breaks its rules
 * - `oversized`: the response is longer, or nested deeper, than the options allow
 * - `redirected`: the response points elsewhere, and redirects are not followed
 * - `network`: anything else. Browsers, Deno and workerd never say more.
 */
export type TransportErrorKind =
  | "timeout"
  | "aborted"
  | "refused"
  | "unresolved"
  | "reset"
  | "tls"
  | "malformed"
  | "oversized"
  | "redirected"
  | "network";

/**
 * A call got no response that could be understood.
 * Its `cause` is the reason of the caller's signal, or a copy of the platform's error that holds
 * name, code and message alone: nothing that was sent or received.
 */
export class TransportError extends DewTagsError {
  override readonly name = "TransportError";
  readonly kind: TransportErrorKind;

  constructor(kind: TransportErrorKind, reason: string, facts: ErrorFacts, cause?: unknown) {
    super(
      facts.attempts > 1 ? `${reason} (after ${facts.attempts} attempts)` : reason,
      facts,
      cause === undefined ? {} : { cause },
    );
    this.kind = kind;
  }
}

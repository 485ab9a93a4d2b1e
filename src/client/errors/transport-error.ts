/**
 * Why there is no answer:
 * - `timeout`: none within the time of an attempt
 * - `aborted`: the caller's signal
 * - `refused`: nothing listens there
 * - `unresolved`: the host name has no address
 * - `reset`: the connection closed before the answer was complete
 * - `tls`: the server's certificate or its TLS is not accepted
 * - `malformed`: the answer is not HTTP, or breaks its rules
 * - `oversized`: the answer is longer, or nested deeper, than is read
 * - `redirected`: the answer points elsewhere, and redirects are not followed
 * - `network`: anything else; browsers never say more
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

/** A call got no answer that could be understood. The request may have been carried out. */
export class TransportError extends Error {
  override readonly name = "TransportError";
  readonly kind: TransportErrorKind;
  /** How many times the request was sent. */
  readonly attempts: number;

  constructor(kind: TransportErrorKind, message: string, attempts: number, cause?: unknown) {
    super(
      attempts > 1 ? `${message} (after ${attempts} attempts)` : message,
      cause === undefined ? {} : { cause },
    );
    this.kind = kind;
    this.attempts = attempts;
  }
}

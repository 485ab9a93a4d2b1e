import type { WireRequest } from "../transport/wire.js";

/** What a signature covers. */
export type OutgoingRequest = WireRequest;

export type AuthHeaders = Readonly<Record<string, string>>;

/** Made by `token()` or `akSk()`. */
export interface Auth {
  /** The headers that authorize one attempt. */
  authorize(request: OutgoingRequest): AuthHeaders | Promise<AuthHeaders>;
  /**
   * Told that the server refused what `authorize` gave.
   * @param serverTime of the response, in ms since 1970; NaN where it does not say
   * @returns true where another attempt would carry a new credential
   */
  renew?(refused: AuthHeaders, serverTime: number): boolean;
  /** Told that nobody waits any longer for what `authorize` promised. */
  forget?(promised: Promise<AuthHeaders>): void;
}

/**
 * A credential must fit a header. The platform's own error would quote it, so that it would end
 * up in a log.
 */
export function assertHeaderValue(what: string, value: unknown): asserts value is string {
  if (typeof value !== "string" || value === "") {
    throw new TypeError(`${what} must be a string that is not empty`);
  }
  if (!/^[\x21-\x7e]+$/.test(value)) {
    throw new TypeError(`${what} contains invalid header characters, such as a space`);
  }
}

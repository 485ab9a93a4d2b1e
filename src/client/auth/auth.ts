/** What a signature covers. */
export interface OutgoingRequest {
  readonly method: string;
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

export type AuthHeaders = Readonly<Record<string, string>>;

/** Made by `token()` or `akSk()`. */
export interface Auth {
  /** The headers that authorize one attempt. */
  authorize(request: OutgoingRequest): AuthHeaders | Promise<AuthHeaders>;
  /**
   * Told that the server refused what `authorize` gave.
   * @returns true where another attempt would carry a new credential
   */
  renew?(refused: AuthHeaders): boolean;
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
    throw new TypeError(
      `${what} holds characters that it cannot have, such as a blank or a line break`,
    );
  }
}

/** What every error of this package says. */
export interface ErrorFacts {
  readonly operationId: string;
  readonly attempts: number;
  readonly isRetryable: boolean;
  readonly mayHaveBeenCarriedOut: boolean;
}

/** The base of all errors of a call: `RequestValidationError`, `ApiError`, `TransportError`. */
export abstract class DewTagsError extends Error {
  /** The operationId, or method and path of a call through `dew.http`. */
  readonly operationId: string;
  /**
   * How many times the client sent the request. Deno and browsers may repeat a request on their
   * own when a kept connection is reset. These repeats are not counted.
   */
  readonly attempts: number;
  /** Whether the same call may succeed later. It has been retried as often as the options allow. */
  readonly isRetryable: boolean;
  /** Whether one of the attempts may have taken effect, although the call failed. */
  readonly mayHaveBeenCarriedOut: boolean;

  constructor(message: string, facts: ErrorFacts, options?: ErrorOptions) {
    super(message, options);
    this.operationId = facts.operationId;
    this.attempts = facts.attempts;
    this.isRetryable = facts.isRetryable;
    this.mayHaveBeenCarriedOut = facts.mayHaveBeenCarriedOut;
  }
}

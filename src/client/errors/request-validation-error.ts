import type { Violation } from "../../../generated/validators.js";
import { DewTagsError } from "./dew-tags-error.js";

export type { Violation };

/** A request breaks the contract. Nothing was sent. */
export class RequestValidationError extends DewTagsError {
  override readonly name = "RequestValidationError";
  /** Every violation, each with a JSON pointer into `{ path, query, header, body }`. */
  readonly violations: readonly Violation[];

  constructor(operationId: string, violations: readonly Violation[]) {
    super(
      [
        `${operationId}: the request breaks the contract, nothing was sent`,
        ...violations.map(toLine),
      ].join("\n"),
      { operationId, attempts: 0, isRetryable: false, mayHaveBeenCarriedOut: false },
    );
    this.violations = violations;
  }
}

/** One violation: of what stands at a place, `what` says what would be right. */
export function invalid(
  operationId: string,
  pointer: string,
  what: string,
): RequestValidationError {
  return new RequestValidationError(operationId, [
    { pointer, keyword: "type", message: `must be ${what}` },
  ]);
}

function toLine({ pointer, keyword, message, value }: Violation): string {
  return (
    `  ${pointer || "the request"} ${message} (${keyword})${value === undefined ? "" : `, not ${value}`}`
      // A caller's text must neither forge lines of a log nor steer a terminal.
      .replace(/[\p{C}\u2028\u2029]/gu, (char) => `\\u{${char.codePointAt(0)?.toString(16)}}`)
  );
}

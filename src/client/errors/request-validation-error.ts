import type { Violation } from "../../../generated/validators.js";

export type { Violation };

/** A request breaks the contract. Nothing was sent. */
export class RequestValidationError extends Error {
  override readonly name = "RequestValidationError";
  /** The operationId, or the path template of a call through `dew.http`. */
  readonly operationId: string;
  /** Every violation, each with a JSON pointer into `{ path, query, header, body }`. */
  readonly violations: readonly Violation[];

  constructor(operationId: string, violations: readonly Violation[]) {
    super(
      [
        `${operationId}: the request breaks the contract, nothing was sent`,
        ...violations.map(line),
      ].join("\n"),
    );
    this.operationId = operationId;
    this.violations = violations;
  }
}

function line({ pointer, keyword, message, value }: Violation): string {
  return `  ${pointer || "the request"} ${message} (${keyword})${value === undefined ? "" : `, not ${value}`}`;
}

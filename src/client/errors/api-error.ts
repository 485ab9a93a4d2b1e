import type { errorCodes } from "../../../generated/client.js";
import { DewTagsError, type ErrorFacts } from "./dew-tags-error.js";
import { readErrorBody } from "./error-body.js";

/** A code whose meaning is known. The service may send others. */
export type ErrorCode = keyof typeof errorCodes;

/** An error holds a code and a sentence; more of it is not worth the memory. */
const MAX_LENGTH = 64 * 1024;

/** What an `ApiError` is made of, without the secrets that a server may repeat. */
export interface ErrorResponse {
  readonly status: number;
  readonly statusText: string;
  readonly requestId: string | undefined;
  readonly text: string;
}

export interface ApiErrorFacts extends ErrorFacts {
  /** By code. */
  readonly advice: Readonly<Record<string, string>>;
  readonly isAlreadyApplied: (code: string | undefined) => boolean;
}

/** The service, or a gateway before it, answered that the call failed. */
export class ApiError extends DewTagsError {
  override readonly name = "ApiError";
  /** HTTP status. */
  readonly status: number;
  /** The server's error code, such as `KMS.0205`; undefined where it sent none. */
  readonly code: ErrorCode | (string & {}) | undefined;
  /** The server's error message; undefined where it sent none. */
  readonly serverMessage: string | undefined;
  /** What a known code means and what to do. */
  readonly advice: string | undefined;
  /** From the body or the header `x-request-id`: what the vendor's support asks for. */
  readonly requestId: string | undefined;
  /**
   * Parsed JSON, or the text where it is not JSON; undefined where it is empty. Cut to 64 KiB.
   */
  readonly body: unknown;
  /**
   * Whether the call seems to have succeeded nonetheless: an earlier attempt may have been carried
   * out, and the last one failed because there was nothing left to do.
   */
  readonly alreadyApplied: boolean;

  constructor({ status, statusText, requestId, text }: ErrorResponse, facts: ApiErrorFacts) {
    const { operationId, attempts, isAlreadyApplied } = facts;
    const kept = text.slice(0, MAX_LENGTH);
    const body = parse(kept);
    const { code, message, requestId: id = requestId } = readErrorBody(body ?? kept);
    const advice = Object.hasOwn(facts.advice, code ?? "") ? facts.advice[code ?? ""] : undefined;
    const notes = [id && `request id ${oneLine(id)}`, attempts > 1 && `after ${attempts} attempts`]
      .filter(Boolean)
      .join(", ");
    super(
      `${operationId} ${status}${code ? ` ${oneLine(code)}` : ""}: ${
        oneLine(message ?? statusText) || "no message"
      }${advice ? ` [${advice}]` : ""}${notes && ` (${notes})`}`,
      facts,
    );
    this.status = status;
    this.code = code;
    this.serverMessage = message;
    this.advice = advice;
    this.requestId = id;
    this.body = body;
    this.alreadyApplied = isAlreadyApplied(code);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text || undefined;
  }
}

/** A server's text must neither forge lines of a log nor steer a terminal. */
function oneLine(text: string): string {
  return text
    .slice(0, 500)
    .replace(/[\s\p{C}]+/gu, " ")
    .trim();
}

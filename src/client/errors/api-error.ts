import { errorCodes } from "../../../generated/client.js";
import { readErrorBody } from "./error-body.js";

/** A code whose meaning is known. The service may answer others. */
export type ErrorCode = keyof typeof errorCodes;

/** An error body holds a code and a sentence; more of it is not worth the memory. */
export const MAX_ERROR_LENGTH: number = 64 * 1024;

/** The service, or a gateway before it, answered that the call failed. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly operationId: string;
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
   * Parsed JSON, or the text where it is not JSON; undefined where it is empty. Cut to 64 Ki
   * characters.
   */
  readonly body: unknown;
  /** How many times the request was sent. */
  readonly attempts: number;

  constructor(operationId: string, response: Response, body: unknown, attempts: number) {
    const { status, statusText, headers } = response;
    const kept = typeof body === "string" ? body.slice(0, MAX_ERROR_LENGTH) || undefined : body;
    const {
      code,
      message,
      requestId = headers.get("x-request-id") ?? undefined,
    } = readErrorBody(kept);
    const advice = Object.hasOwn(errorCodes, code ?? "")
      ? errorCodes[code as ErrorCode]
      : undefined;
    const notes = [
      requestId && `request id ${oneLine(requestId)}`,
      attempts > 1 && `after ${attempts} attempts`,
    ].filter(Boolean);
    super(
      [
        operationId,
        ` ${status}`,
        code && ` ${oneLine(code)}`,
        `: ${oneLine(message ?? statusText) || "no message"}`,
        advice && ` [${advice}]`,
        notes.length > 0 && ` (${notes.join(", ")})`,
      ]
        .filter(Boolean)
        .join(""),
    );
    this.operationId = operationId;
    this.status = status;
    this.code = code;
    this.serverMessage = message;
    this.advice = advice;
    this.requestId = requestId;
    this.body = kept;
    this.attempts = attempts;
  }
}

/** A server's text must neither forge lines of a log nor steer a terminal. */
function oneLine(text: string): string {
  return text
    .slice(0, 500)
    .replace(/[\s\p{C}]+/gu, " ")
    .trim();
}

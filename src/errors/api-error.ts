import { errorCodes } from "../../generated/client.js";
import { readErrorBody } from "./error-body.js";

/** A code whose meaning is known. The service may answer others. */
export type ErrorCode = keyof typeof errorCodes;

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
  /** From the header `x-request-id` or the body: what the vendor's support asks for. */
  readonly requestId: string | undefined;
  /** Parsed JSON, or the text where it is not JSON; undefined where it is empty. Cut to 64 KiB. */
  readonly body: unknown;
  /** How many times the request was sent. */
  readonly attempts: number;

  constructor(operationId: string, response: Response, body: unknown, attempts: number) {
    const {
      code,
      message,
      requestId = response.headers.get("x-request-id") ?? undefined,
    } = readErrorBody(body);
    const advice =
      code !== undefined && Object.hasOwn(errorCodes, code)
        ? errorCodes[code as ErrorCode]
        : undefined;
    super(describe(operationId, response, { code, message, advice, requestId, attempts }));
    this.operationId = operationId;
    this.status = response.status;
    this.code = code;
    this.serverMessage = message;
    this.advice = advice;
    this.requestId = requestId;
    this.body = body === "" ? undefined : body;
    this.attempts = attempts;
  }
}

function describe(
  operationId: string,
  { status, statusText }: Response,
  told: {
    code: string | undefined;
    message: string | undefined;
    advice: string | undefined;
    requestId: string | undefined;
    attempts: number;
  },
): string {
  const head = [operationId, status, told.code].filter((part) => part !== undefined).join(" ");
  const notes = [
    told.requestId !== undefined && `request id ${told.requestId}`,
    told.attempts > 1 && `after ${told.attempts} attempts`,
  ].filter((note) => note !== false);
  return [
    `${head}: ${oneLine(told.message ?? (statusText || "no message"))}`,
    told.advice !== undefined && `[${told.advice}]`,
    notes.length > 0 && `(${notes.join(", ")})`,
  ]
    .filter((part) => part !== false)
    .join(" ");
}

/** A server's text must not forge lines of a log. */
function oneLine(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > 500 ? `${line.slice(0, 500)}…` : line;
}

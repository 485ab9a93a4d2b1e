import { lightResponse } from "#src/transport";
import type { Binding } from "../../generated/client.js";
import { ApiError } from "./errors/api-error.js";
import { toResponse } from "./response.js";
import type { Exchanged } from "./transport/exchange.js";
import { isRetryable, mayHaveBeenCarriedOut } from "./transport/retry.js";

/** What a call answers: `error` is there exactly when it failed. */
export type Result<Data> =
  | { readonly data: Data; readonly error?: undefined; readonly response: Response }
  | { readonly data?: undefined; readonly error: ApiError; readonly response: Response };

/** The result of a call, in openapi-fetch's own shape, with no secret in it. */
export function toResult(
  operationId: string,
  { alreadyApplied = [] }: Pick<Binding, "alreadyApplied">,
  advice: Readonly<Record<string, string>>,
  { url, answer, mask, attempts, mayHaveBeenCarriedOutBefore }: Exchanged,
): Result<unknown> {
  const { status, statusText, headers } = answer;
  const text = mask(answer.text);
  const make = () => toResponse(answer, url, mask);
  const response = lightResponse(status, url, make);
  if (status >= 200 && status < 300) {
    try {
      return { data: text ? JSON.parse(text) : undefined, response };
    } catch {
      // A page in the place of what was asked for.
    }
  }
  const requestId = headers["x-request-id"];
  const error = new ApiError(
    { status, statusText: mask(statusText), requestId: requestId && mask(requestId), text },
    {
      operationId,
      attempts,
      advice,
      isRetryable: isRetryable(status),
      mayHaveBeenCarriedOut: mayHaveBeenCarriedOutBefore || mayHaveBeenCarriedOut(status),
      isAlreadyApplied: (code = "") => mayHaveBeenCarriedOutBefore && alreadyApplied.includes(code),
    },
  );
  return { error, response };
}

/**
 * The data of a result, for those who prefer to catch.
 * @throws ApiError where the call failed
 */
export function unwrap<Data>(result: Result<Data>): Data {
  if (result.error) throw result.error;
  return result.data;
}

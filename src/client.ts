import createClient, { type Client } from "openapi-fetch";
import { createOperations, type Operations } from "../generated/client.js";
import type { paths } from "../generated/types.js";
import { requestValidators, type Validator } from "../generated/validators.js";
import { ApiError } from "./errors/api-error.js";
import { RequestValidationError } from "./errors/request-validation-error.js";
import { assertOptions, baseUrlOf, type DewTagsClientOptions } from "./options.js";
import { serializePath } from "./path.js";
import { PlainRequest } from "./transport/request.js";
import { createTransport, type Transport } from "./transport/transport.js";

/** What a call answers: `error` is there exactly when it failed. */
export type Result<Data> =
  | { readonly data: Data; readonly error?: undefined; readonly response: Response }
  | { readonly data?: undefined; readonly error: ApiError; readonly response: Response };

/** The operations, each as a method of its operationId. */
export type DewTagsOperations = {
  readonly [Id in keyof Operations]: (
    ...args: Parameters<Operations[Id]>
  ) => Promise<Result<DataOf<Awaited<ReturnType<Operations[Id]>>>>>;
};

/** The data of a call that succeeded. */
type DataOf<R> = R extends { error?: never; data: infer Data } ? Data : never;

export interface DewTagsClient extends DewTagsOperations {
  /**
   * The typed openapi-fetch client behind the methods, for those who want paths and middleware.
   * Its requests are authorized, timed and retried likewise, but not validated, and its errors are
   * openapi-fetch's.
   */
  readonly http: Client<paths>;
}

const DEFAULT_TIMEOUT = 8000;

/**
 * Makes a client for both operations.
 * @throws TypeError where an option is wrong
 */
export function createDewTagsClient(options: DewTagsClientOptions): DewTagsClient {
  assertOptions(options);
  const baseUrl = baseUrlOf(options);
  const transport = createTransport({
    origin: new URL(baseUrl).origin,
    auth: options.auth,
    // Looked up at each call, so that a global that is replaced later is used.
    fetch: options.fetch ?? ((url, init) => globalThis.fetch(url, init)),
    timeout: options.timeout ?? DEFAULT_TIMEOUT,
    retry: options.retry ?? {},
  });
  const http = createClient<paths>({
    baseUrl,
    fetch: transport.send,
    pathSerializer: serializePath,
  });
  const validators: Readonly<Record<string, Validator>> =
    options.validate === false ? {} : requestValidators;
  const hasMiddleware = countMiddleware(http);

  const methods = Object.entries(createOperations(http)).map(([operationId, operation]) => {
    const method: Method = async (init = {}) => {
      const violations = validators[operationId]?.({ ...init.params, body: init.body });
      if (violations !== undefined && violations.length > 0) {
        throw new RequestValidationError(operationId, violations);
      }
      const answer = await (operation as RawOperation)({
        ...init,
        parseAs: "text",
        ...(hasMiddleware() || init.middleware ? {} : { Request: PlainRequest }),
      });
      return toResult(operationId, answer, transport);
    };
    return [operationId, method];
  });
  return { ...Object.fromEntries(methods), http };
}

interface RawInit {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly middleware?: unknown;
}

type RawAnswer = { readonly data?: unknown; readonly error?: unknown; readonly response: Response };
type RawOperation = (init: unknown) => Promise<RawAnswer>;
type Method = (init?: RawInit) => Promise<Result<unknown>>;

/**
 * openapi-fetch leaves `error` empty where an error response has no body, and throws where a
 * success is not JSON: what counts is the status, and that a body can be read.
 */
function toResult(
  operationId: string,
  { data, error, response }: RawAnswer,
  transport: Transport,
): Result<unknown> {
  if (response.ok) {
    if (data === undefined || data === "") return { data: undefined, response };
    try {
      return { data: JSON.parse(data as string), response };
    } catch {
      return {
        error: new ApiError(operationId, response, data, transport.attemptsOf(response)),
        response,
      };
    }
  }
  return {
    error: new ApiError(operationId, response, error, transport.attemptsOf(response)),
    response,
  };
}

/** @returns whether any middleware is registered at the moment */
function countMiddleware(http: Client<paths>): () => boolean {
  const registered: unknown[] = [];
  const { use, eject } = http;
  http.use = (...middleware) => {
    use(...middleware);
    registered.push(...middleware);
  };
  http.eject = (...middleware) => {
    eject(...middleware);
    for (const one of middleware) {
      const index = registered.indexOf(one);
      if (index !== -1) registered.splice(index, 1);
    }
  };
  return () => registered.length > 0;
}

/**
 * The data of a result, for those who rather catch.
 * @throws ApiError where the call failed
 */
export function unwrap<Data>(result: Result<Data>): Data {
  if (result.error) throw result.error;
  return result.data;
}

import createClient, { type Client } from "openapi-fetch";
import { createOperations, type Operations } from "../../generated/client.js";
import type { paths } from "../../generated/types.js";
import { requestValidators, type Validator } from "../../generated/validators.js";
import type { AuthHeaders } from "./auth/auth.js";
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
    fetch: options.fetch,
    timeout: options.timeout ?? DEFAULT_TIMEOUT,
    retry: options.retry ?? {},
  });
  const http = createClient<paths>({
    baseUrl,
    fetch: transport.send,
    pathSerializer: (template, values) =>
      serializePath(template, values, template.slice(baseUrl.length)),
  });
  const validators: Readonly<Record<string, Validator>> =
    options.validate === false ? {} : requestValidators;
  let plain: object = { Request: PlainRequest };
  const { use } = http;
  http.use = (...middleware) => {
    plain = {};
    use(...middleware);
  };

  const methods = Object.entries(createOperations(http)).map(([operationId, operation]) => {
    const pathSerializer = (template: string, values: Readonly<Record<string, unknown>>) =>
      serializePath(template, values, operationId);
    const method: Method = async ({ params, body, ...init } = {}) => {
      const violations = validators[operationId]?.({ ...params, body });
      if (violations?.length) throw new RequestValidationError(operationId, violations);
      const answer = await (operation as RawOperation)({
        ...init,
        body,
        // Where no path is given, openapi-fetch leaves the template as it is.
        params: { path: {}, ...params },
        pathSerializer,
        parseAs: "text",
        ...(init.middleware ? {} : plain),
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
  let body = error;
  if (response.ok) {
    try {
      return { data: data ? JSON.parse(data as string) : undefined, response };
    } catch {
      body = data;
    }
  }
  const { attempts = 1, credential = {} } = transport.callOf(response) ?? {};
  return {
    error: new ApiError(operationId, response, crossOut(credential, body), attempts),
    response,
  };
}

/** Some proxies repeat the request in their error, and errors end up in logs. */
function crossOut(credential: AuthHeaders, body: unknown): unknown {
  // A shorter one is for tests, and may well be a word of the message.
  const secrets = Object.entries(credential).flatMap(([name, value]) =>
    /token|authorization/i.test(name) && value.length > 7 ? value : [],
  );
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const clean = secrets.reduce((rest, secret) => rest?.replaceAll(secret, "***"), text);
  return clean === text ? body : typeof body === "string" ? clean : JSON.parse(clean);
}

/**
 * The data of a result, for those who rather catch.
 * @throws ApiError where the call failed
 */
export function unwrap<Data>(result: Result<Data>): Data {
  if (result.error) throw result.error;
  return result.data;
}

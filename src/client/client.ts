/// <reference lib="esnext.disposable" preserve="true" />

import type { Client, Middleware } from "openapi-fetch";
import { createTransport, defaultAdvice } from "#src/transport";
import { type Binding, bindings, type Operations } from "../../generated/client.js";
import type { paths } from "../../generated/types.js";
import { requestValidators, type Validator } from "../../generated/validators.js";
import { baseUrlOf } from "./base-url.js";
import { RequestValidationError } from "./errors/request-validation-error.js";
import { createHttp } from "./http.js";
import {
  assertCallInit,
  assertClientOptions,
  type CallOptions,
  callSettings,
  DEFAULT_MAX_BYTES,
  DEFAULT_MAX_DEPTH,
  type DewTagsClientOptions,
} from "./options.js";
import { prepare, type RequestInput } from "./prepare.js";
import { type Result, toResult } from "./result.js";
import { type Call, createExchange } from "./transport/exchange.js";

/** The path parameter that the option `projectId` fills. */
type ProjectParameter = "project_id";

/** The operations, each as a method of its operationId. */
export type DewTagsOperations<Given extends string = never> = {
  readonly [Id in keyof Operations<Given>]: (
    ...args: WithCallOptions<Parameters<Operations<Given>[Id]>>
  ) => Promise<Result<DataOf<Awaited<ReturnType<Operations<Given>[Id]>>>>>;
};

type WithCallOptions<Args> = Args extends [init: infer Init]
  ? [init: Init & CallOptions]
  : Args extends [init?: infer Init]
    ? [init?: Init & CallOptions]
    : never;

/** The data of a call that succeeded. */
type DataOf<R> = R extends { error?: never; data: infer Data } ? Data : never;

/** `Given`: path parameters that the client fills by itself. */
export interface DewTagsClient<Given extends string = never>
  extends DewTagsOperations<Given>,
    AsyncDisposable {
  /**
   * The typed client of openapi-fetch, loaded at its first use, for those who want paths and middleware.
   * Its requests are authorized, timed and retried likewise, but not validated, and its errors are
   * openapi-fetch's.
   */
  readonly http: Client<paths>;
  /**
   * Closes the connections. Calls that are under way fail with the kind `aborted`, and so do later
   * ones. A client that is not closed keeps no process alive.
   */
  close(): Promise<void>;
}

/**
 * Makes a client for all operations.
 * @throws TypeError where an option is wrong
 */
export function createDewTagsClient(
  options: DewTagsClientOptions & { readonly projectId: string },
): DewTagsClient<ProjectParameter>;
export function createDewTagsClient(options: DewTagsClientOptions): DewTagsClient;
export function createDewTagsClient(options: DewTagsClientOptions): DewTagsClient {
  assertClientOptions(options);
  const {
    auth,
    fetch,
    agent,
    rate,
    validate,
    projectId,
    onAttempt,
    advice = defaultAdvice,
  } = options;
  const { maxResponseBytes = DEFAULT_MAX_BYTES, maxResponseDepth = DEFAULT_MAX_DEPTH } = options;
  const baseUrl = baseUrlOf(options);
  const settings = callSettings(options);
  const defaults: Readonly<Record<ProjectParameter, unknown>> = { project_id: projectId };
  const validators: Readonly<Record<string, Validator>> =
    validate === false ? {} : requestValidators;
  const exchange = createExchange({
    transport: createTransport({ fetch, agent }),
    origin: new URL(baseUrl).origin,
    auth,
    maxResponseBytes,
    maxResponseDepth,
    ...(rate && { rate }),
    ...(onAttempt && { onAttempt }),
  });
  const http = createHttp(baseUrl, exchange, settings);

  const toMethod =
    (operationId: string, binding: Binding): Method =>
    async (init = {}) => {
      let call: Call;
      let params: object;
      let middleware: readonly Middleware[];
      try {
        assertCallInit(init);
        // All is read before anything is awaited: the caller may change it meanwhile.
        const own = callSettings(init, settings);
        const { signal } = init;
        params = { ...init.params };
        middleware = [...http.middleware, ...(init.middleware ?? [])];
        const validate = validators[operationId];
        const request = await prepare(operationId, binding, baseUrl, init, defaults, validate);
        call = { ...own, operationId, request, signal };
      } catch (cause) {
        // A getter of the caller's may throw anything.
        if (cause instanceof TypeError || cause instanceof RequestValidationError) throw cause;
        throw new TypeError("the call's options cannot be read", { cause });
      }
      const exchanged =
        middleware.length > 0
          ? await http.send(call, binding.path, params, middleware)
          : await exchange.send(call);
      return toResult(operationId, binding, advice, exchanged);
    };
  const methods = Object.entries(bindings).map(([operationId, binding]) => [
    operationId,
    toMethod(operationId, binding),
  ]);
  const close = async () => exchange.close();
  return {
    ...Object.fromEntries(methods),
    http: http.client,
    close,
    [Symbol.asyncDispose ?? Symbol.for("Symbol.asyncDispose")]: close,
  };
}

interface MethodInit extends RequestInput, CallOptions {
  readonly signal?: AbortSignal;
  readonly middleware?: readonly Middleware[];
}

type Method = (init?: MethodInit) => Promise<Result<unknown>>;

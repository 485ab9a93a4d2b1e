import type { Client, Middleware } from "openapi-fetch";
import type { paths } from "../../generated/types.js";
import { mergeHeaders } from "./headers.js";
import type { Own } from "./openapi-fetch.js";
import { serializePath } from "./path.js";
import { toResponse } from "./response.js";
import type { Call, Exchange, Exchanged } from "./transport/exchange.js";

const METHODS = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"] as const;

const OWN: Own = { serializePath, mergeHeaders, toResponse };

/**
 * What stands behind `dew.http`. openapi-fetch makes a `Request` for each call, which costs more
 * than all else that happens before the request is sent. So it is loaded at its first use, and a
 * method without middleware does without it.
 */
export interface Http {
  /** Stands for openapi-fetch's client until it is called. */
  readonly client: Client<paths>;
  /** Registered for all calls. */
  readonly middleware: readonly Middleware[];
  /**
   * Sends a call by way of middleware.
   * @param params what the caller gave, for middleware to see
   */
  send(
    call: Call,
    template: string,
    params: object,
    middleware: readonly Middleware[],
  ): Promise<Exchanged>;
}

/** @param settings of a call that is made through the client itself */
export function createHttp(
  baseUrl: string,
  exchange: Exchange,
  settings: Pick<Call, "timeout" | "retry">,
): Http {
  const middleware: Middleware[] = [];
  let loaded: Client<paths> | undefined;
  const load = async () => {
    const { createHttpClient } = await import("./openapi-fetch.js");
    loaded ??= createHttpClient(baseUrl, exchange, settings, OWN);
    return loaded;
  };
  const request = async (
    method: string,
    path: string,
    init?: { readonly middleware?: readonly Middleware[] },
  ): Promise<unknown> => {
    // Before anything is awaited: what the caller changes from now on is for later calls.
    const given = { ...init, middleware: [...middleware, ...(init?.middleware ?? [])] };
    const http = await load();
    return http.request(method as "post", path as never, given as never);
  };
  const methods = METHODS.map((method) => [method, request.bind(undefined, method)]);
  const client = {
    ...Object.fromEntries(methods),
    request,
    use(...added: readonly Middleware[]) {
      for (const one of added.filter(Boolean)) {
        if (!one.onRequest && !one.onResponse && !one.onError) {
          throw new TypeError("middleware must have onRequest(), onResponse() or onError()");
        }
        middleware.push(one);
      }
    },
    eject(...removed: readonly Middleware[]) {
      for (const one of removed) {
        const index = middleware.indexOf(one);
        if (index >= 0) middleware.splice(index, 1);
      }
    },
  };
  return {
    client,
    middleware,
    async send(call, template, params, through) {
      const http = await load();
      const { sendThrough } = await import("./openapi-fetch.js");
      return sendThrough(http, exchange, call, template, params, through, OWN);
    },
  };
}

// How openapi-fetch is used: as the client of those who want paths and middleware. The methods go
// around it where there is no middleware, because it makes a `Request` for each call, which costs
// more than all else that happens before the request is sent. So it is loaded at its first use.

import type { Client, Middleware } from "openapi-fetch";
import type { paths } from "../../generated/types.js";
import { serializePath } from "./path.js";
import { mergeHeaders } from "./prepare.js";
import { toResponse } from "./response.js";
import type { Call, Exchange, Exchanged } from "./transport/exchange.js";

const METHODS = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"] as const;

export interface Http {
  readonly client: Client<paths>;
  /** Registered for all calls. */
  readonly middleware: readonly Middleware[];
}

/**
 * Stands for openapi-fetch's client until it is called.
 * @param settings of a call that is made through the client itself
 */
export function createHttp(
  baseUrl: string,
  exchange: Exchange,
  settings: Pick<Call, "timeout" | "retry">,
): Http {
  const registered: Middleware[] = [];
  let loaded: Client<paths> | undefined;
  const load = async () => {
    const { createClient } = await import("./load-openapi-fetch.js");
    return createClient<paths>({
      baseUrl,
      fetch: async (request) => {
        const { pathname } = new URL(request.url);
        const call = { ...settings, operationId: `${request.method} ${pathname}` };
        return responseOf(await exchange.send(await toCall(request, call)));
      },
      // It leaves `..` as it is, which would climb to another path.
      pathSerializer: (template, values) =>
        serializePath(template, values, template.slice(baseUrl.length)),
    });
  };
  const request = async (
    method: string,
    path: string,
    init?: { readonly middleware?: readonly Middleware[] },
  ): Promise<unknown> => {
    const middleware = [...registered, ...(init?.middleware ?? [])];
    loaded ??= await load();
    return loaded.request(method as "post", path as never, { ...init, middleware } as never);
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
        registered.push(one);
      }
    },
    eject(...removed: readonly Middleware[]) {
      for (const one of removed) {
        const index = registered.indexOf(one);
        if (index >= 0) registered.splice(index, 1);
      }
    },
  };
  return { client, middleware: registered };
}

/** Sends a call by way of middleware, which gets the platform's own `Request` and `Response`. */
export async function sendThrough(
  http: Client<paths>,
  exchange: Exchange,
  call: Call,
  template: string,
  init: { readonly params?: object; readonly body?: unknown; readonly middleware?: unknown },
): Promise<Exchanged> {
  const { method, url, headers, body } = call.request;
  let exchanged: Exchanged | undefined;
  const { data, error, response } = await http.request(
    method.toLowerCase() as "post",
    template as never,
    {
      ...init,
      params: { path: {}, ...init.params },
      headers,
      signal: call.signal,
      // All of these have been made, and validated.
      pathSerializer: () => url,
      querySerializer: () => "",
      bodySerializer: () => body,
      parseAs: "text",
      fetch: async (request: Request) => {
        exchanged = await exchange.send(await toCall(request, call));
        return responseOf(exchanged);
      },
    } as never,
  );
  const text = response.ok ? data : typeof error === "string" ? error : JSON.stringify(error);
  return {
    mask: (text) => text,
    attempts: 1,
    mayHaveBeenCarriedOutBefore: false,
    ...exchanged,
    url: response.url,
    answer: {
      status: response.status,
      statusText: response.statusText,
      headers: Object.fromEntries(response.headers),
      text: (text as string | undefined) ?? "",
    },
  };
}

async function toCall(request: Request, call: Omit<Call, "request" | "signal">): Promise<Call> {
  const { method, url, headers, signal } = request;
  const body = (await request.text()) || undefined;
  return {
    ...call,
    request: { method, url, headers: mergeHeaders(call.operationId, [headers]), body },
    signal,
  };
}

function responseOf({ answer, url, mask }: Exchanged): Response {
  return toResponse(answer, url, mask);
}

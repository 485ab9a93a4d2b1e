// All that is done by openapi-fetch, in a module that is loaded when it is needed.

import createClient, { type Client, createQuerySerializer, type Middleware } from "openapi-fetch";
import type { Binding } from "../../generated/client.js";
import type { paths } from "../../generated/types.js";
import type { mergeHeaders } from "./headers.js";
import type { serializePath } from "./path.js";
import type { toResponse } from "./response.js";
import type { Call, Exchange, Exchanged } from "./transport/exchange.js";

/** Parts of the client, handed over: imported here as well, they would be split into a third file. */
export interface Own {
  readonly serializePath: typeof serializePath;
  readonly mergeHeaders: typeof mergeHeaders;
  readonly toResponse: typeof toResponse;
}

/** openapi-fetch's client, whose requests go out as those of the methods do. */
export function createHttpClient(
  baseUrl: string,
  exchange: Exchange,
  settings: Pick<Call, "timeout" | "retry">,
  own: Own,
): Client<paths> {
  return createClient<paths>({
    baseUrl,
    fetch: async (request) => {
      const { pathname } = new URL(request.url);
      const call = { ...settings, operationId: `${request.method} ${pathname}` };
      return responseOf(await exchange.send(await toCall(request, call, own)), own);
    },
    // It leaves `..` as it is, which would climb to another path.
    pathSerializer: (template, values) =>
      own.serializePath(template, values, template.slice(baseUrl.length)),
  });
}

/** Sends a call by way of middleware, which gets the platform's own `Request` and `Response`. */
export async function sendThrough(
  http: Client<paths>,
  exchange: Exchange,
  call: Call,
  template: string,
  params: object,
  middleware: readonly Middleware[],
  own: Own,
): Promise<Exchanged> {
  const { method, url, headers, body } = call.request;
  let exchanged: Exchanged | undefined;
  const { data, error, response } = await http.request(
    method.toLowerCase() as "post",
    template as never,
    {
      middleware,
      // Of a header that is a list, openapi-fetch would send the items once more.
      params: { path: {}, ...params, header: headers },
      signal: call.signal,
      body,
      // All of these have been made, and validated.
      pathSerializer: () => url,
      querySerializer: () => "",
      bodySerializer: () => body,
      parseAs: "text",
      fetch: async (request: Request) => {
        exchanged = await exchange.send(await toCall(request, call, own));
        return responseOf(exchanged, own);
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

async function toCall(
  request: Request,
  call: Omit<Call, "request" | "signal">,
  { mergeHeaders }: Own,
): Promise<Call> {
  const { method, url, headers, signal } = request;
  const body = (await request.text()) || undefined;
  return {
    ...call,
    request: { method, url, headers: mergeHeaders(call.operationId, [headers]), body },
    signal,
  };
}

function responseOf({ answer, url, mask }: Exchanged, { toResponse }: Own): Response {
  return toResponse(answer, url, mask);
}

/** openapi-fetch leaves names as they are. */
function encodeName(name: string): string {
  return name.replace(/[^\w$.~[\]-]/gu, encodeURIComponent);
}

function withEncodedNames(value: unknown): unknown {
  if (Object(value) !== value || Array.isArray(value)) return value;
  const entries = Object.entries(value as object);
  return Object.fromEntries(entries.map(([name, part]) => [encodeURIComponent(name), part]));
}

/** @param toError made for the name of a parameter that no URL can hold, and thrown */
export function serializeQuery(
  query: Readonly<Record<string, unknown>>,
  styles: NonNullable<Binding["query"]>,
  toError: (name: string) => Error,
): string {
  return Object.entries(query)
    .map(([name, value]) => {
      const { style, explode } = styles[name] ?? { style: "form", explode: true };
      const options = { style, explode } as never;
      try {
        if (Object.values(Object(value)).every((part) => Object(part) !== part)) {
          const serialize = createQuerySerializer({ array: options, object: options });
          return serialize({ [encodeName(name)]: withEncodedNames(value) });
        }
      } catch {
        // Half of a surrogate pair has no encoding.
      }
      throw toError(name);
    })
    .filter(Boolean)
    .join("&");
}

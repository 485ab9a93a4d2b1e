/**
 * Stands in for `Request`: openapi-fetch makes one for each call, and the platform's costs more
 * than all else that happens before the request is sent. Middleware, where there is any, gets the
 * real one.
 */
export class PlainRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: unknown;
  readonly signal: AbortSignal | undefined;

  constructor(url: string, init: RequestInit) {
    this.url = url;
    this.method = init.method ?? "GET";
    this.headers = init.headers as Headers;
    this.body = init.body;
    this.signal = init.signal ?? undefined;
  }
}

/** What each attempt sends, whichever of the two made it. */
export interface Outgoing {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: string | undefined;
  readonly signal: AbortSignal | undefined;
}

/** @throws TypeError where the body is not text: only text can be signed and sent again */
export async function readRequest(request: Request | PlainRequest): Promise<Outgoing> {
  const { url, method, headers, signal } = request;
  const body = await bodyOf(request);
  return { url, method, headers, body, signal };
}

function bodyOf(request: Request | PlainRequest): string | undefined | Promise<string> {
  if (request instanceof PlainRequest) {
    if (request.body === undefined || typeof request.body === "string") return request.body;
    throw new TypeError("a request body must be text");
  }
  return request.body === null ? undefined : request.text();
}

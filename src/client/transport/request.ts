/**
 * Stands in for `Request`: openapi-fetch makes one for each call, and the platform's costs more
 * than all else that happens before the request is sent. Middleware, where there is any, gets the
 * real one.
 */
export class PlainRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: string | undefined;
  readonly signal: AbortSignal | undefined;

  constructor(url: string, { method, headers, body, signal }: RequestInit) {
    this.url = url;
    this.method = method as string;
    this.headers = headers as Headers;
    this.body = body as string | undefined;
    this.signal = signal ?? undefined;
  }
}

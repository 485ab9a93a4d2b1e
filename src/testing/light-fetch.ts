import { standIn } from "../text/stand-in.js";

// Node loads all of undici at the first touch of Request, Response or Headers, which takes longer
// than many an answer. What the client sends, and an answer without a body, do without them.

/** What `fetch` was called with. */
export interface Received {
  /** In capitals. */
  readonly method: string;
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly signal: AbortSignal | undefined;
  /** Whether none of the platform's classes was needed. */
  readonly isLight: boolean;
}

/** @throws whatever the platform's `fetch` rejects with for such arguments */
export async function receive(input: RequestInfo | URL, init: RequestInit = {}): Promise<Received> {
  const light = receiveLight(input, init);
  if (light !== undefined) return light;
  const request = new Request(input, init);
  const { method, url } = request;
  const signal = init.signal ?? request.signal;
  signal.throwIfAborted();
  const headers = Object.fromEntries(request.headers);
  return { method, url, headers, text: await request.text(), signal, isLight: false };
}

/** @returns undefined for what only the platform may read */
function receiveLight(
  input: RequestInfo | URL,
  { method = "GET", headers: given = {}, body, signal }: RequestInit,
): Received | undefined {
  const isUrl = typeof input === "string" || input instanceof URL;
  const isText = typeof body === "string" || body === undefined || body === null;
  if (!isUrl || !isText || !/^(POST|PUT|PATCH|DELETE)$/.test(method)) return undefined;
  const entries = Object.entries(given);
  if (Object.getPrototypeOf(given) !== Object.prototype || !entries.every(isPlain))
    return undefined;
  const names = entries.map(([name]) => name.toLowerCase());
  const { href: url, username, password } = new URL(input);
  if (new Set(names).size < names.length || username + password !== "") return undefined;
  signal?.throwIfAborted();
  const headers = {
    ...(typeof body === "string" && { "content-type": "text/plain;charset=UTF-8" }),
    ...Object.fromEntries(entries.map(([, value], index) => [names[index], value])),
  };
  return { method, url, headers, text: body ?? "", signal: signal ?? undefined, isLight: true };
}

/** Whether the platform takes a header as it is. */
function isPlain([name, value]: [string, unknown]): boolean {
  return /^[\w-]+$/.test(name) && typeof value === "string" && /^[!-~]([ -~]*[!-~])?$/.test(value);
}

/** Stands for a response without a body. */
export function bodilessResponse(
  status: number,
  headers: Readonly<Record<string, string>>,
): Response {
  const make = (): Response => new Response(null, { status, headers });
  const entries = (): IterableIterator<[string, string]> =>
    Object.entries(headers)
      .map(([name, value]): [string, string] => [name.toLowerCase(), value])
      .sort()
      .values();
  const own = standIn<Headers>(
    { entries, [Symbol.iterator]: entries } as Partial<Headers>,
    () => make().headers,
    () => Headers.prototype,
  );
  const ok = status >= 200 && status < 300;
  return standIn<Response>(
    {
      status,
      ok,
      statusText: "",
      url: "",
      redirected: false,
      type: "default",
      body: null,
      headers: own,
    },
    make,
    () => Response.prototype,
  );
}

/** Statuses that fetch would follow. */
const FOLLOWED: readonly number[] = [301, 302, 303, 307, 308];

/**
 * A followed redirect would carry the credential along, to wherever the answer points.
 * @returns why a response is not taken for an answer; undefined where it is one
 */
export function redirectOf(response: Response, url: string): string | undefined {
  const { status, type, headers } = response;
  // Browsers hide what a redirect says.
  if (type === "opaqueredirect") return describe();
  const location = headers.get("location") ?? undefined;
  const isRedirect = FOLLOWED.includes(status) || (status >= 300 && status < 400 && location);
  return isRedirect ? describe(status, location, url) : undefined;
}

function describe(status?: number, location?: string, url?: string): string {
  const code = status === undefined ? "" : ` with status ${status}`;
  return `redirected${code}${location === undefined ? "" : ` to ${originOf(location, url)}`}, which is not followed`;
}

function originOf(location: string, url: string | undefined): string {
  return URL.canParse(location, url) ? new URL(location, url).origin : "an invalid URL";
}

/** What Node's undici tells of each answer; headers are names and values in turn. */
interface AnswerOfUndici {
  readonly request: { readonly origin: string; readonly path: string };
  readonly response: { readonly statusCode: number; readonly headers: readonly Uint8Array[] };
}

/** Redirects that undici has refused lately, by URL. */
const refused = new Map<string, string>();
const MAX_REFUSED = 100;
let isWatching: boolean | undefined;

/**
 * Whether the platform tells what it refused. Where it does, requests are sent with
 * `redirect: "error"`: undici copies any other request, body and all, in case it must send it
 * again, which costs a third of a call. The error itself names neither status nor target.
 */
export function watchRefusedRedirects(): boolean {
  isWatching ??= watch();
  return isWatching;
}

function watch(): boolean {
  const process = globalThis.process;
  const channels = process?.versions?.undici
    ? process.getBuiltinModule?.("node:diagnostics_channel")
    : undefined;
  channels?.subscribe("undici:request:headers", (message) => {
    const { request, response } = message as AnswerOfUndici;
    if (!FOLLOWED.includes(response.statusCode)) return;
    const url = request.origin + request.path;
    const headers = response.headers.map((header) => new TextDecoder().decode(header));
    const index = headers.findIndex((name, i) => i % 2 === 0 && name.toLowerCase() === "location");
    refused.set(url, describe(response.statusCode, headers[index + 1 || headers.length], url));
    // Of those that others have followed nobody asks.
    if (refused.size > MAX_REFUSED) refused.delete(refused.keys().next().value as string);
  });
  return channels !== undefined;
}

/** @returns what is known of the redirect that made fetch fail; undefined where it was none */
export function refusedRedirectOf(error: unknown, url: string): string | undefined {
  // A caller's own fetch may reject with anything.
  const cause = (error as { cause?: unknown } | undefined)?.cause;
  if (!/redirect/i.test(String(cause))) return undefined;
  const known = refused.get(url);
  refused.delete(url);
  return known ?? describe();
}

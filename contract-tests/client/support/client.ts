import type { DewTagsClient, DewTagsClientOptions } from "huaweicloud-dew-tags";
import { createDewTagsClient, token } from "huaweicloud-dew-tags";
import { call, operation } from "./operations.js";

/** Never waits long: what is tested is that it waits, and for what. */
export const QUICK_RETRY = { initialDelay: 1, maxDelay: 4, maxRetryAfter: 4 } as const;

/** A client of `fetch` or of a server, whichever is given. */
export function clientOf(options: Partial<DewTagsClientOptions>): DewTagsClient {
  const place = options.baseUrl === undefined ? { region: "cn-north-4" } : {};
  return createDewTagsClient({ auth: token("t"), retry: QUICK_RETRY, ...place, ...options });
}

/** Both ways to send a request on Node: its own, and fetch, which all other platforms have. */
export const transports: readonly (readonly [name: string, Partial<DewTagsClientOptions>])[] = [
  ["node:http", {}],
  ["fetch", { fetch: (url, init) => globalThis.fetch(url, init) }],
];

export interface Sent {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly signal: AbortSignal;
}

export interface StubFetch {
  (url: string, init: RequestInit): Promise<Response>;
  /** What was sent, in order. */
  readonly sent: readonly Sent[];
}

export type Stub = (sent: Sent) => Response | Promise<Response>;

/**
 * Takes the place of `fetch`: the first request gets the first answer, and so on; the last answer
 * is given from then on.
 */
export function stubFetch(...answers: Stub[]): StubFetch {
  const requests: Sent[] = [];
  const stub = async (url: string, { headers, body, signal }: RequestInit) => {
    const one = {
      url,
      headers: Object.fromEntries(new Headers(headers)),
      body,
      signal: signal as AbortSignal,
    };
    requests.push(one);
    const answer = answers[Math.min(requests.length, answers.length) - 1];
    if (answer === undefined) throw new Error("the stub has no answer");
    return answer(one);
  };
  return Object.assign(stub, { sent: requests });
}

export const status =
  (code: number, body: string | null = null, headers: HeadersInit = {}) =>
  (): Response =>
    new Response(body, { status: code, headers });

/** As `fetch` does where there is no network: a TypeError whose cause has a code. */
export const failing = (code: string) => (): Promise<Response> =>
  Promise.reject(new TypeError("fetch failed", { cause: Object.assign(Error(code), { code }) }));

/** Never answers, but gives up when its signal says so, as `fetch` does. */
export const silent = ({ signal }: Sent): Promise<Response> =>
  new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason));
  });

/** What a call came to: a result, or in its place the error that it threw. */
export interface Outcome {
  readonly data?: unknown;
  readonly error?: Error | undefined;
  readonly response?: Response;
}

export function outcomeOf(called: Promise<Outcome>): Promise<Outcome> {
  return called.catch((error: Error) => ({ error }));
}

/** Begins a call of which the first request gets the first answer, and so on. */
export function start(
  answers: readonly Stub[],
  options: Partial<DewTagsClientOptions> = {},
  init: object = {},
): { readonly fetch: StubFetch; readonly outcome: Promise<Outcome> } {
  const fetch = stubFetch(...answers);
  return { fetch, outcome: outcomeOf(call(clientOf({ fetch, ...options }), operation, init)) };
}

/** Does so, and waits for its end. */
export async function run(
  ...args: Parameters<typeof start>
): Promise<Outcome & { readonly sent: readonly Sent[] }> {
  const { fetch, outcome } = start(...args);
  return { ...(await outcome), sent: fetch.sent };
}

import type * as Http from "node:http";
import { decode } from "./decode.js";
import { kindOfFailure } from "./failure.js";
import { createTransport as createFetchTransport } from "./fetch.js";
import type {
  Answer,
  Failure,
  SendOptions,
  Transport,
  TransportOptions,
  WireRequest,
} from "./wire.js";

export { errorCodes as defaultAdvice } from "../../../generated/client.js";
export { lightResponse } from "./light-response.js";

/** Whether connections of an `agent` can be used. */
export const takesAgent = true;

/** More would run into the limit of open files, which is 1024 on many systems. */
const MAX_SOCKETS = 256;

/** TLS says goodbye before it closes: in so many bytes at most. */
const MAX_TLS_ALERT = 31;

/** Where requests to an origin go. */
interface Target {
  readonly module: typeof Http;
  readonly host: string;
  /** Whether its connections are the client's own. */
  readonly isOwn: boolean;
  readonly options: Http.RequestOptions & { readonly agent: Http.Agent };
}

/**
 * Sends requests by `node:http` and `node:https`, over connections that it keeps. A call costs
 * half of what it costs by `fetch`, and the first one a fraction: fetch loads all of undici.
 */
export function createTransport({ fetch, agent }: TransportOptions = {}): Transport {
  const { getBuiltinModule } = globalThis.process ?? {};
  if (fetch !== undefined || getBuiltinModule === undefined) return createFetchTransport({ fetch });

  if (agent && typeof (agent as { addRequest?: unknown }).addRequest !== "function") {
    throw new TypeError("agent must be an Agent of node:https");
  }
  const own: Http.Agent[] = [];
  const targets = new Map<string, Target>();
  const targetOf = (origin: string): Target => {
    let target = targets.get(origin);
    if (target === undefined) {
      const { protocol, hostname, host, port } = new URL(origin);
      // Not imported: neither is loaded before it is needed.
      const name = protocol === "https:" ? "node:https" : "node:http";
      const module = getBuiltinModule(name) as typeof Http;
      const used =
        (agent as Http.Agent | undefined) ??
        new module.Agent({ keepAlive: true, maxSockets: MAX_SOCKETS });
      if (agent === undefined) own.push(used);
      const options = { protocol, host: hostname.replace(/^\[|\]$/g, ""), port, agent: used };
      target = { module, host, isOwn: agent === undefined, options };
      targets.set(origin, target);
    }
    return target;
  };

  return {
    async send(request, options) {
      const { url } = request;
      const end = url.indexOf("/", "https://".length);
      const target = targetOf(url.slice(0, end));
      if (options.fresh) dropKept(target.options);
      return exchange(target, url.slice(end), request, options);
    },
    close() {
      for (const one of own) {
        // A call that waited for a connection may still get one, although it has ended.
        one.keepSocketAlive = () => false;
        one.destroy();
      }
    },
  };
}

/** Others that were kept to the same host are probably closed as well. */
function dropKept({ agent, host, port }: Target["options"]): void {
  for (const [name, sockets] of Object.entries(agent.freeSockets)) {
    if (name.startsWith(`${host}:${port}:`)) for (const socket of sockets ?? []) socket.destroy();
  }
}

function exchange(
  { module, host, isOwn, options }: Target,
  path: string,
  { method, headers, body }: WireRequest,
  { timeout, maxBytes, signal }: SendOptions,
): Promise<Answer | Failure> {
  return new Promise((resolve) => {
    let timer: NodeJS.Timeout | undefined;
    let isSettled = false;
    let response: Http.IncomingMessage | undefined;
    let stopDecoding = () => {};
    let text = "";

    const settle = (failure?: Failure) => {
      if (isSettled) return;
      isSettled = true;
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
      resolve(response === undefined ? (failure as Failure) : answerOf(response, text, failure));
      if (failure === undefined) return;
      request.destroy();
      // What has arrived may unpack to much more.
      stopDecoding();
    };
    const startTimer = () => {
      timer ??= setTimeout(() => settle({ kind: "timeout" }), timeout);
    };
    const abort = () => settle({ kind: "aborted" });

    const request = module.request({
      ...options,
      path,
      method,
      headers: {
        host,
        accept: "*/*",
        "accept-encoding": "gzip, deflate, br",
        ...headers,
        ...lengthOf(method, body),
      },
    });
    let bytesBefore = 0;
    request.once("socket", (socket) => {
      bytesBefore = socket.bytesRead;
      // Not before: where many calls wait for a connection, only the server's time counts.
      startTimer();
    });
    // What an agent of the caller's does for a connection, such as ask a proxy, may never end.
    if (!isOwn) startTimer();
    request.on("error", (cause) => {
      // What follows a whole response on its connection is nobody's.
      if (response?.complete) return;
      const kind = kindOfFailure(cause);
      settle({ kind, cause, isStale: kind === "reset" && isStale(request, bytesBefore) });
    });
    request.once("response", (message) => {
      response = message;
      let decoder: TextDecoder | undefined;
      let room = maxBytes(message.statusCode as number);
      stopDecoding = decode(message, (outcome) => {
        if (outcome instanceof Uint8Array) {
          decoder ??= new TextDecoder();
          text += decoder.decode(outcome.subarray(0, Math.max(room, 0)), { stream: true });
          room -= outcome.length;
          if (room < 0) settle({ kind: "oversized" });
        } else {
          if (decoder) text += decoder.decode();
          settle(outcome);
        }
      });
    });
    // Nobody asked for another protocol.
    request.once("upgrade", (_, socket) => {
      socket.destroy();
      settle({ kind: "malformed" });
    });
    if (signal?.aborted) abort();
    else signal?.addEventListener("abort", abort);
    request.end(body);
  });
}

function answerOf(message: Http.IncomingMessage, text: string, failure?: Failure): Answer {
  const { statusCode, statusMessage = "", headers } = message;
  const joined: Record<string, string> = {};
  for (const name in headers) joined[name] = String(headers[name]);
  return {
    status: statusCode as number,
    statusText: statusMessage,
    headers: joined,
    text,
    failure,
  };
}

/** Whether a kept connection was closed, and nothing had come on it since the request went out. */
function isStale({ socket, reusedSocket }: Http.ClientRequest, bytesBefore: number): boolean {
  if (!reusedSocket || socket === null) return false;
  return socket.bytesRead - bytesBefore <= ("encrypted" in socket ? MAX_TLS_ALERT : 0);
}

/** Without a body only those methods have a length for which one has a meaning (RFC 9110, 8.6). */
function lengthOf(method: string, body: string | undefined): { "content-length"?: number } {
  if (body !== undefined) return { "content-length": Buffer.byteLength(body) };
  return /^(POST|PUT|PATCH)$/.test(method) ? { "content-length": 0 } : {};
}

import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { DewTagsClientOptions } from "huaweicloud-dew-tags";
import { collectGarbage } from "../support/garbage.js";
import { clientOf, outcomeOf } from "./support/client.js";
import { call, operation } from "./support/operations.js";

export interface ScaleFigures {
  readonly succeeded: number;
  readonly failed: number;
  /** Requests that the server refused with 429. */
  readonly throttled: number;
  /** Requests a second that the server accepted, of what it allows: 1 at most. */
  readonly usedRate: number;
  /** The most connections at a time. */
  readonly connections: number;
  /** Seconds from the first request to the last answer. */
  readonly seconds: number;
  /** Kilobytes of heap that a call holds while it waits. */
  readonly heapPerCall: number;
}

/**
 * Fires calls at once at a server that allows so many a second, in any second, and answers 429
 * to the others.
 */
export async function runScale(
  calls: number,
  allowed: number,
  options: Partial<DewTagsClientOptions>,
  signal?: AbortSignal,
): Promise<ScaleFigures> {
  const accepted: number[] = [];
  let throttled = 0;
  let heap = 0;
  let open = 0;
  let connections = 0;
  const server = createServer((request, response) => {
    request.resume().once("end", () => {
      heap ||= heapUsed();
      const now = performance.now();
      if (now - (accepted.at(-allowed) ?? Number.NEGATIVE_INFINITY) < 1000) {
        throttled++;
        response.writeHead(429, { "retry-after": "1" }).end();
      } else {
        accepted.push(now);
        response.writeHead(204).end();
      }
    });
  }).on("connection", (socket) => {
    connections = Math.max(connections, ++open);
    socket.once("close", () => open--);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");

  const before = heapUsed();
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  // As patient as users are: a 429 asks for a second.
  const dew = clientOf({ baseUrl, retry: {}, ...options });
  const start = performance.now();
  const outcomes = await Promise.all(
    Array.from({ length: calls }, () => outcomeOf(call(dew, operation, { signal }))),
  );
  const seconds = (performance.now() - start) / 1000;
  await dew.close();
  server.close();
  const succeeded = outcomes.filter(({ error }) => error === undefined).length;
  const span = ((accepted.at(-1) ?? 0) - (accepted[0] ?? 0)) / 1000;
  return {
    succeeded,
    failed: calls - succeeded,
    throttled,
    usedRate: round((accepted.length - 1) / span / allowed),
    connections,
    seconds: round(seconds),
    heapPerCall: round((heap - before) / 1000 / calls),
  };
}

function heapUsed(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

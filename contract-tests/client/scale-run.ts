import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { DewTagsClientOptions } from "huaweicloud-dew-tags";
import { clientOf } from "./support/client.js";
import { call, operation } from "./support/operations.js";

export interface ScaleFigures {
  readonly succeeded: number;
  readonly failed: number;
  /** Requests that the server refused with 429. */
  readonly throttled: number;
  /** Requests a second that the server accepted, of what it allows: 1 at most. */
  readonly usedRate: number;
  /** Seconds from the first request to the last answer. */
  readonly seconds: number;
  /** Kilobytes a call by which the heap grew at most, garbage included. */
  readonly heapPerCall: number;
  /** The most connections at a time. */
  readonly connections: number;
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
  const file = fileURLToPath(new URL("scale-server.ts", import.meta.url));
  const server = fork(file, [String(allowed)], { execArgv: ["--import", "tsx"] });
  const [baseUrl] = (await once(server, "message")) as [string];

  const before = process.memoryUsage().heapUsed;
  let heap = 0;
  const watch = setInterval(() => {
    heap = Math.max(heap, process.memoryUsage().heapUsed);
  }, 50);
  await using dew = clientOf({ baseUrl, ...options });
  const start = performance.now();
  const results = await Promise.allSettled(
    Array.from({ length: calls }, async () => {
      const { error } = await call(dew, operation, { signal });
      if (error) throw error;
    }),
  );
  const seconds = round((performance.now() - start) / 1000);
  clearInterval(watch);
  server.send("stop");
  const [seen] = (await once(server, "message")) as [
    Pick<ScaleFigures, "throttled" | "usedRate" | "connections">,
  ];
  server.disconnect();
  const succeeded = results.filter(({ status }) => status === "fulfilled").length;
  const usedRate = round(seen.usedRate);
  const heapPerCall = round((heap - before) / 1000 / calls);
  return { succeeded, failed: calls - succeeded, ...seen, usedRate, seconds, heapPerCall };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

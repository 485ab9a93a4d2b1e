import { type ChildProcess, fork } from "node:child_process";
import { createRequire } from "node:module";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../lib/free-port.js";
import { type Load, timePerCall } from "./calls.js";
import { failure, type ServerProcess, startServer, stop } from "./child.js";
import { loadMock } from "./ours.js";
import { example, SPEC, TOKEN } from "./sample.js";
import { type Effort, interleave, rounds, spread } from "./stats.js";
import type { Table } from "./table.js";

const PRISM = createRequire(import.meta.url).resolve("@stoplight/prism-cli/dist/index.js");
const STARTS = { warmUps: 3, rounds: 20 };
const SEQUENTIAL = { calls: 50, concurrency: 1 };
const CONCURRENT = { calls: 200, concurrency: 50 };
const REQUEST_ROUNDS = { warmUps: 5, rounds: 12 };

/** How soon the mock answers, and how fast, beside Prism's own command on the same document. */
export async function measureMock(effort: Effort): Promise<Table[]> {
  const { startMock } = await loadMock();
  const starts = await interleave(
    {
      own: async () => {
        const start = performance.now();
        const mock = await startMock();
        await assertAnswers204(mock.url);
        const time = performance.now() - start;
        await mock.close();
        return time;
      },
    },
    rounds(effort, STARTS),
  );

  const [own, ownCold] = await timeStart(() => startServer("./mock-server.ts"));
  try {
    const [prism, prismCold] = await timeStart(startPrism);
    try {
      const sample = (load: Load) =>
        interleave(
          {
            own: () => requestsPerSecond(own.url, load),
            prism: () => requestsPerSecond(prism.url, load),
          },
          rounds(effort, REQUEST_ROUNDS),
        );
      const sequential = await sample(SEQUENTIAL);
      const concurrent = await sample(CONCURRENT);
      return [
        {
          id: "mock",
          title: "The mock: start to its first 204, and requests a second",
          columns: [
            { id: "start", heading: "next start, ms", unit: "ms" },
            { id: "cold", heading: "process, ms", unit: "ms" },
            { id: "sequential", heading: "one by one, /s", unit: "/s" },
            { id: "concurrent", heading: `${CONCURRENT.concurrency} at a time, /s`, unit: "/s" },
          ],
          rows: [
            {
              id: "own",
              name: "startMock",
              figures: {
                start: spread(starts.own),
                cold: ownCold,
                sequential: spread(sequential.own),
                concurrent: spread(concurrent.own),
              },
            },
            {
              id: "prism",
              name: "prism mock",
              figures: {
                cold: prismCold,
                sequential: spread(sequential.prism),
                concurrent: spread(concurrent.prism),
              },
            },
          ],
          note: "Next start: in a process that has started one before. Process: a new one, once.",
        },
      ];
    } finally {
      await prism.stop();
    }
  } finally {
    await own.stop();
  }
}

async function timeStart(
  start: () => Promise<ServerProcess>,
): Promise<[server: ServerProcess, ms: number]> {
  const begin = performance.now();
  const server = await start();
  await assertAnswers204(server.url);
  return [server, performance.now() - begin];
}

/** Prism's command, silent: what it logs by default would be most of its work. */
async function startPrism(): Promise<ServerProcess> {
  const port = await freePort();
  const args = ["mock", SPEC, "--port", `${port}`, "--verboseLevel", "silent"];
  const child = fork(PRISM, args, { execArgv: [], stdio: "ignore" });
  const url = `http://127.0.0.1:${port}`;
  await Promise.race([untilAnswered(url, child), failure(child, "prism mock")]);
  return { url, stop: () => stop(child) };
}

async function untilAnswered(url: string, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    try {
      await send(url);
      return;
    } catch {
      await sleep(10);
    }
  }
}

async function requestsPerSecond(url: string, load: Load): Promise<number> {
  return 1_000_000 / (await timePerCall(url, () => send(url), load));
}

async function assertAnswers204(url: string): Promise<void> {
  const status = await send(url);
  if (status !== 204) throw new Error(`the mock answered ${status}`);
}

async function send(url: string): Promise<number> {
  const { status } = await fetch(url + example.path, {
    method: example.method,
    headers: { "Content-Type": "application/json", "X-Auth-Token": TOKEN },
    body: JSON.stringify(example.body),
  });
  return status;
}

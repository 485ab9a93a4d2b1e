import { startServer } from "./child.js";
import { contenders, REFERENCE, startContender } from "./contenders.js";
import { installPeers } from "./peers.js";
import { callSetup } from "./sample.js";
import { compare, type Effort, interleave, rounds, spread } from "./stats.js";
import type { Table } from "./table.js";

// Many short samples: where the machine turns to something else, it spoils few of them.
const SEQUENTIAL = { calls: 10, concurrency: 1 };
const CONCURRENT = { calls: 200, concurrency: 50 };
const SEQUENTIAL_ROUNDS = { warmUps: 40, rounds: 200 };
const CONCURRENT_ROUNDS = { warmUps: 8, rounds: 60 };

/** What a call takes, beside raw `fetch`, against a server that answers 204. */
export async function measureCalls(effort: Effort): Promise<Table[]> {
  installPeers();
  const server = await startServer("./answering-server.ts");
  try {
    const setup = callSetup(server.url);
    const calls: [id: string, call: () => Promise<number>][] = [];
    for (const contender of contenders) {
      calls.push([contender.id, await startContender(contender, setup)]);
    }
    const sample = (load: Load) =>
      Object.fromEntries(calls.map(([id, call]) => [id, () => timePerCall(id, call, load)]));
    const sequential: Samples = await interleave(
      sample(SEQUENTIAL),
      rounds(effort, SEQUENTIAL_ROUNDS),
    );
    const concurrent: Samples = await interleave(
      sample(CONCURRENT),
      rounds(effort, CONCURRENT_ROUNDS),
    );
    return [toTable(sequential, concurrent)];
  } finally {
    await server.stop();
  }
}

type Samples = Readonly<Record<string, number[]>>;

export interface Load {
  readonly calls: number;
  /** Calls in flight at a time. */
  readonly concurrency: number;
}

/** @returns µs a call: the time from the first to the last, divided by their number */
export async function timePerCall(
  name: string,
  call: () => Promise<number>,
  { calls, concurrency }: Load,
): Promise<number> {
  let left = calls;
  const work = async () => {
    while (left-- > 0) {
      const status = await call();
      if (status !== 204) throw new Error(`${name} got ${status}`);
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: concurrency }, work));
  return ((performance.now() - start) * 1000) / calls;
}

function toTable(sequential: Samples, concurrent: Samples): Table {
  return {
    id: "calls",
    title: "Calls to a server on loopback that answers 204: speed, raw fetch = 1",
    columns: [
      { id: "sequential", heading: "one by one", unit: "×" },
      { id: "sequential-time", heading: "µs", unit: "µs" },
      { id: "concurrent", heading: `${CONCURRENT.concurrency} at a time`, unit: "×" },
      { id: "concurrent-time", heading: "µs", unit: "µs" },
    ],
    rows: contenders.map(({ id, name }) => ({
      id,
      name,
      figures: {
        sequential: speed(sequential, id),
        "sequential-time": spread(sequential[id] ?? []),
        concurrent: speed(concurrent, id),
        "concurrent-time": spread(concurrent[id] ?? []),
      },
    })),
    note: "This package with validation, timeout, retries and typed errors on.",
  };
}

function speed(samples: Samples, id: string) {
  return compare(samples[id] ?? [], samples[REFERENCE] ?? [], (own, raw) => raw / own);
}

import { startServer } from "./child.js";
import { type Contender, makeContenders } from "./clients.js";
import { compare, type Effort, interleave, type Rounds, rounds, spread } from "./stats.js";
import type { Table } from "./table.js";

// Many short samples: where the machine turns to something else, it spoils few of them.
const SEQUENTIAL = { calls: 10, concurrency: 1 };
const CONCURRENT = { calls: 200, concurrency: 50 };
const SEQUENTIAL_ROUNDS = { warmUps: 40, rounds: 200 };
const CONCURRENT_ROUNDS = { warmUps: 8, rounds: 60 };

/** What a call takes, beside raw `fetch`, against a server that answers 204. */
export async function measureCalls(effort: Effort): Promise<Table[]> {
  const server = await startServer("./answering-server.ts");
  try {
    const contenders = await makeContenders(server.url);
    const sequential = await sample(contenders, SEQUENTIAL, rounds(effort, SEQUENTIAL_ROUNDS));
    const concurrent = await sample(contenders, CONCURRENT, rounds(effort, CONCURRENT_ROUNDS));
    return [toTable(contenders, sequential, concurrent)];
  } finally {
    await server.stop();
  }
}

type Samples = Readonly<Record<string, number[]>>;

function sample(contenders: readonly Contender[], load: Load, rounds: Rounds): Promise<Samples> {
  const samples = contenders.map(
    (contender) => [contender.id, () => timePerCall(contender, load)] as const,
  );
  return interleave(Object.fromEntries(samples), rounds);
}

export interface Load {
  readonly calls: number;
  /** How many of them are on their way at a time. */
  readonly concurrency: number;
}

/** @returns µs a call: of the clock from the first to the last, by their number */
export async function timePerCall(
  { name, call }: Pick<Contender, "name" | "call">,
  { calls, concurrency }: Load,
): Promise<number> {
  let left = calls;
  const work = async () => {
    while (left-- > 0) {
      const status = await call();
      if (status !== 204) throw new Error(`${name} was answered ${status}`);
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: concurrency }, work));
  return ((performance.now() - start) * 1000) / calls;
}

function toTable(
  contenders: readonly Contender[],
  sequential: Samples,
  concurrent: Samples,
): Table {
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
  return compare(samples[id] ?? [], samples.fetch ?? [], (own, raw) => raw / own);
}

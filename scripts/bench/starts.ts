import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { startServer } from "./child.js";
import { contenders, EMPTY, REFERENCE } from "./contenders.js";
import { installPeers } from "./peers.js";
import { callSetup } from "./sample.js";
import { compare, type Effort, interleave, type Rounds, rounds, spread } from "./stats.js";
import type { Column, Table } from "./table.js";

const RUNNER = fileURLToPath(new URL("first-call.js", import.meta.url));
const ROUNDS = { warmUps: 2, rounds: 20 };
const OVER_EMPTY: Column = { id: "over-empty", heading: "over empty Node", unit: "ms" };
const PROCESS: Column = { id: "process", heading: "process", unit: "ms" };

/** What an import adds to a process that does nothing else. */
export async function measureImports(effort: Effort): Promise<Table[]> {
  installPeers();
  const { rows } = await measureProcesses([], rounds(effort, ROUNDS));
  return [
    {
      id: "import",
      title: "Import in a fresh process: from spawn to exit, ms",
      columns: [PROCESS, OVER_EMPTY],
      rows,
    },
  ];
}

/** What importing and a first call add to a process: what a command or a cold function feels. */
export async function measureFirstCalls(effort: Effort): Promise<Table[]> {
  installPeers();
  const server = await startServer("./answering-server.ts");
  try {
    const args = [JSON.stringify(callSetup(server.url))];
    const { rows } = await measureProcesses(args, rounds(effort, ROUNDS));
    return [
      {
        id: "cold",
        title: "First call of a process, import included: from spawn to exit, ms",
        columns: [PROCESS, OVER_EMPTY, { id: "ratio", heading: "raw fetch = 1", unit: "×" }],
        rows,
        note: "The ratio is of what each adds to an empty Node: less is better.",
      },
    ];
  } finally {
    await server.stop();
  }
}

async function measureProcesses(args: readonly string[], rounds: Rounds) {
  const runs = [EMPTY, ...contenders];
  const samples: Record<string, number[]> = await interleave(
    Object.fromEntries(
      runs.map(({ id, path }) => [id, () => timeProcess([RUNNER, path, ...args])]),
    ),
    rounds,
  );
  const overEmpty = (id: string) =>
    (samples[id] ?? []).map((time, round) => time - (samples[EMPTY.id]?.[round] ?? Number.NaN));
  return {
    rows: runs.map(({ id, name }) => ({
      id,
      name,
      figures: {
        process: spread(samples[id] ?? []),
        ...(id !== EMPTY.id && {
          "over-empty": spread(overEmpty(id)),
          ratio: compare(overEmpty(id), overEmpty(REFERENCE), (own, raw) => own / raw),
        }),
      },
    })),
  };
}

/** @returns ms; asynchronous, because the server of first calls may not be kept waiting */
async function timeProcess(args: readonly string[]): Promise<number> {
  const start = performance.now();
  const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"] });
  const [code] = await once(child, "exit");
  const time = performance.now() - start;
  if (code !== 0) throw new Error(`${args.join(" ")} ended with ${code}`);
  return time;
}

// npm run test:runtimes [-- --only NAME]: runs one small contract of the packed package on each
// runtime, against a server on loopback. Exits 1 where one of them disagrees.

import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { freePort } from "./lib/free-port.js";
import { installFolder } from "./lib/install-folder.js";
import { installInto, pack } from "./lib/pack.js";
import { type Expectation, expectations } from "./runtimes/expected.js";
import { type Outcomes, type Runtime, runtimes } from "./runtimes/runtimes.js";
import { makeSample } from "./runtimes/sample.js";
import { startServer, type TestServer } from "./runtimes/server.js";

const here = fileURLToPath(new URL("runtimes/", import.meta.url));
const { only } = parseArgs({ options: { only: { type: "string" } } }).values;
const chosen = runtimes.filter(
  ({ id }) => only === undefined || id.toLowerCase().startsWith(only.toLowerCase()),
);

if (chosen.length === 0) {
  console.error(`--only must be one of: ${runtimes.map(({ id }) => id).join(", ")}`);
  process.exit(2);
}
if (process.platform !== "linux" || process.arch !== "x64") {
  console.error(
    "The pinned runtimes are those for Linux on x64. Run this there, or in a container.",
  );
  process.exit(2);
}

installFolder(here);
const folder = mkdtempSync(join(tmpdir(), "dew-tags-runtimes-"));
const sample = makeSample();
const expected = expectations(sample);
const server = await startServer(sample);
try {
  installInto(folder, [pack(folder)]);
  for (const name of ["contract.js", "run.js", "worker.js"]) {
    copyFileSync(join(here, name), join(folder, name));
  }
  const closed = `http://127.0.0.1:${await freePort()}`;
  const columns: [id: string, cells: Cell[]][] = [];
  for (const [index, runtime] of chosen.entries()) {
    const run = `${index}`;
    const setup = { origin: `${server.origin}/${run}`, closed, sample };
    const outcomes: Outcomes = await runtime.run(folder, setup, server).catch((error: Error) => {
      console.error(`${runtime.id}: ${error.message}`);
      return {};
    });
    columns.push([
      runtime.id,
      Object.keys(expected).map((name) => judge(name, runtime, outcomes, run, server)),
    ]);
  }
  print(columns);
} finally {
  server.close();
  rmSync(folder, { recursive: true, force: true });
}

interface Cell {
  readonly isExpected: boolean;
  readonly text: string;
}

function judge(
  behaviour: string,
  { isPrecise }: Runtime,
  outcomes: Outcomes,
  run: string,
  server: TestServer,
): Cell {
  const { vague = [], ...exact } = expected[behaviour] as Expectation;
  const outcome = outcomes[behaviour] ?? "nothing";
  const requests = server.count(run, behaviour);
  const allowed = isPrecise ? [exact] : [exact, ...vague];
  return {
    isExpected: allowed.some(
      (one) =>
        one.outcome === outcome &&
        (one.mayRepeat ? requests >= one.requests : requests === one.requests),
    ),
    text: `${outcome}, sent ${requests} ×`,
  };
}

/** A line for each behaviour: the outcome that all share, or each runtime's own. */
function print(columns: readonly (readonly [id: string, cells: readonly Cell[]])[]): void {
  const cells = columns.flatMap(([, cells]) => cells);
  Object.keys(expected).forEach((behaviour, row) => {
    const byText = new Map<string, string[]>();
    for (const [id, column] of columns) {
      const { isExpected, text } = column[row] as Cell;
      const key = `${isExpected ? "✓" : "✗"} ${text}`;
      byText.set(key, [...(byText.get(key) ?? []), id]);
    }
    console.log(behaviour);
    for (const [text, ids] of byText) {
      console.log(`  ${text}: ${ids.length === columns.length ? "all" : ids.join(", ")}`);
    }
  });
  const failed = cells.filter(({ isExpected }) => !isExpected).length;
  console.log(`\n${columns.map(([id]) => id).join(", ")}`);
  console.log(`${cells.length - failed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
}

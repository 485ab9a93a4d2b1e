import { spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import openapiTS, { astToString } from "openapi-typescript";
import { generate } from "../generator/index.js";
import { ROOT } from "./ours.js";
import { type Effort, interleave, rounds, spread } from "./stats.js";
import type { Table } from "./table.js";

const SPEC = join(ROOT, "spec/openapi.yaml");
const WARM_ROUNDS = { warmUps: 5, rounds: 20 };
const COLD_ROUNDS = { warmUps: 1, rounds: 5 };

/** `npm run generate` beside openapi-typescript alone. */
export async function measureGenerate(effort: Effort): Promise<Table[]> {
  const folder = await mkdtemp(join(tmpdir(), "dew-tags-bench-"));
  const out = join(folder, "out");
  try {
    const cold = await interleave(
      {
        own: () => timeNpm(["run", "generate", "--", "--out", out]),
        types: () => timeNpm(["exec", "openapi-typescript", "--", SPEC, "-o", `${out}.ts`]),
      },
      rounds(effort, COLD_ROUNDS),
    );
    const warm = await interleave(
      {
        own: () => time(() => generate(SPEC)),
        types: () =>
          time(async () => astToString(await openapiTS(pathToFileURL(SPEC), { silent: true }))),
      },
      rounds(effort, WARM_ROUNDS),
    );
    const figures = (id: "own" | "types") => ({
      process: spread(cold[id]),
      warm: spread(warm[id]),
    });
    return [
      {
        id: "generate",
        title: "Generating, ms",
        columns: [
          { id: "process", heading: "by npm", unit: "ms" },
          { id: "warm", heading: "in a process that did it before", unit: "ms" },
        ],
        rows: [
          { id: "own", name: "npm run generate", figures: figures("own") },
          { id: "types", name: "openapi-typescript alone", figures: figures("types") },
        ],
        note: "generate also lints, bundles, checks and makes validators, client and cases.",
      },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function timeNpm(args: readonly string[]): Promise<number> {
  return time(async () => {
    const { status, stderr } = spawnSync("npm", args, {
      cwd: ROOT,
      encoding: "utf8",
      shell: process.platform === "win32",
    });
    if (status !== 0) throw new Error(`npm ${args.join(" ")} failed: ${stderr}`);
  });
}

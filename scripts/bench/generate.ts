import { spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import openapiTS, { astToString } from "openapi-typescript";
import { generate } from "../generator/index.js";
import { loadSpec } from "../generator/load-spec.js";
import { listOperations } from "../generator/operations.js";
import { emitTypes } from "../generator/types.js";
import { emitValidators } from "../generator/validators.js";
import { multiply } from "./documents.js";
import { ROOT } from "./ours.js";
import { document } from "./sample.js";
import { compare, type Effort, interleave, type Rounds, rounds, spread } from "./stats.js";
import type { Row, Table } from "./table.js";

/** By number of operations; the larger, the longer and the steadier. */
const SIZES: readonly (readonly [operations: number, rounds: Rounds])[] = [
  [2, { warmUps: 5, rounds: 10 }],
  [10, { warmUps: 3, rounds: 10 }],
  [100, { warmUps: 2, rounds: 5 }],
  [1000, { warmUps: 1, rounds: 3 }],
];
const QUICK_SIZES = SIZES.slice(0, -1);
const COLD_ROUNDS = { warmUps: 1, rounds: 3 };

/** `npm run generate` on documents of growing size, beside openapi-typescript alone. */
export async function measureGenerate(effort: Effort): Promise<Table[]> {
  const folder = await mkdtemp(join(tmpdir(), "dew-tags-bench-"));
  try {
    const rows: Row[] = [];
    for (const [operations, full] of effort.quick ? QUICK_SIZES : SIZES) {
      rows.push(await measureSize(folder, operations, rounds(effort, full)));
    }
    return [
      {
        id: "generate",
        title: "Generating, in a process that has done it before, ms",
        columns: [
          { id: "generate", heading: "generate", unit: "ms" },
          { id: "types-alone", heading: "openapi-typescript", unit: "ms" },
          { id: "ratio", heading: "ratio", unit: "×" },
          { id: "per-operation", heading: "an operation", unit: "ms" },
        ],
        rows,
        note:
          "generate also lints, bundles, checks and makes validators, client and cases. " +
          "Every ten operations share request schemas.",
      },
      await measureParts(folder, effort),
      await measureCold(folder, effort),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measureSize(folder: string, operations: number, rounds: Rounds): Promise<Row> {
  const path = join(folder, `${operations}.json`);
  await writeFile(path, JSON.stringify(multiply(document, operations), null, 2));
  const samples = await interleave(
    {
      generate: () => time(() => generate(path)),
      typesAlone: () => timeTypesAlone(path),
    },
    rounds,
  );
  return {
    id: `${operations}`,
    name: `${operations} operations`,
    figures: {
      generate: spread(samples.generate),
      "types-alone": spread(samples.typesAlone),
      ratio: compare(samples.generate, samples.typesAlone, (own, other) => own / other),
      "per-operation": spread(samples.generate.map((sample) => sample / operations)),
    },
  };
}

/** Where the time goes: each part on its own, on the largest document. */
async function measureParts(folder: string, effort: Effort): Promise<Table> {
  const [operations, full] = (effort.quick ? QUICK_SIZES : SIZES).at(-1) as (typeof SIZES)[0];
  const path = join(folder, `${operations}.json`);
  const spec = await loadSpec(path);
  const listed = listOperations(spec.document);
  const samples = await interleave(
    {
      typesAlone: () => timeTypesAlone(path),
      load: () => time(() => loadSpec(path)),
      validators: () => time(() => emitValidators(spec, listed)),
      types: () => time(async () => emitTypes(spec)),
    },
    rounds(effort, full),
  );
  const row = (id: Exclude<keyof typeof samples, "typesAlone">, name: string): Row => ({
    id,
    name,
    figures: {
      time: spread(samples[id]),
      ratio: compare(samples[id], samples.typesAlone, (own, other) => own / other),
    },
  });
  return {
    id: "generate-parts",
    title: `The parts of generate on ${operations} operations, ms`,
    columns: [
      { id: "time", heading: "alone", unit: "ms" },
      { id: "ratio", heading: "openapi-typescript = 1", unit: "×" },
    ],
    rows: [
      row("load", "read, lint, bundle, swagger-parser"),
      row("types", "types"),
      row("validators", "validators"),
    ],
    note: "openapi-typescript reads, lints and bundles by itself; here it is spared that.",
  };
}

async function measureCold(folder: string, effort: Effort): Promise<Table> {
  const out = join(folder, "out");
  const samples = await interleave(
    {
      generate: () => timeNpm(["run", "generate", "--", "--out", out]),
      typesAlone: () =>
        timeNpm(["exec", "openapi-typescript", "--", "spec/openapi.yaml", "-o", `${out}.ts`]),
    },
    rounds(effort, COLD_ROUNDS),
  );
  return {
    id: "generate-cold",
    title: "Generating from the command line, by npm, ms",
    columns: [{ id: "process", heading: "process", unit: "ms" }],
    rows: [
      {
        id: "generate",
        name: "npm run generate",
        figures: { process: spread(samples.generate) },
      },
      {
        id: "types-alone",
        name: "openapi-typescript alone",
        figures: { process: spread(samples.typesAlone) },
      },
    ],
  };
}

/** openapi-typescript from the file to the text. */
function timeTypesAlone(path: string): Promise<number> {
  return time(async () => astToString(await openapiTS(pathToFileURL(path), { silent: true })));
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

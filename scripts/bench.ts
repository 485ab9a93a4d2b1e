// npm run bench [-- --only calls,size] [-- --quick] [-- --json]
// Measures this package beside its peers in one run.
// npm prints a banner before what this prints: for JSON alone, npm run --silent bench -- --json.

import { parseArgs } from "node:util";
import { buildIfStale } from "./bench/ours.js";
import { renderText } from "./bench/render-text.js";
import type { Effort } from "./bench/stats.js";
import type { Report, Table } from "./bench/table.js";

/** Each is loaded when its turn comes: what one brings into the process burdens no earlier one. */
const SUBJECTS: Readonly<Record<string, (effort: Effort) => Promise<Table[]>>> = {
  calls: async (effort) => (await import("./bench/calls.js")).measureCalls(effort),
  cold: async (effort) => (await import("./bench/starts.js")).measureFirstCalls(effort),
  import: async (effort) => (await import("./bench/starts.js")).measureImports(effort),
  size: async () => (await import("./bench/sizes.js")).measureSizes(),
  validation: async (effort) => (await import("./bench/validation.js")).measureValidation(effort),
  hostile: async () => (await import("./bench/hostile.js")).measureHostile(),
  generate: async (effort) => (await import("./bench/generate.js")).measureGenerate(effort),
  mock: async (effort) => (await import("./bench/mock.js")).measureMock(effort),
};
const USAGE = `Usage: npm run bench -- [--only SUBJECT,…] [--quick] [--json]
Subjects: ${Object.keys(SUBJECTS).join(", ")}.`;

try {
  const { subjects, quick, json } = readOptions();
  buildIfStale();
  const tables: Table[] = [];
  for (const subject of subjects) {
    const done = announce(subject);
    tables.push(...((await SUBJECTS[subject]?.({ quick })) ?? []));
    done();
  }
  const report: Report = {
    date: new Date().toISOString().slice(0, 10),
    node: process.versions.node,
    quick,
    tables,
  };
  console.log(json ? JSON.stringify(report, null, 2) : renderText(report));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
// Connections that contenders keep open would delay the end.
process.exit();

function readOptions() {
  const { only, quick, json } = parse();
  const subjects = only?.split(",") ?? Object.keys(SUBJECTS);
  if (!subjects.every((subject) => Object.hasOwn(SUBJECTS, subject))) throw new Error(USAGE);
  return { subjects, quick, json };
}

function parse() {
  try {
    return parseArgs({
      options: {
        only: { type: "string" },
        quick: { type: "boolean", default: false },
        json: { type: "boolean", default: false },
      },
    }).values;
  } catch {
    throw new Error(USAGE);
  }
}

/** Says on a terminal what is measured; what it returns says how long that took. */
function announce(subject: string): () => void {
  if (!process.stderr.isTTY || process.env.CI) return () => {};
  const start = performance.now();
  process.stderr.write(`Measuring ${subject} … `);
  return () => process.stderr.write(`${((performance.now() - start) / 1000).toFixed(0)} s\n`);
}

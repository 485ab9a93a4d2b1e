// npm run bench [-- --only calls,size] [-- --quick] [-- --json | --markdown] [-- --svg [FILE]]
// Measures this package beside its peers in one run. Exits 0 whether or not the marks are met.
// npm prints a banner before what this prints: for JSON alone, npm run --silent bench -- --json.

import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { drawChart } from "./bench/chart.js";
import { judgeMarks } from "./bench/marks.js";
import { buildIfStale } from "./bench/ours.js";
import { renderMarkdown } from "./bench/render-markdown.js";
import { renderText } from "./bench/render-text.js";
import type { Effort } from "./bench/stats.js";
import type { Report, Table } from "./bench/table.js";

/** Loaded one after the other: what one subject brings into the process comes after the earlier. */
const SUBJECTS: Readonly<Record<string, (effort: Effort) => Promise<Table[]>>> = {
  calls: async (effort) => (await import("./bench/calls.js")).measureCalls(effort),
  overhead: async (effort) => (await import("./bench/overhead.js")).measureOverhead(effort),
  validation: async (effort) => (await import("./bench/validation.js")).measureValidation(effort),
  import: async (effort) => (await import("./bench/imports.js")).measureImports(effort),
  size: async () => (await import("./bench/sizes.js")).measureSizes(),
  generate: async (effort) => (await import("./bench/generate.js")).measureGenerate(effort),
  mock: async (effort) => (await import("./bench/mock.js")).measureMock(effort),
};
const DEFAULT_CHART = ".github/bench.svg";
const USAGE = `Usage: npm run bench -- [--only SUBJECT,…] [--quick] [--json | --markdown] [--svg [FILE]]
Subjects: ${Object.keys(SUBJECTS).join(", ")}. FILE is ${DEFAULT_CHART} unless it is given.`;

try {
  const options = readOptions();
  buildIfStale();
  const tables: Table[] = [];
  for (const subject of options.subjects) {
    const done = announce(subject);
    tables.push(...((await SUBJECTS[subject]?.({ quick: options.quick })) ?? []));
    done();
  }
  const report: Report = {
    date: new Date().toISOString().slice(0, 10),
    node: process.versions.node,
    quick: options.quick,
    tables,
    marks: judgeMarks(tables),
  };
  if (options.format === "json") console.log(JSON.stringify(report, null, 2));
  else console.log(options.format === "markdown" ? renderMarkdown(report) : renderText(report));
  if (options.svg !== undefined) {
    await mkdir(dirname(options.svg), { recursive: true });
    await writeFile(options.svg, drawChart(report));
    console.error(`${options.svg}: wrote the chart`);
  }
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

function readOptions() {
  const { only, quick, json, markdown, svg } = parse();
  const subjects = only?.split(",") ?? Object.keys(SUBJECTS);
  if ((json && markdown) || !subjects.every((subject) => Object.hasOwn(SUBJECTS, subject))) {
    throw new Error(USAGE);
  }
  return { subjects, quick, svg, format: json ? "json" : markdown ? "markdown" : "text" } as const;
}

function parse() {
  // The file of --svg may be left out, which parseArgs does not know.
  const args = process.argv.slice(2).flatMap((arg, i, all) => {
    const next = all[i + 1];
    return arg === "--svg" && (next === undefined || next.startsWith("--"))
      ? [arg, DEFAULT_CHART]
      : [arg];
  });
  try {
    return parseArgs({
      args,
      options: {
        only: { type: "string" },
        quick: { type: "boolean", default: false },
        json: { type: "boolean", default: false },
        markdown: { type: "boolean", default: false },
        svg: { type: "string" },
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

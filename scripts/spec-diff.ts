// npm run spec:diff -- --base REF [--format stylish|markdown|github-actions]
// Compares spec/ with a git revision. Exits 1 where a break is not announced by info.version or
// the versions disagree, 2 where it cannot compare.

import { parseArgs } from "node:util";
import { SpecDiffError, specDiff } from "./spec-diff/index.js";
import { type Format, formats, render } from "./spec-diff/render.js";

const USAGE = `Usage: npm run spec:diff -- --base REF [--format ${formats.join("|")}]
REF is any git revision: origin/main, v1.0.0, HEAD~1.`;

try {
  const { base, format } = readOptions();
  const result = await specDiff({ root: process.cwd(), base });
  console.log(render(result, format));
  process.exitCode = result.problems.length === 0 ? 0 : 1;
} catch (error) {
  if (!(error instanceof SpecDiffError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

function readOptions(): { base: string; format: Format } {
  try {
    const { base, format } = parseArgs({
      options: { base: { type: "string" }, format: { type: "string", default: "stylish" } },
    }).values;
    if (base !== undefined && base !== "" && isFormat(format)) return { base, format };
  } catch {
    // An unknown option: the usage says which there are.
  }
  throw new SpecDiffError(USAGE);
}

function isFormat(format: string): format is Format {
  return (formats as readonly string[]).includes(format);
}

// npm run spec:lint [-- FILE]: Redocly's lint by the rules of spec/redocly.yaml, and what the
// generator asks of a spec. Exits 1 where either finds a flaw.

import { parseArgs } from "node:util";
import { loadSpec } from "./generator/load-spec.js";
import { SpecError } from "./generator/spec-error.js";
import { runRedocly } from "./redocly.js";

const {
  positionals: [spec = "spec/openapi.yaml"],
} = parseArgs({ allowPositionals: true });

const format = process.env.GITHUB_ACTIONS === undefined ? "codeframe" : "github-actions";
const exitCode = runRedocly([
  ...["lint", spec, "--config", "spec/redocly.yaml"],
  ...["--format", format],
]);
// What Redocly refuses, the generator would mostly say once more.
process.exitCode = exitCode === 0 ? await lintForGenerator() : exitCode;

async function lintForGenerator(): Promise<number> {
  try {
    await loadSpec(spec);
    return 0;
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    console.error(error.message);
    return 1;
  }
}

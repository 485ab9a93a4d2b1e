// npm run spec:lint [-- FILE]: Redocly's lint by the rules of spec/redocly.yaml. Exits as it does.

import { parseArgs } from "node:util";
import { runRedocly } from "./redocly.js";

const {
  positionals: [spec = "spec/openapi.yaml"],
} = parseArgs({ allowPositionals: true });

const format = process.env.GITHUB_ACTIONS === undefined ? "codeframe" : "github-actions";
process.exitCode = runRedocly(["lint", spec, "--config", "spec/redocly.yaml", "--format", format]);

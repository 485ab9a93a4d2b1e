// npm run release:check: whether the package may be published. Exits 1 where a placeholder stands
// for what only its owner knows, or where a Chinese text lacks.

import { readFile } from "node:fs/promises";
import { generate } from "./generator/index.js";
import { placeholders } from "./lib/placeholders.js";

const warnings: string[] = [];
const files = await generate("spec/openapi.yaml", (warning) => warnings.push(warning));
const problems = [
  ...placeholders("package.json", JSON.parse(await readFile("package.json", "utf8"))),
  ...placeholders("spec/openapi.yaml", JSON.parse(files.get("openapi.json") ?? "{}")),
  ...warnings,
];
for (const problem of problems) console.error(problem);
console.log(problems.length === 0 ? "Nothing stands in the way of a release." : "Not released.");
process.exitCode = problems.length === 0 ? 0 : 1;

// npm run test:tools [-- --only NAME]: takes the documents in generated/ through the tools of
// others: they must generate, compile, and judge the contract's cases as the contract does.

import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { installFolder } from "./lib/install-folder.js";

const here = fileURLToPath(new URL("tools/", import.meta.url));
const generated = fileURLToPath(new URL("../generated/", import.meta.url));
const documents = [
  ["3.1", "openapi.json"],
  ["3.0", "openapi-3.0.json"],
] as const;

// One of them asks for a newer Node than this project does, and runs on this one all the same.
installFolder(here, ["--legacy-peer-deps", "--engine-strict=false"]);
const { tools } = await import("./tools/tools.js");
const { only } = parseArgs({ options: { only: { type: "string" } } }).values;
let passed = 0;
let failed = 0;
for (const [version, file] of documents) {
  const document = join(generated, file);
  if (!existsSync(document)) continue;
  for (const { name, hint, refuses, run } of tools) {
    if (only !== undefined && name !== only) continue;
    // Below the tools, so that what they generate finds their packages.
    const out = join(here, ".out");
    rmSync(out, { recursive: true, force: true });
    mkdirSync(out);
    const refusal = refuses?.[version];
    const error = await run(document, out).then(
      () => undefined,
      (error: Error) => error.message,
    );
    rmSync(out, { recursive: true, force: true });
    const isExpected = refusal === undefined ? error === undefined : refusal.test(error ?? "");
    if (isExpected) passed++;
    else failed++;
    const verdict = refusal === undefined ? "works" : "refuses it, as known";
    const said = isExpected ? `${verdict}${hint ? `; ${hint}` : ""}` : (error ?? "takes it by now");
    console.log(`${isExpected ? "✓" : "✗"} ${name}, OpenAPI ${version}: ${said}`);
  }
}
console.log(`${passed} passed, ${failed} failed`);
if (failed > 0) process.exitCode = 1;

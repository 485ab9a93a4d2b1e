// npm run build: makes dist/, ESM with declarations, from src/ and generated/.

import { execFileSync } from "node:child_process";
import { cpSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = join(root, "dist");
// By its path: other versions of TypeScript, for tests, claim the name of the command too.
const tsc = join(root, "node_modules/typescript/bin/tsc");

rmSync(dist, { recursive: true, force: true });
execFileSync(process.execPath, [tsc, "-p", "tsconfig.build.json"], { cwd: root, stdio: "inherit" });
for (const name of readdirSync(join(root, "generated"))) {
  // The compiler leaves alone what is not TypeScript.
  const compiled = name.endsWith(".ts") && !name.endsWith(".d.ts");
  if (!compiled) cpSync(join(root, "generated", name), join(dist, "generated", name));
}
console.log("dist/: built");

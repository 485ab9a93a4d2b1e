// npm run build: makes dist/, ESM with declarations, from src/ and generated/.

import { execFileSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = join(root, "dist");
// By its path: each of the installed versions of TypeScript claims the name of the command.
const tsc = join(root, "node_modules/typescript-7/bin/tsc");

const { imports } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
/** What package.json maps `#…` to, by condition. */
const targets: readonly string[] = Object.values(imports).flatMap((map) =>
  Object.values(map as Record<string, string>),
);

rmSync(dist, { recursive: true, force: true });
execFileSync(process.execPath, [tsc, "-p", "tsconfig.build.json"], { cwd: root, stdio: "inherit" });
await build({
  absWorkingDir: root,
  entryPoints: [
    "src/index.ts",
    "src/mock/index.ts",
    "src/cli/index.ts",
    ...new Set(targets),
    "generated/types.ts",
    "generated/validators.js",
  ],
  outdir: dist,
  outbase: root,
  // One file an entry: importing costs by the file, not by its length.
  bundle: true,
  splitting: true,
  // As deep as the sources, which find generated/ from where they are.
  chunkNames: "src/chunks/[name]-[hash]",
  packages: "external",
  external: ["node:*", "#*"],
  platform: "neutral",
  format: "esm",
  target: "es2022",
  legalComments: "none",
});
for (const name of readdirSync(join(root, "generated"))) {
  if (name.endsWith(".json") || name.endsWith(".d.ts")) {
    cpSync(join(root, "generated", name), join(dist, "generated", name));
  }
}
// The sources find what `#…` stands for by the package.json above them, and dist/ by its own.
writeFileSync(
  join(dist, "package.json"),
  JSON.stringify({ type: "module", sideEffects: false, imports }).replaceAll(
    /"\.\/(src\/[^"]+)\.ts"/g,
    '"./$1.js"',
  ),
);
console.log("dist/: built");

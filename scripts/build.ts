// npm run build: makes dist/, ESM with declarations, from src/ and generated/.

import { execFileSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = join(root, "dist");
// By its path: each of the installed versions of TypeScript claims the name of the command.
const tsc = join(root, "node_modules/typescript-7/bin/tsc");

const { imports } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
/** What package.json maps `#src/…` to, by condition: the sources have it so, and dist/ as `#…`. */
const targets: readonly string[] = Object.entries(imports).flatMap(([name, map]) =>
  name.startsWith("#src/") ? Object.values(map as Record<string, string>) : [],
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
  external: ["node:*"],
  plugins: [
    {
      name: "imports",
      setup({ onResolve }) {
        // Left for whoever loads or bundles dist/ to choose.
        onResolve({ filter: /^#src\// }, ({ path }) => ({
          path: path.replace("#src/", "#"),
          external: true,
        }));
      },
    },
  ],
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
console.log("dist/: built");

// npm run build: makes dist/, ESM with declarations, from src/ and generated/.

import { execFileSync } from "node:child_process";
import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { type BuildOptions, build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = join(root, "dist");
// By its path: each of the installed versions of TypeScript claims the name of the command.
const tsc = join(root, "node_modules/typescript-7/bin/tsc");

const { exports, imports, bin } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const nodeEntry: string = exports["."].node;
/** The sources of all that package.json exports or maps as code. */
const sources = [...paths(exports), ...paths(imports), ...paths(bin)]
  .filter((path) => path.startsWith("./dist/") && path.endsWith(".js") && path !== nodeEntry)
  .map((path) => path.replace("./dist/", "./"))
  .map((path) => (existsSync(join(root, path)) ? path : path.replace(/\.js$/, ".ts")));

const options: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  packages: "external",
  external: ["node:*"],
  platform: "neutral",
  format: "esm",
  target: "es2022",
  legalComments: "none",
  outdir: dist,
  splitting: true,
  // As deep as the sources, which find generated/ from where they are.
  chunkNames: "src/chunks/[name]-[hash]",
};

rmSync(dist, { recursive: true, force: true });
execFileSync(process.execPath, [tsc, "-p", "tsconfig.build.json"], { cwd: root, stdio: "inherit" });
await build({
  ...options,
  entryPoints: [...new Set(sources)],
  outbase: root,
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
});
// Node's own, with its transport in it: importing costs by the file more than by its length.
await build({
  ...options,
  entryPoints: [
    { in: "src/index.ts", out: relative(dist, join(root, nodeEntry)).replace(/\.js$/, "") },
  ],
  conditions: ["node"],
});
for (const name of readdirSync(join(root, "generated"))) {
  if (/\.(json|d\.c?ts)$/.test(name)) {
    cpSync(join(root, "generated", name), join(dist, "generated", name));
  }
}
console.log("dist/: built");

/** All paths within a map of `exports`, `imports` or `bin`, whatever their conditions. */
function paths(map: unknown): string[] {
  return typeof map === "string" ? [map] : Object.values(map ?? {}).flatMap(paths);
}

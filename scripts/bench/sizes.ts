import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join } from "node:path";
import type { BuildOptions } from "esbuild";
import { weigh } from "../lib/weigh.js";
import { contenders } from "./contenders.js";
import { BROWSER_ENTRY, ROOT } from "./ours.js";
import { installPeers } from "./peers.js";
import type { Table } from "./table.js";

/** Of Node alone: what these weigh in a browser is no question. */
const NODE_ONLY = ["node-http", "undici"];

/** The contenders import what Node gets; a browser gets another file. */
const FOR_BROWSERS: BuildOptions = {
  external: [...builtinModules],
  logLevel: "error",
  plugins: [
    {
      name: "entry",
      setup: ({ onResolve }) =>
        onResolve({ filter: /\/index\.node\.js$/ }, () => ({ path: BROWSER_ENTRY })),
    },
  ],
};

/** What each contender weighs in a bundle for a browser, and what npm installs for it. */
export async function measureSizes(): Promise<Table[]> {
  installPeers();
  return [
    {
      id: "size",
      title: "One call: bundle for a browser, and install",
      columns: [
        { id: "brotli", heading: "brotli", unit: "B" },
        { id: "later", heading: "later, brotli", unit: "B" },
        { id: "minified", heading: "minified", unit: "B" },
        { id: "installed", heading: "installed", unit: "B" },
      ],
      rows: await Promise.all(
        contenders
          .filter(({ id }) => !NODE_ONLY.includes(id))
          .map(async ({ id, name, path, packages }) => ({
            id,
            name,
            figures: {
              ...(await weigh({ entryPoints: [path], ...FOR_BROWSERS })),
              installed: packages === "this" ? ownSize() : sizeOnDisk(packages, dirname(path)),
            },
          })),
      ),
      note:
        "Bundled by esbuild. Later: what is loaded when it is needed. Installed: with " +
        "dependencies. The vendor's SDK is made for Node: Node's own modules are left out of its " +
        "bundle.",
    },
  ];
}

/** What `npm pack` would ship, unpacked, and its dependencies. */
function ownSize(): number {
  const json = execFileSync("npm", ["pack", "--dry-run", "--ignore-scripts", "--json"], {
    cwd: ROOT,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
    shell: process.platform === "win32",
  });
  const [{ unpackedSize }] = JSON.parse(json) as [{ unpackedSize: number }];
  const { dependencies } = readManifest(ROOT);
  return unpackedSize + sizeOnDisk(Object.keys(dependencies ?? {}), ROOT);
}

/** Bytes of packages and of all that they depend on, each counted once. */
function sizeOnDisk(names: readonly string[], from: string): number {
  const folders = new Set<string>();
  const visit = (name: string, from: string): void => {
    const folder = packageFolder(name, from);
    if (folders.has(folder)) return;
    folders.add(folder);
    for (const dependency of Object.keys(readManifest(folder).dependencies ?? {})) {
      visit(dependency, folder);
    }
  };
  for (const name of names) visit(name, from);
  return [...folders].reduce((sum, folder) => sum + folderSize(folder), 0);
}

/** As Node looks it up, but whether or not the package exports its manifest. */
function packageFolder(name: string, from: string): string {
  const folder = join(from, "node_modules", name);
  if (existsSync(join(folder, "package.json"))) return folder;
  if (dirname(from) === from) throw new Error(`${name} is not installed`);
  return packageFolder(name, dirname(from));
}

/** Without the packages that lie within: those are counted where something depends on them. */
function folderSize(folder: string): number {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => name !== "node_modules")
    .reduce((sum, entry) => {
      const path = join(folder, entry.name);
      return sum + (entry.isDirectory() ? folderSize(path) : statSync(path).size);
    }, 0);
}

function readManifest(folder: string): { dependencies?: Record<string, string> } {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
}

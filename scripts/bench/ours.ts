import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type * as Validators from "../../generated/validators.js";
import type * as Mock from "../../src/mock/index.js";

export const ROOT: string = fileURLToPath(new URL("../..", import.meta.url));

/** The built files that package.json exports; of the client, what browsers get. */
export const BROWSER_ENTRY: string = join(ROOT, "dist/src/index.js");
const MOCK_ENTRY: string = join(ROOT, "dist/src/mock/index.js");
const VALIDATORS_ENTRY: string = join(ROOT, "dist/generated/validators.js");

// By URL: by the package's name, tsconfig.json would lead to the sources.
export function loadMock(): Promise<typeof Mock> {
  return load(MOCK_ENTRY) as Promise<typeof Mock>;
}

export function loadValidators(): Promise<typeof Validators> {
  return load(VALIDATORS_ENTRY) as Promise<typeof Validators>;
}

function load(path: string): Promise<unknown> {
  return import(pathToFileURL(path).href);
}

/** Makes dist/ as it is shipped, unless it is newer than all that it is made from. */
export function buildIfStale(): void {
  const sources = ["src", "generated", "scripts/build.ts", "package.json", "tsconfig.build.json"];
  const newest = Math.max(...sources.flatMap((name) => modificationTimes(join(ROOT, name))));
  if (existsSync(BROWSER_ENTRY) && statSync(BROWSER_ENTRY).mtimeMs > newest) return;
  console.error("Building dist/, which is what is measured");
  const { status } = spawnSync("npm", ["run", "--silent", "build"], {
    cwd: ROOT,
    stdio: ["ignore", 2, "inherit"],
    shell: process.platform === "win32",
  });
  if (status !== 0) throw new Error("npm run build failed");
}

function modificationTimes(path: string): number[] {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return [mtimeMs];
  const names = readdirSync(path, { recursive: true, encoding: "utf8" });
  return names.map((name) => statSync(join(path, name)).mtimeMs);
}

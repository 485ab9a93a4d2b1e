import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Installs what a folder's own package.json pins, unless it is there: heavy tools that only one
 * command needs stay out of `npm ci`. No install script runs.
 */
export function installFolder(folder: string, flags: readonly string[] = []): void {
  const { dependencies } = readManifest(folder) as { dependencies: Record<string, string> };
  const isInstalled = Object.entries(dependencies).every(([name, spec]) => {
    const version = spec.replace(/^npm:.*@/, "");
    // Some packages write theirs with a leading v.
    return readManifest(join(folder, "node_modules", name))?.version?.replace(/^v/, "") === version;
  });
  if (isInstalled) return;
  const name = relative(ROOT, folder);
  console.error(`Installing what ${name}/package.json pins`);
  const { status } = spawnSync(
    "npm",
    [
      "ci",
      "--prefix",
      folder,
      "--ignore-scripts",
      "--no-audit",
      "--no-fund",
      "--loglevel=error",
    ].concat(flags),
    { stdio: ["ignore", 2, "inherit"], shell: process.platform === "win32" },
  );
  if (status !== 0) throw new Error(`npm ci --prefix ${name} failed`);
}

function readManifest(folder: string): { version?: string; dependencies?: object } | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  } catch {
    return undefined;
  }
}

import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Builds and packs the package. @returns the path of the tarball, which lies in `folder` */
export function pack(folder: string): string {
  npm(ROOT, ["run", "--silent", "build"]);
  const args = ["pack", "--ignore-scripts", "--json", "--pack-destination", folder];
  const [{ filename }] = JSON.parse(npm(ROOT, args)) as [{ filename: string }];
  return join(folder, filename);
}

/** Makes an npm project of a folder, with these packages installed. No install script runs. */
export function installInto(
  folder: string,
  packages: readonly string[],
  manifest: object = { type: "module" },
): void {
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, ...manifest }));
  npm(folder, ["install", "--ignore-scripts", "--no-audit", "--no-fund", ...packages]);
}

function npm(cwd: string, args: readonly string[]): string {
  return execFileSync("npm", args, {
    cwd,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
    shell: process.platform === "win32",
  });
}

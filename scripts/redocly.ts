import { execFile, type SpawnSyncReturns, spawnSync } from "node:child_process";
import { createRequire } from "node:module";

const CLI = createRequire(import.meta.url).resolve("@redocly/cli/bin/cli.js");
const ENV = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };

export interface RedoclyResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs Redocly's CLI on this terminal; returns its exit code. */
export function runRedocly(args: readonly string[]): number {
  const { status, stderr }: SpawnSyncReturns<string> = spawnSync(process.execPath, [CLI, ...args], {
    env: ENV,
    encoding: "utf8",
    stdio: ["ignore", "inherit", "pipe"],
  });
  process.stderr.write(withoutBanner(stderr));
  return status ?? 1;
}

/** Runs Redocly's CLI and returns what it says; a failure is an exit code, not a rejection. */
export function captureRedocly(args: readonly string[], cwd: string): Promise<RedoclyResult> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [CLI, ...args],
      { cwd, env: ENV, maxBuffer: Number.POSITIVE_INFINITY },
      (error, stdout, stderr) => {
        const exitCode = error === null ? 0 : typeof error.code === "number" ? error.code : 1;
        resolve({ exitCode, stdout, stderr: withoutBanner(stderr) });
      },
    );
  });
}

/** On Node 20 each run begins with a framed notice that no flag turns off. */
function withoutBanner(stderr: string): string {
  return stderr.replace(/^ *[╔║╚].*\n/gm, "").trimStart();
}

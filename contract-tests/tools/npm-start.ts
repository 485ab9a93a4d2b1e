import { type ChildProcess, spawn } from "node:child_process";
import { vi } from "vitest";

export interface Started {
  readonly process: ChildProcess;
  readonly url: string;
  /** All that it has printed so far. */
  readonly printed: () => string;
}

/** Runs what npm start runs, on a free port, until it is ready. */
export async function npmStart(
  cwd: string,
  env: NodeJS.ProcessEnv,
  ...args: readonly string[]
): Promise<Started> {
  const command = ["--import", "tsx", "scripts/start.ts", "--port", "0", ...args];
  const child = spawn(process.execPath, command, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  // Read to the end: it would not outlive a pipe that is closed.
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (chunk: string) => {
      output += chunk;
    });
  }
  const ready = args.includes("--watch") ? "Watching spec/" : "Stop it with";
  const isOver = () => output.includes(ready) || child.exitCode !== null;
  await vi.waitUntil(isOver, { timeout: 120_000 });
  const url = /mocked at (http:\S+)/.exec(output)?.[1];
  if (url === undefined) throw new Error(`npm start tells no address:\n${output}`);
  return { process: child, url, printed: () => output };
}

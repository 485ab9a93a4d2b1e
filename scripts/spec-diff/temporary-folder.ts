import { mkdtempSync, rmSync } from "node:fs";
import { constants, tmpdir } from "node:os";
import { join } from "node:path";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Gives `work` a folder that is gone afterwards, also where a signal ends the process. */
export async function inTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const stop = (signal: NodeJS.Signals) => {
    remove();
    process.exit(128 + constants.signals[signal]);
  };
  // Before there is a folder: a signal in between would leave it behind.
  for (const signal of SIGNALS) process.once(signal, stop);
  const folder = mkdtempSync(join(tmpdir(), "spec-diff-"));
  // Retries: after a signal, a process may still be unpacking into the folder.
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  try {
    return await work(folder);
  } finally {
    remove();
    for (const signal of SIGNALS) process.off(signal, stop);
  }
}

import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

export interface ServerProcess {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts a module of this folder that serves and sends its URL; it ends with its parent. */
export async function startServer(name: string): Promise<ServerProcess> {
  const child = fork(fileURLToPath(new URL(name, import.meta.url)));
  const url = await Promise.race([
    once(child, "message").then(([message]) => String(message)),
    failure(child, name),
  ]);
  return { url, stop: () => stop(child) };
}

/** Rejects when a process ends that should not. */
export async function failure(child: ChildProcess, name: string): Promise<never> {
  const [code, signal] = await once(child, "exit");
  throw new Error(`${name} ended with ${code ?? signal}`);
}

export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill();
  await ended;
}

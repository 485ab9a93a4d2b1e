import { createInterface } from "node:readline";
import type { Fetch } from "../client/transport/wire.js";

/** Everything outside of the process that a command uses. */
export interface Io {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Asks a person; undefined if there is none. Resolves to undefined if there is no answer. */
  readonly ask: ((question: string) => Promise<string | undefined>) | undefined;
  /**
   * Listens to SIGINT, SIGTERM and SIGHUP, which then no longer end the process.
   * @param listener gets the exit code that stands for the signal
   * @returns a function that stops listening
   */
  onSignal(listener: (exitCode: number) => void): () => void;
  exit(exitCode: number): void;
  /** Takes the place of the network. */
  readonly fetch?: Fetch;
}

export interface Output {
  readonly isTTY?: boolean | undefined;
  write(text: string): unknown;
}

/** Exit code after the terminal, or the process that started this one, has gone. */
export const HANGUP = 129;

const SIGNALS = { SIGHUP: HANGUP, SIGINT: 130, SIGTERM: 143 } as const;

/** The terminal, the streams and the signals of this process. */
export function createProcessIo(): Io {
  return {
    env: process.env,
    stdout: outputTo(process.stdout),
    stderr: outputTo(process.stderr),
    ask: process.stdin.isTTY && process.stderr.isTTY ? ask : undefined,
    onSignal(listener) {
      const listeners = Object.entries(SIGNALS).map(([signal, exitCode]) => {
        const own = (): void => listener(exitCode);
        process.on(signal, own);
        return () => process.off(signal, own);
      });
      return () => {
        for (const stop of listeners) stop();
      };
    },
    exit: (exitCode) => process.exit(exitCode),
  };
}

/**
 * A terminal that was closed, or a pipe that nobody reads any more, fails at the next write. That
 * must not end the process: there may be tags to remove.
 */
function outputTo(stream: NodeJS.WriteStream): Output {
  stream.on("error", () => {});
  return {
    isTTY: stream.isTTY,
    write(text) {
      try {
        stream.write(text);
      } catch {
        // A file on a full disk throws at once.
      }
    },
  };
}

function ask(question: string): Promise<string | undefined> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  return new Promise((resolve) => {
    terminal.once("close", () => resolve(undefined));
    terminal.question(question, (answer) => {
      resolve(answer);
      terminal.close();
    });
  });
}

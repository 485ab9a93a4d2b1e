import { createInterface } from "node:readline";

/** What a command has to do with its surroundings. */
export interface Io {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Asks a person; undefined where there is none. Gives undefined where nothing is answered. */
  readonly ask: ((question: string) => Promise<string | undefined>) | undefined;
  /**
   * Has each SIGINT, SIGTERM and SIGHUP told instead of ending the process.
   * @param listener gets the exit code that says so
   * @returns what ends that
   */
  onSignal(listener: (exitCode: number) => void): () => void;
  exit(exitCode: number): void;
}

export interface Output {
  readonly isTTY?: boolean | undefined;
  write(text: string): unknown;
}

/** Exit code after the terminal, or whoever started the process, has gone. */
export const HANGUP = 129;

const SIGNALS = { SIGHUP: HANGUP, SIGINT: 130, SIGTERM: 143 } as const;

export const processIo: Io = {
  env: process.env,
  stdout: process.stdout,
  stderr: process.stderr,
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

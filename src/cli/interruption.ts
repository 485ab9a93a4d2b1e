import { HANGUP, type Io } from "./io.js";

/** Repeated signals within this time, in milliseconds, count as one. */
const REPEATED = 500;

/** The first signal ends the run, which then cleans up. A second one ends the cleaning up. */
export class Interruption {
  /** The exit code of the first signal. */
  exitCode: number | undefined;
  readonly release: () => void;
  readonly #controller = new AbortController();

  constructor(io: Io) {
    let since = 0;
    this.release = io.onSignal((exitCode) => {
      if (this.exitCode === undefined) {
        this.exitCode = exitCode;
        since = performance.now();
        this.#controller.abort();
      } else if (exitCode !== HANGUP && performance.now() - since > REPEATED) {
        io.stderr.write("Stopped before everything was removed: tags may be left behind.\n");
        io.exit(exitCode);
      }
    });
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }
}

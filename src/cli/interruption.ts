import { HANGUP, type Io } from "./io.js";

/** Within so many milliseconds, a shell and its terminal tell the same. */
const REPEATED = 500;

/** A first signal ends the run, which then cleans up; a second one ends that, too. */
export class Interruption {
  /** That of the first signal. */
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
        io.stderr.write("Gave up: tags may be left behind.\n");
        io.exit(exitCode);
      }
    });
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }
}

import { sleep } from "../client/sleep.js";

/** Limits calls per second. */
export class Pace {
  readonly #interval: number;
  #next = 0;

  /** @param rate calls a second; `Infinity`: as fast as they come */
  constructor(rate: number) {
    this.#interval = 1000 / rate;
  }

  /** Resolves when the next call may begin, or at once when the signal is aborted. */
  async wait(signal?: AbortSignal): Promise<void> {
    const now = performance.now();
    const start = Math.max(now, this.#next);
    this.#next = start + this.#interval;
    if (start > now) await sleep(start - now, signal);
  }
}

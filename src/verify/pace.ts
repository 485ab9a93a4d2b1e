/** Spaces calls so that no second sees more of them than it may. */
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
    if (start > now) await pause(start - now, signal);
  }
}

/** Waits, but no longer than until the signal is aborted. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const stop = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", stop);
      resolve();
    };
    const timer = setTimeout(stop, ms);
    signal?.addEventListener("abort", stop);
  });
}

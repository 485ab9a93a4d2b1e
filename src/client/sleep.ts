import type { Signal } from "./transport/wire.js";

/**
 * Waits for a promise, but no longer than so many milliseconds, nor after the signal is aborted.
 * @returns undefined where the wait ended before the promise settled
 */
export function within<T>(
  promise: Promise<T>,
  milliseconds: number,
  signal?: Signal,
): Promise<T | undefined> {
  if (signal?.aborted) {
    promise.catch(() => {});
    return Promise.resolve(undefined);
  }
  return new Promise((resolve, reject) => {
    const giveUp = () => {
      end();
      resolve(undefined);
    };
    const timer = setTimeout(giveUp, milliseconds);
    signal?.addEventListener("abort", giveUp);
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", giveUp);
    };
    promise.finally(end).then(resolve, reject);
  });
}

/** Waits so many milliseconds, or until the signal is aborted. */
export async function sleep(milliseconds: number, signal?: Signal): Promise<void> {
  if (milliseconds > 0) await within(new Promise(() => {}), milliseconds, signal);
}

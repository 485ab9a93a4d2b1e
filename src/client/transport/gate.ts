import type { Signal } from "./wire.js";

/** Lets attempts pass one after the other, at a rate, and none during a pause. */
export interface Gate {
  /** @returns what resolves when an attempt may begin, or the signal is aborted; undefined: now */
  pass(signal?: Signal): Promise<void> | undefined;
  /** Lets nothing pass for so many milliseconds. */
  pause(milliseconds: number): void;
}

/** Milliseconds of delay, of timers and the event loop, that are made up for. */
const SLACK = 50;

/** On their way, requests come closer to each other. This much more time keeps them apart. */
const MARGIN = 1.03;

/** @param rate attempts a second; without it, only a pause makes them wait */
export function createGate(rate: number = Number.POSITIVE_INFINITY): Gate {
  const interval = 1000 / rate;
  // What makes up for a delay must not exceed the rate either: so many may begin in a window.
  const began = new Float64Array(Number.isFinite(rate) ? Math.ceil(rate) : 0).fill(-1e9);
  const window = began.length * interval * MARGIN;
  let oldest = 0;
  // In the order of arrival. A Set removes from its middle at no cost.
  const waiting = new Set<() => void>();
  let next = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const take = (now: number) => {
    next = Math.max(next, now - SLACK) + interval;
    if (began.length === 0) return;
    began[oldest] = now;
    oldest = (oldest + 1) % began.length;
    next = Math.max(next, (began[oldest] as number) + window);
  };

  /** Lets pass whoever may, and comes back for the others. */
  const release = () => {
    timer = undefined;
    const now = performance.now();
    for (const pass of waiting) {
      if (next > now) break;
      take(now);
      pass();
    }
    schedule(now);
  };

  const schedule = (now: number) => {
    if (waiting.size > 0) timer ??= setTimeout(release, Math.max(next - now, 0));
  };

  return {
    pass(signal) {
      if (signal?.aborted) return undefined;
      const now = performance.now();
      if (waiting.size === 0 && next <= now) {
        take(now);
        return undefined;
      }
      return new Promise((resolve) => {
        const pass = () => {
          waiting.delete(pass);
          if (waiting.size === 0) timer = void clearTimeout(timer);
          signal?.removeEventListener("abort", pass);
          resolve();
        };
        waiting.add(pass);
        signal?.addEventListener("abort", pass);
        schedule(now);
      });
    },
    pause(milliseconds) {
      next = Math.max(next, performance.now() + milliseconds);
      timer = void clearTimeout(timer);
      schedule(performance.now());
    },
  };
}

import { afterAll, vi } from "vitest";

// Runs for each file: those that share a process are to find it as it was.
afterAll(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

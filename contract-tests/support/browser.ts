import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";
import { describe } from "vitest";

const CANDIDATES = [
  process.env.CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

const executablePath = CANDIDATES.find((path) => path !== undefined && existsSync(path));

/**
 * Tests that need a browser. Where there is none they are skipped, and counted as such; in CI
 * they run all the same, and fail.
 */
export const describeInBrowser: typeof describe | typeof describe.skip =
  executablePath !== undefined || process.env.CI ? describe : describe.skip;

/** Headless Chromium that asks for nothing by itself. */
export function launchBrowser(): Promise<Browser> {
  if (executablePath === undefined) {
    throw new Error(
      "No Chromium found. Debian: apt-get install chromium; or name one in the environment variable CHROMIUM.",
    );
  }
  return chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

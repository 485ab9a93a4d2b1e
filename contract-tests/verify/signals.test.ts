import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { ROOT } from "../support/workspace.js";
import { startProvider } from "./provider.js";
import { LARGEST, only } from "./select.js";

// A run that is interrupted while its tags exist cleans up, whoever still listens.

/** A provider that says when something was added, and then does not answer; a command to run. */
async function startHanging() {
  let tell = (): void => {};
  const added = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const provider = await startProvider({
    keepsTags: true,
    alter: async ({ path, body }) => {
      // Cleaning up takes a while.
      if (body?.action !== "create") await sleep(200);
      if (body?.action !== "create") return undefined;
      provider.tags.set(path, new Map((body.tags ?? []).map(({ key }) => [String(key), 1])));
      tell();
      return "silence";
    },
  });
  const args = ["--import", "tsx", "scripts/verify.ts", "--base-url", provider.url];
  const more = ["--rate", "unlimited", ...only(LARGEST)];
  return { added, left: provider.left, args: [...args, ...more] };
}

it.each([
  ["SIGINT", 130, "a terminal"],
  ["SIGTERM", 143, "nobody"],
  ["SIGHUP", 129, "nobody"],
] as const)(
  "%s, twice, ends with %i after cleaning up, read by %s",
  async (signal, code, reader) => {
    const { added, left, args } = await startHanging();
    const child = spawn(process.execPath, args, { cwd: ROOT });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk) => {
        output += chunk;
        // As `| head -1` does: one chunk is read, then the pipe is closed.
        if (reader === "nobody") stream.destroy();
      });
    }
    const ended = once(child, "close");
    await added;
    expect(left()).toBeGreaterThan(0);
    child.kill(signal);
    // npm passes on what the terminal has sent to all.
    await sleep(50);
    child.kill(signal);
    const [exitCode] = await ended;
    expect([exitCode, left()]).toEqual([code, 0]);
    expect(output).not.toMatch(/EPIPE|Error/);
    if (reader === "nobody") return;
    expect(output).toMatch(/Removing \d+ tags that may still exist\./);
    expect(output).toContain(`${LARGEST.length} cases: `);
    expect(output).toContain("Interrupted.");
  },
);

it("a terminal that is closed does not end the cleaning up", async () => {
  const { added, left, args } = await startHanging();
  // The terminal is script's, and goes with it.
  const command = [process.execPath, ...args].map((arg) => `'${arg}'`).join(" ");
  const terminal = spawn("script", ["-qfc", command, "/dev/null"], {
    cwd: ROOT,
    stdio: ["pipe", "ignore", "ignore"],
  });
  const ended = once(terminal, "exit");
  await added;
  terminal.kill("SIGKILL");
  await ended;
  await expect.poll(left, { timeout: 120_000 }).toBe(0);
});

import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import type { Io } from "../../src/cli/io.js";
import { main } from "../../src/cli/main.js";
import type { Report } from "../../src/verify/report.js";

export interface Run {
  readonly exitCode: number;
  /** All that was printed. */
  readonly output: string;
  readonly report: Report;
  readonly json: string;
  readonly xml: string;
  readonly html: string;
}

/** What the types of a report do not say. */
function expectConsistent({ results, leftBehind }: Report): void {
  for (const { outcome, reason, finding } of results) {
    const { problems, answer } = finding ?? {};
    expect(finding !== undefined).toBe(outcome === "error" || outcome === "warning");
    expect(reason !== undefined).toBe(outcome === "skipped");
    expect(problems).not.toEqual([]);
    expect(answer?.body.length ?? 0).toBeLessThanOrEqual(2001);
  }
  for (const { keys } of leftBehind) expect(keys).not.toEqual([]);
}

/** Runs `verify` in this process, as fast as it will. The report must be consistent. */
export async function runVerify(
  url: string,
  args: readonly string[] = [],
  io: Partial<Io> = {},
): Promise<Run> {
  const folder = await mkdtemp(join(tmpdir(), "dew-tags-verify-"));
  const files = ["json", "xml", "html"].map((format) => join(folder, `report.${format}`));
  try {
    const reports = files.flatMap((file) => ["--report", file]);
    const rate = args.includes("--rate") ? [] : ["--rate", "unlimited"];
    const line = ["verify", "--base-url", url, ...rate, ...reports, ...args];
    const { exitCode, output } = await runMain(line, io);
    if (exitCode === 2) throw new Error(`verify refused its command line: ${output}`);
    const texts = files.map((file) => readFile(file, "utf8"));
    const [json = "", xml = "", html = ""] = await Promise.all(texts);
    const report: Report = JSON.parse(json);
    expectConsistent(report);
    return { exitCode, output, report, json, xml, html };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs a command in this process, with nothing in its environment. */
export async function runMain(
  args: readonly string[],
  io: Partial<Io> = {},
): Promise<{ exitCode: number; output: string }> {
  let output = "";
  const stream = {
    write(text: string): void {
      output += text;
    },
  };
  const exitCode = await main(args, {
    env: {},
    stdout: stream,
    stderr: stream,
    ask: undefined,
    onSignal: () => () => {},
    exit: () => {},
    ...io,
  });
  return { exitCode, output };
}

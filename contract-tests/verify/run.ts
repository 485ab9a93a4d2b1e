import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { Io } from "../../src/cli/io.js";
import { main } from "../../src/cli/main.js";
import type { Report } from "../../src/verify/report.js";
import { reportSchema } from "./report-schema.js";

export interface Run {
  readonly exitCode: number;
  /** All that was printed. */
  readonly output: string;
  readonly report: Report;
  readonly json: string;
  readonly xml: string;
  readonly html: string;
}

const isReport = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(
  reportSchema,
);

/** Runs `verify` in this process, as fast as it will. The report must have its documented shape. */
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
    const { exitCode, output } = await runMain(
      ["verify", "--base-url", url, ...rate, ...reports, ...args],
      io,
    );
    if (exitCode === 2) throw new Error(`verify refused its command line: ${output}`);
    const [json = "", xml = "", html = ""] = await Promise.all(
      files.map((file) => readFile(file, "utf8")),
    );
    const report: Report = JSON.parse(json);
    if (!isReport(report)) throw new Error(`no report: ${JSON.stringify(isReport.errors)}`);
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

import { randomUUID } from "node:crypto";
import { closeSync, lstatSync, openSync, readSync, type Stats, statSync } from "node:fs";
import { rename, rm, writeFile } from "node:fs/promises";
import { dirname, extname } from "node:path";
import { isReport, REPORT_FORMATS, type ReportFormat } from "../verify/reports/index.js";
import { UsageError } from "./usage-error.js";

export interface ReportFile {
  readonly file: string;
  readonly format: ReportFormat;
}

/** Enough to recognize a report. */
const START_LENGTH = 1000;

/**
 * Checks, before anything is sent, that a report can be written in the end: a new file, or one
 * that replaces an earlier report. The name is not repeated, as it may be a secret.
 * @throws UsageError
 */
export function readReportFile(file: string): ReportFile {
  const format = REPORT_FORMATS.find((each) => extname(file).toLowerCase() === `.${each}`);
  if (format === undefined) {
    const names = REPORT_FORMATS.map((each) => `.${each}`).join(", ");
    throw new UsageError(`--report takes a file that ends in ${names}`);
  }
  if (!statSync(dirname(file), { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError("--report names a folder that does not exist");
  }
  const stats: Stats | undefined = lstatSync(file, { throwIfNoEntry: false });
  if (stats === undefined) return { file, format };
  // A pipe would block, and a link leads elsewhere.
  if (!stats.isFile()) throw new UsageError("--report names something that is not a regular file");
  if (stats.size > 0 && !isReport(readStart(file), format)) {
    throw new UsageError(
      "--report names a file that is not a report of verify: remove it, or give another name",
    );
  }
  return { file, format };
}

/** Writes beside the file and renames, so that the file is never half a report, nor a link. */
export async function writeReportFile({ file }: ReportFile, text: string): Promise<void> {
  const temporary = `${file}.${randomUUID()}`;
  try {
    await writeFile(temporary, text, { flag: "wx" });
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

function readStart(file: string): string {
  const descriptor = openSync(file, "r");
  try {
    const bytes = Buffer.alloc(START_LENGTH);
    return bytes.toString("utf8", 0, readSync(descriptor, bytes));
  } finally {
    closeSync(descriptor);
  }
}

import type { Report } from "../report.js";
import { renderHtml } from "./html.js";
import { renderJunit } from "./junit.js";

/** By the ending of the file that a report is written to. */
export type ReportFormat = "xml" | "json" | "html";

const RENDERERS: Readonly<Record<ReportFormat, (report: Report) => string>> = {
  xml: renderJunit,
  json: (report) => `${JSON.stringify(report, null, 1)}\n`,
  html: renderHtml,
};

export const REPORT_FORMATS: readonly ReportFormat[] = Object.keys(RENDERERS) as ReportFormat[];

export function renderReport(report: Report, format: ReportFormat): string {
  return RENDERERS[format](report);
}

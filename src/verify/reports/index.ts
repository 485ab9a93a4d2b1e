import { visibleLines } from "../../text/visible.js";
import type { Report } from "../report.js";
import { HTML_GENERATOR, renderHtml } from "./html.js";
import { JUNIT_COMMENT, renderJunit } from "./junit.js";

/** Named like the ending of the file that a report is written to. */
export type ReportFormat = "xml" | "json" | "html";

const RENDERERS: Readonly<Record<ReportFormat, (report: Report) => string>> = {
  xml: renderJunit,
  // JSON allows C1 control and bidi characters as they are; editors and terminals obey them.
  json: (report) => `${visibleLines(JSON.stringify(report, null, 1))}\n`,
  html: renderHtml,
};

export const REPORT_FORMATS: readonly ReportFormat[] = Object.keys(RENDERERS) as ReportFormat[];

/** Whether a file that begins like this is a report that verify has written. */
export function isReport(start: string, format: ReportFormat): boolean {
  const signs = { xml: JUNIT_COMMENT, json: '{\n "format": ', html: HTML_GENERATOR.text } as const;
  return start.includes(signs[format]);
}

export function renderReport(report: Report, format: ReportFormat): string {
  return RENDERERS[format](report);
}

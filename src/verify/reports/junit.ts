import type { Report, Result } from "../report.js";
import { findingLines, sourceOf } from "./finding-lines.js";
import { element, type Markup } from "./markup.js";

/** Tells a report of verify from other files. */
export const JUNIT_COMMENT = "<!-- huaweicloud-dew-tags verify -->";

/**
 * JUnit XML: one suite per operation, one test case per case. JUnit has no warnings: a warning is
 * a test that passes and has the finding as its output. Tags that are left behind fail a test case
 * of their own.
 */
export function renderJunit(report: Report): string {
  const { contract, provider, results, leftBehind, duration, startedAt } = report;
  const suites = provider.operations.map((operation) => {
    const own = results.filter((result) => result.operation === operation);
    const left = leftBehind.filter((each) => each.operation === operation);
    const counts = countsOf(own, left.length);
    const time = seconds(own.reduce((sum, result) => sum + result.duration, 0));
    const suite = element(
      "testsuite",
      { name: operation, ...counts, errors: 0, time, timestamp: startedAt },
      ...own.map(renderResult),
      ...left.map(({ keys, curl }) => {
        const message = `could not be removed: ${keys.join(", ")}`;
        const failure = element("failure", { type: "left-behind", message }, curl);
        return element("testcase", { classname: operation, name: "clean-up", time: 0 }, failure);
      }),
    );
    return suite;
  });
  const attributes = {
    name: `${contract.title} ${contract.version} at ${provider.baseUrl}`,
    ...countsOf(results, leftBehind.length),
    errors: 0,
    time: seconds(duration),
  };
  const { text } = element("testsuites", attributes, ...suites);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${JUNIT_COMMENT}\n${text}\n`;
}

function countsOf(
  results: readonly Result[],
  left: number,
): Readonly<Record<"tests" | "failures" | "skipped", number>> {
  const count = (wanted: Result["outcome"]): number =>
    results.filter(({ outcome }) => outcome === wanted).length;
  return {
    tests: results.length + left,
    failures: count("error") + left,
    skipped: count("skipped"),
  };
}

function renderResult(result: Result): Markup {
  const { id, operation, source, outcome, duration, reason = "", finding } = result;
  const text = findingLines(result)
    .map(([label, line]) => `${label}: ${line}`)
    .join("\n");
  const problems = finding?.problems ?? [];
  const content: Readonly<Record<Result["outcome"], () => Markup | string>> = {
    passed: () => "",
    skipped: () => element("skipped", { message: reason }),
    warning: () => element("system-out", {}, `warning\n${text}`),
    error: () => {
      const type = problems.map(({ rule }) => rule).join(" ");
      const message = problems.map((problem) => problem.message).join("; ");
      return element("failure", { type, message }, text);
    },
  };
  // Readers take everything before the last dot as the package.
  const classname = `${operation}.${sourceOf(source).replaceAll(".", " ")}`;
  return element("testcase", { classname, name: id, time: seconds(duration) }, content[outcome]());
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}

import type { Result } from "../report.js";

/** In these findings, the request says more than the answer. */
const ABOUT_THE_REQUEST = new Set(["accepted", "refused", "refusal-status", "credential"]);

/** Groups findings that say the same, errors first: an answer that is always wrong is one thing. */
export function groupFindings(results: readonly Result[]): Result[][] {
  const groups = new Map<string, Result[]>();
  for (const result of results) {
    const { operation, outcome, source, finding } = result;
    if (finding === undefined) continue;
    const problems = finding.problems.map(({ rule, message }) => [rule, message]);
    const isAboutRequest = finding.problems.some(({ rule }) => ABOUT_THE_REQUEST.has(rule));
    const key = JSON.stringify([
      operation,
      outcome,
      problems,
      isAboutRequest && [source.page, source.table, rulesOf(finding.expected)],
    ]);
    const group = groups.get(key) ?? [];
    group.push(result);
    groups.set(key, group);
  }
  const isWarning = ([first]: readonly Result[]): number => Number(first?.outcome === "warning");
  return [...groups.values()].sort((a, b) => isWarning(a) - isWarning(b));
}

/** Groups skipped cases by their reason. */
export function groupSkipped(results: readonly Result[]): [reason: string, Result[]][] {
  const groups = new Map<string, Result[]>();
  for (const result of results) {
    if (result.reason === undefined) continue;
    groups.set(result.reason, [...(groups.get(result.reason) ?? []), result]);
  }
  return [...groups];
}

/** Without positions in arrays, which do not make it another rule. */
function rulesOf(expected: string): string {
  return expected.replace(/\/\d+(?=\/|,|$)/g, "/0");
}

import type { Report } from "../report.js";

/** In a few words: whether the provider keeps to the contract. */
export function headline({ outcome, summary, results }: Report): string {
  if (outcome === "interrupted") return "Interrupted";
  const sent = results.filter((result) => result.outcome !== "skipped");
  if (sent.every(({ finding }) => finding?.answer === null)) return "The provider does not answer";
  if (outcome === "failed") return "The provider breaks the contract";
  return summary.warnings > 0
    ? "The provider keeps to the contract, with warnings"
    : "The provider keeps to the contract";
}

/** In numbers. */
export function summarize({ summary, results, duration }: Report): string {
  const { cases, passed, errors, warnings, skipped, requests } = summary;
  const left = cases - results.length;
  const counts = [
    `${passed} passed`,
    count(errors, "error"),
    count(warnings, "warning"),
    `${skipped} skipped`,
    ...(left > 0 ? [`${left} not sent`] : []),
  ];
  const time = `${(duration / 1000).toFixed(1)} s`;
  return `${count(cases, "case")}: ${counts.join(", ")} (${count(requests, "request")}, ${time})`;
}

/** What a reader must know beside the findings. */
export function notes({ stopped, leftBehind }: Report): string[] {
  return [
    ...(stopped === null ? [] : [`It ended early: ${stopped}.`]),
    ...(leftBehind.length === 0
      ? []
      : ["Tags that it added, or may have added, could not be removed: see below."]),
  ];
}

export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

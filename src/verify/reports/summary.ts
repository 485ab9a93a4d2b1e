import { count } from "../../text/terminal.js";
import type { Report } from "../report.js";

/** In a few words: how well the provider keeps the contract. */
export function headline({ outcome, stopped, summary, results }: Report): string {
  if (outcome === "interrupted") return "Interrupted";
  const sent = results.filter((result) => result.outcome !== "skipped");
  if (sent.every(({ finding }) => finding?.answer === null)) return "The provider does not answer";
  if (summary.errors > 0) return "The provider breaks the contract";
  if (stopped !== null) return "The run did not finish";
  if (outcome === "failed") return "The provider does not remove tags";
  if (summary.invalid > 0 && summary.refused === 0) {
    return "The provider refuses no invalid request";
  }
  return summary.warnings > 0
    ? "The provider keeps the contract, with warnings"
    : "The provider keeps the contract";
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

/** What a reader must know besides the findings. */
export function notes({ options, summary, stopped, leftBehind }: Report): string[] {
  const { invalid, refused, warnings } = summary;
  const share = invalid === 0 ? 0 : Math.floor((100 * refused) / invalid);
  return [
    ...(invalid === 0
      ? []
      : [`It refused ${refused} of ${count(invalid, "invalid request")} (${share} %).`]),
    ...(warnings === 0 || options.strict
      ? []
      : [
          `${count(warnings, "warning")}: the rule is not from the vendor's page, but from the vendor's API definition or from this project. With --strict ${warnings === 1 ? "it is an error" : "they are errors"}.`,
        ]),
    ...(stopped === null ? [] : [`It ended early: ${stopped}.`]),
    ...(leftBehind.length === 0
      ? []
      : [
          "Tags that it added, or may have added, could not be removed. They are listed as left behind.",
        ]),
  ];
}

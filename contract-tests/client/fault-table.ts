import type { Fault, Outcome } from "./faults.js";

const BEGIN = "<!-- faults:begin -->";
const END = "<!-- faults:end -->";

/** A Markdown table of the faults against their outcomes. */
export function renderFaultTable(faults: readonly Fault[]): string {
  const rows = faults.map(
    ({ server, outcome, requests }) => `| ${server} | ${render(outcome)} | ${requests} |`,
  );
  return ["| The server … | The call … | Requests |", "|---|---|--:|", ...rows].join("\n");
}

function render(outcome: Outcome): string {
  if (outcome === "success") return "succeeds";
  const what =
    outcome.error === "ApiError" ? `status ${outcome.status}` : `kind \`${outcome.kind}\``;
  const attempts = outcome.attempts > 1 ? `, ${outcome.attempts} attempts` : "";
  return `fails: \`${outcome.error}\`, ${what}${attempts}`;
}

/**
 * Puts the table between the markers of a document.
 * @throws Error where a marker is missing
 */
export function withFaultTable(document: string, table: string): string {
  const begin = document.indexOf(BEGIN);
  const end = document.indexOf(END, begin);
  if (begin === -1 || end === -1) {
    throw new Error(`README.md must hold ${BEGIN} and, after it, ${END}: the table goes between`);
  }
  return `${document.slice(0, begin + BEGIN.length)}\n${table}\n${document.slice(end)}`;
}

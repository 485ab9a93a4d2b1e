import type { Fault, Outcome } from "./faults.js";

/** A document with a table of the faults against their outcomes. */
export function renderFaultTable(faults: readonly Fault[]): string {
  const rows = faults.map(
    ({ server, outcome, requests }) => `| ${server} | ${render(outcome)} | ${requests} |`,
  );
  return `${[
    "# What a call comes to, fault by fault",
    "",
    "Tested with both transports, by `node:http` and by `fetch`, and written by the test itself.",
    "",
    "| The server … | The call … | Requests |",
    "|---|---|--:|",
    ...rows,
  ].join("\n")}\n`;
}

function render(outcome: Outcome): string {
  if (outcome === "success") return "succeeds";
  const what =
    outcome.error === "ApiError" ? `status ${outcome.status}` : `kind \`${outcome.kind}\``;
  const attempts = outcome.attempts > 1 ? `, ${outcome.attempts} attempts` : "";
  return `fails: \`${outcome.error}\`, ${what}${attempts}`;
}

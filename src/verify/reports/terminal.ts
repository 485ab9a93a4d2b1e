import { type Style, wrap } from "../../text/terminal.js";
import { visible } from "../../text/visible.js";
import type { Report, Result } from "../report.js";
import { findingLines } from "./finding-lines.js";
import { groupFindings, groupSkipped } from "./groups.js";
import { headline, notes, summarize } from "./summary.js";

const WIDTH = 80;

/** How many cases of a group are named. */
const NAMED = 8;

/** Characters of a line, such as a body; reports have more. */
const BODY_LENGTH = 300;

/** The findings, then the summary. */
export function renderTerminal(report: Report, style: Style): string {
  const { results, leftBehind } = report;
  const skipped = groupSkipped(results).map(
    ([reason, group]) => `${group.length} skipped: ${reason}.`,
  );
  const colour = { passed: "green", failed: "red", interrupted: "yellow" } as const;
  return [
    ...groupFindings(results).map((group) => renderGroup(group, style)),
    ...leftBehind.map(
      ({ operation, keys, curl }) =>
        `${style("red", "left behind")} ${operation}: ${visible(keys.join(", "))}\n  ${curl}\n`,
    ),
    ...[...skipped, summarize(report), ...notes(report)].map(
      (line) => `${wrap(line, WIDTH, "")}\n`,
    ),
    `${style(colour[report.outcome], `${headline(report)}.`)}\n`,
  ].join("");
}

function renderGroup(group: readonly Result[], style: Style): string {
  const [first, ...others] = group as [Result, ...Result[]];
  const { id, operation, outcome } = first;
  const label = outcome === "error" ? style("red", "error") : style("yellow", "warning");
  const lines = findingLines(first).map(([name, text]) => {
    // A command stays in one piece, to be copied.
    if (name === "again") return `  ${text}`;
    const line = visible(text.replaceAll(/\s+/g, " "));
    return `  ${style("dim", name.padEnd(8))}  ${shorten(line)}`;
  });
  const named = others.slice(0, NAMED).map((other) => other.id);
  const rest = others.length - named.length;
  const more = `and ${others.length} more: ${named.join(", ")}${rest > 0 ? `, …` : ""}`;
  return [
    `${label} ${style("bold", id)} (${operation})`,
    ...lines,
    ...(others.length === 0 ? [] : [wrap(more, WIDTH, "  ")]),
    "",
    "",
  ].join("\n");
}

function shorten(text: string): string {
  const characters = [...text];
  return characters.length <= BODY_LENGTH ? text : `${characters.slice(0, BODY_LENGTH).join("")}…`;
}

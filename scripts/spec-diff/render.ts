import type { Change, Impact, SpecDiff } from "./index.js";

export const formats = ["stylish", "markdown", "github-actions"] as const;
export type Format = (typeof formats)[number];

const LABELS: Readonly<Record<Impact, string>> = {
  major: "breaks",
  minor: "adds",
  patch: "other",
};
const WIDTH = 80;

export function render(diff: SpecDiff, format: Format): string {
  if (format === "markdown") return markdown(diff);
  if (format === "github-actions") return annotations(diff);
  return stylish(diff);
}

/** Grouped by operation, for a terminal of 80 columns. */
function stylish({ changes, summary, problems }: SpecDiff): string {
  const subjects = [...new Set(changes.map(({ subject }) => subject))];
  const groups = subjects.map((subject) => {
    const ofSubject = changes.filter((change) => change.subject === subject);
    return [subject, ...ofSubject.map(stylishChange)].join("\n");
  });
  const verdict = [summary, ...problems.map((problem) => `✖ ${problem}`)].map((text) => wrap(text));
  return [...groups, ...verdict].join("\n\n");
}

function stylishChange(change: Change): string {
  const indent = " ".repeat(10);
  const source = change.rule === undefined ? place(change) : `${place(change)} (${change.rule})`;
  return `${wrap(`  ${LABELS[change.impact].padEnd(8)}${change.text}`, indent)}\n${indent}${source}`;
}

/** For the description or the checks of a pull request. */
function markdown({ changes, summary, problems }: SpecDiff): string {
  const rows = changes.map((change) =>
    [
      change.impact === "major" ? "**breaks**" : LABELS[change.impact],
      code(change.subject),
      code(change.text),
      code(place(change)),
    ].join(" | "),
  );
  const table = ["| Impact | Where | Change | File |", "| --- | --- | --- | --- |"].concat(
    rows.map((row) => `| ${row} |`),
  );
  return [
    "## Spec diff",
    summary,
    ...problems.map((problem) => `> ❌ ${problem}`),
    ...(rows.length > 0 ? [table.join("\n")] : []),
  ].join("\n\n");
}

/** Workflow commands of GitHub: errors where the comparison fails, notices of announced breaks. */
function annotations({ changes, summary, problems }: SpecDiff): string {
  const breaks = changes.filter(({ impact }) => impact === "major");
  const level = problems.length > 0 ? "error" : "notice";
  return [
    ...breaks.map(({ text, file, line, rule = "" }) =>
      command(level, text, { file, line, title: rule }),
    ),
    ...problems.map((problem) => command("error", problem, { title: "spec diff" })),
    command("notice", summary, { title: "spec diff" }),
  ].join("\n");
}

function command(
  level: "error" | "notice",
  message: string,
  properties: Readonly<Record<string, string | number | undefined>>,
): string {
  const list = Object.entries(properties)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${escapeCommand(`${value}`, /[%\r\n:,]/g)}`);
  return `::${level} ${list.join(",")}::${escapeCommand(message, /[%\r\n]/g)}`;
}

function escapeCommand(text: string, special: RegExp): string {
  return text.replaceAll(
    special,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
  );
}

function place({ file, line }: Change): string {
  return line === undefined ? file : `${file}:${line}`;
}

/** A code span in a table cell: keeps regexes as they are. */
function code(text: string): string {
  const cell = text.replaceAll("|", "\\|").replaceAll("\n", " ");
  return cell.includes("`") ? `\`\` ${cell} \`\`` : `\`${cell}\``;
}

/** Breaks lines at blanks; a longer word, such as a regex, stays whole. */
function wrap(text: string, indent = "  "): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/(?<=\S) /)) {
    if (line !== "" && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = indent + word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].join("\n");
}

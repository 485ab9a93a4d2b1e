import type { Problem } from "../judge.js";
import type { Result } from "../report.js";

/** A finding as labelled lines, from what was expected to the command that sends it again. */
export function findingLines({ source, finding }: Result): [label: string, text: string][] {
  if (finding === undefined) return [];
  const { expected, answer, advice, problems, curl } = finding;
  return [
    ["expected", expected],
    ...(answer === null ? [] : [["answer", describeAnswer(answer)] as [string, string]]),
    ...problems.map((problem): [string, string] => ["problem", describeProblem(problem)]),
    ...(advice === undefined ? [] : [["advice", advice] as [string, string]]),
    ["source", [sourceOf(source), source.url].filter((part) => part !== null).join(", ")],
    ["again", curl],
  ];
}

/** `refused: page, table 4` says which rule is broken and where it is from. */
function describeProblem({ rule, message, sources }: Problem): string {
  return `${message} [${rule}${sources.length === 0 ? "" : `: ${sources.join("; ")}`}]`;
}

/** Page and table. */
export function sourceOf({ page, table }: Result["source"]): string {
  return `${page} page, ${table}`;
}

function describeAnswer({
  status,
  mediaType,
  requestId,
  body,
}: NonNullable<NonNullable<Result["finding"]>["answer"]>): string {
  return [
    status,
    mediaType,
    body === "" ? "no body" : body,
    requestId === null ? undefined : `(request id ${requestId})`,
  ]
    .filter((part) => part !== undefined && part !== null)
    .join(" ");
}

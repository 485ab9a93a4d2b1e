import type { Result } from "../report.js";

/** A finding as labelled lines, from what was expected to how to send it again. */
export function findingLines({ source, finding }: Result): [label: string, text: string][] {
  if (finding === undefined) return [];
  const { expected, answer, advice, problems, curl } = finding;
  return [
    ["expected", expected],
    ...(answer === null ? [] : [["answer", describeAnswer(answer)] as [string, string]]),
    ...problems.map(({ rule, message }): [string, string] => ["problem", `${message} [${rule}]`]),
    ...(advice === undefined ? [] : [["advice", advice] as [string, string]]),
    ["source", [sourceOf(source), source.url].filter((part) => part !== null).join(", ")],
    ["again", curl],
  ];
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

import type { ExpectedViolation, RequestCase } from "../cases/index.js";
import type { Judgement } from "./judge.js";
import { curlOf } from "./wire.js";

/** A judge says something else than the contract. */
export interface Disagreement {
  readonly judge: string;
  /** Id of the case, or what was tried. */
  readonly id: string;
  readonly operation: string;
  /** The part of the contract. */
  readonly subject: string;
  readonly expected: string;
  readonly got: string;
  /** Repeats it against `npm start`; absent where it is not about a request. */
  readonly curl?: string;
}

export const FAILURE = "no verdict: ";

interface Expectation {
  readonly id: string;
  readonly operation: string;
  readonly verdict: "accept" | "reject";
  readonly violations?: readonly ExpectedViolation[];
  readonly request?: RequestCase["request"];
}

/**
 * @param opinion what the judge says, or the error of one who could not
 * @returns none or one
 */
export function compare(
  expectation: Expectation,
  { judge, subject }: Pick<Disagreement, "judge" | "subject">,
  opinion: Judgement | Error,
): Disagreement[] {
  if (!(opinion instanceof Error) && isSame(expectation, opinion)) return [];
  const { id, operation, request } = expectation;
  const curl = request && { curl: curlOf(operation, request) };
  const [expected, got] = [describe(expectation), describe(opinion)];
  return [{ judge, id, operation, subject, expected, got, ...curl }];
}

function isSame({ verdict, violations = [] }: Expectation, judgement: Judgement): boolean {
  if (judgement.verdict !== verdict) return false;
  const expected = asSet(violations);
  const got = asSet(judgement.violations);
  const noneIsWrong = [...got].every((one) => expected.has(one));
  return noneIsWrong && (judgement.partial === true || got.size === expected.size);
}

function asSet(violations: readonly ExpectedViolation[]): Set<string> {
  return new Set(violations.map(({ pointer, keyword }) => `${pointer} ${keyword}`));
}

function describe(opinion: Judgement | Expectation | Error): string {
  if (opinion instanceof Error) return FAILURE + opinion.message;
  const rules = [...asSet(opinion.violations ?? [])].map((rule) => rule.trim()).sort();
  return [opinion.verdict, ...rules].join(rules.length > 0 ? "; " : "");
}

/**
 * As text: a finding a case, with all judges that say the same of it. Cases of which judges say
 * nothing for one and the same reason are one finding.
 */
export function formatDisagreements(disagreements: readonly Disagreement[]): string {
  const findings = groupBy(disagreements, ({ id, operation, got }) => [id, operation, got]).map(
    (group) => ({ ...group[0], judges: [...new Set(group.map(({ judge }) => judge))] }),
  );
  const groups = groupBy(findings, ({ id, operation, judges, got }) =>
    got.startsWith(FAILURE) ? [operation, judges, got] : [id, operation, got],
  );
  return groups.map(formatGroup).join("\n\n");
}

/** Groups of those with equal keys, in the order of their first. */
export function groupBy<T>(list: readonly T[], keyOf: (one: T) => unknown): [T, ...T[]][] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const one of list) {
    const key = JSON.stringify(keyOf(one));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups.values()];
}

type Finding = Disagreement & { readonly judges: readonly string[] };

function formatGroup([first, ...others]: [Finding, ...Finding[]]): string {
  const { id, operation, subject, judges, expected, got, curl } = first;
  return [
    `${id} (${operation}, ${subject}), says ${judges.join(" and ")}:`,
    `  expected ${expected}`,
    `  got      ${got}`,
    ...(curl === undefined ? [] : [`  ${curl}`]),
    ...(others.length === 0 ? [] : [`  and so ${others.map((each) => each.id).join(", ")}`]),
  ].join("\n");
}

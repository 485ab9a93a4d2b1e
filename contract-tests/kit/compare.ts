import type { ExpectedViolation, RequestCase } from "../cases/index.js";
import type { Judgement } from "./judge.js";
import { curlOf } from "./wire.js";

/** Judges who say something else than the contract. */
export interface Disagreement {
  /** Id of the case, or what was tried. */
  readonly id: string;
  readonly operation: string;
  /** The part of the contract. */
  readonly subject: string;
  readonly judges: readonly string[];
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

/** @param opinions what each judge says, or the error of one who could not */
export function compare(
  expectation: Expectation,
  subject: string,
  opinions: Readonly<Record<string, Judgement | Error>>,
): Disagreement[] {
  const { id, operation, request } = expectation;
  const dissenters = new Map<string, string[]>();
  for (const [judge, opinion] of Object.entries(opinions)) {
    const agrees = !(opinion instanceof Error) && isSame(expectation, opinion);
    const got = describe(opinion);
    if (!agrees) dissenters.set(got, [...(dissenters.get(got) ?? []), judge]);
  }
  return [...dissenters].map(([got, judges]) => ({
    id,
    operation,
    subject,
    judges,
    expected: describe(expectation),
    got,
    ...(request && { curl: curlOf(operation, request) }),
  }));
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
    (group) => ({
      ...(group[0] as Disagreement),
      judges: [...new Set(group.flatMap(({ judges }) => judges))],
    }),
  );
  const groups = groupBy(findings, (one) =>
    isFailure(one) ? [one.operation, one.judges, one.got] : [one.id, one.operation, one.got],
  );
  return groups.map(formatGroup).join("\n\n");
}

/** Groups of those with equal keys, in the order of their first. */
export function groupBy<T>(list: readonly T[], keyOf: (one: T) => unknown): T[][] {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const key = JSON.stringify(keyOf(one));
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

function isFailure({ got }: Disagreement): boolean {
  return got.startsWith(FAILURE);
}

function formatGroup(group: readonly Disagreement[]): string {
  const [first, ...others] = group as [Disagreement, ...Disagreement[]];
  const { id, operation, subject, judges, expected, got, curl } = first;
  return [
    `${id} (${operation}, ${subject}), says ${judges.join(" and ")}:`,
    `  expected ${expected}`,
    `  got      ${got}`,
    ...(curl === undefined ? [] : [`  ${curl}`]),
    ...(others.length === 0 ? [] : [`  and so ${others.map((each) => each.id).join(", ")}`]),
  ].join("\n");
}

// Collects what Ajv's code finds, in bounded memory. error-code.ts puts these calls into the code.

/** What is known of a rule beforehand: keyword, what it demands or the beginning of it, source. */
type Rule = readonly [keyword: string, demand: string, source?: string];

export interface Finding {
  readonly path: string;
  readonly rule: Rule;
  /** The rest of what is demanded. */
  readonly rest: string | undefined;
}

/** Its end may have gaps: see addError. */
export type Findings = (Finding | undefined)[] | null;

/** One more than is shown, so that it is known whether there are more. */
const MAX_FINDINGS = 201;

/**
 * Ajv counts its errors apart from the list of them, and takes alternatives that did not matter
 * back by setting the list's length to a former count. A list that stopped growing thereby gets
 * gaps at its end, which are nobody's errors.
 */
export function addError(
  findings: Findings,
  path?: string,
  rule?: Rule,
  rest?: string,
): NonNullable<Findings> {
  const list = findings ?? [];
  if (list.length < MAX_FINDINGS) list.push(rule && { path: path ?? "", rule, rest });
  return list;
}

/** Whether a loop that finds the same again and again can end: no more of it would be kept. */
export function isFull(findings: NonNullable<Findings>): boolean {
  return findings.length >= MAX_FINDINGS;
}

/** Moves those of a function that validates a part. */
export function addErrors(findings: Findings, part: { errors?: Findings }): NonNullable<Findings> {
  const list = findings ?? [];
  for (const finding of part.errors ?? []) if (list.length < MAX_FINDINGS) list.push(finding);
  part.errors = null;
  return list;
}

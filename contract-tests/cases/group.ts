import type { ExpectedViolation, RequestCase, ResponseCase, Source } from "./case.js";

/** What the cases of a group share. Only the value at one place changes from case to case. */
export interface Group<Subject> {
  readonly operation: string;
  readonly source: Source;
  /** JSON pointer to that place. A violation is reported here unless it names another pointer. */
  readonly at: string;
  /** Puts a value in that place. */
  readonly with: (value: unknown) => Subject;
}

/** Makes the cases of a group: the id, the value, and each keyword that it violates. */
export interface Cases<Case> {
  accepts(id: string, value?: unknown): Case;
  /** @param violations such as `pattern`, or `required /body` where it is reported elsewhere */
  rejects(id: string, value: unknown, ...violations: readonly string[]): Case;
}

export function requestGroup(group: Group<RequestCase["request"]>): Cases<RequestCase> {
  const { operation, source, at } = group;
  const caseOf = (id: string, value: unknown) => ({ id, operation, request: group.with(value) });
  return {
    accepts: (id, value) => ({ ...caseOf(id, value), verdict: "accept", source }),
    rejects: (id, value, ...violations) => ({
      ...caseOf(id, value),
      verdict: "reject",
      violations: violations.map((text) => violation(at, text)),
      source,
    }),
  };
}

export interface ResponseGroup extends Group<unknown> {
  readonly status: string;
}

export function responseGroup(group: ResponseGroup): Cases<ResponseCase> {
  const { operation, status, source, at } = group;
  const caseOf = (id: string, value: unknown) => ({
    id,
    operation,
    status,
    body: group.with(value),
  });
  return {
    accepts: (id, value) => ({ ...caseOf(id, value), verdict: "accept", source }),
    rejects: (id, value, ...violations) => ({
      ...caseOf(id, value),
      verdict: "reject",
      violations: violations.map((text) => violation(at, text)),
      source,
    }),
  };
}

function violation(at: string, text: string): ExpectedViolation {
  const [keyword = "", pointer = at] = text.split(" ");
  return { pointer: pointer === "/" ? "" : pointer, keyword };
}

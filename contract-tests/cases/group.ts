import type { ExpectedViolation, RequestCase, ResponseCase, Source } from "./case.js";

/** Makes the cases of a group: an id, a value, and each keyword that the value violates. */
export interface Group<Case> {
  accepts(id: string, value?: unknown): Case;
  /** @param violations such as `pattern`, or `required /body` where it is reported elsewhere */
  rejects(id: string, value: unknown, ...violations: readonly string[]): Case;
  /** Values by id. */
  acceptsEach(values: Values): Case[];
  /** Values by id, all of which violate the same. */
  rejectsEach(violations: string | readonly string[], values: Values): Case[];
}

type Values = Readonly<Record<string, unknown>>;

/** Groups of one operation, in which only the value in one place changes from case to case. */
export interface Groups {
  /**
   * Requests made from the value.
   * @param at JSON pointer to its place: violations are there unless they name another
   */
  request(source: Source, at: string, make: RequestOf): Group<RequestCase>;
  /** Requests whose body is made from the value; without a body where that is undefined. */
  inBody(source: Source, at: string, body: BodyOf): Group<RequestCase>;
  /** Responses whose body is made from the value, or is the value. */
  response(status: string, source: Source, at?: string, body?: BodyOf): Group<ResponseCase>;
}

// biome-ignore lint/suspicious/noExplicitAny: a path parameter takes texts, and a body anything.
type Value = any;
type RequestOf = (value: Value) => RequestCase["request"];
type BodyOf = (value: Value) => unknown;

/** @param path parameters of every request whose subject is the body */
export function groupsOf(operation: string, path: RequestCase["request"]["path"]): Groups {
  const request: Groups["request"] = (source, at, make) =>
    group(source, at, (id, value) => ({ id, operation, request: make(value) }));
  return {
    request,
    inBody: (source, at, body) =>
      request(source, at, (value) =>
        value === undefined ? { path } : { path, body: body(value) },
      ),
    response: (status, source, at = "", body = (value) => value) =>
      group(source, at, (id, value) => ({ id, operation, status, body: body(value) })),
  };
}

function group<Subject>(
  source: Source,
  at: string,
  make: (id: string, value: unknown) => Subject,
): Group<Subject & Pick<RequestCase, "verdict" | "violations" | "source">> {
  const cases: ReturnType<typeof group<Subject>> = {
    accepts: (id, value) => ({ ...make(id, value), verdict: "accept", source }),
    rejects: (id, value, ...violations) => ({
      ...make(id, value),
      verdict: "reject",
      violations: violations.map((text) => violation(at, text)),
      source,
    }),
    acceptsEach: (values) => Object.entries(values).map(([id, value]) => cases.accepts(id, value)),
    rejectsEach: (violations, values) =>
      Object.entries(values).map(([id, value]) => cases.rejects(id, value, ...[violations].flat())),
  };
  return cases;
}

function violation(at: string, text: string): ExpectedViolation {
  const [keyword = "", pointer = at] = text.split(" ");
  return { pointer: pointer === "/" ? "" : pointer, keyword };
}

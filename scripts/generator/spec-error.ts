import { relative } from "node:path";

/** A flaw of the spec: where it is, what it is, and the rule that found it. */
export interface SpecProblem {
  /** `path/of/file.yaml:line:column`, or a JSON pointer into the bundle. */
  readonly where: string;
  readonly message: string;
  readonly rule: string;
}

/** The spec cannot be used. Lists every problem, so that one run is enough to mend them all. */
export class SpecError extends Error {
  override readonly name = "SpecError";
  readonly problems: readonly SpecProblem[];

  constructor(problems: readonly SpecProblem[]) {
    super(
      problems.map(({ where, message, rule }) => `${where}\n    ${message} (${rule})`).join("\n"),
    );
    this.problems = problems;
  }
}

/** A path as it is shown: from the working directory where it lies below. */
export function display(path: string): string {
  const fromHere = relative(process.cwd(), path);
  return fromHere.startsWith("..") ? path : fromHere;
}

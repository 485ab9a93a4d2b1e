import { TestRunner } from "vitest";

declare module "vitest" {
  interface TaskMeta {
    /** What judges were asked in this test. */
    judged?: Judged[];
  }
}

/** That one judge was asked about one case, or about what else a check tries. */
export interface Judged {
  readonly judge: string;
  readonly operation: string;
  readonly subject: string;
  /** Id of a case, or what was tried. */
  readonly id: string;
}

/** For `onCase` of a check: notes in the running test what its judge is asked. */
export function record(id: string, { judge, operation, subject }: Omit<Judged, "id">): void {
  const test = TestRunner.getCurrentTest();
  if (test === undefined) throw new Error("record() works within a test only");
  test.meta.judged ??= [];
  test.meta.judged.push({ judge, operation, subject, id });
}

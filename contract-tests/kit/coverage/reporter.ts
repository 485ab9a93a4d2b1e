import type { Reporter, TestModule } from "vitest/node";
import { requestCases, responseCases } from "../../cases/index.js";
import { loadDocument } from "../document/load.js";
import { computeCoverage } from "./coverage.js";
import { toText } from "./text.js";

/**
 * After the tests: what of the document the contract cases reach, as a table. Fails the
 * run where something is not reached. Silent where the judges did not run, or only in part.
 */
export default class CoverageReporter implements Reporter {
  async onTestRunEnd(modules: readonly TestModule[]): Promise<void> {
    const judging = modules.filter((module) =>
      [...module.children.allTests()].some((test) => test.meta().judged),
    );
    const tests = judging.flatMap((module) => [...module.children.allTests()]);
    if (tests.length === 0 || tests.some((test) => test.result().state === "skipped")) return;

    const judged = tests
      .filter((test) => test.result().state === "passed")
      .flatMap((test) => test.meta().judged ?? []);
    try {
      const document = await loadDocument();
      const coverage = computeCoverage(document, [...requestCases, ...responseCases], judged);
      process.stdout.write(`${toText(coverage)}\n`);
      if (coverage.items.some(({ cases }) => cases.length === 0)) process.exitCode = 1;
    } catch (error) {
      // A document with a reference that leads nowhere: the tests have said so already.
      process.stdout.write(`\nNo contract coverage: ${(error as Error).message}\n`);
      process.exitCode = 1;
    }
  }
}

import type { Reporter, TestCase, TestModule, Vitest } from "vitest/node";
import { describeMutant, summarize } from "./summary.js";

/** So few mutants that one wants to know of each what became of it. */
const FEW = 5;

const CLEAR_LINE = "\r\u001b[2K";

/**
 * Progress on a terminal, then a table of what became of the mutants and each that survived; in CI
 * the table and the survivors only.
 */
export class MutationReporter implements Reporter {
  readonly #isTerminal: boolean = process.stdout.isTTY === true && !process.env.CI;
  readonly #started: number = performance.now();
  #vitest: Vitest | undefined;
  #done = 0;
  #failed = 0;

  onInit(vitest: Vitest): void {
    this.#vitest = vitest;
  }

  onTestCaseResult(test: TestCase): void {
    this.#done += 1;
    if (isFailed(test)) this.#failed += 1;
    if (!this.#isTerminal) return;
    process.stdout.write(`${CLEAR_LINE}${this.#done} mutants, ${this.#failed} survived`);
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly { message: string }[]): void {
    if (this.#isTerminal) process.stdout.write(CLEAR_LINE);
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const results = tests.flatMap((test) => test.meta().mutant ?? []);
    const errors = [...unhandled, ...modules.flatMap((module) => module.errors())];
    const broken = errors.map(({ message }) => message);
    if (results.length === 0) broken.push("no mutant was run");
    const seconds = (performance.now() - this.#started) / 1000;
    const isShown = (test: TestCase): boolean =>
      isFailed(test) || (results.length <= FEW && test.meta().mutant !== undefined);
    const lines = [
      summarize(results, seconds, this.#vitest?.config.shard),
      ...tests.filter(isShown).map((test) => {
        const [error] = test.result().errors ?? [];
        return describeMutant(test.meta().mutant ?? test.name, error?.message);
      }),
      ...broken.map((message) => `\nerror: ${message}`),
    ];
    process.stdout.write(`${lines.join("\n")}\n`);
    if (broken.length > 0) process.exitCode = 1;
  }
}

function isFailed(test: TestCase): boolean {
  return test.result().state === "failed";
}

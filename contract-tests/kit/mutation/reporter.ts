import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Reporter, TestCase, TestModule, TestSpecification, Vitest } from "vitest/node";
import { mutantsOf } from "./mutant.js";
import { suites } from "./operators/index.js";
import { describeFailure, describeResult, summarize } from "./summary.js";

/**
 * Progress on a terminal, then a table of what became of the mutants and each that survived; in CI
 * the table and the survivors only.
 */
export class MutationReporter implements Reporter {
  readonly #document: string;
  readonly #isTerminal: boolean = process.stdout.isTTY === true && !process.env.CI;
  #vitest: Vitest | undefined;
  #started = 0;
  #total = 0;
  #done = 0;
  #failed = 0;

  /** @param document path of the document that is mutated, to tell how far the work is */
  constructor(document: string) {
    this.#document = document;
  }

  onInit(vitest: Vitest): void {
    this.#vitest = vitest;
  }

  onTestRunStart(specifications: readonly TestSpecification[]): void {
    this.#started = performance.now();
    if (!this.#isTerminal) return;
    const document = JSON.parse(readFileSync(this.#document, "utf8"));
    for (const { moduleId } of specifications) {
      for (const operator of Object.values(suites[basename(moduleId, ".mutation.ts")] ?? {})) {
        this.#total += mutantsOf(operator, document).length;
      }
    }
    this.#progress();
  }

  onTestCaseResult(test: TestCase): void {
    this.#done += 1;
    if (isFailed(test)) this.#failed += 1;
    this.#progress();
  }

  onTestRunEnd(
    modules: readonly TestModule[],
    errors: readonly { readonly message: string }[],
  ): void {
    if (this.#isTerminal) process.stdout.write(CLEAR_LINE);
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const broken = [
      ...errors.map(({ message }) => message),
      ...modules.flatMap((module) => module.errors().map(({ message }) => message)),
    ];
    const results = tests.flatMap((test) => test.meta().mutant ?? []);
    if (results.length === 0) broken.push("no mutant was run");
    const seconds = (performance.now() - this.#started) / 1000;
    this.#print(summarize(results, seconds, this.#vitest?.config.shard));
    if (results.length <= FEW) for (const one of results) this.#print(describeResult(one));
    for (const test of tests.filter(isFailed)) {
      const message = test.result().errors?.[0]?.message ?? "";
      this.#print(describeFailure(test.meta().mutant ?? test.name, message));
    }
    for (const message of broken) this.#print(`\nerror: ${message}`);
    if (broken.length > 0) process.exitCode = 1;
  }

  #print(text: string): void {
    process.stdout.write(`${text}\n`);
  }

  #progress(): void {
    if (!this.#isTerminal) return;
    const failures = this.#failed > 0 ? `, ${this.#failed} failed` : "";
    process.stdout.write(`${CLEAR_LINE}${this.#done} of ${this.#total} mutants${failures}`);
  }
}

/** So few that one wants to know of each what became of it. */
const FEW = 5;

const CLEAR_LINE = "\r\u001b[2K";

function isFailed(test: TestCase): boolean {
  return test.result().state === "failed";
}

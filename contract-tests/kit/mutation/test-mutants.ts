import { beforeAll, expect, it } from "vitest";
import { loadCommitted } from "../document/load.js";
import { once } from "../once.js";
import { isEquivalent } from "./equivalents.js";
import { describe, type Mutant, mutantsOf } from "./mutant.js";
import { suites } from "./operators/index.js";
import { type Outcome, outcomeOf } from "./outcome.js";
import { unshare } from "./unshared.js";

/** A mutant and what became of it. */
export interface MutantResult extends Omit<Mutant, "document"> {
  readonly operator: string;
  readonly outcome: Outcome | { readonly is: "equivalent" };
}

declare module "vitest" {
  interface TaskMeta {
    mutant?: MutantResult;
  }
}

const document = await loadCommitted();

/** Where the contract disagrees with the document itself, it would kill every mutant. */
const assertUntouchedSurvives = once(async () => {
  for (const untouched of [document, unshare(document).document]) {
    const outcome = await outcomeOf(untouched);
    if (outcome.is === "survived") continue;
    const why = outcome.is === "killed" ? `${outcome.by}: ${outcome.got}` : outcome.reason;
    throw new Error(`the document itself is ${outcome.is} (${why}): see npm run test:contract`);
  }
});

/** One test a mutant of a suite's operators, which passes where the mutant does not survive. */
export function testMutants(suite: string): void {
  beforeAll(assertUntouchedSurvives, 60_000);
  for (const [operator, mutate] of Object.entries(suites[suite] ?? {})) {
    for (const mutant of mutantsOf(mutate, document)) {
      it(`${mutant.id} ${operator} ${describe(mutant)}`, async ({ task }) => {
        const { document: changed, ...rest } = mutant;
        let outcome: MutantResult["outcome"] = await outcomeOf(changed);
        if (outcome.is === "survived" && isEquivalent(operator, mutant, document)) {
          outcome = { is: "equivalent" };
        }
        task.meta.mutant = { ...rest, operator, outcome };
        if (outcome.is === "survived") expect.fail("Nothing in the contract sees it.");
      });
    }
  }
}

import { beforeAll, expect, it } from "vitest";
import { loadCommitted } from "../document/load.js";
import { equivalents } from "./equivalents.js";
import { type Fate, fateOf } from "./fate.js";
import { describe, type Mutant, mutantsOf } from "./mutant.js";
import { suites } from "./operators/index.js";
import { unshare } from "./unshared.js";

/** A mutant and what became of it. */
export interface MutantResult extends Omit<Mutant, "document"> {
  readonly operator: string;
  readonly fate: Fate | { readonly outcome: "equivalent" };
}

declare module "vitest" {
  interface TaskMeta {
    mutant?: MutantResult;
  }
}

const document = await loadCommitted();

/** Where the contract is at odds with the document itself, it would kill every mutant. */
const assertUntouchedSurvives = once(async () => {
  for (const untouched of [document, unshare(document).document]) {
    const fate = await fateOf(untouched);
    if (fate.outcome !== "survived") {
      throw new Error(`without any change ${explain(fate)}: see npm run test:contract`);
    }
  }
});

/** One test a mutant of a suite's operators, which passes where the mutant does not survive. */
export function testMutants(suite: string): void {
  beforeAll(assertUntouchedSurvives, 60_000);
  for (const [operator, mutate] of Object.entries(suites[suite] ?? {})) {
    const mutants = mutantsOf(mutate, document);
    for (const { document: changed, ...mutant } of mutants) {
      const reason = reasonOf(operator, mutant);
      it(`${mutant.id} ${operator} ${describe(mutant)}`, async ({ task }) => {
        const fate = await fateOf(changed);
        const isEquivalent = reason !== undefined && fate.outcome === "survived";
        task.meta.mutant = {
          ...mutant,
          operator,
          fate: isEquivalent ? { outcome: "equivalent" } : fate,
        };
        if (reason === undefined) {
          if (fate.outcome === "survived") expect.fail("Nothing in the contract sees it.");
        } else if (!isEquivalent) {
          expect.fail(
            `equivalents.ts lists it, because "${reason}". But ${explain(fate)}: take it out.`,
          );
        }
      });
    }
    const made = new Set(mutants.flatMap(entriesFor));
    for (const entry of entriesOf(operator).filter((one) => !made.has(one))) {
      it(`${operator} ${entry}`, () => {
        expect.fail("equivalents.ts lists it, but it is no longer made: take it out.");
      });
    }
  }
}

/** How equivalents.ts may name a mutant: for one operation alone, or however it is shared. */
function entriesFor(mutant: Omit<Mutant, "document">): string[] {
  const { operation: _, ...shared } = mutant;
  return [describe(mutant), describe(shared)];
}

function entriesOf(operator: string): string[] {
  return equivalents.filter((one) => one.operator === operator).flatMap(({ mutants }) => mutants);
}

function reasonOf(operator: string, mutant: Omit<Mutant, "document">): string | undefined {
  const names = entriesFor(mutant);
  return equivalents.find(
    (one) => one.operator === operator && names.some((name) => one.mutants.includes(name)),
  )?.reason;
}

function explain(fate: Fate): string {
  switch (fate.outcome) {
    case "killed":
      return `${fate.by} kills it (${fate.judge} says ${fate.got})`;
    case "refused":
      return `no tool takes it (${fate.reason})`;
    case "survived":
      return "it survives";
  }
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => {
    result ??= work();
    return result;
  };
}

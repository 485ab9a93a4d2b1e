import type { Case } from "../../cases/index.js";
import type { Document } from "../document/load.js";
import { operationsOf } from "../document/operation.js";
import type { Judged } from "./collect.js";
import { DIMENSIONS, type Item } from "./item.js";
import { OperationCoverage } from "./operation-coverage.js";

export interface Coverage {
  readonly items: readonly Item[];
  /** How many cases a judge was asked about. */
  readonly cases: number;
}

/**
 * What of a document the cases reach.
 *
 * @param judged what judges were asked, in tests that passed: nothing else counts
 */
export function computeCoverage(
  document: Document,
  cases: readonly Case[],
  judged: readonly Judged[],
): Coverage {
  const operations = new Map(
    [...operationsOf(document)].map(
      ([id, operation]) => [id, new OperationCoverage(document, id, operation)] as const,
    ),
  );
  const judgesOf = new Map<string, Set<string>>();
  for (const { id, judge } of judged) judgesOf.set(id, (judgesOf.get(id) ?? new Set()).add(judge));
  const judgedCases = cases.filter(({ id }) => judgesOf.has(id));
  for (const one of judgedCases) {
    operations.get(one.operation)?.reach(one, judgesOf.get(one.id) as Set<string>);
  }
  for (const one of judged) {
    if (one.subject === "forced answers") operations.get(one.operation)?.reachByForce(one.id);
  }
  const order = Object.keys(DIMENSIONS);
  const items = [...operations.values()]
    .flatMap((operation) => operation.items())
    .sort((one, other) => order.indexOf(one.dimension) - order.indexOf(other.dimension));
  return { items, cases: judgedCases.length };
}

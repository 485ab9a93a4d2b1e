import { describe } from "./mutant.js";
import type { MutantResult } from "./test-mutants.js";

const COLUMNS = ["killed", "refused", "equivalent", "survived"] as const;

/** A row an operator, what became of its mutants, and the score: of those not equivalent, the seen. */
export function summarize(
  results: readonly MutantResult[],
  seconds: number,
  shard?: { readonly index: number; readonly count: number },
): string {
  const operators = [...new Set(results.map(({ operator }) => operator))].sort();
  const of = (operator: string) => results.filter((one) => one.operator === operator);
  const different = results.length - count(results, "equivalent");
  const seen = different - count(results, "survived");
  const score = different === 0 ? 0 : Math.floor((1000 * seen) / different) / 10;
  const time = `${Math.round(seconds)} s${shard ? `, shard ${shard.index} of ${shard.count}` : ""}`;
  return [
    "",
    row("operator", ["mutants", ...COLUMNS]),
    ...operators.map((operator) => counts(operator, of(operator))),
    counts("all", results),
    "",
    "refused: no tool takes the document, and the mock says so at its start",
    `killed first by ${killers(results)}`,
    `score: ${score} %, ${seen} of ${different}, in ${time}`,
  ].join("\n");
}

function counts(name: string, results: readonly MutantResult[]): string {
  return row(name, [results.length, ...COLUMNS.map((column) => count(results, column))]);
}

function row(name: string, cells: readonly unknown[]): string {
  return name.padEnd(22) + cells.map((cell) => String(cell).padStart(11)).join("");
}

function count(results: readonly MutantResult[], column: (typeof COLUMNS)[number]): number {
  return results.filter(({ outcome }) => outcome.is === column).length;
}

function killers(results: readonly MutantResult[]): string {
  const kills = new Map<string, number>();
  for (const { outcome } of results) {
    if (outcome.is === "killed") kills.set(outcome.judge, (kills.get(outcome.judge) ?? 0) + 1);
  }
  const byKills = [...kills].sort(([, one], [, other]) => other - one);
  return byKills.map(([judge, number]) => `${judge} (${number})`).join(", ") || "none";
}

/**
 * What became of a mutant, and how to run it alone.
 * @param tested its result, or the name of a test that has none
 * @param error what the test failed with
 */
export function describeMutant(tested: MutantResult | string, error?: string): string {
  const [reason = ""] = error?.split("\n") ?? [];
  if (typeof tested === "string") return `\n${tested}\n  ${reason}`;
  const { id, operator, outcome, pointer, ...change } = tested;
  return [
    `\n${pointer}`,
    `  ${operator}:${describe({ pointer: "", ...change })}`,
    `  ${outcome.is}${causeOf(outcome)}${reason && `: ${reason}`}`,
    `  npm run test:mutation -- -t ${id}`,
  ].join("\n");
}

function causeOf(outcome: MutantResult["outcome"]): string {
  if (outcome.is === "killed") return ` by ${outcome.by}: the ${outcome.judge} says ${outcome.got}`;
  return outcome.is === "refused" ? `: ${outcome.reason}` : "";
}

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
  const different = results.length - count(results, "equivalent");
  const seen = different - count(results, "survived");
  const score = different === 0 ? 0 : Math.floor((1000 * seen) / different) / 10;
  const time = `${Math.round(seconds)} s${shard ? `, shard ${shard.index} of ${shard.count}` : ""}`;
  return [
    "",
    row("operator", ["mutants", ...COLUMNS]),
    ...operators.map((operator) =>
      counts(
        operator,
        results.filter((one) => one.operator === operator),
      ),
    ),
    counts("all", results),
    "",
    "refused: no tool takes the document, and the mock says so at its start",
    `killed first by ${killers(results)}`,
    `score: ${score} %, ${seen} of ${different}, in ${time}`,
  ].join("\n");
}

function counts(name: string, results: readonly MutantResult[]): string {
  const numbers = COLUMNS.map((column) => count(results, column));
  return row(name, [results.length, ...numbers].map(String));
}

function row(name: string, cells: readonly string[]): string {
  return name.padEnd(22) + cells.map((cell) => cell.padStart(11)).join("");
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

export function describeResult(result: MutantResult): string {
  const { outcome } = result;
  const cause =
    outcome.is === "killed"
      ? ` by ${outcome.by}: the ${outcome.judge} says ${outcome.got}`
      : outcome.is === "refused"
        ? `: ${outcome.reason}`
        : "";
  return `\n${describe(result)}\n  ${outcome.is}${cause}`;
}

/** What is wrong with a mutant, and how to run it alone; or with an entry of equivalents.ts. */
export function describeFailure(failed: MutantResult | string, message: string): string {
  const reason = `  ${message.split("\n")[0]}`;
  if (typeof failed === "string") return `\n${failed}\n${reason}`;
  const { pointer, ...change } = failed;
  return [
    `\n${pointer}`,
    `  ${failed.operator}:${describe({ pointer: "", ...change })}`,
    reason,
    `  npm run test:mutation -- -t ${failed.id}`,
  ].join("\n");
}

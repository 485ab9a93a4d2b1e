import type { Source } from "../../generated/contract-cases.js";

/** What a rule, or a case, is from, in the words of `x-source`: such as `page, table 4`. */
export type RuleSource = string;

/**
 * How much a broken rule weighs. What the vendor's pages say is an error. What only the vendor's
 * API definition says, or this project, is a warning, and an error in strict mode.
 */
export function weigh(sources: readonly RuleSource[], strict: boolean): "error" | "warning" {
  return strict || sources.some(isOfPage) ? "error" : "warning";
}

/** A document that does not say where its rules are from is the authority itself. */
export function isOfPage(source: RuleSource): boolean {
  return !/^(vendor|ours)\b/.test(source);
}

/** What a case is from, in the same words. */
export function sourceOfCase({ page, table }: Source): RuleSource {
  return isOfPage(page) ? `page, ${table}` : `${page}: ${table}`;
}

import { isDeepStrictEqual } from "node:util";
import { type Disagreement, FAILURE } from "../compare.js";

/** A question to the document under test, or to what is made of it, and the contract's answer. */
export interface Check {
  /** What is tried. */
  readonly id: string;
  readonly expected: unknown;
  observe(): unknown;
  /** Repeats it, where it is a request. */
  readonly curl?: string;
}

/** The checks of one judge and one subject. */
export interface Checks {
  readonly judge: string;
  readonly operation: string;
  readonly subject: string;
  readonly checks: readonly Check[];
}

/** Asks, and compares deeply. What `observe` throws is a disagreement, too. */
export async function runCheck(
  { id, expected, observe, curl }: Check,
  about: Omit<Checks, "checks">,
): Promise<Disagreement[]> {
  let got: string;
  try {
    const observed = await observe();
    if (isDeepStrictEqual(observed, expected)) return [];
    got = show(observed);
  } catch (error) {
    got = FAILURE + (error instanceof Error ? error.message : String(error));
  }
  return [{ ...about, id, expected: show(expected), got, ...(curl && { curl }) }];
}

function show(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}

/** There is nothing to compare; the message says why and what to do. */
export class SpecDiffError extends Error {
  override readonly name = "SpecDiffError";
}

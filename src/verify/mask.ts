import { createMask } from "../text/mask.js";

/** Masks secrets, and signatures, of which each request has another one. */
export function createReportMask(secrets: readonly string[]): (text: string) => string {
  const mask = createMask(secrets);
  return (text) => mask(text).replace(/\b(Signature=)[0-9a-f]{64}\b/gi, "$1***");
}

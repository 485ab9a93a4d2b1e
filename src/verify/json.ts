import { lengthToDepth } from "../client/transport/depth.js";

/** Deeper than any documented body by far, and far from where recursion would fail. */
const MAX_DEPTH = 200;

/**
 * Parses the JSON of an answer.
 * @throws RangeError if it nests too deep for a recursive reader
 * @throws SyntaxError if it is not JSON
 */
export function parseJson(text: string): unknown {
  if (lengthToDepth(text, MAX_DEPTH) < text.length) {
    throw new RangeError(`nests deeper than ${MAX_DEPTH} levels`);
  }
  return JSON.parse(text);
}

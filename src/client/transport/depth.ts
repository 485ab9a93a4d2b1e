/**
 * How much of a JSON text can be read without going deeper than so many levels.
 * @returns its length where that is all
 */
export function lengthToDepth(text: string, maxDepth: number): number {
  // A shorter text cannot be nested so deep.
  if (text.length <= maxDepth) return text.length;
  let depth = 0;
  for (const { 0: part, index } of text.matchAll(/"(?:[^"\\]|\\.)*"?|[[{]|[\]}]/gs)) {
    if (part === "[" || part === "{") depth++;
    else if (part === "]" || part === "}") depth--;
    if (depth > maxDepth) return index;
  }
  return text.length;
}

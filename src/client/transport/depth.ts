/**
 * How much of a JSON text can be read without going deeper than so many levels.
 * @returns its length where that is all
 */
export function lengthToDepth(text: string, maxDepth: number): number {
  // A shorter text cannot be nested so deep.
  if (text.length <= maxDepth) return text.length;
  let depth = 0;
  let isString = false;
  // Not by a pattern, which keeps a place on its stack for each character of a string.
  for (let index = 0; index < text.length; index++) {
    const char = text[index];
    if (char === '"') isString = !isString;
    else if (isString) {
      if (char === "\\") index++;
    } else if (char === "[" || char === "{") {
      if (++depth > maxDepth) return index;
    } else if (char === "]" || char === "}") depth--;
  }
  return text.length;
}

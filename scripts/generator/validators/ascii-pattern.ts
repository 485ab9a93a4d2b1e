/** What a property of Unicode holds of ASCII. */
const ASCII: Readonly<Record<string, string>> = { L: "A-Za-z", N: "0-9", Z: " " };

/**
 * A regex of ASCII alone that matches nothing which the given one does not match, for a first try:
 * classes such as `\p{L}` take three times as long. Undefined where that is not certain: each such
 * class must stand within a bracket, and where matching more makes the whole match more.
 */
export function asciiPattern(pattern: string): string | undefined {
  // Of what may match a surrogate, Unicode mode and ASCII have different ideas.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is what is meant.
  if (!/^[\x00-\x7f]*$/.test(pattern) || /\[\^|\\[PDSWBu]/.test(pattern)) return undefined;
  const outline = pattern.replaceAll(/\\.|\[(?:\\.|[^\]\\])*\]/gs, "_");
  if (outline.includes(".")) return undefined;
  let isCertain = /\\p\{/.test(pattern);
  const ascii = pattern.replaceAll(/\[(?:\\.|[^\]\\])*\]/gs, (bracket) =>
    bracket.replaceAll(/\\p\{(\w+)\}/g, (_, property: string) => {
      const range = ASCII[property];
      isCertain &&= range !== undefined;
      return range ?? "";
    }),
  );
  // Matching less in a lookaround that must not match would make the whole match more.
  const affirmed = pattern.replaceAll(/\(\?<?!(?:\\[^p]|[^()\\])*\)/g, "");
  return isCertain && !/\(\?<?!/.test(affirmed) && !ascii.includes("\\p") ? ascii : undefined;
}

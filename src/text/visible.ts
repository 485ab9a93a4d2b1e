/**
 * Escapes, as JSON does, every character that a terminal obeys or that nobody can see: control and
 * format characters, combining marks, and all spaces but the plain one. JSON keeps its value.
 */
export function visible(text: string): string {
  return text.replace(/(?! )[\p{C}\p{Z}\p{M}]/gu, escapeUnits);
}

/** The same for a text of many lines: line feeds stay. */
export function visibleLines(text: string): string {
  return text.replace(/(?![ \n])[\p{C}\p{Z}\p{M}]/gu, escapeUnits);
}

/** By UTF-16 code unit: JSON has no other escape. */
function escapeUnits(character: string): string {
  return Array.from({ length: character.length }, (_, unit) => {
    const code = character.charCodeAt(unit).toString(16).padStart(4, "0");
    return `\\u${code}`;
  }).join("");
}

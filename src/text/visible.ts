/**
 * Spells out what a terminal would obey or nobody could see, as JSON does: control and format
 * characters, combining marks and blanks other than the space. JSON stays the same value.
 */
export function visible(text: string): string {
  return text.replace(/(?! )[\p{C}\p{Z}\p{M}]/gu, (character) =>
    // By UTF-16 units: JSON has no other escape.
    Array.from({ length: character.length }, (_, unit) => {
      const code = character.charCodeAt(unit).toString(16).padStart(4, "0");
      return `\\u${code}`;
    }).join(""),
  );
}

const LENGTH = 60;

/** What could change how a terminal or an editor shows the text around it. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * A value as JSON, cut to fit a line. Reads no more of it than it shows, shares no memory with
 * it, and calls nothing of it but getters.
 */
export function preview(value: unknown): string {
  try {
    const text = write(value, LENGTH + 1);
    return text.length > LENGTH ? `${text.slice(0, LENGTH)}…` : text;
  } catch {
    // A getter or a proxy threw.
    return "…";
  }
}

/** The JSON text of a value, complete or at least `room` characters of it. */
function write(value: unknown, room: number): string {
  if (typeof value === "string") return quote(value.slice(0, Math.max(room, 0)));
  if (typeof value === "function") return "function";
  if (typeof value !== "object" || value === null) return String(value);
  const isArray = Array.isArray(value);
  const keys = isArray ? undefined : Object.keys(value);
  const length = keys?.length ?? (value as unknown[]).length;
  let text = isArray ? "[" : "{";
  for (let i = 0; i < length && text.length < room; i++) {
    const key = keys?.[i] ?? i;
    const member = (value as Record<string | number, unknown>)[key];
    if (keys !== undefined && member === undefined) continue;
    if (text.length > 1) text += ",";
    if (keys !== undefined) text += `${write(key, room - text.length)}:`;
    text += write(member, room - text.length);
  }
  return text + (isArray ? "]" : "}");
}

function quote(text: string): string {
  return JSON.stringify(text).replace(INVISIBLE, (character) =>
    character
      .split("")
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
      .join(""),
  );
}

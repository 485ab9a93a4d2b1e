/**
 * Data as source code of JavaScript, laid out like JSON. Nothing in it can end the literal or
 * mean more than it says: line separators are escaped, and `__proto__` is an ordinary member.
 */
export function literal(value: unknown, indent = ""): string {
  if (typeof value !== "object" || value === null) return escapeText(JSON.stringify(value));
  const inner = `${indent}  `;
  const parts = Array.isArray(value)
    ? value.map((item) => literal(item, inner))
    : Object.entries(value)
        .filter(([, member]) => member !== undefined)
        .map(([key, member]) => `${memberName(key)}: ${literal(member, inner)}`);
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  return parts.length === 0
    ? `${open}${close}`
    : `${open}\n${parts.map((part) => `${inner}${part},\n`).join("")}${indent}${close}`;
}

/** A member of an object literal; written plainly, `__proto__` would set the prototype. */
export function memberName(key: string): string {
  const name = escapeText(JSON.stringify(key));
  return key === "__proto__" ? `[${name}]` : name;
}

function escapeText(json: string): string {
  return json.replace(
    /[\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

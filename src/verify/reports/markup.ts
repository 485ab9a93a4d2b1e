import { visible } from "../../text/visible.js";

/** Text that is XML, or HTML, already. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** An element of XML or HTML. Strings in it are text, whatever they hold. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  ...content: readonly (Markup | string)[]
): Markup {
  const open = [
    name,
    ...Object.entries(attributes).map(([key, value]) => `${key}="${escapeText(String(value))}"`),
  ].join(" ");
  const inner = content.map((part) => (part instanceof Markup ? part.text : escapeText(part)));
  return new Markup(`<${open}>${inner.join("")}</${name}>`);
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Line feeds stay; other control characters are not allowed in XML, not even as entities. */
function escapeText(text: string): string {
  return text
    .split("\n")
    .map(visible)
    .join("\n")
    .replace(/[&<>"']/g, (character) => ENTITIES[character] as string);
}

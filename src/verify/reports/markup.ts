import { escapeMarkup } from "../../text/escape.js";
import { visibleLines } from "../../text/visible.js";

/** Text that is XML or HTML already. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** An element of XML or HTML. Strings in it are text, whatever they contain. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  ...content: readonly (Markup | string)[]
): Markup {
  const open = [
    name,
    ...Object.entries(attributes).map(([key, value]) => `${key}="${toText(String(value))}"`),
  ].join(" ");
  const inner = content.map((part) => (part instanceof Markup ? part.text : toText(part)));
  return new Markup(`<${open}>${inner.join("")}</${name}>`);
}

/** XML allows no control characters but line breaks, not even as entities. */
function toText(text: string): string {
  return escapeMarkup(visibleLines(text));
}

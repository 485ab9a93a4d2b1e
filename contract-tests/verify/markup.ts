/** An element of XML, as a reader sees it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  /** Of itself, without that of its children. */
  text: string;
}

const PART = /<(\/?)([a-z][\w-]*)((?:\s+[a-z][\w-]*="[^"<]*")*)\s*>|([^<]+)/gy;
/** What XML does not allow, not even as an entity; and what is none of the entities. */
const ILLEGAL = /(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]|&(?!(amp|lt|gt|quot|#39);)/u;
const CHARACTERS = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };

const unescapeText = (text: string): string =>
  text.replace(/&.+?;/g, (entity) => CHARACTERS[entity as "&amp;"]);

/**
 * Reads the little of XML that the reports use.
 * @returns all elements, the root first
 * @throws Error where it is not well-formed
 */
export function elementsOf(xml: string): XmlElement[] {
  const text = xml.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n(<!--[^<>]*-->\n)?/, "");
  const root: XmlElement = { name: "", attributes: {}, children: [], text: "" };
  const [all, open] = [[] as XmlElement[], [root]];
  let end = 0;
  for (const [part, slash, name = "", attributes = "", content] of text.matchAll(PART)) {
    end += part.length;
    const current = open.at(-1) as XmlElement;
    if (content !== undefined) current.text += unescapeText(content);
    else if (slash === "/") {
      if (open.pop()?.name !== name) throw new Error(`${name} ends within ${current.name}`);
    } else {
      const pairs = [...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(
        ([, key = "", value = ""]) => [key, unescapeText(value)] as const,
      );
      const element = { name, attributes: Object.fromEntries(pairs), children: [], text: "" };
      if (Object.keys(element.attributes).length < pairs.length) throw new Error(`${part} twice`);
      current.children.push(element);
      all.push(element);
      open.push(element);
    }
  }
  if (end < text.length || ILLEGAL.test(text))
    throw new Error(`not well-formed: ${text.slice(end)}`);
  if (open.length !== 1 || root.children.length !== 1) throw new Error("not one element that ends");
  return all;
}

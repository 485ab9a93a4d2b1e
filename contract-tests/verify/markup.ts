/** An element of XML, as a reader sees it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Of itself, without that of its children. */
  readonly text: string;
}

const TOKEN = /<(\/?)([a-z][\w-]*)((?:\s+[a-z][\w-]*="[^"<]*")*)\s*>|([^<]+)/gy;
const ENTITY = /&(?:amp|lt|gt|quot|#39);/g;
/** What XML does not allow, not even as an entity. */
const ILLEGAL = /(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/u;

/**
 * Reads the little of XML that the reports use.
 * @throws Error where it is not well-formed
 */
export function parseXml(xml: string): XmlElement {
  if (ILLEGAL.test(xml)) throw new Error("a character that XML does not allow");
  const root = { name: "", attributes: {}, children: [] as XmlElement[], text: "" };
  const open: (typeof root)[] = [root];
  const text = xml.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n(<!--[^<>]*-->\n)?/, "");
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (match === null) throw new Error(`not well-formed at ${text.slice(at, at + 80)}`);
    const [, slash, name = "", attributes = "", content] = match;
    const current = open.at(-1) as typeof root;
    if (content !== undefined) current.text += unescapeText(content);
    else if (slash === "/") {
      if (current.name !== name) throw new Error(`${name} ends within ${current.name}`);
      open.pop();
    } else {
      const element = { name, attributes: readAttributes(attributes), children: [], text: "" };
      current.children.push(element);
      open.push(element);
    }
  }
  const [element, ...others] = root.children;
  if (open.length !== 1 || element === undefined || others.length > 0) {
    throw new Error("not one element that ends");
  }
  return element;
}

/** Itself and all that is in it. */
export function elementsOf(element: XmlElement): XmlElement[] {
  return [element, ...element.children.flatMap(elementsOf)];
}

function readAttributes(text: string): Record<string, string> {
  const entries = [...text.matchAll(/([\w-]+)="([^"]*)"/g)].map(
    ([, name, value]) => [name as string, unescapeText(value as string)] as const,
  );
  const attributes = Object.fromEntries(entries);
  if (Object.keys(attributes).length !== entries.length) throw new Error("an attribute twice");
  return attributes;
}

function unescapeText(text: string): string {
  if (text.replace(ENTITY, "").includes("&")) throw new Error(`a bare & in ${text.slice(0, 80)}`);
  const characters = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" } as const;
  return text.replace(ENTITY, (entity) => characters[entity.slice(1, -1) as "amp"]);
}

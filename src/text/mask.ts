/** What stands where a secret was. */
const MASK = "***";

/** Shorter ones are placeholders such as `any`, and would take half of a text with them. */
const SHORTEST_SECRET = 8;

/** Of a part of a secret. A longer one is found wherever the text or the secret was cut. */
const SHORTEST_PART = 16;

/** Of characters that are looked up at a time: of each part so many stand together, aligned. */
const STEP = SHORTEST_PART / 2;

/**
 * One character in the spellings of JSON and JavaScript, of URLs (also twice), and of HTML; and
 * breaks of a line, which belong to no secret.
 */
const ESCAPE =
  /\\{1,8}(?:(?:u00|x)([\da-f]{2})|u\{0{0,4}([\da-f]{2})\})|\\{1,8}([0-3]?[0-7]{2})|\\{1,8}([^\w\s]|$)|%(?:25){0,8}(?:u00)?([\da-f]{2})|&#x0{0,6}([\da-f]{2});|&#0{0,6}(\d{2,3});|&(\w{2,6});|(?:\\{1,8}[nrt]|[^ -\uffff]){1,999}/gi;

/** What an encoder may write by its name in HTML. */
const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  sol: "/",
  plus: "+",
  equals: "=",
};

/** What may be left of an escape at the end of a text that was cut. */
const CUT_ESCAPE = /(?:(?:\\{1,8}|%)(?:u\w{0,3}|\w)?|&#?\w{0,6})$/;

/** Encodings within encodings that are seen through. */
const MAX_LAYERS = 4;

/**
 * Makes a function that replaces secrets in a text by `***`, however a peer spells them: verbatim,
 * in any letter case, escaped as in JSON, URLs or HTML, in part or in full, or the whole in base64
 * or hex. The start of a secret at the end of a text, which may have been cut there, goes as well,
 * and so does any part of 16 characters.
 * @param secrets printable ASCII; those of less than 8 characters are left alone
 */
export function createMask(secrets: readonly string[]): (text: string) => string {
  let needles: string[] | undefined;
  let parts: Parts;
  return (text) => {
    if (text.length < SHORTEST_SECRET) return text;
    // Not before they are needed: most texts are never looked at.
    if (needles === undefined) {
      const long = secrets.filter(({ length }) => length >= SHORTEST_SECRET);
      needles = long.flatMap(needlesOf).filter(Boolean);
      parts = partsOf(long.map((secret) => decode(secret).text));
    }
    if (needles.length === 0) return text;
    const plain = decode(text);
    const found = needles.flatMap((needle) => find(plain, needle));
    return replace(text, [...found, ...findParts(plain, parts)].sort(byStart));
  };
}

/** Part of a text: `[start, end)`. */
type Range = readonly [start: number, end: number];

interface Decoded {
  /** Without escapes, in lower case. */
  readonly text: string;
  /** Where in the source a character begins, or its end. */
  readonly at: (index: number) => number;
}

/** All parts of the secrets that have 8 characters, and all that have 16. */
type Parts = ReadonlySet<string>;

function needlesOf(secret: string): string[] {
  const bytes = Array.from(new TextEncoder().encode(secret));
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("");
  // What stands before it decides at which bit of a character it begins.
  const base64 = ["", "0", "00"].flatMap((before) => {
    const text = btoa(before + String.fromCharCode(...bytes)).replace(/=+$/, "");
    const shifted = lower(text.slice(Math.ceil((before.length * 4) / 3)));
    // What stands behind it may share its last character.
    return [shifted, shifted.slice(0, -1)];
  });
  const base64Url = base64.map((text) => text.replaceAll("+", "-").replaceAll("/", "_"));
  return [...new Set([decode(secret).text, hex, ...base64, ...base64Url])];
}

function decode(source: string): Decoded {
  let text = source;
  let offsets: number[] | undefined;
  for (let layer = 0; layer < MAX_LAYERS; layer++) {
    const parts: string[] = [];
    const starts: number[] = [];
    let from = 0;
    const copy = (to: number) => {
      parts.push(text.slice(from, to));
      for (let i = from; i < to; i++) starts.push(offsets?.[i] ?? i);
    };
    for (const match of text.matchAll(ESCAPE)) {
      const [whole, short, braced, octal, quoted, percent, hex, decimal, name] = match;
      const code = short ?? braced ?? percent ?? hex;
      const number = code ? Number.parseInt(code, 16) : octal ? Number.parseInt(octal, 8) : decimal;
      const char = number
        ? String.fromCharCode(Number(number))
        : (quoted ?? (name ? ENTITIES[name] : ""));
      if (char === undefined) continue;
      copy(match.index);
      parts.push(char);
      if (char) starts.push(offsets?.[match.index] ?? match.index);
      from = match.index + whole.length;
    }
    if (from === 0) break;
    copy(text.length);
    text = parts.join("");
    offsets = starts;
  }
  const { length } = text;
  return {
    // Forms write a blank as a plus.
    text: lower(text).replaceAll(" ", "+"),
    at: (index) => (index >= length ? source.length : (offsets?.[index] ?? index)),
  };
}

/** Some letters change their length: then only those of ASCII. */
function lower(text: string): string {
  const lowered = text.toLowerCase();
  if (lowered.length === text.length) return lowered;
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

function find({ text, at }: Decoded, needle: string): Range[] {
  const found: Range[] = [];
  for (let start = text.indexOf(needle); start >= 0; ) {
    found.push([at(start), at(start + needle.length)]);
    start = text.indexOf(needle, start + needle.length);
  }
  // Of the end alone: the whole of a long text would be copied again for each length.
  const from = Math.max(text.length - needle.length - 16, 0);
  const tail = text.slice(from);
  const rest = tail.slice(0, -16) + tail.slice(-16).replace(CUT_ESCAPE, "");
  const head = needle.slice(0, SHORTEST_SECRET);
  for (let start = rest.indexOf(head); start >= 0; start = rest.indexOf(head, start + 1)) {
    if (needle.startsWith(rest.slice(start))) {
      found.push([at(from + start), at(text.length)]);
      break;
    }
  }
  return found;
}

function partsOf(secrets: readonly string[]): Parts {
  const parts = new Set<string>();
  for (const secret of secrets) {
    for (let index = 0; index + STEP <= secret.length; index++) {
      parts.add(secret.slice(index, index + STEP));
      parts.add(secret.slice(index, index + SHORTEST_PART));
    }
  }
  return parts;
}

function findParts({ text, at }: Decoded, parts: Parts): Range[] {
  const isPart = (start: number, length: number) =>
    start + length <= text.length && parts.has(text.slice(start, start + length));
  const found: [start: number, end: number][] = [];
  for (let middle = 0; middle < text.length; middle += STEP) {
    if (!isPart(middle, STEP)) continue;
    for (let start = Math.max(middle - STEP, 0); start <= middle; start++) {
      if (!isPart(start, SHORTEST_PART)) continue;
      const last = found.at(-1);
      if (last && start <= last[1]) last[1] = start + SHORTEST_PART;
      else found.push([start, start + SHORTEST_PART]);
    }
  }
  return found.map(([start, end]) => [at(start), at(end)]);
}

function byStart([a]: Range, [b]: Range): number {
  return a - b;
}

function replace(text: string, ranges: readonly Range[]): string {
  let clean = "";
  let from = 0;
  for (const [start, end] of ranges) {
    if (start >= from) clean += text.slice(from, start) + MASK;
    from = Math.max(from, end);
    // A break of the line after a secret stays.
    while ((text[from - 1] as string) < " ") from--;
  }
  return clean + text.slice(from);
}

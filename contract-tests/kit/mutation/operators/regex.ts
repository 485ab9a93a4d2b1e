/** Another regex, and how it differs. */
export interface RegexVariant {
  readonly source: string;
  readonly change: string;
}

/** A part of a regex: the text from `start` to `end`. */
interface Part {
  readonly kind: "anchor" | "character" | "class" | "close" | "escape" | "open" | "pipe" | "times";
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Regexes that differ from one (in Unicode mode) in a single part: without an anchor, a lookaround
 * or a member of a class; a lookaround or a class turned round; a class that holds one character
 * more; a range or a count off by one; a character lost or replaced; a backslash lost. The last
 * two do not compile: the mistakes that make a validator stand aside without a word.
 */
export function regexVariants(source: string): RegexVariant[] {
  const variants: RegexVariant[] = [];
  const put = ({ start, end, text }: Omit<Part, "kind">, by: string, change: string): void => {
    variants.push({
      source: source.slice(0, start) + by + source.slice(end),
      change: `${change} at ${start}: ${text || "nothing"} → ${by || "nothing"}`,
    });
  };
  const parts = split(source);
  for (const [index, part] of parts.entries()) {
    switch (part.kind) {
      case "anchor":
        put(part, "", "anchor");
        break;
      case "open":
        for (const [by, change] of turnedRound(part.text)) put(part, by, change);
        if (isLookaround(part.text)) put(group(parts, index, source), "", "lookaround");
        break;
      case "class":
        for (const [at, by, change] of classVariants(part)) put(at, by, change);
        break;
      case "times":
        for (const by of otherCounts(part.text)) put(part, by, "count");
        break;
      case "escape":
        put(part, part.text.slice(1), "backslash");
        for (const by of narrower(part.text)) put(part, by, "narrower");
        break;
      case "pipe":
        put(part, "", "alternatives joined");
        break;
      case "character":
        put(part, "", "character");
        put(part, ".", "character");
        if (part.text !== part.text.toUpperCase()) put(part, part.text.toUpperCase(), "case");
        break;
    }
  }
  put({ start: source.length, end: source.length, text: "" }, "(", "unbalanced");
  put({ start: source.length, end: source.length, text: "" }, "\\_", "needless escape");
  return variants;
}

function split(source: string): Part[] {
  const parts: Part[] = [];
  const token =
    /\[(?:\\.|[^\]])*\]|\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\u\w{4}|\\x\w\w|\\.|\(\?(?:[:=!]|<[=!]|<\w+>)|[()^$|]|[*+?]|\{\d+(?:,\d*)?\}|./gsu;
  for (const { 0: text, index: start } of source.matchAll(token)) {
    parts.push({ kind: kindOf(text), start, end: start + text.length, text });
  }
  return parts;
}

function kindOf(text: string): Part["kind"] {
  if (/^[\^$]$/.test(text)) return "anchor";
  if (text.startsWith("(")) return "open";
  if (text === ")") return "close";
  if (text === "|") return "pipe";
  if (/^\[./s.test(text)) return "class";
  if (/^(?:[*+?]|\{\d.*\})$/.test(text)) return "times";
  return /^\\./s.test(text) ? "escape" : "character";
}

const LOOKAROUNDS = ["(?=", "(?!", "(?<=", "(?<!"];

function isLookaround(open: string): boolean {
  return LOOKAROUNDS.includes(open);
}

function turnedRound(open: string): [string, string][] {
  if (!isLookaround(open)) return [];
  const last = open.at(-1) === "!" ? "=" : "!";
  return [[open.slice(0, -1) + last, "lookaround turned round"]];
}

/** The whole group that a parenthesis opens. */
function group(parts: readonly Part[], opens: number, source: string): Omit<Part, "kind"> {
  let depth = 0;
  const close = parts.slice(opens).find(({ kind }) => {
    if (kind === "open") depth += 1;
    if (kind === "close") depth -= 1;
    return depth === 0;
  });
  const { start } = parts[opens] as Part;
  const end = close?.end ?? source.length;
  return { start, end, text: source.slice(start, end) };
}

type Edit = [at: Omit<Part, "kind">, by: string, change: string];

function classVariants({ start, text }: Part): Edit[] {
  const isNegated = text.startsWith("[^");
  const open = isNegated ? 2 : 1;
  const edits: Edit[] = [
    [
      { start, end: start + open, text: text.slice(0, open) },
      isNegated ? "[" : "[^",
      "class turned round",
    ],
  ];
  const member =
    /\\[pP]\{[^}]*\}|(?:\\u\{[^}]*\}|\\u\w{4}|\\x\w\w|\\.|[^\\])(?:-(?:\\.|[^\]\\]))?/gsu;
  const body = text.slice(open, -1);
  for (const { 0: one, index } of body.matchAll(member)) {
    const at = { start: start + open + index, end: start + open + index + one.length, text: one };
    edits.push([at, "", "member of class"]);
    for (const by of [...shiftedRanges(one), ...narrower(one)]) edits.push([at, by, "narrower"]);
    for (const by of widerRanges(one)) edits.push([at, by, "wider"]);
    if (/^\\[^pPu]/.test(one)) edits.push([at, one.slice(1), "backslash"]);
  }
  const end = start + text.length - 1;
  for (const extra of extraMembers(text)) {
    edits.push([{ start: end, end, text: "" }, extra, "member of class"]);
  }
  return edits;
}

/**
 * What a class does not hold: of a class of ASCII what its authors most likely think of next; of a
 * class that reaches beyond ASCII each printable ASCII character, and each kind of others.
 */
function extraMembers(text: string): string[] {
  if (!/\\[pP]\{/.test(text)) {
    return ["A-Z", "_", "\\-", "\\s", "\\p{L}", "\\p{N}"].filter((one) => !text.includes(one));
  }
  const isHeld = new RegExp(`^${text}$`, "u");
  const printable = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));
  return [
    ...printable.filter((one) => !isHeld.test(one)).map(escapeInClass),
    ...["\\t", "\\n", "\\p{Cc}", "\\p{Cf}", "\\p{Co}", "\\p{Cs}", "\\p{Cn}"],
    ...["\\p{M}", "\\p{P}", "\\p{Sc}", "\\p{Sk}", "\\p{Sm}", "\\p{So}"],
  ];
}

function escapeInClass(character: string): string {
  return /[\\\]^/-]/.test(character) ? `\\${character}` : character;
}

const RANGE = /^(.)-(.)$/su;

function shiftedRanges(member: string): string[] {
  const [, low, high] = RANGE.exec(member) ?? [];
  if (low === undefined || high === undefined || low === high) return [];
  return [`${next(low, 1)}-${high}`, `${low}-${next(high, -1)}`];
}

function widerRanges(member: string): string[] {
  const [, low, high] = RANGE.exec(member) ?? [];
  if (low === undefined || high === undefined) return [];
  return [`${next(low, -1)}-${high}`, `${low}-${next(high, 1)}`];
}

function next(character: string, by: number): string {
  return escapeInClass(String.fromCodePoint((character.codePointAt(0) as number) + by));
}

/** What people write who think of their own script only. */
const NARROWER: Readonly<Record<string, readonly string[]>> = {
  "\\p{L}": ["a-zA-Z", "\\p{Lu}\\p{Ll}", "\\p{Script=Latin}\\p{Script=Han}"],
  "\\p{N}": ["0-9", "\\p{Nd}"],
  "\\p{Z}": [" ", "\\p{Zs}"],
  "\\s": [" "],
  "\\d": ["0-8"],
  "\\w": ["a-z"],
};

function narrower(text: string): readonly string[] {
  return NARROWER[text] ?? [];
}

function otherCounts(times: string): string[] {
  const [, low, comma, high] = /^\{(\d+)(,?)(\d*)\}$/.exec(times) ?? [];
  if (low === undefined) return ["", ...["*", "+", "?"].filter((other) => other !== times)];
  const min = Number(low);
  const max = high === "" ? (comma === "" ? min : Number.POSITIVE_INFINITY) : Number(high);
  const count = (from: number, to: number): string => `{${from},${Number.isFinite(to) ? to : ""}}`;
  return [
    "",
    "*",
    count(min, Number.POSITIVE_INFINITY),
    count(min, max + 1),
    count(min + 1, Math.max(min, max) + 1),
    ...(min > 0 ? [count(min - 1, max), count(min - 1, max - 1)] : []),
  ].filter((other) => other !== times);
}

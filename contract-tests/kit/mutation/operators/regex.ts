/** Another regex, and how it differs. */
export interface RegexVariant {
  readonly source: string;
  readonly change: string;
}

/** A character, an escape, a class, a quantifier, an anchor, `|`, or what opens or closes a group. */
const TOKEN =
  /\[(?:\\.|[^\]])*\]|\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\u\w{4}|\\x\w\w|\\.|\(\?(?:[:=!]|<[=!]|<\w+>)|[()^$|]|[*+?]|\{\d+(?:,\d*)?\}|./gsu;

/** Puts a text in the place of the one at `start`. */
type Put = (start: number, text: string, by: string, change: string) => void;

/**
 * Regexes that differ from one (in Unicode mode) in a single part: without an anchor, a lookaround
 * or a member of a class; a lookaround or a class turned round; a class that holds one character
 * more; a range or a count off by one; a character lost or replaced; a backslash lost. The last
 * two do not compile: the mistakes that make a validator stand aside without a word.
 */
export function regexVariants(source: string): RegexVariant[] {
  const variants: RegexVariant[] = [];
  const put: Put = (start, text, by, change) =>
    variants.push({
      source: source.slice(0, start) + by + source.slice(start + text.length),
      change: `${change} at ${start}: ${text || "nothing"} → ${by || "nothing"}`,
    });
  for (const { 0: text, index: start } of source.matchAll(TOKEN)) {
    if (/^[\^$]$/.test(text)) put(start, text, "", "anchor");
    else if (text === "|") put(start, text, "", "alternatives joined");
    else if (/^\(\?<?[=!]$/.test(text)) {
      const opposite = text.slice(0, -1) + (text.endsWith("!") ? "=" : "!");
      put(start, text, opposite, "lookaround turned round");
      put(start, groupAt(source, start), "", "lookaround");
    } else if (/^\[./s.test(text)) putClassVariants(put, start, text);
    else if (/^(?:[*+?]|\{\d.*\})$/.test(text)) {
      for (const by of otherCounts(text)) put(start, text, by, "count");
    } else if (/^\\./s.test(text)) {
      put(start, text, text.slice(1), "backslash");
      for (const by of NARROWER[text] ?? []) put(start, text, by, "narrower");
    } else if (!/^[()]/.test(text)) {
      for (const by of ["", "."]) put(start, text, by, "character");
      if (text !== text.toUpperCase()) put(start, text, text.toUpperCase(), "case");
    }
  }
  put(source.length, "", "(", "unbalanced");
  put(source.length, "", "\\_", "needless escape");
  return variants;
}

/** The whole group that a parenthesis opens. */
function groupAt(source: string, start: number): string {
  let depth = 0;
  let text = "";
  for (const [token] of source.slice(start).matchAll(TOKEN)) {
    text += token;
    if (token.startsWith("(")) depth += 1;
    if (token === ")") depth -= 1;
    if (depth === 0) break;
  }
  return text;
}

/** A character of a class, an escape, or a range. */
const MEMBER =
  /\\[pP]\{[^}]*\}|(?:\\u\{[^}]*\}|\\u\w{4}|\\x\w\w|\\.|[^\\])(?:-(?:\\.|[^\]\\]))?/gsu;

function putClassVariants(put: Put, start: number, text: string): void {
  const open = text.startsWith("[^") ? "[^" : "[";
  put(start, open, open === "[" ? "[^" : "[", "class turned round");
  for (const { 0: member, index } of text.slice(open.length, -1).matchAll(MEMBER)) {
    const at = start + open.length + index;
    put(at, member, "", "member of class");
    const [narrower, wider] = shiftedRanges(member);
    for (const by of [...narrower, ...(NARROWER[member] ?? [])]) put(at, member, by, "narrower");
    for (const by of wider) put(at, member, by, "wider");
    if (/^\\[^pPu]/.test(member)) put(at, member, member.slice(1), "backslash");
  }
  for (const extra of extraMembers(text)) {
    put(start + text.length - 1, "", extra, "member of class");
  }
}

/**
 * What a class does not hold: of a class of ASCII what its authors most likely think of next, or,
 * where it holds all that is printable, its neighbours, letters and numbers; of a class that reaches beyond
 * ASCII each printable ASCII character, and each kind of others.
 */
function extraMembers(text: string): string[] {
  const isHeld = new RegExp(`^${text}$`, "u");
  const printable = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));
  const absent = printable.filter((one) => !isHeld.test(one));
  if (!/\\[pP]\{/.test(text)) {
    if (absent.length === 0) return ["\\x1F", "\\x7F", "\\s", "\\p{L}", "\\p{N}"];
    const next = ["A-Z", "_", "\\-", "\\s", "\\p{L}", "\\p{N}"];
    return next.filter((one) => !text.includes(one));
  }
  return [
    ...absent.map(escapeInClass),
    ...["\\t", "\\n", "\\p{Cc}", "\\p{Cf}", "\\p{Co}", "\\p{Cs}", "\\p{Cn}"],
    ...["\\p{M}", "\\p{P}", "\\p{Sc}", "\\p{Sk}", "\\p{Sm}", "\\p{So}"],
  ];
}

function escapeInClass(character: string): string {
  return /[\\\]^/-]/.test(character) ? `\\${character}` : character;
}

/** A range whose ends are off by one. */
function shiftedRanges(member: string): [narrower: string[], wider: string[]] {
  const [, low, high] = /^(.)-(.)$/su.exec(member) ?? [];
  if (low === undefined || high === undefined || low === high) return [[], []];
  const next = (character: string, by: number): string =>
    escapeInClass(String.fromCodePoint((character.codePointAt(0) as number) + by));
  return [
    [`${next(low, 1)}-${high}`, `${low}-${next(high, -1)}`],
    [`${next(low, -1)}-${high}`, `${low}-${next(high, 1)}`],
  ];
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

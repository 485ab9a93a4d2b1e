import { combineTransformers, DFA, isDisjointWith, JS, NFA, Transformers, transform } from "refa";
import { isAnchored } from "../../spec/lint/plugin.js";

/**
 * Whether every text that the one pattern accepts, the other accepts too. Decided by their automata
 * in Unicode mode. False also where that cannot be decided: of a pattern without anchors, or with
 * assertions elsewhere than at its ends.
 */
export function isLoosened(before: string, after: string): boolean {
  const [old, changed] = [split(before), split(after)];
  if (old === undefined || changed === undefined) return false;
  // What must hold besides: the old pattern may ask for more, not for less.
  if (!changed.conditions.every((condition) => old.conditions.includes(condition))) return false;
  try {
    const refused = automatonOf(changed.body);
    refused.complement();
    return isDisjointWith(automatonOf(old.body), refused);
  } catch {
    return false;
  }
}

interface Parts {
  /** Negative assertions at either end. A text must meet all of them, and match the body. */
  readonly conditions: readonly string[];
  readonly body: string;
}

const ASSERTION = String.raw`\(\?<?!(?:\\.|\[(?:\\.|[^\]\\])*\]|[^()\\[])*\)`;
const PATTERN = new RegExp(
  String.raw`^\^(?<open>\(?)(?<ahead>(?:${ASSERTION})*)(?<body>.*?)(?<behind>(?:${ASSERTION})*)\$$`,
  "su",
);

/** Undefined where the pattern is not of that form. */
function split(pattern: string): Parts | undefined {
  const { open = "", ahead = "", body = "", behind = "" } = PATTERN.exec(pattern)?.groups ?? {};
  const conditions = (ahead + behind).match(new RegExp(ASSERTION, "gsu")) ?? [];
  const isWhole = isAnchored(pattern) && PATTERN.test(pattern) && !/^\(\?</.test(ahead);
  // An assertion of one alternative says nothing of the others.
  const holdsAlways = conditions.length === 0 || !body.includes("|");
  return isWhole && holdsAlways ? { conditions, body: `(?:${open}${body})` } : undefined;
}

function automatonOf(source: string): DFA {
  const parser = JS.Parser.fromLiteral({ source, flags: "u" });
  const { expression, maxCharacter } = parser.parse({ backreferences: "throw" });
  const simplify = combineTransformers([Transformers.applyAssertions(), Transformers.simplify()]);
  return DFA.fromFA(NFA.fromRegex(transform(simplify, expression), { maxCharacter }));
}

import { requestValidators, type Validator } from "../../generated/validators.js";
import type { ExpectedViolation, RequestCase } from "./case.js";
import { keysOf, textKeysOf, withKeys } from "./tags.js";

/**
 * What the keys carry that are sent, so that no tag is touched that somebody else made. Within or
 * after a key and not before it, because the contract has rules for how a key begins.
 */
export const MARK = "-dewverify";

export const isMarked = (key: string): boolean => key.includes(MARK);

/** The body of a case with its keys marked. */
export interface Marked {
  readonly body: unknown;
  /** Keys that are as the case has them, because a mark would make another case of it. */
  readonly unmarked: readonly string[];
}

/**
 * Marks each key of a case, where the contract then says of the request exactly what it says of
 * the case: for each key the first spelling counts that keeps its violations.
 */
export function markKeys({ operation, request, violations = [] }: RequestCase): Marked {
  const validate = (requestValidators as Readonly<Record<string, Validator>>)[operation];
  const expected = asText(violations);
  const says = (body: unknown): string =>
    asText(validate?.({ path: request.path, header: request.headers, body }) ?? violations);

  const keys = textKeysOf(request.body);
  const spellings = new Map<string, string>();
  for (const key of keys) {
    const spelling = spellingsOf(key, keys.length === 1).find((candidate) => {
      const body = withKeys(request.body, new Map([...spellings, [key, candidate]]));
      return says(body) === expected;
    });
    // Keys of one case are there to be compared: all are marked, or none.
    if (spelling === undefined) return toMarked(request.body);
    spellings.set(key, spelling);
  }
  return toMarked(withKeys(request.body, spellings));
}

function toMarked(body: unknown): Marked {
  return { body, unmarked: keysOf(body).filter((key) => !isMarked(key)) };
}

/** Ways to put the mark into a key, best first; none where little of the key would be left. */
function spellingsOf(key: string, isAlone: boolean): string[] {
  const characters = [...key];
  if (characters.length >= 2 * MARK.length) {
    // It is about the length, which stays.
    return [characters.slice(0, -MARK.length).join("") + MARK];
  }
  const isAboutLength = isAlone && characters.length === 1;
  if (isAboutLength || !/[\p{L}\p{N}]/u.test(key)) return [];
  // Blanks and signs at the end stay at the end.
  const end = /[^\p{L}\p{N}\p{M}_]*$/u.exec(key)?.index ?? key.length;
  return [key.slice(0, end) + MARK + key.slice(end), key + MARK];
}

function asText(violations: readonly ExpectedViolation[]): string {
  return [...new Set(violations.map(({ pointer, keyword }) => `${pointer} ${keyword}`))]
    .sort()
    .join("\n");
}

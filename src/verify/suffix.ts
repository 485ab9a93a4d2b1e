import type { ExpectedViolation, RequestCase } from "../../generated/contract-cases.js";
import type { Operation } from "./contract.js";
import { hasTagMap, keysOf, withKeys } from "./tags.js";

/**
 * Carried by the keys that are sent, so that no tag is touched that somebody else made. It stands
 * within or after a key and not before it, because the contract has rules for how a key begins.
 */
export const SUFFIX = "-dewverify";

export const hasSuffix = (key: string): boolean => key.includes(SUFFIX);

/** What providers cut keys at: a space, a sign, or NUL, where C ends a text. */
const SEPARATOR = /[^\p{L}\p{N}\p{M}_-]/gu;

/** What is left of a key that is cut at the first of its separators, for each kind of them. */
export const headsOf = (key: string): string[] =>
  [...new Set(key.match(SEPARATOR))].map((separator) => key.slice(0, key.indexOf(separator)));

/** Whether a key shows whose it is, also where it is cut. No tag has an empty key. */
const isOurs = (key: string): boolean =>
  hasSuffix(key) && headsOf(key).every((head) => head === "" || hasSuffix(head));

/** The body of a case whose keys carry the suffix. */
export interface SuffixedBody {
  readonly body: unknown;
  /** Keys that do not carry it, because that would make another case of it. */
  readonly unsuffixed: readonly string[];
  /** Whether no provider, however it reads the body, can find a key in it without the suffix. */
  readonly isSafe: boolean;
}

/**
 * Adds the suffix to each key of a case if the contract then says of the request exactly what it
 * says of the case. Of several spellings the first one counts that keeps the violations.
 */
export function addSuffix(
  { changesTags, validateRequest }: Operation,
  { request, violations = [] }: RequestCase,
): SuffixedBody {
  if (!changesTags) return { body: request.body, unsuffixed: [], isSafe: true };
  const expected = asText(violations);
  const isSame = (body: unknown): boolean =>
    asText(validateRequest({ ...request, body })) === expected;

  const { texts } = keysOf(request.body);
  let { body } = request;
  for (const key of texts) {
    for (const spelling of spellingsOf(key, texts.length === 1)) {
      const candidate = withKeys(body, new Map([[key, spelling]]));
      if (!isSame(candidate)) continue;
      body = candidate;
      break;
    }
  }
  const keys = keysOf(body);
  const all = [...keys.texts, ...keys.coerced];
  const unsuffixed = all.filter((key) => !hasSuffix(key));
  return { body, unsuffixed, isSafe: all.every(isOurs) && !hasTagMap(body) };
}

/** Ways to put the suffix into a key, best first; none if little of the key would be left. */
function spellingsOf(key: string, isAlone: boolean): string[] {
  const characters = [...key];
  const put = (start: number, stop: number): string =>
    characters.slice(0, start).join("") + SUFFIX + characters.slice(stop).join("");
  // Before the first separator, so that it is not cut off with what follows.
  const end = [...(FIRST_WORD.exec(key)?.[0] ?? "")].length;
  const { length } = characters;
  if (length >= 2 * SUFFIX.length) {
    // The case is about the length, which stays.
    const start = Math.max(0, end - SUFFIX.length);
    return [put(start, start + SUFFIX.length), put(length - SUFFIX.length, length)];
  }
  const isAboutLength = isAlone && length === 1;
  if (isAboutLength || !/[\p{L}\p{N}]/u.test(key)) return [];
  return [put(end, end), put(length, length)];
}

/** Up to the end of the first word; a hyphen at the end of it is none of it. */
const FIRST_WORD = /^.*?[\p{L}\p{N}\p{M}_](?!-*[\p{L}\p{N}\p{M}_])/su;

function asText(violations: readonly ExpectedViolation[]): string {
  return [...new Set(violations.map(({ pointer, keyword }) => `${pointer} ${keyword}`))]
    .sort()
    .join("\n");
}

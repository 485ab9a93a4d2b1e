import type { ExpectedViolation, RequestCase } from "../../generated/contract-cases.js";
import type { Operation } from "./contract.js";
import { hasTagMap, keysOf, withKeys } from "./tags.js";

/**
 * Carried by the keys that are sent, so that no tag is touched that somebody else made. It stands
 * within or after a key and not before it, because the contract has rules for how a key begins.
 */
export const SUFFIX = "-dewverify";

export const hasSuffix = (key: string): boolean => key.includes(SUFFIX);

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
  const unsuffixed = [...keys.texts, ...keys.coerced].filter((key) => !hasSuffix(key));
  return { body, unsuffixed, isSafe: unsuffixed.length === 0 && !hasTagMap(body) };
}

/** Ways to put the suffix into a key, best first; none if little of the key would be left. */
function spellingsOf(key: string, isAlone: boolean): string[] {
  const characters = [...key];
  if (characters.length >= 2 * SUFFIX.length) {
    // The case is about the length, which stays.
    return [characters.slice(0, -SUFFIX.length).join("") + SUFFIX];
  }
  const isAboutLength = isAlone && characters.length === 1;
  if (isAboutLength || !/[\p{L}\p{N}]/u.test(key)) return [];
  // Spaces and signs at the end stay at the end.
  const end = /[^\p{L}\p{N}\p{M}_]*$/u.exec(key)?.index ?? key.length;
  return [key.slice(0, end) + SUFFIX + key.slice(end), key + SUFFIX];
}

function asText(violations: readonly ExpectedViolation[]): string {
  return [...new Set(violations.map(({ pointer, keyword }) => `${pointer} ${keyword}`))]
    .sort()
    .join("\n");
}

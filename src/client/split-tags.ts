import { limits } from "../../generated/limits.js";

/** What is known of the list in a request. */
interface ListLimits {
  readonly maxItems: number;
  readonly uniqueItemProperties: readonly string[];
}

/**
 * Cuts a list of tags into lists that one request each may have. A tag that stands twice is kept
 * once.
 * @param operationId of the operation that the lists are for
 * @throws TypeError where what is given is no list of tags, or two tags have one key and different
 *   values: whichever came last would win
 */
export function splitTags<Tag extends object>(
  operationId: keyof typeof limits,
  tags: readonly Tag[],
): Tag[][] {
  const { maxItems, uniqueItemProperties } = listLimits(operationId);
  if (!Array.isArray(tags)) throw new TypeError("tags must be an array of objects");
  const lists: Tag[][] = [];
  const seen = new Map<string, { readonly index: number; readonly text: string }>();
  for (const [index, tag] of tags.entries()) {
    if (Object(tag) !== tag) throw new TypeError(`tag ${index} must be an object`);
    const id = textOf(tag, uniqueItemProperties);
    const text = textOf(tag, Object.keys(tag).sort());
    const before = seen.get(id);
    if (before === undefined) {
      seen.set(id, { index, text });
      const last = lists.at(-1);
      if (last !== undefined && last.length < maxItems) last.push(tag);
      else lists.push([tag]);
    } else if (before.text !== text) {
      const names = uniqueItemProperties.join(" and ");
      throw new TypeError(`tags ${before.index} and ${index} have the same ${names}, and differ`);
    }
  }
  return lists;
}

function listLimits(operationId: keyof typeof limits): ListLimits {
  const lists = new Map<string, ListLimits>();
  for (const [id, own] of Object.entries(limits)) {
    const list = Object.values(own).find((each) => each.maxItems && each.uniqueItemProperties);
    if (list !== undefined) lists.set(id, list);
  }
  const found = lists.get(operationId);
  if (found === undefined) {
    throw new TypeError(`operationId must be one with a list: ${[...lists.keys()].join(" or ")}`);
  }
  return found;
}

function textOf(tag: object, names: readonly string[]): string {
  // Of what is undefined, as in the request, nothing is left.
  return JSON.stringify(Object.fromEntries(names.map((name) => [name, tag[name as never]])));
}

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
 * @throws TypeError where two tags have one key and different values: whichever came last would win
 */
export function splitTags<Tag extends object>(
  operationId: keyof typeof limits,
  tags: readonly Tag[],
): Tag[][] {
  const { maxItems, uniqueItemProperties } = listLimits(operationId);
  const lists: Tag[][] = [];
  const seen = new Map<string, { readonly index: number; readonly text: string }>();
  for (const [index, tag] of tags.entries()) {
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
  const own: Readonly<Record<string, Partial<ListLimits> | object>> = limits[operationId];
  const found = Object.values(own).find(
    (each) => "maxItems" in each && "uniqueItemProperties" in each,
  );
  if (found === undefined) throw new TypeError(`${operationId} takes no list that could be cut`);
  return found as ListLimits;
}

function textOf(tag: object, names: readonly string[]): string {
  return JSON.stringify(names.map((name) => [name, (tag as Record<string, unknown>)[name]]));
}

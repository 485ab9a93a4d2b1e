import { places } from "../../document/places.js";
import { at, isTree, join } from "../../document/pointer.js";
import { add, drop, type Mutation, type Operator, replace } from "../mutant.js";

const UNIQUE = "x-unique-item-properties";

/** Each array with equal items, with items of any kind, and with other properties unique. */
export const arrays: Operator = function* (document): Iterable<Mutation> {
  for (const { pointer, value } of places(document, "schema")) {
    if (value.type !== "array") continue;
    const place = (keyword: string): string => join(pointer, keyword);
    if (value.uniqueItems === undefined) yield add(place("uniqueItems"), true);
    else {
      yield drop(document, place("uniqueItems"));
      yield replace(document, place("uniqueItems"), !value.uniqueItems);
    }
    if (value.items !== undefined) {
      yield drop(document, place("items"));
      yield replace(document, place("items"), true);
      yield replace(document, place("items"), { type: "object" });
    }
    const names = propertiesOf(document, value.items);
    const unique = value[UNIQUE];
    if (!Array.isArray(unique)) continue;
    yield drop(document, place(UNIQUE));
    yield replace(document, place(UNIQUE), []);
    for (const name of names.filter((one) => !unique.includes(one))) {
      yield add(join(place(UNIQUE), unique.length), name);
      for (const index of unique.keys()) yield replace(document, join(place(UNIQUE), index), name);
    }
  }
};

function propertiesOf(document: object, items: unknown): string[] {
  if (!isTree(items)) return [];
  const { $ref } = items;
  const schema = typeof $ref === "string" ? at(document, $ref.slice(1)) : items;
  return isTree(schema) && isTree(schema.properties) ? Object.keys(schema.properties) : [];
}

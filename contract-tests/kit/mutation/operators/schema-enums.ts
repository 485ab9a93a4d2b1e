import { places } from "../../document/places.js";
import { join } from "../../document/pointer.js";
import { add, drop, type Mutation, type Operator, replace } from "../mutant.js";

/** Each enum gone, with a value less, with one written otherwise, and with one more. */
export const enums: Operator = function* (document): Iterable<Mutation> {
  for (const { pointer, value } of places(document, "schema")) {
    if (!Array.isArray(value.enum)) continue;
    const at = join(pointer, "enum");
    yield drop(document, at);
    for (const [index, one] of value.enum.entries()) {
      yield drop(document, join(at, index));
      for (const spelling of otherSpellings(String(one))) {
        yield replace(document, join(at, index), spelling);
        yield add(join(at, value.enum.length), spelling);
      }
    }
    for (const extra of ["", null]) yield add(join(at, value.enum.length), extra);
  }
};

function otherSpellings(text: string): string[] {
  return [`${text.slice(0, 1).toUpperCase()}${text.slice(1)}`, text.toUpperCase(), `${text} `];
}

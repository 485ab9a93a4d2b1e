import { places } from "../../document/places.js";
import { join } from "../../document/pointer.js";
import { drop, type Mutation, type Operator, replace } from "../mutant.js";

const TYPES = ["array", "boolean", "null", "number", "object", "string"];

/** Each type gone, changed to each other, and widened by each other; and a type misspelt. */
export const types: Operator = function* (document): Iterable<Mutation> {
  for (const { pointer, value } of places(document, "schema")) {
    const { type } = value;
    if (typeof type !== "string") continue;
    const at = join(pointer, "type");
    yield drop(document, at);
    yield replace(document, at, type.slice(0, -1));
    for (const other of TYPES.filter((one) => one !== type)) {
      yield replace(document, at, other);
      yield replace(document, at, [type, other]);
    }
  }
};

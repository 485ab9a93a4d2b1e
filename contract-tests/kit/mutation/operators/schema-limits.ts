import { places } from "../../document/places.js";
import { join } from "../../document/pointer.js";
import { drop, type Mutation, type Operator, replace } from "../mutant.js";

const LIMITS = ["Length", "Items", "Properties", "imum", "Contains"].flatMap((what) => [
  `min${what}`,
  `max${what}`,
]);

/** Each limit off by one, both ways, and gone. */
export const limits: Operator = function* (document): Iterable<Mutation> {
  for (const { pointer, value } of places(document, "schema")) {
    for (const keyword of LIMITS) {
      const limit = value[keyword];
      if (typeof limit !== "number") continue;
      const at = join(pointer, keyword);
      yield replace(document, at, limit + 1);
      yield replace(document, at, limit - 1);
      yield drop(document, at);
    }
  }
};

import { places } from "../../document/places.js";
import { join } from "../../document/pointer.js";
import { add, type Mutation, type Operator } from "../mutant.js";

/** What a hand likes to add to a string that has no such rule. */
const RULES: Readonly<Record<string, unknown>> = {
  minLength: 1,
  maxLength: 64,
  pattern: "^[ -~]*$",
};

/** Each string with a limit or a regex that it does not have. */
export const tightened: Operator = function* (document): Iterable<Mutation> {
  for (const { pointer, value } of places(document, "schema")) {
    if (value.type !== "string" || value.enum !== undefined) continue;
    for (const [keyword, rule] of Object.entries(RULES)) {
      if (value[keyword] === undefined) yield add(join(pointer, keyword), rule);
    }
  }
};

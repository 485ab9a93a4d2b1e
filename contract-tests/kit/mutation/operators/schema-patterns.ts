import { places } from "../../document/places.js";
import { join, set } from "../../document/pointer.js";
import { drop, type Mutation, type Operator } from "../mutant.js";
import { regexVariants } from "./regex.js";

/** Each regex gone, and with each part dropped, loosened, tightened or broken. */
export const patterns: Operator = function* (document): Iterable<Mutation> {
  for (const { pointer, value } of places(document, "schema")) {
    if (typeof value.pattern !== "string") continue;
    const at = join(pointer, "pattern");
    yield drop(document, at);
    for (const { source, change } of regexVariants(value.pattern)) {
      yield { pointer: at, change, edit: (copy) => set(copy, at, source) };
    }
  }
};

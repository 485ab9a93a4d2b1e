import { references } from "../../document/places.js";
import { at, isTree, join, tokensOf } from "../../document/pointer.js";
import { type Operator, siteOf } from "../mutant.js";

/** Each reference to another component of its sort, and to one that is not there. */
export const retargeted: Operator = function* (document) {
  for (const place of references(document)) {
    const parent = tokensOf(String(place.value.$ref).slice(1));
    const name = parent.pop();
    const siblings = at(document, join("", ...parent));
    const others = isTree(siblings) ? Object.keys(siblings).filter((one) => one !== name) : [];
    for (const other of [...others, `${name}s`]) {
      yield siteOf(document, place).set(`#${join("", ...parent, other)}`, "$ref");
    }
  }
};

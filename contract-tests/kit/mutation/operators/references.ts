import { references } from "../../document/places.js";
import { at, isTree, join, tokensOf } from "../../document/pointer.js";
import { type Mutation, type Operator, replace } from "../mutant.js";

/** Each reference to another component of its sort, and to one that is not there. */
export const retargeted: Operator = function* (document): Iterable<Mutation> {
  for (const { pointer, value } of references(document)) {
    const target = String(value.$ref).slice(1);
    const tokens = tokensOf(target);
    const name = tokens.pop();
    const siblings = at(document, join("", ...tokens));
    const others = isTree(siblings) ? Object.keys(siblings).filter((one) => one !== name) : [];
    for (const other of [...others, `${name}s`]) {
      yield replace(document, join(pointer, "$ref"), `#${join("", ...tokens, other)}`);
    }
  }
};

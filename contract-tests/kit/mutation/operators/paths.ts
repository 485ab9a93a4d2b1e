import { places } from "../../document/places.js";
import { tokensOf } from "../../document/pointer.js";
import type { Mutation, Operator } from "../mutant.js";
import { drop, rename } from "../mutant.js";

/** Each path gone, and with each segment gone, twice, or written otherwise. */
export const paths: Operator = function* (document): Iterable<Mutation> {
  for (const { pointer } of places(document, "pathItem")) {
    const path = tokensOf(pointer).at(-1) as string;
    yield drop(document, pointer);
    yield rename(pointer, `${path}/`);
    const segments = path.split("/").slice(1);
    for (const [index, segment] of segments.entries()) {
      for (const by of [[], [segment, segment], ...otherSpellings(segment).map((one) => [one])]) {
        yield rename(pointer, `/${segments.toSpliced(index, 1, ...by).join("/")}`);
      }
    }
  }
};

function otherSpellings(segment: string): string[] {
  const variable = /^\{(.+)\}$/.exec(segment)?.[1];
  if (variable !== undefined) return [variable, `{${variable}s}`];
  return [`${segment}s`, segment.slice(0, -1), segment.toUpperCase(), "{any}"];
}

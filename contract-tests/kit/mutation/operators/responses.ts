import { places } from "../../document/places.js";
import { isTree, join } from "../../document/pointer.js";
import { add, drop, type Mutation, type Operator, rename } from "../mutant.js";

/** Each response gone or of another status; and statuses that an operation does not have. */
export const responses: Operator = function* (document): Iterable<Mutation> {
  for (const { pointer, value } of places(document, "operation")) {
    if (!isTree(value.responses)) continue;
    const documented = Object.keys(value.responses);
    const isFree = (status: string): boolean => !documented.includes(status);
    for (const status of documented) {
      const place = join(pointer, "responses", status);
      yield drop(document, place);
      const next = String(Number(status) + 1);
      const range = `${status[0]}XX`;
      for (const other of [next, range, "default"].filter(isFree)) yield rename(place, other);
    }
    const [first, second = first] = Object.values(value.responses);
    for (const status of ["200", "202"].filter(isFree)) {
      yield add(join(pointer, "responses", status), first);
    }
    for (const status of ["405", "422", "429", "503", "4XX", "5XX", "default"].filter(isFree)) {
      yield add(join(pointer, "responses", status), second);
    }
  }
};

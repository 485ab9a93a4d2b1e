import { places } from "../../document/places.js";
import { join } from "../../document/pointer.js";
import { add, drop, type Mutation, type Operator, replace } from "../mutant.js";

const LOCATIONS = ["path", "query", "header", "cookie"];

/** Each parameter of another name, elsewhere, optional, of any kind; gone from each operation. */
export const parameters: Operator = function* (document): Iterable<Mutation> {
  for (const { pointer, value } of places(document, "parameter")) {
    const place = (key: string): string => join(pointer, key);
    yield replace(document, place("name"), `${value.name}s`);
    yield replace(document, place("name"), String(value.name).toUpperCase());
    for (const location of LOCATIONS.filter((one) => one !== value.in)) {
      yield replace(document, place("in"), location);
    }
    if (value.required === undefined) yield add(place("required"), true);
    else {
      yield replace(document, place("required"), !value.required);
      yield drop(document, place("required"));
    }
    if (value.schema !== undefined) yield drop(document, place("schema"));
  }
  for (const { pointer, value } of places(document, "operation")) {
    const list = Array.isArray(value.parameters) ? value.parameters : [];
    for (const index of list.keys()) yield drop(document, join(pointer, "parameters", index));
    for (const location of ["query", "header"]) {
      const extra = { name: "extra", in: location, required: true, schema: { type: "string" } };
      yield add(
        join(pointer, "parameters", ...(list.length > 0 ? [list.length] : [])),
        list.length > 0 ? extra : [extra],
      );
    }
  }
};

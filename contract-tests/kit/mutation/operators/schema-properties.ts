import { places } from "../../document/places.js";
import { isTree, join, rename as renameIn, set } from "../../document/pointer.js";
import { add, drop, type Mutation, type Operator, rename, replace } from "../mutant.js";

/** Each property gone, under another name, mandatory where it is optional and the reverse. */
export const properties: Operator = function* (document): Iterable<Mutation> {
  for (const { pointer, value } of places(document, "schema")) {
    if (!isTree(value.properties)) continue;
    const required = Array.isArray(value.required) ? (value.required as string[]) : [];
    const requiredAt = join(pointer, "required");
    for (const name of Object.keys(value.properties)) {
      const property = join(pointer, "properties", name);
      yield drop(document, property);
      yield rename(property, otherName(name));
      const index = required.indexOf(name);
      if (index === -1) {
        yield required.length === 0
          ? add(requiredAt, [name])
          : add(join(requiredAt, required.length), name);
      } else {
        yield drop(document, join(requiredAt, index));
        yield replace(document, join(requiredAt, index), otherName(name));
        yield renameThroughout(property, requiredAt, index, otherName(name));
      }
    }
    if (required.length > 1) yield drop(document, requiredAt);
  }
};

/** Each object open where it is closed, half open, and closed where it is open. */
export const additionalProperties: Operator = function* (document): Iterable<Mutation> {
  for (const { pointer, value } of places(document, "schema")) {
    if (value.type !== "object") continue;
    const place = join(pointer, "additionalProperties");
    if (value.additionalProperties === undefined) yield add(place, false);
    else {
      yield drop(document, place);
      yield replace(document, place, true);
      yield replace(document, place, { type: "null" });
      yield replace(document, place, { type: "string" });
    }
  }
};

function renameThroughout(
  property: string,
  required: string,
  index: number,
  name: string,
): Mutation {
  const change = `renamed ${name}, and so in required`;
  return {
    pointer: property,
    change,
    edit: (copy) => {
      renameIn(copy, property, name);
      set(copy, join(required, index), name);
    },
  };
}

/** `error_code` → `errorCode`; `tags` → `tag`; `key` → `keys`. */
function otherName(name: string): string {
  const camel = name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  if (camel !== name) return camel;
  return name.endsWith("s") ? name.slice(0, -1) : `${name}s`;
}

import { places } from "../../document/places.js";
import { join } from "../../document/pointer.js";
import { add, drop, type Mutation, type Operator, replace } from "../mutant.js";

/** Each security requirement gone or joined to the others; each scheme otherwise or elsewhere. */
export const security: Operator = function* (document): Iterable<Mutation> {
  yield* ofHolder(document, "", document as { readonly security?: readonly object[] });
  for (const { pointer, value } of places(document, "operation")) {
    yield* ofHolder(document, pointer, value);
    if (value.security === undefined) {
      for (const override of [[], [{}]]) yield add(join(pointer, "security"), override);
      for (const { pointer: scheme } of places(document, "securityScheme")) {
        yield add(join(pointer, "security"), [{ [scheme.split("/").at(-1) as string]: [] }]);
      }
    }
  }
  for (const { pointer, value } of places(document, "securityScheme")) {
    yield drop(document, pointer);
    yield replace(document, pointer, { type: "http", scheme: "bearer" });
    yield replace(document, pointer, { type: "http", scheme: "basic" });
    if (value.type !== "apiKey") continue;
    for (const location of ["query", "header", "cookie"].filter((one) => one !== value.in)) {
      yield replace(document, join(pointer, "in"), location);
    }
    yield replace(document, join(pointer, "name"), `${value.name}s`);
    yield replace(document, join(pointer, "name"), String(value.name).replace(/^X-/, "Y-"));
  }
};

function* ofHolder(
  document: object,
  pointer: string,
  { security: alternatives }: { readonly security?: unknown },
): Iterable<Mutation> {
  if (!Array.isArray(alternatives)) return;
  const place = join(pointer, "security");
  yield drop(document, place);
  yield add(join(place, alternatives.length), {});
  for (const index of alternatives.keys()) yield drop(document, join(place, index));
  if (alternatives.length > 1) yield replace(document, place, [Object.assign({}, ...alternatives)]);
}

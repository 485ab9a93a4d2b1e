import { places } from "../../document/places.js";
import { isTree, type JsonObject, join, set } from "../../document/pointer.js";
import { drop, type Mutation, type Operator, rename, replace } from "../mutant.js";

/**
 * Each example of a response, which the mock answers, gone, of another name, in another order, and
 * with each of its values gone or another. Examples of requests are for people: that they hold is
 * all that anything depends on, and so each of their values is made wrong.
 */
export const examples: Operator = function* (document): Iterable<Mutation> {
  for (const { pointer, value } of places(document, "response")) {
    for (const [mediaType, content] of Object.entries(value.content ?? {})) {
      yield* ofResponse(document, join(pointer, "content", mediaType, "examples"), content);
    }
  }
  for (const { pointer, value } of places(document, "requestBody")) {
    for (const [mediaType, content] of Object.entries(value.content ?? {})) {
      for (const [name, example] of Object.entries(content.examples ?? {})) {
        const at = join(pointer, "content", mediaType, "examples", name, "value");
        for (const { pointer: leaf } of leaves(at, (example as JsonObject).value)) {
          yield replace(document, leaf, null);
        }
      }
    }
  }
  for (const { pointer, value } of places(document, "parameter")) {
    if (value.example !== undefined) yield replace(document, join(pointer, "example"), "");
  }
};

function* ofResponse(document: object, map: string, { examples }: JsonObject): Iterable<Mutation> {
  if (!isTree(examples)) return;
  const entries = Object.entries(examples);
  if (entries.length > 1) {
    yield drop(document, map);
    yield {
      pointer: map,
      change: "order turned round",
      edit: (copy) => set(copy, map, Object.fromEntries(entries.toReversed())),
    };
  }
  for (const [name, example] of entries) {
    yield drop(document, join(map, name));
    yield rename(join(map, name), `${name}s`);
    for (const { pointer, value } of leaves(
      join(map, name, "value"),
      (example as JsonObject).value,
    )) {
      yield drop(document, pointer);
      yield replace(document, pointer, `${value}!`);
    }
  }
}

function* leaves(pointer: string, value: unknown): Iterable<{ pointer: string; value: unknown }> {
  if (!isTree(value)) yield { pointer, value };
  else {
    for (const [key, inner] of Object.entries(value)) yield* leaves(join(pointer, key), inner);
  }
}

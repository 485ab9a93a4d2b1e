import { places } from "../../document/places.js";
import { isTree, join, set, tokensOf } from "../../document/pointer.js";
import { drop, type Mutation, type Operator, rename, replace } from "../mutant.js";

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** Each operation gone, of each other method, of another besides its own, and of another name. */
export const operations: Operator = function* (document): Iterable<Mutation> {
  for (const { pointer, value } of places(document, "operation")) {
    const tokens = tokensOf(pointer);
    const own = tokens.pop() as string;
    const item = join("", ...tokens);
    yield drop(document, pointer);
    for (const method of METHODS.filter((one) => one !== own)) {
      yield rename(pointer, method);
      yield {
        pointer: item,
        change: `the operation of ${own} also as ${method}`,
        edit: (copy) =>
          set(copy, join(item, method), { ...value, operationId: `${value.operationId}Also` }),
      };
    }
    if (value.operationId !== undefined) {
      yield replace(document, join(pointer, "operationId"), `${value.operationId}s`);
      yield drop(document, join(pointer, "operationId"));
    }
  }
};

/** Each request body gone, optional, and of any kind. */
export const requestBodies: Operator = function* (document): Iterable<Mutation> {
  for (const { pointer, value } of places(document, "requestBody")) {
    yield drop(document, pointer);
    if (value.required !== undefined) {
      yield drop(document, join(pointer, "required"));
      yield replace(document, join(pointer, "required"), !value.required);
    }
    if (isTree(value.content)) yield drop(document, join(pointer, "content"));
  }
};

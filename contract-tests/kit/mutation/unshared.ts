import type { Document } from "../document/load.js";
import { places } from "../document/places.js";
import { at, isTree, type JsonObject, join, set, tokensOf } from "../document/pointer.js";

/** A document in which no two operations share a component, though it says the same. */
export interface Unshared {
  readonly document: Document;
  /**
   * Whose copy of which component a pointer leads into; undefined where it leads elsewhere, or
   * where the component has one user only.
   */
  originOf(pointer: string): { readonly operation: string; readonly pointer: string } | undefined;
}

/**
 * Gives each operation a copy of its own of every component that others use too, so that the
 * change of a shared place can be seen through each operation alone.
 */
export function unshare(document: Document): Unshared {
  const users = new Map<string, string[]>();
  const operations = places(document, "operation");
  for (const { value } of operations) {
    for (const component of reachableFrom(document, value)) {
      users.set(component, [...(users.get(component) ?? []), String(value.operationId)]);
    }
  }
  const copies = new Map<string, { operation: string; component: string }>();
  const copyOf = (component: string, operation: string): string => {
    if ((users.get(component)?.length ?? 0) < 2) return component;
    const copy = `${component}-${operation}`;
    copies.set(copy, { operation, component });
    return copy;
  };

  const unshared = structuredClone(document) as unknown as JsonObject;
  for (const { pointer, value } of operations) {
    const operation = String(value.operationId);
    set(unshared, pointer, redirected(value, operation, copyOf));
    for (const component of reachableFrom(document, value)) {
      const body = redirected(at(document, component), operation, copyOf);
      set(unshared, copyOf(component, operation), body);
    }
  }
  return {
    document: unshared as unknown as Document,
    originOf(pointer) {
      const tokens = tokensOf(pointer);
      const copy = copies.get(join("", ...tokens.slice(0, 3)));
      if (copy === undefined) return undefined;
      return { operation: copy.operation, pointer: copy.component + join("", ...tokens.slice(3)) };
    },
  };
}

/** Pointers to the components that a part of a document refers to, also by way of others. */
function reachableFrom(document: object, node: unknown, seen = new Set<string>()): Set<string> {
  if (!isTree(node)) return seen;
  const { $ref } = node;
  if (typeof $ref === "string" && !seen.has($ref.slice(1))) {
    seen.add($ref.slice(1));
    reachableFrom(document, at(document, $ref.slice(1)), seen);
  }
  for (const inner of Object.values(node)) reachableFrom(document, inner, seen);
  return seen;
}

/** A copy whose references lead to the operation's own components. */
function redirected(
  node: unknown,
  operation: string,
  copyOf: (component: string, operation: string) => string,
): unknown {
  return JSON.parse(JSON.stringify(node), (key, value) =>
    key === "$ref" && typeof value === "string" ? `#${copyOf(value.slice(1), operation)}` : value,
  );
}

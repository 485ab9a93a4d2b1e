import type { Document } from "./load.js";
import { type Located, locate, objectAt } from "./locate.js";
import { subschemasOf } from "./places.js";
import { isObject, join } from "./pointer.js";

/** Which way a value goes: what is read-only is of no request, what is write-only of no response. */
export type Direction = "request" | "response";

const HIDDEN = { request: "readOnly", response: "writeOnly" } as const;

/** Whether a property takes no part in what goes this way. */
export function isHidden(document: Document, direction: Direction, pointer: string): boolean {
  return locate(document, pointer).value[HIDDEN[direction]] === true;
}

/** A schema and every one within it that speaks of what goes this way, each where it is written. */
export function* schemasFrom(
  document: Document,
  direction: Direction,
  pointer: string,
  seen: Set<string> = new Set(),
): Iterable<Located> {
  const schema = locate(document, pointer);
  if (seen.has(schema.pointer)) return;
  seen.add(schema.pointer);
  yield schema;
  for (const [tokens] of subschemasOf(schema.value)) {
    const inner = join(schema.pointer, ...tokens);
    if (tokens[0] === "properties" && isHidden(document, direction, inner)) continue;
    yield* schemasFrom(document, direction, inner, seen);
  }
}

/** A value, or one within it, and a schema that speaks of it. */
export interface Met {
  readonly schema: Located;
  readonly value: unknown;
  /** JSON pointer from the outermost value. */
  readonly at: string;
}

/** Everything in a value of which a schema speaks, in all branches that there are. */
export function* meetings(
  document: Document,
  pointer: string,
  value: unknown,
  at = "",
): Iterable<Met> {
  const schema = locate(document, pointer);
  yield { schema, value, at };
  for (const keyword of ["allOf", "anyOf", "oneOf"]) {
    for (const index of Object.keys(schema.value[keyword] ?? {})) {
      yield* meetings(document, join(schema.pointer, keyword, index), value, at);
    }
  }
  if (Array.isArray(value) && isObject(schema.value.items)) {
    for (const [index, item] of value.entries()) {
      yield* meetings(document, join(schema.pointer, "items"), item, join(at, index));
    }
  } else if (isObject(value)) {
    const properties = objectAt(schema.value, "properties") ?? {};
    for (const [name, inner] of Object.entries(value)) {
      if (Object.hasOwn(properties, name)) {
        yield* meetings(document, join(schema.pointer, "properties", name), inner, join(at, name));
      } else if (isObject(schema.value.additionalProperties)) {
        const others = join(schema.pointer, "additionalProperties");
        yield* meetings(document, others, inner, join(at, name));
      }
    }
  }
}

import type { OpenApiDocument } from "../document/load.js";
import { childOf, isObject, type Located, locate, objectAt } from "../document/locate.js";

const ONE = ["items", "additionalProperties", "contains", "not", "propertyNames"];
const MANY = ["properties", "patternProperties", "allOf", "anyOf", "oneOf", "prefixItems"];
const BRANCHES = ["allOf", "anyOf", "oneOf"];

/** A schema and every one within it, each where it is written; each once. */
export function* schemasFrom(
  document: OpenApiDocument,
  pointer: string,
  seen: Set<string> = new Set(),
): Iterable<Located> {
  const schema = locate(document, pointer);
  if (seen.has(schema.pointer)) return;
  seen.add(schema.pointer);
  yield schema;
  for (const keyword of ONE) {
    if (isObject(schema.value[keyword])) {
      yield* schemasFrom(document, childOf(schema.pointer, keyword), seen);
    }
  }
  for (const keyword of MANY) {
    for (const [name, inner] of Object.entries(schema.value[keyword] ?? {})) {
      if (isObject(inner)) {
        yield* schemasFrom(document, childOf(schema.pointer, keyword, name), seen);
      }
    }
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
  document: OpenApiDocument,
  pointer: string,
  value: unknown,
  at = "",
): Iterable<Met> {
  const schema = locate(document, pointer);
  yield { schema, value, at };
  for (const keyword of BRANCHES) {
    for (const index of Object.keys(schema.value[keyword] ?? {})) {
      yield* meetings(document, childOf(schema.pointer, keyword, index), value, at);
    }
  }
  if (Array.isArray(value) && isObject(schema.value.items)) {
    for (const [index, item] of value.entries()) {
      yield* meetings(document, childOf(schema.pointer, "items"), item, `${at}/${index}`);
    }
  } else if (isObject(value)) {
    const properties = objectAt(schema.value, "properties") ?? {};
    for (const [name, inner] of Object.entries(value)) {
      const token = name.replaceAll("~", "~0").replaceAll("/", "~1");
      if (Object.hasOwn(properties, name)) {
        const property = childOf(schema.pointer, "properties", name);
        yield* meetings(document, property, inner, `${at}/${token}`);
      } else if (isObject(schema.value.additionalProperties)) {
        const others = childOf(schema.pointer, "additionalProperties");
        yield* meetings(document, others, inner, `${at}/${token}`);
      }
    }
  }
}

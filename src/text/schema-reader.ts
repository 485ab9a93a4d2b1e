import { isObject, resolve } from "./json-pointer.js";

export type Schema = Readonly<Record<string, unknown>>;

/** JSON's own grammar, so that text such as `01` or `+1` stays text. */
const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

/** What schemas say about the types of values, through references and combinations. */
export interface SchemaReader {
  /**
   * @param count How often the parameter stands in the request, which decides where a schema takes
   *   a single value as well as an array.
   */
  shapeOf(schema: object, count?: number): "scalar" | "array" | "object";
  itemsOf(schema: object): object;
  propertyNames(schema: object): readonly string[];
  propertyOf(schema: object, name: string): object;
  /** The value that a text stands for; the text itself where the schema takes text. */
  coerce(text: string, schema: object): unknown;
}

export function schemaReader(document: unknown): SchemaReader {
  /** The schema and all that applies, or may apply, to the same value. */
  function layersOf(schema: unknown, seen: Set<unknown> = new Set()): Schema[] {
    if (!isObject(schema) || seen.has(schema)) return [];
    seen.add(schema);
    const { $ref, allOf, anyOf, oneOf } = schema;
    const target =
      typeof $ref === "string" ? resolve(document, $ref.replace(/^#/, ""))?.value : undefined;
    const parts = [target, allOf, anyOf, oneOf].flat();
    return [schema, ...parts.flatMap((part) => layersOf(part, seen))];
  }

  const known = new WeakMap<object, Set<string>>();

  function typesOf(schema: object): Set<string> {
    const types = known.get(schema) ?? readTypes(schema);
    known.set(schema, types);
    return types;
  }

  function readTypes(schema: object): Set<string> {
    const layers = layersOf(schema);
    const stated = layers.flatMap(({ type }) => (type === undefined ? [] : [type].flat()));
    if (stated.length > 0) return new Set(stated.map(String));
    const values = layers.flatMap((layer) => allowedValues(layer));
    return new Set(values.map((value) => (value === null ? "null" : typeof value)));
  }

  const reader: SchemaReader = {
    shapeOf(schema, count = 1) {
      const types = typesOf(schema);
      const takesText = ["string", "number", "integer", "boolean"].some((type) => types.has(type));
      if (types.has("array") && !(takesText && count <= 1)) return "array";
      return types.has("object") && !takesText ? "object" : "scalar";
    },
    itemsOf: (schema) =>
      layersOf(schema).flatMap(({ items }) => (isObject(items) ? [items] : []))[0] ?? {},
    propertyNames: (schema) =>
      layersOf(schema).flatMap(({ properties }) => Object.keys(properties ?? {})),
    propertyOf(schema, name) {
      for (const { properties, additionalProperties } of layersOf(schema)) {
        if (isObject(properties) && Object.hasOwn(properties, name)) {
          const property = properties[name];
          if (isObject(property)) return property;
        }
        if (isObject(additionalProperties)) return additionalProperties;
      }
      return {};
    },
    coerce(text, schema) {
      const types = typesOf(schema);
      if (types.has("string")) {
        const stands = layersOf(schema)
          .flatMap((layer) => allowedValues(layer))
          .find((value) => String(value) === text);
        return stands ?? text;
      }
      if ((types.has("integer") || types.has("number")) && NUMBER.test(text)) return Number(text);
      if (types.has("boolean") && (text === "true" || text === "false")) return text === "true";
      return types.has("null") && text === "null" ? null : text;
    },
  };
  return reader;
}

function allowedValues({ enum: values, const: value }: Schema): unknown[] {
  return [...(Array.isArray(values) ? values : []), ...(value === undefined ? [] : [value])];
}

import { type OpenApiDocument, type Parameter, resolveRef, type Schema } from "../document.js";
import type { ParameterReading, Reading, TextType } from "./runtime/parameters.js";

/** How the parameters that are not plain text are read; undefined where all are. */
export function readingOf(
  document: OpenApiDocument,
  parameters: readonly Parameter[],
): Reading | undefined {
  const reading: Record<string, Record<string, ParameterReading>> = {};
  for (const parameter of parameters) {
    const how = readingOfOne(document, parameter);
    // Every header is there, because the case of its name does not matter.
    if (how === undefined && parameter.in !== "header") continue;
    reading[parameter.in] = { ...reading[parameter.in], [parameter.name]: how ?? {} };
  }
  return Object.keys(reading).length === 0 ? undefined : reading;
}

function readingOfOne(
  document: OpenApiDocument,
  { in: location, schema = {} }: Parameter,
): ParameterReading | undefined {
  const layers = layersOf(document, schema);
  const types = typesOf(layers);
  const texts = textTypes(types);
  if (!types.has("array")) return texts.length > 0 ? { types: texts } : undefined;
  const items = textTypes(
    typesOf(layers.flatMap(({ items }) => (items ? layersOf(document, items) : []))),
  );
  return {
    ...(texts.length > 0 && { types: texts }),
    ...(items.length > 0 && { items }),
    isList: /path|header/.test(location) && !types.has("string"),
  };
}

/** A schema and all that applies, or may apply, to the same value. */
function layersOf(
  document: OpenApiDocument,
  schema: unknown,
  seen: Set<unknown> = new Set(),
): Schema[] {
  if (typeof schema !== "object" || schema === null || seen.has(schema)) return [];
  seen.add(schema);
  const { $ref, allOf, anyOf, oneOf } = schema as Schema;
  const target = $ref === undefined ? [] : [resolveRef<Schema>(document, { $ref })];
  const parts = [target, allOf, anyOf, oneOf].flat();
  return [schema as Schema, ...parts.flatMap((part) => layersOf(document, part, seen))];
}

function typesOf(layers: readonly Schema[]): Set<string> {
  const stated = layers.flatMap(({ type }) => (type === undefined ? [] : [type].flat()));
  if (stated.length > 0) return new Set(stated.map(String));
  const values = layers.flatMap((layer) => [
    ...((layer.enum as unknown[] | undefined) ?? []),
    ...("const" in layer ? [layer.const] : []),
  ]);
  return new Set(values.map((value) => (value === null ? "null" : typeof value)));
}

function textTypes(types: ReadonlySet<string>): TextType[] {
  if (types.has("string")) return [];
  return [
    ...(types.has("number") || types.has("integer") ? (["number"] as const) : []),
    ...(types.has("boolean") ? (["boolean"] as const) : []),
    ...(types.has("null") ? (["null"] as const) : []),
  ];
}

import type { ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import { addKeywords } from "./ajv-keywords.js";
import type { OpenApiDocument, Schema } from "./document.js";
import { SpecError } from "./spec-error.js";
import { DATA_KEYS, SCHEMA_MAP_KEYS } from "./walk.js";

/** An Ajv that knows the components of a document, and keeps the code of what it compiles. */
export function createAjv(document: OpenApiDocument): Ajv2020 {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
    // Redocly and swagger-parser have done that.
    validateSchema: false,
    messages: false,
    code: { source: true, esm: true },
  });
  if (!/"(unevaluated\w+|\$dynamicRef)":/.test(JSON.stringify(document))) {
    // Their bookkeeping would cost every call, and no schema needs it.
    Object.assign(ajv.opts, { unevaluated: false, dynamicRef: false });
  }
  addKeywords(ajv);
  // Each component on its own: as parts of one schema, Ajv would compile them for each operation.
  for (const [name, schema] of Object.entries(document.components?.schemas ?? {})) {
    const component = { $id: componentId(name), ...(toAjv(schema) as Schema) };
    ajv.addSchema(component, undefined, undefined, false);
  }
  return ajv;
}

/**
 * @param where the schema stands, for the error
 * @param name of the function in the code; without it, the code is not asked for
 * @throws SpecError where the schema does not compile in Ajv's strict mode
 */
export function compile(
  ajv: Ajv2020,
  schema: Schema,
  where: string,
  name?: string,
): ValidateFunction {
  try {
    const shared = name === undefined && sharedFunction(ajv, schema);
    if (shared) return shared;
    return ajv.compile({ ...(name !== undefined && { $id: name }), ...(toAjv(schema) as Schema) });
  } catch (error) {
    const { message } = error as Error;
    throw new SpecError([{ where, message, rule: "Ajv strict mode" }]);
  }
}

/** What a mere reference leads to, which needs no function of its own. */
function sharedFunction(ajv: Ajv2020, { $ref, ...rest }: Schema): ValidateFunction | undefined {
  if ($ref === undefined || Object.keys(rest).length > 0) return undefined;
  return ajv.getSchema(toAjvReference($ref)) as ValidateFunction | undefined;
}

function componentId(name: string): string {
  return `component:${name}`;
}

/** Keywords that say nothing about validity, and would only be carried along. */
const ANNOTATIONS = new Set([
  "title",
  "description",
  "example",
  "examples",
  "externalDocs",
  "deprecated",
  "xml",
]);

/** A schema without its annotations, its references absolute: each is compiled on its own. */
function toAjv(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(toAjv);
  if (typeof schema !== "object" || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema)
      .filter(
        ([key]) =>
          !ANNOTATIONS.has(key) && (!key.startsWith("x-") || key === "x-unique-item-properties"),
      )
      .map(([key, value]) => {
        if (DATA_KEYS.has(key)) return [key, value];
        if (SCHEMA_MAP_KEYS.has(key))
          return [key, mapValues(value as Record<string, unknown>, toAjv)];
        if (key === "$ref") return [key, toAjvReference(value as string)];
        return [key, toAjv(value)];
      }),
  );
}

/** `#/components/schemas/Tag/properties/key` → `component:Tag#/properties/key` */
function toAjvReference(reference: string): string {
  return reference.replace(
    /^#\/components\/schemas\/([^/]+)(\/.*)?$/,
    (_, name: string, rest?: string) => componentId(name) + (rest === undefined ? "" : `#${rest}`),
  );
}

function mapValues<T, U>(map: Readonly<Record<string, T>>, to: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, to(value)]));
}

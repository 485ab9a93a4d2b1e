import { Ajv2020 } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import { addKeywords } from "./ajv-keywords.js";
import type { OpenApiDocument, Schema } from "./document.js";
import type { Operation } from "./operations.js";
import { SpecError } from "./spec-error.js";

/** Ajv's code, and which of its functions validates what. */
export interface CompiledValidators {
  readonly code: string;
  /** Names of the functions that the code exports. */
  readonly functions: readonly string[];
  /** The function for the request of each operationId. */
  readonly requests: Readonly<Record<string, string>>;
  /** The function for the body of each operationId and status; undefined: there is no body. */
  readonly responses: Readonly<Record<string, Readonly<Record<string, string | undefined>>>>;
}

function componentId(name: string): string {
  return `component:${name}`;
}

/** @throws SpecError where a schema does not compile in Ajv's strict mode */
export function compileValidators(
  document: OpenApiDocument,
  operations: readonly Operation[],
): CompiledValidators {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
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
    ajv.addSchema(
      { $id: componentId(name), ...(toAjv(schema) as Schema) },
      undefined,
      undefined,
      false,
    );
  }

  // Most responses share a schema, and so do the requests of operations that are alike.
  const nameBySchema = new Map<string, string>();
  const add = (name: string, what: string, schema: Schema): string => {
    const key = JSON.stringify(schema);
    const known = nameBySchema.get(key);
    if (known !== undefined) return known;
    try {
      ajv.compile({ $id: name, ...(toAjv(schema) as Schema) });
    } catch (error) {
      const { message } = error as Error;
      throw new SpecError([{ where: what, message, rule: "Ajv strict mode" }]);
    }
    nameBySchema.set(key, name);
    return name;
  };

  const requests: Record<string, string> = {};
  const responses: Record<string, Record<string, string | undefined>> = {};
  for (const operation of operations) {
    const { operationId } = operation;
    requests[operationId] = add(
      `${operationId}Request`,
      `request of ${operationId}`,
      requestSchema(operation),
    );
    responses[operationId] = Object.fromEntries(
      operation.responses.map(({ status, schema }) => [
        status,
        schema &&
          add(`${operationId}Response${status}`, `response ${status} of ${operationId}`, schema),
      ]),
    );
  }
  const functions = [...nameBySchema.values()];
  const code = standalone.default(ajv, Object.fromEntries(functions.map((name) => [name, name])));
  return { code, functions, requests, responses };
}

/** One schema of all that a request holds: its parameters by location, and its body. */
function requestSchema({ parameters, requestBody }: Operation): Schema {
  const properties: Record<string, Schema> = {};
  const required: string[] = [];
  for (const location of ["path", "query", "header", "cookie"] as const) {
    const group = parameters.filter((parameter) => parameter.in === location);
    if (group.length === 0) continue;
    const mandatory = group.filter((parameter) => parameter.required === true);
    properties[location] = {
      type: "object",
      properties: Object.fromEntries(group.map(({ name, schema = {} }) => [name, schema])),
      required: mandatory.map(({ name }) => name),
    };
    if (mandatory.length > 0) required.push(location);
  }
  if (requestBody !== undefined) {
    properties.body = requestBody.schema;
    if (requestBody.required) required.push("body");
  }
  return { type: "object", properties, required };
}

/** Keywords that hold schemas by name: a property may be called like a keyword. */
const SCHEMA_MAPS = new Set(["properties", "patternProperties", "$defs", "dependentSchemas"]);
/** Keywords that hold data. */
const DATA = new Set(["enum", "const", "default"]);
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
        if (DATA.has(key)) return [key, value];
        if (SCHEMA_MAPS.has(key)) return [key, mapValues(value as Record<string, unknown>, toAjv)];
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

import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { Document } from "../document/load.js";
import type { Located } from "../document/locate.js";
import { type Body, type Operation, operationOf } from "../document/operation.js";
import { schemasOf } from "../document/places.js";
import { canonical, isObject, type JsonObject, join } from "../document/pointer.js";
import { type Direction, isHidden } from "../document/schemas.js";
import { readText } from "../document/text.js";
import type { Judge, Judgement, ResponseJudge } from "../judge.js";
import { memoize } from "../once.js";
import { MEDIA_TYPE } from "../wire.js";

const UNIQUE = "x-unique-item-properties";

/** The document's schemas, compiled where they stand. */
export function ajvJudge(document: Document): Judge {
  const ajv = withDocument(relaxed(document, "request"));
  const compile = memoize((id) => {
    const operation = operationOf(document, id);
    return { operation, validate: ajv.compile(requestSchema(operation)) };
  });
  return {
    name: "ajv",
    judge({ operation: id, request: { path, query, headers, body } }) {
      const { operation, validate } = compile(id);
      const read = (location: string, values: JsonObject = {}) =>
        Object.fromEntries(
          Object.entries(values).map(([name, value]) => {
            const parameter = operation.parameter(location, name);
            const isTyped = parameter?.value.schema !== undefined;
            return [name, isTyped ? readText(document, schemaOf(parameter), value) : value];
          }),
        );
      return run(validate, {
        path: read("path", path),
        query: read("query", query),
        header: read("header", headers),
        body,
      });
    },
  };
}

export function ajvResponseJudge(document: Document): ResponseJudge {
  const ajv = withDocument(relaxed(document, "response"));
  const compile = memoize((key) => {
    const [operation = "", status = ""] = key.split(" ");
    const response = operationOf(document, operation).response(status);
    return response.value.content === undefined ? undefined : ajv.compile(bodySchema(response));
  });
  return {
    name: "ajv",
    judge({ operation, status, body }) {
      const validate = compile(`${operation} ${status}`);
      if (validate === undefined) {
        return body === undefined
          ? { verdict: "accept", violations: [] }
          : { verdict: "reject", violations: [{ pointer: "", keyword: "content" }] };
      }
      return run(validate, body);
    },
  };
}

/** A copy of a document that does not require the properties which do not go this way. */
function relaxed(document: Document, direction: Direction): Document {
  const copy = structuredClone(document);
  for (const { pointer, value } of schemasOf(copy)) {
    const schema = value as Record<string, unknown>;
    const { properties, required } = schema;
    if (!isObject(properties) || !Array.isArray(required)) continue;
    schema.required = required.filter((name) => {
      const at = join(pointer, "properties", name);
      return !isObject(properties[name]) || !isHidden(document, direction, at);
    });
  }
  return copy;
}

/** An Ajv that knows the document as the schema `document`. */
function withDocument(document: Document): Ajv2020 {
  return createAjv(document).addSchema(document as object, "document", undefined, false);
}

/** An Ajv in strict mode that knows the document's extensions, each by its name. */
export function createAjv(document: Document): Ajv2020 {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
    strictTypes: false,
    strictRequired: false,
    strictTuples: false,
    logger: false,
  });
  addFormats.default(ajv);
  // Ajv's own comparison calls an item's `valueOf` or `toString`, even where JSON put it there.
  ajv.removeKeyword("uniqueItems");
  ajv.addKeyword({
    keyword: "uniqueItems",
    type: "array",
    schemaType: "boolean",
    validate: (wanted: boolean, items: readonly unknown[]) =>
      !wanted || new Set(items.map(canonical)).size === items.length,
  });
  ajv.addKeyword({ keyword: UNIQUE, type: "array", schemaType: "array", validate: uniqueBy });
  const vocabulary = new Set([
    // To Ajv the document is a schema with keywords that mean nothing, and schemas somewhere in it.
    ...Object.keys(document),
    "discriminator",
    "xml",
    "externalDocs",
    "example",
    ...extensionsOf(document),
  ]);
  ajv.addVocabulary([...vocabulary].filter((name) => ajv.getKeyword(name) === false));
  return ajv;
}

/** No two items have the same value in any of the properties. */
function uniqueBy(
  properties: readonly string[],
  items: readonly unknown[],
  _parent?: unknown,
  context?: { readonly instancePath: string },
): boolean {
  const errors: Partial<ErrorObject>[] = [];
  for (const property of properties) {
    const seen = new Set<string>();
    for (const [index, item] of items.entries()) {
      if (!isObject(item) || item[property] === undefined) continue;
      const value = canonical(item[property]);
      if (seen.has(value)) {
        const instancePath = join(context?.instancePath ?? "", index, property);
        errors.push({ keyword: UNIQUE, instancePath, params: {} });
      }
      seen.add(value);
    }
  }
  // Ajv reads them off the function.
  uniqueBy.errors = errors;
  return errors.length === 0;
}
uniqueBy.errors = [] as Partial<ErrorObject>[];

function requestSchema(operation: Operation): object {
  const properties: Record<string, object> = {};
  const required: string[] = [];
  const parameters = operation.parameters();
  for (const location of new Set(parameters.map(({ value }) => String(value.in)))) {
    const here = parameters.filter(({ value }) => value.in === location);
    const mandatory = here.filter(({ value }) => value.required === true);
    properties[location] = {
      type: "object",
      properties: Object.fromEntries(
        here.map((parameter) => [
          parameter.value.name,
          parameter.value.schema === undefined ? {} : refTo(schemaOf(parameter)),
        ]),
      ),
      required: mandatory.map(({ value }) => value.name),
    };
    if (mandatory.length > 0) required.push(location);
  }
  const body = operation.body();
  if (body !== undefined) {
    properties.body = bodySchema(body);
    if (body.value.required === true) required.push("body");
  }
  return { type: "object", properties, required };
}

/** @throws Error where there is no JSON, or nothing said of it */
function bodySchema(body: Body): object {
  const schema = body.schema();
  if (schema === undefined) {
    throw new Error(`the document has no schema of ${MEDIA_TYPE} at ${body.pointer}`);
  }
  return refTo(schema);
}

function schemaOf({ pointer }: Located): string {
  return join(pointer, "schema");
}

function refTo(pointer: string): object {
  return { $ref: `document#${pointer.split("/").map(encodeURIComponent).join("/")}` };
}

function run(validate: ValidateFunction, value: unknown): Judgement {
  if (validate(value)) return { verdict: "accept", violations: [] };
  const violations = (validate.errors ?? []).map(({ instancePath, keyword }) => ({
    pointer: instancePath,
    keyword,
  }));
  return { verdict: "reject", violations };
}

function extensionsOf(document: Document): string[] {
  const names = new Set<string>();
  JSON.stringify(document, (name, value) => {
    if (name.startsWith("x-")) names.add(name);
    return value;
  });
  return [...names];
}

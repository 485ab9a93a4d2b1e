import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import type { OpenApiDocument } from "../document/load.js";
import {
  childOf,
  isObject,
  type JsonObject,
  locate,
  locateOperation,
  locateParameters,
  locateResponse,
  objectAt,
} from "../document/locate.js";
import type { Judge, Judgement, ResponseJudge } from "../judges.js";
import { MEDIA_TYPE } from "../wire.js";

const UNIQUE = "x-unique-item-properties";

/** The document's schemas, compiled where they stand. */
export function ajvJudge(document: OpenApiDocument): Judge {
  const ajv = createAjv(document);
  const compile = memoize((operation) => ajv.compile(requestSchema(document, operation)));
  return {
    name: "ajv",
    judge: ({ operation, request: { path, headers, body } }) =>
      run(compile(operation), { path, header: headers ?? {}, body }),
  };
}

export function ajvResponseJudge(document: OpenApiDocument): ResponseJudge {
  const ajv = createAjv(document);
  const compile = memoize((key) => {
    const [operation = "", status = ""] = key.split(" ");
    const { pointer, value } = locateResponse(document, operation, status);
    if (value.content === undefined) return undefined;
    return ajv.compile(schemaRef(pointer, value));
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

/** An Ajv that knows the document as the schema `document`, and each extension in it by name. */
function createAjv(document: OpenApiDocument): Ajv2020 {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
    strictTypes: false,
    strictRequired: false,
    validateFormats: false,
    logger: false,
  });
  addAnnotations(ajv, document);
  ajv.addSchema(document as object, "document", undefined, false);
  return ajv;
}

/** What a document says in its schemas beyond JSON Schema. */
export function addAnnotations(ajv: Ajv2020, document: OpenApiDocument): void {
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
        const token = property.replaceAll("~", "~0").replaceAll("/", "~1");
        const instancePath = `${context?.instancePath}/${index}/${token}`;
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

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join()}}`;
}

function requestSchema(document: OpenApiDocument, operationId: string): object {
  const operation = locateOperation(document, operationId);
  const properties: Record<string, object> = {};
  const required: string[] = [];
  const parameters = locateParameters(document, operation);
  for (const location of new Set(parameters.map(({ value }) => String(value.in)))) {
    const here = parameters.filter(({ value }) => value.in === location);
    const mandatory = here.filter(({ value }) => value.required === true);
    properties[location] = {
      type: "object",
      properties: Object.fromEntries(
        here.map(({ pointer, value }) => [
          value.name,
          value.schema === undefined ? {} : { $ref: `document#${childOf(pointer, "schema")}` },
        ]),
      ),
      required: mandatory.map(({ value }) => value.name),
    };
    if (mandatory.length > 0) required.push(location);
  }
  if (operation.value.requestBody !== undefined) {
    const body = locate(document, childOf(operation.pointer, "requestBody"));
    properties.body = schemaRef(body.pointer, body.value);
    if (body.value.required === true) required.push("body");
  }
  return { type: "object", properties, required };
}

/** @throws Error where there is no JSON, or nothing said of it */
function schemaRef(pointer: string, body: JsonObject): object {
  if (objectAt(body, "content", MEDIA_TYPE, "schema") === undefined) {
    throw new Error(`the document has no schema of ${MEDIA_TYPE} at ${pointer}`);
  }
  return { $ref: `document#${childOf(pointer, "content", MEDIA_TYPE, "schema")}` };
}

function run(validate: ValidateFunction, value: unknown): Judgement {
  if (validate(value)) return { verdict: "accept", violations: [] };
  const violations = (validate.errors ?? []).map(({ instancePath, keyword }) => ({
    pointer: instancePath,
    keyword,
  }));
  return { verdict: "reject", violations };
}

/** Keeps what was thrown, too: a schema that does not compile is asked about for every case. */
function memoize<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, { value: T } | { error: unknown }>();
  return (key) => {
    let entry = made.get(key);
    if (entry === undefined) {
      try {
        entry = { value: make(key) };
      } catch (error) {
        entry = { error };
      }
      made.set(key, entry);
    }
    if ("error" in entry) throw entry.error;
    return entry.value;
  };
}

function extensionsOf(document: OpenApiDocument): string[] {
  const names = new Set<string>();
  JSON.stringify(document, (name, value) => {
    if (name.startsWith("x-")) names.add(name);
    return value;
  });
  return [...names];
}

import { Ajv2020 } from "ajv/dist/2020.js";
import type { RequestCase } from "../../cases/index.js";
import type { OpenApiDocument } from "../document/load.js";
import {
  childOf,
  isObject,
  type JsonObject,
  locate,
  locateOperation,
  locateParameters,
  objectAt,
} from "../document/locate.js";
import { addAnnotations } from "../judges/ajv.js";
import { MEDIA_TYPE, wireOf } from "../wire.js";

/** A schema that validators cannot use: Prism would let every request of its operation pass. */
export interface Flaw {
  /** JSON pointer into the document. */
  readonly pointer: string;
  readonly reason: string;
}

/**
 * Compiles every schema of a document, each on its own, in Ajv's strict mode: regexes in Unicode
 * mode, no unknown keyword, none that its type never reaches, and no reference that leads nowhere.
 */
export function findUnarmed(document: OpenApiDocument): Flaw[] {
  const ajv = new Ajv2020({
    strict: true,
    strictRequired: false,
    validateFormats: false,
    logger: false,
  });
  addAnnotations(ajv, document);
  return [...listSchemas(document)].flatMap(([pointer, schema]) => {
    try {
      if (typeof schema.$ref === "string") locate(document, pointer);
      ajv.compile(withoutSubschemas(schema));
      return [];
    } catch (error) {
      return [{ pointer: decodeURIComponent(pointer), reason: (error as Error).message }];
    }
  });
}

/** Keywords whose values are schemas: one, a list of them, or one for each name. */
const ONE =
  /^(items|contains|additionalProperties|propertyNames|unevaluated(Items|Properties)|not|if|then|else)$/;
const LIST = /^(allOf|anyOf|oneOf|prefixItems)$/;
const MAP = /^(properties|patternProperties|dependentSchemas|\$defs)$/;

/** A schema with its own keywords alone, so that what fails is here and not somewhere beneath. */
function withoutSubschemas(schema: JsonObject): JsonObject {
  const { $ref: _, ...own } = schema;
  return Object.fromEntries(
    Object.entries(own).map(([keyword, value]) => {
      if (ONE.test(keyword) && isObject(value)) return [keyword, true];
      if (LIST.test(keyword) && Array.isArray(value)) return [keyword, value.map(() => true)];
      if (MAP.test(keyword) && isObject(value)) {
        return [keyword, Object.fromEntries(Object.keys(value).map((name) => [name, true]))];
      }
      return [keyword, value];
    }),
  );
}

/** Every schema of the document and every one within it, by pointer. */
export function* listSchemas(document: OpenApiDocument): Generator<[pointer: string, JsonObject]> {
  for (const [name, schema] of Object.entries(objectAt(document, "components", "schemas") ?? {})) {
    yield* withSubschemas(childOf("/components/schemas", name), schema);
  }
  const { components, ...rest } = document;
  const { schemas: _, ...otherComponents } = (components ?? {}) as JsonObject;
  yield* schemasBeneath("", rest as JsonObject);
  yield* schemasBeneath("/components", otherComponents);
}

function* schemasBeneath(pointer: string, node: unknown): Generator<[string, JsonObject]> {
  if (Array.isArray(node)) {
    for (const [index, item] of node.entries())
      yield* schemasBeneath(childOf(pointer, index), item);
  } else if (isObject(node)) {
    for (const [name, value] of Object.entries(node)) {
      const at = childOf(pointer, name);
      if (name === "schema") yield* withSubschemas(at, value);
      // Examples may hold anything.
      else if (!/^(examples?|x-.*)$/.test(name)) yield* schemasBeneath(at, value);
    }
  }
}

function* withSubschemas(pointer: string, schema: unknown): Generator<[string, JsonObject]> {
  if (!isObject(schema)) return;
  yield [pointer, schema];
  for (const [keyword, value] of Object.entries(schema)) {
    const at = childOf(pointer, keyword);
    if (ONE.test(keyword)) yield* withSubschemas(at, value);
    if (LIST.test(keyword) && Array.isArray(value)) {
      for (const [index, item] of value.entries()) yield* withSubschemas(childOf(at, index), item);
    }
    if (MAP.test(keyword) && isObject(value)) {
      for (const [name, item] of Object.entries(value))
        yield* withSubschemas(childOf(at, name), item);
    }
  }
}

/** A request that breaks one schema, and where a validator that is armed must object. */
export interface ArmingRequest {
  readonly request: RequestCase["request"];
  /** As in a violation, such as `/body/tags/0/key`. */
  readonly pointer: string;
}

/** One request for each parameter of an operation and each schema of its body. */
export function listArmingRequests(
  document: OpenApiDocument,
  operationId: string,
): ArmingRequest[] {
  const { sample } = wireOf(operationId);
  const operation = locateOperation(document, operationId);
  const parameters = locateParameters(document, operation).map(
    ({ value: { in: location, name, schema } }) => {
      if (location !== "path") throw new Error(`no idea how to break the ${location} ${name}`);
      // Empty parameters are the mock's business, not Prism's: only where nothing else is wrong.
      const path = { ...sample.path, [String(name)]: breaks(schema, "~") ? "~" : "" };
      return { request: { path, body: sample.body }, pointer: `/path/${name}` };
    },
  );
  const body = locate(document, childOf(operation.pointer, "requestBody"));
  const root = childOf(body.pointer, "content", MEDIA_TYPE, "schema");
  const bodies = [...breakEach(document, root, sample.body)].map(({ value, pointer }) => ({
    request: { path: sample.path, body: value },
    pointer: `/body${pointer}`,
  }));
  return [...parameters, ...bodies];
}

function breaks(schema: unknown, text: string): boolean {
  const pattern = objectAt(schema)?.pattern;
  return typeof pattern === "string" && !new RegExp(pattern, "u").test(text);
}

/** Copies of a value that is valid, each with something of a wrong type in one place. */
function* breakEach(
  document: OpenApiDocument,
  at: string,
  valid: unknown,
): Generator<{ value: unknown; pointer: string }> {
  const { pointer, value: schema } = locate(document, at);
  yield { value: wrongFor(schema.type, pointer), pointer: "" };
  for (const name of Object.keys(objectAt(schema, "properties") ?? {})) {
    const inner = breakEach(
      document,
      childOf(pointer, "properties", name),
      objectAt(valid)?.[name],
    );
    for (const broken of inner) {
      const value = { ...objectAt(valid), [name]: broken.value };
      yield { value, pointer: `/${name}${broken.pointer}` };
    }
  }
  if (isObject(schema.items)) {
    const [first, ...others] = Array.isArray(valid) ? valid : [];
    for (const broken of breakEach(document, childOf(pointer, "items"), first)) {
      yield { value: [broken.value, ...others], pointer: `/0${broken.pointer}` };
    }
  }
}

function wrongFor(type: unknown, pointer: string): unknown {
  if (typeof type !== "string") throw new Error(`the schema at ${pointer} takes any type`);
  return type === "string" ? 0 : "of the wrong type";
}

import { Ajv2020 } from "ajv/dist/2020.js";
import type { CaseRequest } from "../../cases/index.js";
import type { OpenApiDocument } from "../document/load.js";
import {
  locate,
  locateBody,
  locateOperation,
  locateParameters,
  objectAt,
} from "../document/locate.js";
import { schemasOf, subschemasOf } from "../document/places.js";
import { isObject, type JsonObject, join, set } from "../document/pointer.js";
import { isHidden } from "../document/schemas.js";
import { addDialect } from "../judges/ajv.js";
import { MEDIA_TYPE, wireOf } from "../wire.js";

/** A schema that validators cannot use: Prism would let every request of its operation pass. */
export interface Flaw {
  /** JSON pointer into the document. */
  readonly pointer: string;
  readonly reason: string;
}

/**
 * Compiles every schema of a document, each on its own, in Ajv's strict mode: regexes in Unicode
 * mode, no unknown keyword or format, and no reference that leads nowhere.
 */
export function findUncompilable(document: OpenApiDocument): Flaw[] {
  const ajv = new Ajv2020({
    strict: true,
    strictRequired: false,
    strictTypes: false,
    strictTuples: false,
    logger: false,
  });
  addDialect(ajv, document);
  return schemasOf(document).flatMap(({ pointer, value }) => {
    try {
      if (typeof value.$ref === "string") locate(document, pointer);
      ajv.compile(withoutSubschemas(value));
      return [];
    } catch (error) {
      return [{ pointer, reason: (error as Error).message }];
    }
  });
}

/** A schema with its own keywords alone, so that what fails is here and not somewhere beneath. */
function withoutSubschemas(schema: JsonObject): JsonObject {
  const { $ref: _, ...own } = schema;
  const copy = structuredClone(own);
  for (const [tokens] of subschemasOf(own)) set(copy, join("", ...tokens), true);
  return copy;
}

/** A request that breaks one schema, and where a validator that uses it objects. */
export interface WrongRequest {
  readonly request: CaseRequest;
  /** As in a violation, such as `/body/tags/0/key`. */
  readonly pointer: string;
}

/** A request for each parameter of an operation and each schema of its body that a type can break. */
export function listWrongRequests(document: OpenApiDocument, operationId: string): WrongRequest[] {
  const { target: _, text: __, ...sample } = wireOf(operationId).sample;
  const operation = locateOperation(document, operationId);
  const parameters = locateParameters(document, operation).flatMap(
    ({ pointer, value: { in: location, name } }): WrongRequest[] => {
      const group = location === "header" ? "headers" : String(location);
      const { value: schema } = locate(document, join(pointer, "schema"));
      // What is empty is refused before Prism sees it: only where nothing else is wrong.
      const text = isTextAllowed(schema, "~") ? "" : "~";
      if (text === "" && isTextAllowed(schema, "")) return [];
      const request = structuredClone(sample) as unknown as Record<string, object>;
      request[group] = {
        ...request[group],
        [String(name)]: schema.type === "array" ? [text] : text,
      };
      const at = schema.type === "array" ? `/${location}/${name}/0` : `/${location}/${name}`;
      return [{ request: request as unknown as CaseRequest, pointer: at }];
    },
  );
  const body = locateBody(document, operation);
  if (body === undefined || sample.body === undefined) return parameters;
  const root = join(body.pointer, "content", MEDIA_TYPE, "schema");
  const bodies = [...breakEach(document, root, sample.body)].map(({ value, pointer }) => ({
    request: { ...sample, body: value },
    pointer: `/body${pointer}`,
  }));
  return [...parameters, ...bodies];
}

/** Whether nothing of these keywords is against a text; an array allows what its items do. */
function isTextAllowed(
  { type, items, pattern, minLength, enum: values, format }: JsonObject,
  text: string,
): boolean {
  if (isObject(items)) return isTextAllowed(items, text);
  return (
    [type ?? "string"].flat().includes("string") &&
    (typeof pattern !== "string" || new RegExp(pattern, "u").test(text)) &&
    !(text === "" && Number(minLength ?? 0) > 0) &&
    values === undefined &&
    format === undefined
  );
}

/** Copies of a value that is valid, each with something of a wrong type in one place. */
function* breakEach(
  document: OpenApiDocument,
  at: string,
  valid: unknown,
): Generator<{ value: unknown; pointer: string }> {
  const { pointer, value: schema } = locate(document, at);
  if (schema.type !== undefined) {
    yield { value: [schema.type].flat().includes("string") ? 0 : "of the wrong type", pointer: "" };
  }
  for (const name of Object.keys(objectAt(schema, "properties") ?? {})) {
    const property = join(pointer, "properties", name);
    if (isHidden(document, "request", property)) continue;
    for (const broken of breakEach(document, property, objectAt(valid)?.[name])) {
      const value = { ...objectAt(valid), [name]: broken.value };
      yield { value, pointer: join("", name) + broken.pointer };
    }
  }
  if (isObject(schema.items)) {
    const [first, ...others] = Array.isArray(valid) ? valid : [];
    for (const broken of breakEach(document, join(pointer, "items"), first)) {
      yield { value: [broken.value, ...others], pointer: `/0${broken.pointer}` };
    }
  }
}

import { Ajv2020 } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import addFormats, { type FormatName } from "ajv-formats";
import { fullFormats } from "ajv-formats/dist/formats.js";
import type { OpenApiDocument, Schema } from "../document.js";
import type { Operation } from "../operations.js";
import { SpecError } from "../spec-error.js";
import { AjvSchemas, type Direction, EXTENSIONS } from "./ajv-schema.js";
import { rewriteErrors } from "./error-code.js";
import { addKeywords } from "./keywords.js";
import { requestSchema } from "./request-schema.js";

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

/** @throws SpecError where a schema does not compile in Ajv's strict mode */
export function compileValidators(
  document: OpenApiDocument,
  operations: readonly Operation[],
): CompiledValidators {
  const schemas = new AjvSchemas(document);
  // Most responses share a schema, and so do the requests of operations that are alike.
  const nameBySchema = new Map<string, string>();
  const add = (name: string, schema: Schema, direction: Direction): string => {
    const key = direction + JSON.stringify(schema);
    const known = nameBySchema.get(key);
    if (known !== undefined) return known;
    nameBySchema.set(key, name);
    schemas.add(name, schema, direction);
    return name;
  };

  const requests: Record<string, string> = {};
  const responses: Record<string, Record<string, string | undefined>> = {};
  for (const operation of operations) {
    const { operationId } = operation;
    requests[operationId] = add(`${operationId}Request`, requestSchema(operation), "request");
    responses[operationId] = Object.fromEntries(
      operation.responses.map(({ status, schema }) => [
        status,
        schema && add(`${operationId}Response${status}`, schema, "response"),
      ]),
    );
  }
  const functions = [...nameBySchema.values()];
  const ajv = createAjv(schemas.byId);
  for (const name of functions) compile(ajv, name);
  const code = standalone.default(ajv, Object.fromEntries(functions.map((name) => [name, name])));
  return { code: rewriteErrors(code, schemas.byId), functions, requests, responses };
}

function createAjv(schemas: ReadonlyMap<string, Schema>): Ajv2020 {
  const text = JSON.stringify([...schemas.values()]);
  const ajv = new Ajv2020({
    allErrors: true,
    strictSchema: true,
    // These are about style: OpenAPI allows what they refuse.
    strictTypes: false,
    strictTuples: false,
    strictRequired: false,
    allowUnionTypes: true,
    messages: false,
    // A property called like one that every object inherits is there only where it is its own.
    ownProperties: Object.getOwnPropertyNames(Object.prototype).some((name) =>
      text.includes(`"${name}"`),
    ),
    code: { source: true, esm: true },
  });
  if (!/"(unevaluated\w+|\$dynamicRef)":/.test(text)) {
    // Their bookkeeping would cost every call, and no schema needs it.
    Object.assign(ajv.opts, { unevaluated: false, dynamicRef: false });
  }
  addKeywords(ajv);
  for (const extension of EXTENSIONS) if (!ajv.getKeyword(extension)) ajv.addKeyword(extension);
  useFormats(ajv, text);
  for (const [id, schema] of schemas) {
    ajv.addSchema({ $id: id, ...schema }, undefined, undefined, false);
    // Errors name the rule by a path that begins with the id.
    Object.assign(ajv.refs[id] as object, { schemaPath: id });
  }
  return ajv;
}

/** Asserts the formats of JSON Schema and OpenAPI; others are annotations, as OpenAPI has it. */
function useFormats(ajv: Ajv2020, text: string): void {
  const named = [...text.matchAll(/"format":"((?:[^"\\]|\\.)*)"/g)].map(([, name]) => name ?? "");
  const known = named.filter((name): name is FormatName => Object.hasOwn(fullFormats, name));
  if (known.length > 0) addFormats.default(ajv, known);
  for (const name of named) if (ajv.formats[name] === undefined) ajv.addFormat(name, true);
}

function compile(ajv: Ajv2020, name: string): void {
  try {
    ajv.getSchema(name);
  } catch (error) {
    const { message } = error as Error;
    throw new SpecError([{ where: name, message, rule: "Ajv strict mode" }]);
  }
}

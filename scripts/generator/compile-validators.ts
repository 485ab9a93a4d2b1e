import type { Ajv2020 } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import { compile } from "./ajv.js";
import type { Schema } from "./document.js";
import type { Operation } from "./operations.js";

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
  ajv: Ajv2020,
  operations: readonly Operation[],
): CompiledValidators {
  // Most responses share a schema, and so do the requests of operations that are alike.
  const nameBySchema = new Map<string, string>();
  const add = (name: string, where: string, schema: Schema): string => {
    const key = JSON.stringify(schema);
    const known = nameBySchema.get(key);
    if (known !== undefined) return known;
    compile(ajv, schema, where, name);
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

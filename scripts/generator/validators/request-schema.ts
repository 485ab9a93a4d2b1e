import type { Parameter, Schema } from "../document.js";
import type { Operation } from "../operations.js";

export const LOCATIONS = ["path", "query", "header", "cookie"] as const;

/** One schema of all that a request holds: its parameters by location, and its body. */
export function requestSchema({ parameters, requestBody }: Operation): Schema {
  const groups = LOCATIONS.map((location) => ({
    location,
    group: parameters.filter((parameter) => parameter.in === location),
  })).filter(({ group }) => group.length > 0);
  const properties: Record<string, Schema> = Object.fromEntries(
    groups.map(({ location, group }) => [location, locationSchema(group)]),
  );
  if (requestBody === undefined) return { type: "object", properties };
  properties.body = requestBody.schema;
  return {
    type: "object",
    properties,
    ...(requestBody.required && { required: ["body"], "x-source": requestBody.source }),
  };
}

function locationSchema(parameters: readonly Parameter[]): Schema {
  const required = parameters.filter((parameter) => parameter.required === true);
  return {
    type: "object",
    properties: Object.fromEntries(parameters.map(({ name, schema = {} }) => [name, schema])),
    // Apart, because each rule has its own source.
    ...(required.length > 0 && { allOf: required.map(requiredSchema) }),
  };
}

function requiredSchema(parameter: Parameter): Schema {
  return {
    required: [parameter.name],
    "x-source": parameter["x-source"] ?? parameter.schema?.["x-source"],
  };
}

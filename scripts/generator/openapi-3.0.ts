import type { OpenApiDocument } from "./document.js";

type Json = Readonly<Record<string, unknown>>;

/** Keywords that hold schemas by name, and those that hold data: neither has keywords inside. */
const SCHEMA_MAPS = new Set(["properties", "schemas"]);
const DATA = new Set(["enum", "default", "example", "value", "x-error-codes", "x-source"]);

/** Keywords that 3.0 does not have. */
const UNKNOWN = new Set([
  "$comment",
  "$defs",
  "contains",
  "contentEncoding",
  "contentMediaType",
  "contentSchema",
  "dependentRequired",
  "dependentSchemas",
  "else",
  "if",
  "maxContains",
  "minContains",
  "patternProperties",
  "prefixItems",
  "propertyNames",
  "then",
  "unevaluatedItems",
  "unevaluatedProperties",
]);

/**
 * openapi-3.0.json: the same contract for tools that know no 3.1. What 3.0 cannot say is said in
 * the way that comes nearest and accepts no less.
 */
export function emitOpenapi30(document: OpenApiDocument): string {
  const { jsonSchemaDialect, webhooks, ...rest } = document as OpenApiDocument & Json;
  const { summary, license, ...info } = rest.info as Json & OpenApiDocument["info"];
  const { identifier, ...otherLicense } = (license ?? {}) as Json;
  const converted = {
    ...rest,
    openapi: "3.0.3",
    info: { ...info, ...(license !== undefined && { license: otherLicense }) },
  };
  return `${JSON.stringify(convert(converted), null, 2)}\n`;
}

function convert(node: unknown, isMap = false): unknown {
  if (Array.isArray(node)) return node.map((item) => convert(item));
  if (typeof node !== "object" || node === null) return node;
  const known = Object.entries(node).filter(([key]) => isMap || !UNKNOWN.has(key));
  const members = known.map(([key, value]): [string, unknown] => {
    if (!isMap && DATA.has(key)) return [key, value];
    return [key, convert(value, !isMap && SCHEMA_MAPS.has(key))];
  });
  const copy = Object.fromEntries(members);
  return isMap ? copy : toSchema30(copy);
}

/** Also meets objects that are no schemas: they have none of these keywords, or mean the same. */
function toSchema30(node: Json): Json {
  if (typeof node.$ref === "string") {
    const { $ref, ...siblings } = node;
    const isPlain = Object.keys(siblings).every((key) => /^(summary|description)$/.test(key));
    return isPlain ? { $ref } : toSchema30({ ...siblings, allOf: [{ $ref }, ...list(node.allOf)] });
  }
  const { examples, const: constant, exclusiveMinimum, exclusiveMaximum, ...schema } = node;
  return {
    ...schema,
    ...typeOf(node),
    // Of a schema a list; of a parameter or media type a map, which 3.0 has as well.
    ...(Array.isArray(examples) ? { example: examples[0] } : { examples }),
    ...(constant !== undefined && { enum: [constant] }),
    ...bound("minimum", "exclusiveMinimum", exclusiveMinimum),
    ...bound("maximum", "exclusiveMaximum", exclusiveMaximum),
  };
}

/** `null` is a keyword of its own, and several types are alternatives. */
function typeOf({ type, anyOf, allOf }: Json): Json {
  if (!Array.isArray(type)) return {};
  const types = type.filter((one) => one !== "null");
  const nullable = types.length < type.length ? { nullable: true } : {};
  if (types.length === 1) return { type: types[0], ...nullable };
  const alternatives = types.map((one) => ({ type: one, ...nullable }));
  return anyOf === undefined
    ? { type: undefined, anyOf: alternatives }
    : { type: undefined, allOf: [...list(allOf), { anyOf: alternatives }] };
}

function bound(limit: string, keyword: string, value: unknown): Json {
  if (typeof value === "number") return { [limit]: value, [keyword]: true };
  return value === undefined ? {} : { [keyword]: value };
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

import type { OpenApiDocument } from "./document.js";
import { LEFT_OUT, type Rewriting, rewrite } from "./schema-walk.js";

type Json = Readonly<Record<string, unknown>>;

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

const TO_30: Rewriting = {
  keyword: (key) => (UNKNOWN.has(key) ? LEFT_OUT : undefined),
  schema: toSchema30,
  other: (node) => (typeof node.$ref === "string" ? toReference30(node) : node),
};

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
  return `${JSON.stringify(rewrite(converted, TO_30), null, 2)}\n`;
}

/** A reference, of a schema or of anything else, has nothing beside it in 3.0. */
function toReference30({ $ref, ...siblings }: Json): Json {
  const isPlain = Object.keys(siblings).every((key) => /^(summary|description)$/.test(key));
  return isPlain
    ? { $ref }
    : toSchema30({ ...siblings, allOf: [{ $ref }, ...list(siblings.allOf)] });
}

function toSchema30(node: Json): Json {
  if (typeof node.$ref === "string") return toReference30(node);
  const { examples, const: constant, exclusiveMinimum, exclusiveMaximum, ...schema } = node;
  return {
    ...schema,
    ...typeOf(node),
    ...(Array.isArray(examples) && { example: examples[0] }),
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

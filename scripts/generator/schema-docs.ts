import {
  type OpenApiDocument,
  type OperationObject,
  type Parameter,
  resolveRef,
  type Schema,
} from "./document.js";
import { rewrite } from "./schema-walk.js";

/**
 * A copy of the document whose descriptions also tell the limits, so that an editor shows
 * them on hover, and whose `$ref` properties carry the description of what they point to.
 * For the types only: the bundle itself stays as it was written.
 */
export function withLimitsInDescriptions(document: OpenApiDocument): OpenApiDocument {
  const described = (property: Schema): Schema =>
    property.$ref === undefined
      ? property
      : { ...property, ...documented(resolveRef<Schema>(document, property as { $ref: string })) };
  const copy = rewrite(document, {
    schema(schema) {
      if (schema.$ref !== undefined) return schema;
      const { properties } = schema as Schema;
      const members = Object.entries(properties ?? {}).map(([name, property]) => [
        name,
        described(property),
      ]);
      return {
        ...schema,
        ...documented(schema as Schema),
        ...(properties !== undefined && { properties: Object.fromEntries(members) }),
      };
    },
  }) as OpenApiDocument;
  for (const parameter of parametersOf(copy)) {
    const schema = resolveRef<Schema>(copy, parameter.schema ?? {});
    // Its schema has been visited: the limits are the schema's own, not those of its description.
    Object.assign(parameter, documented({ ...schema, description: parameter.description }));
  }
  return copy;
}

/** The limits of a schema as a sentence or two, or an empty string. */
function limitsOf(schema: Schema): string {
  const unique = schema["x-unique-item-properties"] as readonly string[] | undefined;
  const pattern = schema.pattern as string | undefined;
  const patternDescription = (schema["x-pattern-description"] as string | undefined)?.trim();
  return [
    range(schema.minLength, schema.maxLength, "characters"),
    range(schema.minItems, schema.maxItems, "items"),
    range(schema.minimum, schema.maximum, ""),
    unique && `No two items with the same ${unique.join(" or ")}.`,
    !unique && schema.uniqueItems === true && "No two equal items.",
    pattern !== undefined &&
      `Pattern: \`${pattern}\`${patternDescription ? ` (${patternDescription})` : ""}.`,
  ]
    .filter(Boolean)
    .join("\n");
}

function documented(schema: Omit<Schema, "description"> & { description?: string | undefined }) {
  const description = [schema.description?.trim(), limitsOf(schema as Schema)]
    .filter(Boolean)
    .join("\n\n");
  return description === "" ? {} : { description: withoutTags(description) };
}

/** A word that begins with @ would begin a tag, and hide what follows; not so within backquotes. */
export function withoutTags(text: string): string {
  return text.replace(/`[^`\n]*`|(?<=^|\s)@/gm, (match) => (match === "@" ? "\\@" : match));
}

/** All parameters that stand in a document, but not references to them. */
function parametersOf({ paths, components = {} }: OpenApiDocument): Parameter[] {
  const items = Object.values(paths).flatMap((item) => [item, ...Object.values(item)]);
  const lists = items.map((item) => (Object(item) as OperationObject).parameters ?? []);
  const shared = Object.values(components.parameters ?? {});
  return [...lists.flat(), ...shared].filter(
    (parameter): parameter is Parameter => "in" in Object(parameter),
  );
}

function range(low: unknown, high: unknown, unit: string): string | undefined {
  if (low === undefined && high === undefined) return undefined;
  const span =
    low === high
      ? `${low}`
      : low === undefined
        ? `At most ${high}`
        : high === undefined
          ? `At least ${low}`
          : `${low} to ${high}`;
  const units = (high ?? low) === 1 ? unit.replace(/s$/, "") : unit;
  return `${`${span} ${units}`.trim()}.`;
}

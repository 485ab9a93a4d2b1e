import type { Schema } from "../document.js";
import { preview } from "./runtime/preview.js";

/**
 * What a keyword of a schema demands of a value, to follow "must". Of some keywords the rest, such
 * as the name of a property, is known only when a value is checked.
 */
export function demandOf(keyword: string, schema: Schema): string {
  return demand(keyword, schema[keyword], schema);
}

function demand(keyword: string, value: unknown, schema: Schema): string {
  const [, bound, unit] = /^(min|max)(Length|Items|Properties)$/.exec(keyword) ?? [];
  if (bound !== undefined) return `have ${atLeastOrMost(bound, value, UNITS[unit as Unit])}`;
  switch (keyword) {
    case "required":
    case "dependentRequired":
      return "have the property";
    case "additionalProperties":
    case "unevaluatedProperties":
      return "not have the property";
    case "type":
      return `be ${[value].flat().join(" or ")}`;
    case "enum":
      return `be ${(value as unknown[]).map(preview).join(" or ")}`;
    case "const":
      return `be ${preview(value)}`;
    case "pattern":
      return `be ${wordsOf(schema) ?? "text"}, matching ${value}`;
    case "format":
      return `be in the format ${value}`;
    case "minimum":
      return `be at least ${value}`;
    case "maximum":
      return `be at most ${value}`;
    case "exclusiveMinimum":
      return `be more than ${value}`;
    case "exclusiveMaximum":
      return `be less than ${value}`;
    case "multipleOf":
      return `be a multiple of ${value}`;
    case "uniqueItems":
      return "not hold equal items:";
    case "x-unique-item-properties":
      return "differ from the";
    case "contains": {
      const { minContains = 1, maxContains } = schema;
      const most = maxContains === undefined ? "" : ` and at most ${maxContains}`;
      return `have at least ${minContains}${most} of the items that \`contains\` describes`;
    }
    case "items":
      return `have at most ${(schema.prefixItems as unknown[]).length} items`;
    case "unevaluatedItems":
      return "not have further items";
    case "propertyNames":
      return "have only names of properties that are allowed";
    case "oneOf":
      return `match exactly one of the ${(value as unknown[]).length} alternatives`;
    case "anyOf":
      return `match at least one of the ${(value as unknown[]).length} alternatives`;
    case "not":
      return "not match what is excluded";
    case "if":
      return "match what the condition asks for";
    case "false schema":
      return "be absent";
    default:
      return `satisfy ${keyword}`;
  }
}

const UNITS = { Length: "character", Items: "item", Properties: "property" } as const;
type Unit = keyof typeof UNITS;

function atLeastOrMost(bound: string, limit: unknown, unit: string): string {
  const units = limit === 1 ? unit : `${unit}s`.replace(/ys$/, "ies");
  return `at ${bound === "min" ? "least" : "most"} ${limit} ${units}`;
}

function wordsOf(schema: Schema): string | undefined {
  return (schema["x-pattern-description"] as string | undefined)?.trim().replaceAll(/\s+/g, " ");
}

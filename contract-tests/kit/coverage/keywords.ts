import { objectAt } from "../document/locate.js";
import { isObject, type JsonObject } from "../document/pointer.js";

/** A part of a keyword that can be met, and broken, on its own. */
export interface Facet {
  /** Tokens from the schema, such as `required`, `0`. */
  readonly tokens: readonly string[];
  readonly keyword: string;
  /** What it says, on a line. */
  readonly text: string;
  /** Whether an allowed value shows that as much gets through as should; null: no value can. */
  readonly met: ((value: unknown) => boolean) | null;
  /** Whether a value refused for this keyword shows that no more gets through; null: none can. */
  readonly broken: ((value: unknown, violation: string) => boolean) | null;
}

/** Keywords that say nothing of a value by themselves. */
const ANNOTATIONS =
  /^(\$.*|x-.*|title|description|examples?|default|deprecated|externalDocs|xml|discriminator|readOnly|writeOnly|properties|patternProperties|items|prefixItems|allOf|contentMediaType|contentEncoding)$/;

const always = (): boolean => true;

/** What each keyword of a schema asks for, piece by piece. */
export function facetsOf(schema: JsonObject): Facet[] {
  const facets = Object.entries(schema).flatMap(([keyword, rule]): Facet[] => {
    const whole = { tokens: [keyword], keyword, text: `${keyword} ${show(rule)}` };
    const each = (text: (one: string) => string, sides: (one: string) => Sides): Facet[] =>
      listOf(rule).map((one, index) => ({
        tokens: [keyword, String(index)],
        keyword,
        text: text(one),
        ...sides(one),
      }));
    const limit = LIMITS[keyword];
    if (limit !== undefined && typeof rule === "number") {
      const is = (size: number) => (value: unknown) => limit.measure(value) === size;
      return [{ ...whole, met: is(rule), broken: is(rule + limit.step) }];
    }
    switch (keyword) {
      case "required":
        return each(
          (name) => `requires ${name}`,
          (name) => ({ met: has(name), broken: (value) => !has(name)(value) }),
        );
      case "enum":
        return [
          { ...whole, met: always, broken: always },
          ...each(
            (one) => `allows ${show(one)}`,
            (one) => ({ met: (value) => value === one, broken: null }),
          ),
        ];
      case "const":
        return [{ ...whole, met: (value) => value === rule, broken: always }];
      case "oneOf":
      case "anyOf":
        return [{ ...whole, text: keyword, met: always, broken: always }];
      case "type":
        return [
          { ...whole, met: always, broken: always },
          ...(Array.isArray(rule)
            ? each(
                (one) => `allows ${one}`,
                (one) => ({ met: (value) => typeOf(value) === one, broken: null }),
              )
            : []),
        ];
      case "uniqueItems":
        return rule === true ? [{ ...whole, met: hasSeveral, broken: always }] : [];
      case "x-unique-item-properties":
        return each(
          (name) => `no two with one ${name}`,
          (name) => ({ met: hasSeveral, broken: (_, at) => at.endsWith(`/${name}`) }),
        );
      case "additionalProperties":
        return rule === false ? [{ ...whole, met: hasAllOf(schema), broken: always }] : [];
      default:
        return ANNOTATIONS.test(keyword) ? [] : [{ ...whole, met: always, broken: always }];
    }
  });
  if (isObject(schema.properties) && schema.additionalProperties === undefined) {
    facets.push({
      tokens: ["properties"],
      keyword: "properties",
      text: "is open to others",
      met: (value) => isObject(value) && Object.keys(value).some((name) => !hasOwn(schema, name)),
      broken: null,
    });
  }
  return facets;
}

type Sides = Pick<Facet, "met" | "broken">;

interface Limit {
  readonly measure: (value: unknown) => number | undefined;
  /** To the nearest size that is refused. */
  readonly step: 1 | -1;
}

const LIMITS: Readonly<Record<string, Limit>> = {
  minLength: { measure: lengthOf, step: -1 },
  maxLength: { measure: lengthOf, step: 1 },
  minItems: { measure: countItems, step: -1 },
  maxItems: { measure: countItems, step: 1 },
  minProperties: { measure: countProperties, step: -1 },
  maxProperties: { measure: countProperties, step: 1 },
  minimum: { measure: numberOf, step: -1 },
  maximum: { measure: numberOf, step: 1 },
};

/** In code points, as JSON Schema counts. */
function lengthOf(value: unknown): number | undefined {
  return typeof value === "string" ? [...value].length : undefined;
}

function countItems(value: unknown): number | undefined {
  return Array.isArray(value) ? value.length : undefined;
}

function countProperties(value: unknown): number | undefined {
  return isObject(value) ? Object.keys(value).length : undefined;
}

function numberOf(value: unknown): number | undefined {
  return typeof value === "number" ? value : undefined;
}

/** The type of JSON. Of a number none is known: it may be an integer. */
function typeOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

function hasSeveral(value: unknown): boolean {
  return Array.isArray(value) && value.length > 1;
}

function has(name: string): (value: unknown) => boolean {
  return (value) => isObject(value) && Object.hasOwn(value, name);
}

function hasAllOf(schema: JsonObject): (value: unknown) => boolean {
  const names = Object.keys(objectAt(schema, "properties") ?? {});
  return (value) => names.every((name) => has(name)(value));
}

function hasOwn({ properties }: JsonObject, name: string): boolean {
  return isObject(properties) && Object.hasOwn(properties, name);
}

function listOf(rule: unknown): string[] {
  return Array.isArray(rule) ? (rule as string[]) : [];
}

function show(rule: unknown): string {
  return typeof rule === "string" ? rule : JSON.stringify(rule);
}

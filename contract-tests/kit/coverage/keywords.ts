import { objectAt } from "../document/locate.js";
import { isObject, type JsonObject } from "../document/pointer.js";

/** A part of a keyword that can be met, and broken, on its own. */
export interface Facet extends Sides {
  /** Tokens from the schema, such as `required`, `0`. */
  readonly tokens: readonly string[];
  readonly keyword: string;
  /** What it says, on a line. */
  readonly text: string;
}

interface Sides {
  /** Whether an allowed value shows that as much gets through as should; null: no value can. */
  readonly met: ((value: unknown) => boolean) | null;
  /** Whether a value refused for this keyword shows that no more gets through; null: none can. */
  readonly broken: ((value: unknown, violation: string) => boolean) | null;
}

/** Keywords that say nothing of a value by themselves. */
const ANNOTATIONS =
  /^(\$.*|x-.*|title|description|examples?|default|deprecated|externalDocs|xml|discriminator|readOnly|writeOnly|properties|patternProperties|items|prefixItems|allOf|contentMediaType|contentEncoding)$/;

/** What a limit counts, by the end of its name. */
const SIZES: Readonly<Record<string, (value: unknown) => number | undefined>> = {
  // In code points, as JSON Schema counts.
  Length: (value) => (typeof value === "string" ? [...value].length : undefined),
  Items: (value) => (Array.isArray(value) ? value.length : undefined),
  Properties: (value) => (isObject(value) ? Object.keys(value).length : undefined),
  imum: (value) => (typeof value === "number" ? value : undefined),
};

/** What each keyword of a schema asks for, piece by piece. */
export function facetsOf(schema: JsonObject): Facet[] {
  const facets = Object.entries(schema).flatMap(([keyword, rule]) =>
    facetsBy(keyword, rule, schema),
  );
  const properties = objectAt(schema, "properties");
  if (properties !== undefined && schema.additionalProperties === undefined) {
    const isOther = (name: string): boolean => !Object.hasOwn(properties, name);
    facets.push({
      tokens: ["properties"],
      keyword: "properties",
      text: "is open to others",
      met: (value) => isObject(value) && Object.keys(value).some(isOther),
      broken: null,
    });
  }
  return facets;
}

function facetsBy(keyword: string, rule: unknown, schema: JsonObject): Facet[] {
  const whole = (sides: Partial<Facet> = {}): Facet => ({
    tokens: [keyword],
    keyword,
    text: `${keyword} ${show(rule)}`,
    met: always,
    broken: always,
    ...sides,
  });
  /** A facet for each item of a list, by what it says and its two sides. */
  const each = (facet: (one: string) => [text: string, Sides["met"], Sides["broken"]]): Facet[] =>
    (Array.isArray(rule) ? rule : []).map((one, index) => {
      const [text, met, broken] = facet(one);
      return { tokens: [keyword, String(index)], keyword, text, met, broken };
    });
  const [, side, what = ""] = /^(min|max)(\w+)$/.exec(keyword) ?? [];
  const sizeOf = SIZES[what];
  if (sizeOf !== undefined && typeof rule === "number") {
    const next = side === "min" ? rule - 1 : rule + 1;
    const is = (size: number) => (value: unknown) => sizeOf(value) === size;
    return [whole({ met: is(rule), broken: is(next) })];
  }
  switch (keyword) {
    case "required":
      return each((name) => [`requires ${name}`, has(name), (value) => !has(name)(value)]);
    case "enum":
      return [whole(), ...each((one) => [`allows ${show(one)}`, (value) => value === one, null])];
    case "const":
      return [whole({ met: (value) => value === rule })];
    case "oneOf":
    case "anyOf":
      return [whole({ text: keyword })];
    case "type":
      return [whole(), ...each((one) => [`allows ${one}`, (value) => typeOf(value) === one, null])];
    case "uniqueItems":
      return rule === true ? [whole({ met: hasSeveral })] : [];
    case "x-unique-item-properties":
      return each((name) => [`unique ${name}`, hasSeveral, (_, at) => at.endsWith(`/${name}`)]);
    case "additionalProperties": {
      const names = Object.keys(objectAt(schema, "properties") ?? {});
      const hasAll = (value: unknown): boolean => names.every((name) => has(name)(value));
      return rule === false ? [whole({ met: hasAll })] : [];
    }
    default:
      return ANNOTATIONS.test(keyword) ? [] : [whole()];
  }
}

const always = (): boolean => true;

/** The type of JSON. Of a number none is known: it may be an integer. */
function typeOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

function hasSeveral(value: unknown): boolean {
  return Array.isArray(value) && value.length > 1;
}

function has(name: string) {
  return (value: unknown): boolean => isObject(value) && Object.hasOwn(value, name);
}

function show(rule: unknown): string {
  return typeof rule === "string" ? rule : JSON.stringify(rule);
}

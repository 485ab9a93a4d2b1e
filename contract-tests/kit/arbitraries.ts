import fc from "fast-check";
import type { RequestCase } from "../cases/index.js";
import type { OpenApiDocument } from "./document/load.js";
import {
  childOf,
  isObject,
  type JsonObject,
  locate,
  locateOperation,
  locateParameters,
  objectAt,
} from "./document/locate.js";
import { MEDIA_TYPE } from "./wire.js";

type Request = RequestCase["request"];

/** Requests that the document allows, drawn from its schemas. */
export function validRequests(
  document: OpenApiDocument,
  operationId: string,
): fc.Arbitrary<Request> {
  const operation = locateOperation(document, operationId);
  const path = locateParameters(document, operation).map(({ pointer, value }) => [
    String(value.name),
    valuesOf(document, childOf(pointer, "schema")).filter(isRoutable),
  ]);
  const { pointer } = locate(document, childOf(operation.pointer, "requestBody"));
  const body = valuesOf(document, childOf(pointer, "content", MEDIA_TYPE, "schema"));
  return fc.record({ path: fc.record(Object.fromEntries(path)), body }).map(asJson);
}

/** Such requests with one to three small changes, most of which break a rule. */
export function brokenRequests(
  document: OpenApiDocument,
  operationId: string,
): fc.Arbitrary<Request> {
  return fc
    .tuple(validRequests(document, operationId), fc.array(edits, { minLength: 1, maxLength: 3 }))
    .map(([request, list]) => list.reduce<Request>((edited, edit) => edit(edited), request))
    .map(asJson);
}

/** As it is on the wire: plain objects, no -0, nothing undefined. */
function asJson(request: Request): Request {
  return JSON.parse(JSON.stringify(request));
}

/** `.` and `..` are no segments: a URL parser takes them away. */
function isRoutable(segment: unknown): boolean {
  return segment !== "." && segment !== "..";
}

// Values of a schema.

/** @throws Error at a keyword that is not known here, rather than draw what is not valid. */
export function valuesOf(document: OpenApiDocument, at: string): fc.Arbitrary<unknown> {
  const { pointer, value: schema } = locate(document, at);
  for (const keyword of Object.keys(schema)) {
    if (!KNOWN.test(keyword)) throw new Error(`no idea how to draw ${keyword} at ${pointer}`);
  }
  if (Array.isArray(schema.enum)) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case "string":
      return strings(schema);
    case "array":
      return arrays(schema, valuesOf(document, childOf(pointer, "items")));
    case "object":
      return objects(document, pointer, schema);
    default:
      throw new Error(`no idea how to draw the type ${schema.type} at ${pointer}`);
  }
}

const KNOWN =
  /^(type|enum|(min|max)(Length|Items)|pattern|properties|required|additionalProperties|items|uniqueItems|description|examples?|x-.*)$/;

function objects(
  document: OpenApiDocument,
  pointer: string,
  { properties, required = [] }: JsonObject,
): fc.Arbitrary<unknown> {
  const names = Object.keys(objectAt({ properties }, "properties") ?? {});
  const values = names.map((name) => [
    name,
    valuesOf(document, childOf(pointer, "properties", name)),
  ]);
  return fc.record(Object.fromEntries(values), {
    requiredKeys: required as never[],
  });
}

function arrays(schema: JsonObject, items: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const unique = (schema["x-unique-item-properties"] ?? []) as string[];
  return fc.uniqueArray(items, {
    minLength: Number(schema.minItems ?? 0),
    maxLength: Number(schema.maxItems ?? 5),
    comparator: (a, b) =>
      unique.some((name) => objectAt(a)?.[name] === objectAt(b)?.[name]) ||
      (schema.uniqueItems === true && JSON.stringify(a) === JSON.stringify(b)),
  });
}

function strings({ minLength = 0, maxLength, pattern }: JsonObject): fc.Arbitrary<string> {
  const [min, max] = [Number(minLength), Number(maxLength ?? Number(minLength) + 40)];
  if (typeof pattern !== "string") return ofUnits(anyCharacter, min, max);
  const regex = new RegExp(pattern, "u");
  const hasLength = minLength !== 0 || maxLength !== undefined;
  try {
    if (!hasLength) return fc.stringMatching(regex);
  } catch {
    // fast-check knows neither assertions nor classes of Unicode.
  }
  // Of the characters drawn here many pass; a text is made of those that do by themselves, or
  // between others, and the rest is trial.
  const passing = anyCharacter.filter((unit) => regex.test(unit));
  const between = SEPARATORS.filter((unit) => regex.test(`a${unit}a`));
  const inside =
    between.length === 0
      ? passing
      : fc.oneof({ arbitrary: passing, weight: 9 }, fc.constantFrom(...between));
  return ofUnits(inside, min, max).filter((drawn) => regex.test(drawn));
}

/** Lengths at the limits as often as in between. */
function ofUnits(unit: fc.Arbitrary<string>, min: number, max: number): fc.Arbitrary<string> {
  const of = (minLength: number, maxLength: number) =>
    fc.array(unit, { minLength, maxLength, size: "max" }).map((units) => units.join(""));
  return fc.oneof(of(min, max), of(min, Math.min(max, min + 3)), of(max, max));
}

// Characters, each one code point, and none of them half of a surrogate pair.

const SEPARATORS = [..." \u00a0\u1680\u2003\u2028\u2029\u202f\u205f\u3000"];

const anyCharacter: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...SEPARATORS),
  // What patterns of the pages name, and what stands beside it in ASCII.
  fc.constantFrom(..."_.:=+-@/\\*<>\"'`#%&;,?!()[]{}|~^$ sysaZ09"),
  // Blanks to \s that are no separators, and invisible ones that are neither.
  fc.constantFrom(..."\t\n\v\f\r\u0085\ufeff\u200b\u200d\u2060\u0000\u001f\u007f"),
  // Letters, numbers, and marks that combine.
  fc.constantFrom(..."éßñДжאابहिไทยㄱ한あア中文ǅʰªⅧ٣९３²½①〇\u0301\u0903\u094d\u20dd"),
  // Beyond the BMP.
  fc.constantFrom(..."𠀀𝐚𐐀𞤀🔑😀🏳\u{1d7d8}\u{1f3fb}\u{e0061}\u{10fffd}"),
  // Any. fast-check's own would first map all 1,112,064 of them to numbers.
  fc
    .integer({ min: 0, max: 0x10ffff - 0x800 })
    .map((index) => String.fromCodePoint(index < 0xd800 ? index : index + 0x800)),
);

// Changes. Each takes a request to another, whatever it is like by then.

type Edit = (request: Request) => Request;

const anything = fc.oneof(
  fc.constantFrom<unknown[]>(null, true, 0, 1.5, "", "create", [], {}, [[]], [{}]),
  fc.jsonValue({ maxDepth: 2, stringUnit: "grapheme" }),
  fc.array(anyCharacter, { maxLength: 5 }).map((units) => units.join("")),
);

const names = fc.oneof(
  fc.constantFrom(
    "key",
    "value",
    "tags",
    "action",
    "sequence",
    "Key",
    "",
    "a/b",
    "a~b",
    "__proto__",
    "valueOf",
    "toString",
    "constructor",
    "hasOwnProperty",
    "length",
  ),
  fc.array(anyCharacter, { maxLength: 4 }).map((units) => units.join("")),
);

const edits: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.tuple(fc.nat(999), changes()).map(
      ([nth, change]): Edit =>
        ({ body, ...rest }) => {
          const places = placesIn(body);
          return { ...rest, body: changeAt(places[nth % places.length] ?? [], change, body) };
        },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.nat(5), fc.array(anyCharacter, { maxLength: 40 })).map(
      ([nth, units]): Edit =>
        ({ path, ...rest }) => {
          const all = Object.keys(path);
          const text = units.join("");
          const changed = { [all[nth % all.length] as string]: text };
          return isRoutable(text) ? { ...rest, path: { ...path, ...changed } } : { path, ...rest };
        },
    ),
  },
);

/** Keys that lead to each value within a value. */
function placesIn(value: unknown): string[][] {
  const inner = typeof value === "object" && value !== null ? Object.entries(value) : [];
  return [[], ...inner.flatMap(([key, each]) => placesIn(each).map((place) => [key, ...place]))];
}

type Change = (value: unknown) => unknown;

function changes(): fc.Arbitrary<Change> {
  return fc.oneof(
    anything.map(
      (other): Change =>
        () =>
          other,
    ),
    // Longer by one, or by much.
    fc.tuple(anyCharacter, fc.constantFrom(1, 2, 40)).map(
      ([unit, times]): Change =>
        (value) => {
          if (typeof value === "string") return value + unit.repeat(times);
          if (Array.isArray(value)) return [...value, ...value.slice(0, times)];
          return value;
        },
    ),
    // A character somewhere.
    fc.tuple(anyCharacter, fc.nat(200)).map(
      ([unit, at]): Change =>
        (value) => {
          if (typeof value !== "string") return value;
          const units = [...value];
          units.splice(at % (units.length + 1), 0, unit);
          return units.join("");
        },
    ),
    fc.constant<Change>((value) => (typeof value === "string" ? `_sys_${value}` : value)),
    fc.constant<Change>((value) => (Array.isArray(value) ? [] : value)),
    // A property too many, or too few.
    fc.tuple(names, anything).map(
      ([name, other]): Change =>
        (value) =>
          isObject(value)
            ? { ...value, ...JSON.parse(`{${JSON.stringify(name)}:0}`), [name]: other }
            : value,
    ),
    fc.nat(5).map(
      (at): Change =>
        (value) => {
          if (!isObject(value)) return value;
          const all = Object.entries(value);
          return Object.fromEntries(all.filter((_, index) => index !== at % all.length));
        },
    ),
  );
}

function changeAt([key, ...rest]: readonly string[], change: Change, value: unknown): unknown {
  if (key === undefined) return change(value);
  const inner = changeAt(rest, change, (value as JsonObject)[key]);
  return Array.isArray(value)
    ? value.map((item, index) => (String(index) === key ? inner : item))
    : { ...(value as JsonObject), [key]: inner };
}

import fc from "fast-check";
import type { CaseRequest } from "../cases/index.js";
import { isObject, type JsonObject } from "./document/pointer.js";

/** One of the requests, with up to three small changes, of which about half break a rule. */
export function changedRequests(requests: readonly CaseRequest[]): fc.Arbitrary<CaseRequest> {
  const propertyNames = namesIn(requests.map(({ body }) => body));
  return fc
    .tuple(fc.constantFrom(...requests), fc.array(edits(propertyNames), { maxLength: 3 }))
    .map(([request, list]) => list.reduce<CaseRequest>((edited, edit) => edit(edited), request))
    .map(asJson);
}

/** As it is on the wire: plain objects, no -0, nothing undefined. */
function asJson(request: CaseRequest): CaseRequest {
  return JSON.parse(JSON.stringify(request));
}

/** `.` and `..` are no segments: a URL parser takes them away. */
function isRoutable(segment: string): boolean {
  return segment !== "." && segment !== "..";
}

function namesIn(value: unknown): string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap(namesIn))];
  if (!isObject(value)) return [];
  return [...new Set([...Object.keys(value), ...Object.values(value).flatMap(namesIn)])];
}

// Characters, each one code point, and none of them half of a surrogate pair.

const anyCharacter: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(..." \u00a0\u1680\u2003\u2028\u2029\u202f\u205f\u3000"),
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

type Edit = (request: CaseRequest) => CaseRequest;

const texts = fc.array(anyCharacter, { maxLength: 40 }).map((units) => units.join(""));

const anything = fc.oneof(
  fc.constantFrom<unknown[]>(null, true, 0, 1.5, "", "create", [], {}, [[]], [{}]),
  fc.jsonValue({ maxDepth: 2, stringUnit: "grapheme" }),
  fc.array(anyCharacter, { maxLength: 5 }).map((units) => units.join("")),
);

/** Names that a document may know, those of its neighbours, and those of every object. */
const OTHER_NAMES = ["", "a/b", "a~b", "__proto__", "valueOf", "toString", "constructor", "length"];

function edits(propertyNames: readonly string[]): fc.Arbitrary<Edit> {
  const name = fc.oneof(
    fc.constantFrom(...propertyNames, ...OTHER_NAMES),
    fc.array(anyCharacter, { maxLength: 4 }).map((units) => units.join("")),
  );
  return fc.oneof(
    {
      weight: 8,
      arbitrary: fc.tuple(fc.nat(999), changes(name)).map(
        ([nth, change]): Edit =>
          ({ body, ...rest }) => {
            // Where there is none, nothing is sent: a change of it would be another request.
            if (body === undefined) return rest;
            const paths = pathsIn(body);
            return { ...rest, body: changeAt(paths[nth % paths.length] ?? [], change, body) };
          },
      ),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.nat(5), texts).map(
        ([nth, text]): Edit =>
          ({ path, ...rest }) => {
            const all = Object.keys(path);
            if (all.length === 0 || !isRoutable(text)) return { path, ...rest };
            return { ...rest, path: { ...path, [all[nth % all.length] as string]: text } };
          },
      ),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.nat(9), texts).map(
        ([nth, text]): Edit =>
          ({ query = {}, ...rest }) => {
            const [name, value] = Object.entries(query)[nth % Object.keys(query).length] ?? [];
            if (name === undefined) return { ...rest, query };
            return { ...rest, query: { ...query, [name]: Array.isArray(value) ? [text] : text } };
          },
      ),
    },
  );
}

/** Keys that lead to each value within a value. */
function pathsIn(value: unknown): string[][] {
  const inner = typeof value === "object" && value !== null ? Object.entries(value) : [];
  return [[], ...inner.flatMap(([key, each]) => pathsIn(each).map((path) => [key, ...path]))];
}

type Change = (value: unknown) => unknown;

function changes(names: fc.Arbitrary<string>): fc.Arbitrary<Change> {
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

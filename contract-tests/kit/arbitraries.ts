import fc from "fast-check";
import type { CaseRequest } from "../cases/index.js";
import { isObject, isTree, type JsonObject } from "./document/pointer.js";

/** One of the requests, with up to three small changes, of which about half break a rule. */
export function changedRequests(requests: readonly CaseRequest[]): fc.Arbitrary<CaseRequest> {
  const names = namesIn(requests.map(({ body }) => body));
  const edits = fc.array(edit(changes(names)), { maxLength: 3 });
  return fc
    .tuple(fc.constantFrom(...requests), edits)
    .map(([request, list]) => list.reduce((edited, change) => change(edited), request))
    .map(asJson);
}

/** As it is on the wire: plain objects, no -0, nothing undefined. */
function asJson(request: CaseRequest): CaseRequest {
  return JSON.parse(JSON.stringify(request));
}

function namesIn(value: unknown): string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap(namesIn))];
  if (!isObject(value)) return [];
  return [...new Set([...Object.keys(value), ...Object.values(value).flatMap(namesIn)])];
}

type Change = (value: unknown) => unknown;

/** Makes a change in any one place of a request where the outcome can still be sent. */
function edit(change: fc.Arbitrary<Change>): fc.Arbitrary<(request: CaseRequest) => CaseRequest> {
  return fc.tuple(fc.nat(999), change).map(([nth, change]) => (request) => {
    const { headers: _, ...rest } = request;
    // The request itself, and what holds the parameters, stay as they are.
    const places = placesIn(rest).filter(([first, second]) => first === "body" || second);
    const edited = changeAt(places[nth % places.length] ?? [], change, request) as CaseRequest;
    return isSendable(edited, request) ? edited : request;
  });
}

/** Whether the parameters are as before, or texts that can stand in the place of what was there. */
function isSendable({ path, query = {} }: CaseRequest, before: CaseRequest): boolean {
  const isText = (value: unknown): boolean => typeof value === "string";
  const isQuery = ([name, value]: readonly [string, unknown]): boolean => {
    const was = before.query?.[name];
    if (!Array.isArray(was)) return value === was || isText(value);
    const isItem = (item: never): boolean => isText(item) || was.includes(item);
    return Array.isArray(value) && value.length > 0 && (value as never[]).every(isItem);
  };
  // `.` and `..` are no segments: a URL parser takes them away.
  const isSegment = (value: unknown): boolean => isText(value) && value !== "." && value !== "..";
  return Object.values(path).every(isSegment) && Object.entries(query).every(isQuery);
}

/** Keys that lead to each value within a value. */
function placesIn(value: unknown): string[][] {
  const inner = isTree(value) ? Object.entries(value) : [];
  return [[], ...inner.flatMap(([key, each]) => placesIn(each).map((place) => [key, ...place]))];
}

function changeAt([key, ...rest]: readonly string[], change: Change, value: unknown): unknown {
  if (key === undefined) return change(value);
  const inner = changeAt(rest, change, (value as JsonObject)[key]);
  return Array.isArray(value)
    ? value.map((item, index) => (String(index) === key ? inner : item))
    : { ...(value as JsonObject), [key]: inner };
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

const texts = fc.array(anyCharacter, { maxLength: 40 }).map((units) => units.join(""));

const anything = fc.oneof(
  fc.constantFrom<unknown[]>(null, true, 0, 1.5, "", "create", [], {}, [[]], [{}]),
  fc.jsonValue({ maxDepth: 2, stringUnit: "grapheme" }),
  texts,
);

/** Names that a document may know, those of its neighbours, and those of every object. */
const OTHER_NAMES = ["", "a/b", "a~b", "__proto__", "valueOf", "toString", "constructor", "length"];

/** Changes of any value, which leave it where they are for another type. */
function changes(propertyNames: readonly string[]): fc.Arbitrary<Change> {
  const names = fc.oneof(fc.constantFrom(...propertyNames, ...OTHER_NAMES), texts);
  const change = <T>(arbitrary: fc.Arbitrary<T>, make: (drawn: T) => Change) => arbitrary.map(make);
  return fc.oneof(
    change(anything, (other) => () => other),
    change(texts, (other) => (value) => (typeof value === "string" ? other : value)),
    // Longer by one, or by much; or empty.
    change(fc.tuple(anyCharacter, fc.constantFrom(0, 1, 2, 40)), ([unit, times]) => (value) => {
      if (typeof value === "string") return value + unit.repeat(times);
      if (!Array.isArray(value)) return value;
      return times === 0 ? [] : [...value, ...value.slice(0, times)];
    }),
    // A character somewhere.
    change(fc.tuple(anyCharacter, fc.nat(200)), ([unit, at]) => (value) => {
      if (typeof value !== "string") return value;
      const units = [...value];
      return units.toSpliced(at % (units.length + 1), 0, unit).join("");
    }),
    // A property too many, or too few. By way of JSON, `__proto__` is a property like others.
    change(fc.tuple(names, anything), ([name, other]) => (value) => {
      if (!isObject(value)) return value;
      return { ...value, ...JSON.parse(`{${JSON.stringify(name)}:0}`), [name]: other };
    }),
    change(fc.nat(5), (at) => (value) => {
      if (!isObject(value)) return value;
      const all = Object.entries(value);
      return Object.fromEntries(all.filter((_, index) => index !== at % all.length));
    }),
  );
}

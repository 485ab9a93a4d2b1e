import type { RequestCase, ResponseCase } from "../../cases/index.js";
import type { OpenApiDocument } from "../document/load.js";
import {
  contentOf,
  examplesOf,
  type Located,
  type LocatedOperation,
  locate,
  locateBody,
  locateOperations,
  locateParameters,
  objectAt,
  usualMediaTypeOf,
} from "../document/locate.js";
import { isObject, type JsonObject, join } from "../document/pointer.js";
import { type Direction, isHidden, meetings, schemasFrom } from "../document/schemas.js";
import { readText } from "../document/text.js";
import { MEDIA_TYPE } from "../wire.js";
import type { Judged } from "./collect.js";
import { type Facet, facetsOf } from "./keywords.js";

/** What there is to cover, in the order of the report. */
export const DIMENSIONS = {
  path: "paths",
  operation: "operations",
  parameter: "parameters",
  valid: "parameter values, allowed",
  invalid: "parameter values, refused",
  contentType: "content types",
  status: "statuses by validator, allowed",
  wrongStatus: "statuses by validator, refused",
  forced: "statuses by force: examples alone",
  example: "response examples, by force",
  requestProperty: "request properties",
  responseProperty: "response properties",
  met: "keywords met, at their limit",
  broken: "keywords broken, next to it",
} as const;

export type Dimension = keyof typeof DIMENSIONS;

/** One thing of the document that a case should reach. */
export interface Item {
  readonly dimension: Dimension;
  readonly operation: string;
  /** JSON pointer into the document, of the place where it is written. */
  readonly pointer: string;
  /** What it is, on a line. */
  readonly text: string;
  /** The cases that reach it, by id, or what else was tried. */
  readonly cases: readonly string[];
}

/** A case that a judge was asked about. */
export interface JudgedCase {
  readonly subject: RequestCase | ResponseCase;
  readonly judges: readonly string[];
}

export interface Coverage {
  readonly items: readonly Item[];
  readonly cases: readonly JudgedCase[];
}

/**
 * What of a document the cases reach.
 *
 * @param judged what judges were asked, in tests that passed: nothing else counts
 */
export function computeCoverage(
  document: OpenApiDocument,
  cases: readonly (RequestCase | ResponseCase)[],
  judged: readonly Judged[],
): Coverage {
  const ledger = new Ledger();
  const operations = locateOperations(document);
  for (const [id, operation] of operations) enter(ledger, document, id, operation);
  const judgesOf = new Map<string, Set<string>>();
  for (const { id, judge } of judged) {
    judgesOf.set(id, (judgesOf.get(id) ?? new Set()).add(judge));
  }
  const judgedCases: JudgedCase[] = [];
  for (const subject of cases) {
    const judges = judgesOf.get(subject.id);
    if (judges === undefined) continue;
    judgedCases.push({ subject, judges: [...judges] });
    const operation = operations.get(subject.operation);
    if (operation === undefined) continue;
    const tick: Tick = (dimension, pointer) =>
      ledger.tick(dimension, subject.operation, pointer, subject.id);
    if ("request" in subject) reachByRequest(tick, document, operation, subject, judges);
    else reachByResponse(tick, document, operation, subject, judges);
  }
  for (const one of judged) {
    const operation = operations.get(one.operation);
    if (operation !== undefined) reachByForce(ledger, document, operation, one);
  }
  return { items: ledger.items(), cases: judgedCases };
}

type Tick = (dimension: Dimension, pointer: string) => void;

class Ledger {
  readonly #items = new Map<string, Omit<Item, "cases">>();
  readonly #cases = new Map<string, Set<string>>();

  enter(dimension: Dimension, operation: string, pointer: string, text: string): void {
    const key = `${dimension} ${operation} ${pointer}`;
    this.#items.set(key, { dimension, operation, pointer, text });
    this.#cases.set(key, new Set());
  }

  tick(dimension: Dimension, operation: string, pointer: string, id: string): void {
    this.#cases.get(`${dimension} ${operation} ${pointer}`)?.add(id);
  }

  items(): Item[] {
    const order = Object.keys(DIMENSIONS);
    return [...this.#items]
      .map(([key, item]) => ({ ...item, cases: [...(this.#cases.get(key) ?? [])] }))
      .sort((one, other) => order.indexOf(one.dimension) - order.indexOf(other.dimension));
  }
}

function enter(
  ledger: Ledger,
  document: OpenApiDocument,
  id: string,
  operation: LocatedOperation,
): void {
  const put = (dimension: Dimension, pointer: string, text: string): void =>
    ledger.enter(dimension, id, pointer, text);
  const { method, template, item } = operation;
  put("path", item.pointer, template);
  put("operation", operation.pointer, `${method} ${template}`);
  for (const parameter of locateParameters(document, operation)) {
    const text = `${parameter.value.name} in ${parameter.value.in}`;
    put("parameter", parameter.pointer, text);
    put("valid", parameter.pointer, text);
    if (parameter.value.in !== "path" && parameter.value.required === true) {
      put("broken", join(parameter.pointer, "required"), `requires ${text}`);
    }
    if (parameter.value.schema !== undefined) {
      const schema = join(parameter.pointer, "schema");
      const facets = enterKeywords(put, document, "request", schema, asText);
      if (facets.some(({ broken }) => broken !== null)) put("invalid", parameter.pointer, text);
    }
  }
  const body = locateBody(document, operation);
  if (body !== undefined) {
    if (body.value.required === true) {
      put("met", join(body.pointer, "required"), "requires a body");
      put("broken", join(body.pointer, "required"), "requires a body");
    }
    enterContent(put, document, body, "request", "request");
  }
  for (const status of statusesOf(operation)) {
    const response = responseOf(document, operation, status);
    const place = join(operation.pointer, "responses", status);
    put("status", place, status);
    put("wrongStatus", place, status);
    put("forced", place, status);
    enterContent(put, document, response, "response", status);
    const mediaType = usualMediaTypeOf(response);
    if (mediaType === undefined) continue;
    for (const [name] of examplesOf(response.value, mediaType)) {
      put("example", exampleAt(response, mediaType, name), `${status} ${name}`);
    }
  }
}

/** A parameter is text on the wire: any is a string, none is no list, and an empty list is absent. */
function asText(facet: Facet): Facet {
  const isAlways = /^(type .*(string|array)|minItems 1$)/.test(facet.text);
  return isAlways ? { ...facet, broken: null } : facet;
}

const PROPERTIES = { request: "requestProperty", response: "responseProperty" } as const;

type Put = (dimension: Dimension, pointer: string, text: string) => void;

function enterContent(
  put: Put,
  document: OpenApiDocument,
  body: Located,
  direction: Direction,
  name: string,
): void {
  const mediaType = usualMediaTypeOf(body);
  if (mediaType === undefined) return;
  const place = join(body.pointer, "content", mediaType);
  put("contentType", place, `${name}: ${mediaType}`);
  // Cases are JSON: nothing else is validated.
  if (objectAt(body.value, "content", MEDIA_TYPE, "schema") === undefined) return;
  const schema = join(place, "schema");
  enterKeywords(put, document, direction, schema, (facet) => facet);
  for (const { pointer, value } of schemasFrom(document, direction, schema)) {
    for (const property of Object.keys(objectAt(value, "properties") ?? {})) {
      const at = join(pointer, "properties", property);
      if (!isHidden(document, direction, at)) put(PROPERTIES[direction], at, property);
    }
  }
}

function enterKeywords(
  put: Put,
  document: OpenApiDocument,
  direction: Direction,
  schema: string,
  adapt: (facet: Facet) => Facet,
): Facet[] {
  return [...schemasFrom(document, direction, schema)].flatMap(({ pointer, value }) => {
    const isShown = ({ tokens: [keyword, index] }: Facet): boolean => {
      const name = keyword === "required" ? (value.required as string[])[Number(index)] : undefined;
      const at = join(pointer, "properties", name ?? "");
      const isProperty = name !== undefined && objectAt(value, "properties", name) !== undefined;
      return !isProperty || !isHidden(document, direction, at);
    };
    const facets = facetsOf(value).map(adapt).filter(isShown);
    for (const { tokens, text, met, broken } of facets) {
      if (met !== null) put("met", join(pointer, ...tokens), text);
      if (broken !== null) put("broken", join(pointer, ...tokens), text);
    }
    return facets;
  });
}

/** These judges send the request to a path; the others look at its parts. */
const ROUTING = /^(mock|client)/;

function reachByRequest(
  tick: Tick,
  document: OpenApiDocument,
  operation: LocatedOperation,
  { request, verdict, violations = [] }: RequestCase,
  judges: ReadonlySet<string>,
): void {
  const isAllowed = verdict === "accept";
  const breaks = (at: string): boolean => violations.some(({ pointer }) => isWithin(pointer, at));
  if (isAllowed && [...judges].some((judge) => ROUTING.test(judge))) {
    tick("path", operation.item.pointer);
    tick("operation", operation.pointer);
  }
  for (const { pointer, value } of locateParameters(document, operation)) {
    const given = givenValue(document, request, { pointer, value });
    const at = `/${value.in}/${value.name}`;
    if (given !== undefined) {
      tick("parameter", pointer);
      if (isAllowed) tick("valid", pointer);
      if (breaks(at)) tick("invalid", pointer);
      if (value.schema !== undefined) {
        reachSchemas(tick, document, join(pointer, "schema"), given, at, violations, isAllowed);
      }
    } else if (violations.some((one) => one.pointer === `/${value.in}`)) {
      tick("broken", join(pointer, "required"));
    }
  }
  const body = locateBody(document, operation);
  if (body === undefined) return;
  if (request.body === undefined) {
    if (violations.some(({ pointer }) => pointer === "")) {
      tick("broken", join(body.pointer, "required"));
    }
    return;
  }
  if (isAllowed) tick("met", join(body.pointer, "required"));
  reachContent(tick, document, body, request.body, "/body", violations, isAllowed);
  if (isAllowed) reachProperties(tick, "requestProperty", document, body, request.body);
}

function reachByResponse(
  tick: Tick,
  document: OpenApiDocument,
  operation: LocatedOperation,
  { status, body, verdict, violations = [] }: ResponseCase,
  judges: ReadonlySet<string>,
): void {
  if (!statusesOf(operation).includes(status)) return;
  const isAllowed = verdict === "accept";
  if (judges.has("validator"))
    tick(isAllowed ? "status" : "wrongStatus", join(operation.pointer, "responses", status));
  const response = responseOf(document, operation, status);
  if (body === undefined && isAllowed) return;
  reachContent(tick, document, response, body, "", violations, isAllowed);
  if (isAllowed) reachProperties(tick, "responseProperty", document, response, body);
}

/** What was forced proves that an example is answered, and nothing of a rule. */
function reachByForce(
  ledger: Ledger,
  document: OpenApiDocument,
  operation: LocatedOperation,
  { operation: id, subject, id: tried }: Judged,
): void {
  const [, status, example] = /^Prefer: code=(\w+)(?:, example=(.+))?$/.exec(tried) ?? [];
  if (subject !== "forced answers" || status === undefined) return;
  if (!statusesOf(operation).includes(status)) return;
  ledger.tick("forced", id, join(operation.pointer, "responses", status), tried);
  const response = responseOf(document, operation, status);
  const mediaType = usualMediaTypeOf(response);
  if (mediaType === undefined) return;
  if (example !== undefined) {
    ledger.tick("example", id, exampleAt(response, mediaType, example), tried);
  }
  ledger.tick("contentType", id, join(response.pointer, "content", mediaType), tried);
}

type Violations = NonNullable<RequestCase["violations"]>;

/** Cases are JSON: of other content types they reach nothing. */
function reachContent(
  tick: Tick,
  document: OpenApiDocument,
  body: Located,
  value: unknown,
  at: string,
  violations: Violations,
  isAllowed: boolean,
): void {
  const content = objectAt(contentOf(body), MEDIA_TYPE);
  if (content === undefined) return;
  const place = join(body.pointer, "content", MEDIA_TYPE);
  if (isAllowed) tick("contentType", place);
  if (objectAt(content, "schema") !== undefined) {
    reachSchemas(tick, document, join(place, "schema"), value, at, violations, isAllowed);
  }
}

function reachSchemas(
  tick: Tick,
  document: OpenApiDocument,
  pointer: string,
  value: unknown,
  at: string,
  violations: Violations,
  isAllowed: boolean,
): void {
  for (const met of meetings(document, pointer, value, at)) {
    const isBroken = (keyword: string): string | undefined =>
      violations.find((one) => one.keyword === keyword && isAbout(one.pointer, met.at, keyword))
        ?.pointer;
    for (const facet of facetsOf(met.schema.value)) {
      const place = join(met.schema.pointer, ...facet.tokens);
      const violation = isBroken(facet.keyword);
      if (isAllowed && facet.met?.(met.value)) tick("met", place);
      if (violation !== undefined && facet.broken?.(met.value, violation)) tick("broken", place);
    }
  }
}

/** The extension reports the property of the later item; every other keyword the value itself. */
function isAbout(violation: string, at: string, keyword: string): boolean {
  return keyword.startsWith("x-") ? isWithin(violation, at) : violation === at;
}

function isWithin(pointer: string, outer: string): boolean {
  return pointer === outer || pointer.startsWith(`${outer}/`);
}

function reachProperties(
  tick: Tick,
  dimension: Dimension,
  document: OpenApiDocument,
  body: Located,
  value: unknown,
): void {
  if (objectAt(contentOf(body), MEDIA_TYPE, "schema") === undefined) return;
  const root = join(body.pointer, "content", MEDIA_TYPE, "schema");
  for (const { schema, value: met } of meetings(document, root, value)) {
    for (const name of isObject(met) ? Object.keys(met) : []) {
      tick(dimension, join(schema.pointer, "properties", name));
    }
  }
}

function givenValue(
  document: OpenApiDocument,
  { path, query = {}, headers = {} }: RequestCase["request"],
  { pointer, value }: Located,
): unknown {
  const values: Readonly<Record<string, JsonObject>> = { path, query, header: headers };
  const given = values[String(value.in)]?.[String(value.name)];
  return value.schema === undefined ? given : readText(document, join(pointer, "schema"), given);
}

function responseOf(document: OpenApiDocument, { pointer }: LocatedOperation, status: string) {
  return locate(document, join(pointer, "responses", status));
}

function statusesOf({ value }: LocatedOperation): string[] {
  return Object.keys(objectAt(value, "responses") ?? {});
}

function exampleAt({ pointer }: Located, mediaType: string, name: string): string {
  return join(pointer, "content", mediaType, "examples", name);
}

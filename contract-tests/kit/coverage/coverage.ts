import type { RequestCase, ResponseCase } from "../../cases/index.js";
import type { OpenApiDocument } from "../document/load.js";
import {
  childOf,
  isObject,
  type JsonObject,
  type Located,
  type LocatedOperation,
  locate,
  locateOperations,
  locateParameters,
  objectAt,
} from "../document/locate.js";
import { MEDIA_TYPE } from "../wire.js";
import type { Judged } from "./collect.js";
import { type Facet, facetsOf } from "./keywords.js";
import { meetings, schemasFrom } from "./schema-walk.js";

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
    this.#items.set(key, { dimension, operation, pointer: decodeURIComponent(pointer), text });
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
    put("invalid", parameter.pointer, text);
    if (parameter.value.in !== "path" && parameter.value.required === true) {
      put("broken", childOf(parameter.pointer, "required"), `requires ${text}`);
    }
    if (parameter.value.schema !== undefined) {
      const schema = childOf(parameter.pointer, "schema");
      enterKeywords(put, document, schema, (facet) =>
        // On the wire it is text, whatever the type.
        facet.keyword === "type" ? { ...facet, broken: null } : facet,
      );
    }
  }
  const body = bodyOf(document, operation);
  if (body !== undefined) {
    if (body.value.required === true) {
      put("met", childOf(body.pointer, "required"), "requires a body");
      put("broken", childOf(body.pointer, "required"), "requires a body");
    }
    enterContent(put, document, body, "requestProperty", "request");
  }
  for (const status of statusesOf(operation)) {
    const response = responseOf(document, operation, status);
    const place = childOf(operation.pointer, "responses", status);
    put("status", place, status);
    put("wrongStatus", place, status);
    put("forced", place, status);
    enterContent(put, document, response, "responseProperty", status);
    for (const [mediaType, content] of Object.entries(contentOf(response))) {
      for (const name of Object.keys(objectAt(content, "examples") ?? {})) {
        put("example", exampleAt(response, mediaType, name), `${status} ${name}`);
      }
    }
  }
}

type Put = (dimension: Dimension, pointer: string, text: string) => void;

function enterContent(
  put: Put,
  document: OpenApiDocument,
  body: Located,
  properties: Dimension,
  name: string,
): void {
  for (const [mediaType, content] of Object.entries(contentOf(body))) {
    const place = childOf(body.pointer, "content", mediaType);
    put("contentType", place, `${name}: ${mediaType}`);
    if (objectAt(content, "schema") === undefined) continue;
    const schema = childOf(place, "schema");
    enterKeywords(put, document, schema, (facet) => facet);
    for (const { pointer, value } of schemasFrom(document, schema)) {
      for (const property of Object.keys(objectAt(value, "properties") ?? {})) {
        put(properties, childOf(pointer, "properties", property), property);
      }
    }
  }
}

function enterKeywords(
  put: Put,
  document: OpenApiDocument,
  schema: string,
  adapt: (facet: Facet) => Facet,
): void {
  for (const { pointer, value } of schemasFrom(document, schema)) {
    for (const { tokens, text, met, broken } of facetsOf(value).map(adapt)) {
      if (met !== null) put("met", childOf(pointer, ...tokens), text);
      if (broken !== null) put("broken", childOf(pointer, ...tokens), text);
    }
  }
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
    const given = givenValue(request, value);
    const at = `/${value.in}/${value.name}`;
    if (given !== undefined) {
      tick("parameter", pointer);
      if (isAllowed) tick("valid", pointer);
      if (breaks(at)) tick("invalid", pointer);
      if (value.schema !== undefined) {
        reachSchemas(tick, document, childOf(pointer, "schema"), given, at, violations, isAllowed);
      }
    } else if (violations.some((one) => one.pointer === `/${value.in}`)) {
      tick("broken", childOf(pointer, "required"));
    }
  }
  const body = bodyOf(document, operation);
  if (body === undefined) return;
  if (request.body === undefined) {
    if (violations.some(({ pointer }) => pointer === "")) {
      tick("broken", childOf(body.pointer, "required"));
    }
    return;
  }
  if (isAllowed) tick("met", childOf(body.pointer, "required"));
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
    tick(isAllowed ? "status" : "wrongStatus", childOf(operation.pointer, "responses", status));
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
  ledger.tick("forced", id, childOf(operation.pointer, "responses", status), tried);
  const response = responseOf(document, operation, status);
  if (example !== undefined) {
    ledger.tick("example", id, exampleAt(response, MEDIA_TYPE, example), tried);
  }
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
  const place = childOf(body.pointer, "content", MEDIA_TYPE);
  if (isAllowed) tick("contentType", place);
  if (objectAt(content, "schema") !== undefined) {
    reachSchemas(tick, document, childOf(place, "schema"), value, at, violations, isAllowed);
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
      const place = childOf(met.schema.pointer, ...facet.tokens);
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
  const root = childOf(body.pointer, "content", MEDIA_TYPE, "schema");
  for (const { schema, value: met } of meetings(document, root, value)) {
    for (const name of isObject(met) ? Object.keys(met) : []) {
      tick(dimension, childOf(schema.pointer, "properties", name));
    }
  }
}

function givenValue(
  { path, headers = {} }: RequestCase["request"],
  parameter: JsonObject,
): unknown {
  const values: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    path,
    header: headers,
  };
  return values[String(parameter.in)]?.[String(parameter.name)];
}

function bodyOf(document: OpenApiDocument, { value, pointer }: LocatedOperation) {
  return value.requestBody === undefined
    ? undefined
    : locate(document, childOf(pointer, "requestBody"));
}

function responseOf(document: OpenApiDocument, { pointer }: LocatedOperation, status: string) {
  return locate(document, childOf(pointer, "responses", status));
}

function statusesOf({ value }: LocatedOperation): string[] {
  return Object.keys(objectAt(value, "responses") ?? {});
}

function contentOf({ value }: Located): JsonObject {
  return objectAt(value, "content") ?? {};
}

function exampleAt({ pointer }: Located, mediaType: string, name: string): string {
  return childOf(pointer, "content", mediaType, "examples", name);
}

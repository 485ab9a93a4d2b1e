import type { Case, CaseRequest, RequestCase } from "../../cases/index.js";
import type { Document } from "../document/load.js";
import { type Located, objectAt } from "../document/locate.js";
import type { Body, Operation } from "../document/operation.js";
import { isObject, type JsonObject, join } from "../document/pointer.js";
import { type Direction, isHidden, meetings, schemasFrom } from "../document/schemas.js";
import { readText } from "../document/text.js";
import type { Dimension, Item } from "./item.js";
import { type Facet, facetsOf } from "./keywords.js";

/** These judges send the request to a path; the others look at its parts. */
const ROUTING = /^(mock|client)/;

const PROPERTIES = { request: "requestProperty", response: "responseProperty" } as const;

/** What a case says, as far as it reaches a schema. */
interface Reach {
  readonly id: string;
  readonly direction: Direction;
  readonly isAllowed: boolean;
  readonly violations: NonNullable<RequestCase["violations"]>;
}

/** What there is to cover of an operation, and which cases reach it. */
export class OperationCoverage {
  readonly #items = new Map<string, Item & { readonly cases: string[] }>();
  readonly #document: Document;
  readonly #id: string;
  readonly #operation: Operation;

  constructor(document: Document, id: string, operation: Operation) {
    this.#document = document;
    this.#id = id;
    this.#operation = operation;
    const { method, template, item, pointer } = operation;
    this.#put("path", item.pointer, template);
    this.#put("operation", pointer, `${method} ${template}`);
    for (const parameter of operation.parameters()) this.#putParameter(parameter);
    const body = operation.body();
    if (body?.value.required === true) {
      this.#put("met", join(body.pointer, "required"), "requires a body");
      this.#put("broken", join(body.pointer, "required"), "requires a body");
    }
    if (body !== undefined) this.#putContent(body, "request", "request");
    for (const status of operation.statuses()) this.#putResponse(status);
  }

  items(): Item[] {
    return [...this.#items.values()];
  }

  reach(one: Case, judges: ReadonlySet<string>): void {
    const { id, verdict, violations = [] } = one;
    const isAllowed = verdict === "accept";
    if ("request" in one) {
      const reach: Reach = { id, direction: "request", isAllowed, violations };
      if (isAllowed && [...judges].some((judge) => ROUTING.test(judge))) {
        this.#tick(id, "path", this.#operation.item.pointer);
        this.#tick(id, "operation", this.#operation.pointer);
      }
      this.#reachByRequest(reach, one.request);
    } else if (this.#operation.statuses().includes(one.status)) {
      const reach: Reach = { id, direction: "response", isAllowed, violations };
      if (judges.has("validator")) {
        const dimension = isAllowed ? "status" : "wrongStatus";
        this.#tick(id, dimension, this.#operation.responseAt(one.status));
      }
      if (one.body === undefined && isAllowed) return;
      this.#reachContent(reach, this.#operation.response(one.status), one.body, "");
    }
  }

  /** What was forced proves that an example is answered, and nothing of a rule. */
  reachByForce(tried: string): void {
    const [, status, example] = /^Prefer: code=(\w+)(?:, example=(.+))?$/.exec(tried) ?? [];
    if (status === undefined || !this.#operation.statuses().includes(status)) return;
    this.#tick(tried, "forced", this.#operation.responseAt(status));
    const response = this.#operation.response(status);
    const mediaType = response.usualMediaType();
    if (mediaType === undefined) return;
    const content = response.at(mediaType);
    this.#tick(tried, "contentType", content);
    if (example !== undefined) this.#tick(tried, "example", join(content, "examples", example));
  }

  #put(dimension: Dimension, pointer: string, text: string): void {
    const item = { dimension, operation: this.#id, pointer, text, cases: [] };
    this.#items.set(`${dimension} ${pointer}`, item);
  }

  #tick(id: string, dimension: Dimension, pointer: string): void {
    const { cases } = this.#items.get(`${dimension} ${pointer}`) ?? {};
    if (cases !== undefined && !cases.includes(id)) cases.push(id);
  }

  #putParameter({ pointer, value }: Located): void {
    const text = `${value.name} in ${value.in}`;
    this.#put("parameter", pointer, text);
    this.#put("valid", pointer, text);
    if (value.in !== "path" && value.required === true) {
      this.#put("broken", join(pointer, "required"), `requires ${text}`);
    }
    if (value.schema === undefined) return;
    const facets = this.#putKeywords("request", join(pointer, "schema"), asText);
    if (facets.some(({ broken }) => broken !== null)) this.#put("invalid", pointer, text);
  }

  #putResponse(status: string): void {
    for (const dimension of ["status", "wrongStatus", "forced"] as const) {
      this.#put(dimension, this.#operation.responseAt(status), status);
    }
    const response = this.#operation.response(status);
    this.#putContent(response, "response", status);
    const mediaType = response.usualMediaType();
    for (const [name] of response.examples(mediaType)) {
      this.#put("example", join(response.at(mediaType), "examples", name), `${status} ${name}`);
    }
  }

  #putContent(body: Body, direction: Direction, name: string): void {
    const mediaType = body.usualMediaType();
    if (mediaType === undefined) return;
    this.#put("contentType", body.at(mediaType), `${name}: ${mediaType}`);
    // Cases are JSON: nothing else is validated.
    const schema = body.schema();
    if (schema === undefined) return;
    this.#putKeywords(direction, schema, (facet) => facet);
    for (const { pointer, value } of schemasFrom(this.#document, direction, schema)) {
      for (const property of Object.keys(objectAt(value, "properties") ?? {})) {
        const at = join(pointer, "properties", property);
        if (isHidden(this.#document, direction, at)) continue;
        this.#put(PROPERTIES[direction], at, property);
      }
    }
  }

  #putKeywords(direction: Direction, schema: string, adapt: (facet: Facet) => Facet): Facet[] {
    return [...schemasFrom(this.#document, direction, schema)].flatMap(({ pointer, value }) => {
      const isShown = ({ tokens: [keyword, index] }: Facet): boolean => {
        if (keyword !== "required") return true;
        const name = String((value.required as unknown[])[Number(index)]);
        const isProperty = objectAt(value, "properties", name) !== undefined;
        const at = join(pointer, "properties", name);
        return !isProperty || !isHidden(this.#document, direction, at);
      };
      const facets = facetsOf(value).map(adapt).filter(isShown);
      for (const { tokens, text, met, broken } of facets) {
        if (met !== null) this.#put("met", join(pointer, ...tokens), text);
        if (broken !== null) this.#put("broken", join(pointer, ...tokens), text);
      }
      return facets;
    });
  }

  #reachByRequest(reach: Reach, request: CaseRequest): void {
    const { id, isAllowed, violations } = reach;
    for (const parameter of this.#operation.parameters()) {
      const { pointer, value } = parameter;
      const given = this.#given(request, parameter);
      const at = `/${value.in}/${value.name}`;
      if (given !== undefined) {
        this.#tick(id, "parameter", pointer);
        if (isAllowed) this.#tick(id, "valid", pointer);
        if (violations.some((one) => isWithin(one.pointer, at))) this.#tick(id, "invalid", pointer);
        if (value.schema !== undefined) {
          this.#reachSchemas(reach, join(pointer, "schema"), given, at);
        }
      } else if (violations.some((one) => one.pointer === `/${value.in}`)) {
        this.#tick(id, "broken", join(pointer, "required"));
      }
    }
    const body = this.#operation.body();
    if (body === undefined) return;
    if (request.body !== undefined) {
      if (isAllowed) this.#tick(id, "met", join(body.pointer, "required"));
      this.#reachContent(reach, body, request.body, "/body");
    } else if (violations.some(({ pointer }) => pointer === "")) {
      this.#tick(id, "broken", join(body.pointer, "required"));
    }
  }

  #given({ path, query = {}, headers = {} }: CaseRequest, { pointer, value }: Located): unknown {
    const values: Readonly<Record<string, JsonObject>> = { path, query, header: headers };
    const given = values[String(value.in)]?.[String(value.name)];
    if (value.schema === undefined) return given;
    return readText(this.#document, join(pointer, "schema"), given);
  }

  /** Cases are JSON: of other content types they reach nothing. */
  #reachContent(reach: Reach, body: Body, value: unknown, at: string): void {
    if (reach.isAllowed) this.#tick(reach.id, "contentType", body.at());
    const schema = body.schema();
    if (schema !== undefined) this.#reachSchemas(reach, schema, value, at);
  }

  #reachSchemas(reach: Reach, pointer: string, value: unknown, at: string): void {
    const { id, direction, isAllowed, violations } = reach;
    for (const met of meetings(this.#document, pointer, value, at)) {
      for (const name of isAllowed && isObject(met.value) ? Object.keys(met.value) : []) {
        this.#tick(id, PROPERTIES[direction], join(met.schema.pointer, "properties", name));
      }
      for (const facet of facetsOf(met.schema.value)) {
        const place = join(met.schema.pointer, ...facet.tokens);
        if (isAllowed && facet.met?.(met.value)) this.#tick(id, "met", place);
        const violation = violations.find(
          (one) => one.keyword === facet.keyword && isAbout(one.pointer, met.at, facet.keyword),
        );
        if (violation !== undefined && facet.broken?.(met.value, violation.pointer)) {
          this.#tick(id, "broken", place);
        }
      }
    }
  }
}

/** A parameter is text on the wire: any is a string, none is no list, and an empty list is absent. */
function asText(facet: Facet): Facet {
  const isAlways = /^(type .*(string|array)|minItems 1$)/.test(facet.text);
  return isAlways ? { ...facet, broken: null } : facet;
}

/** The extension reports the property of the later item; every other keyword the value itself. */
function isAbout(violation: string, at: string, keyword: string): boolean {
  return keyword.startsWith("x-") ? isWithin(violation, at) : violation === at;
}

function isWithin(pointer: string, outer: string): boolean {
  return pointer === outer || pointer.startsWith(`${outer}/`);
}

import { escapeToken, type Located } from "../../text/json-pointer.js";
import { type RawParameters, readParameter } from "../../text/parameters.js";
import { type SchemaReader, schemaReader } from "../../text/schema-reader.js";
import {
  type Document,
  type Parameter,
  parametersOf,
  type RequestBody,
  requestBodyOf,
} from "../document.js";
import type { Ajv, AjvFunction, PrismOperation } from "../prism/types.js";
import type { Violation } from "../violations.js";
import { viewForRequests } from "./document-view.js";
import { addKeywords } from "./keywords.js";
import { toViolation, wrongMediaType } from "./to-violation.js";

export interface RawRequest extends RawParameters {
  /** Undefined where there is none. */
  readonly body: unknown;
  /** Of the body, without parameters, in lower case. */
  readonly mediaType: string | undefined;
  /** Length of the body's text. */
  readonly length: number;
}

/** Finds every rule of the document that a request breaks. */
export type RequestValidator = (request: RawRequest) => readonly Violation[];

/** By these names Ajv knows the document, as it is and as requests see it. */
const ORIGINAL = "original";
const DOCUMENT = "document";
const IS_JSON = /^application\/(.+\+)?json$/;

/** A longer body is judged up to its first violation: a flood of them would fill the memory. */
const MAX_LENGTH_IN_FULL = 64 * 1024;

/** OpenAPI has these defined by the protocol, whatever a parameter of that name says. */
const IGNORED_HEADERS = new Set(["accept", "content-type", "authorization"]);

/** Ajvs that know the document. One stops at the first violation. */
interface Ajvs {
  readonly all: Ajv;
  readonly first: Ajv;
}

/**
 * Makes the validator of each operation.
 *
 * @throws Error naming the operation whose request has a schema that does not compile.
 */
export function compileValidators(
  document: Document,
  operations: readonly PrismOperation[],
  createAjv: (options: object) => Ajv,
): Map<PrismOperation, RequestValidator> {
  const forRequests = viewForRequests(document, ORIGINAL);
  const create = (allErrors: boolean): Ajv => {
    const ajv = createAjv({ allErrors });
    addKeywords(ajv);
    ajv.addSchema(document as object, ORIGINAL, undefined, false);
    ajv.addSchema(forRequests as object, DOCUMENT, undefined, false);
    return ajv;
  };
  const ajvs = { all: create(true), first: create(false) };
  const schemas = schemaReader(document);
  return new Map(
    operations.map((operation) => {
      const { iid, method, path } = operation;
      try {
        return [operation, createRequestValidator(document, path, method, ajvs, schemas)];
      } catch (cause) {
        const name = iid ?? `${method} ${path}`;
        throw new Error(`cannot validate requests of ${name}: ${(cause as Error).message}`, {
          cause,
        });
      }
    }),
  );
}

function createRequestValidator(
  document: Document,
  path: string,
  method: string,
  ajvs: Ajvs,
  schemas: SchemaReader,
): RequestValidator {
  const located = parametersOf(document, path, method).filter(
    ({ value }) => value.in !== "header" || !IGNORED_HEADERS.has(value.name.toLowerCase()),
  );
  const parameters = located.map(({ value }) => value);
  const requestBody = requestBodyOf(document, path, method);
  const mediaTypes = Object.keys(requestBody?.value.content ?? {});
  const sourceOfRequired = (pointer: string, name: string): unknown =>
    pointer === ""
      ? requestBody?.value["x-source"]
      : parameters.find((each) => `/${each.in}` === pointer && each.name === name)?.["x-source"];

  const named = (name: string, schema: object): AjvFunction => {
    try {
      return ajvs.all.compile(schema);
    } catch (cause) {
      throw new Error(`schema of ${name}: ${(cause as Error).message}`, { cause });
    }
  };
  for (const { pointer, value } of located) named(value.name, schemaRef(pointer, value));
  const compiled = new Map(
    [undefined, ...mediaTypes].map((mediaType) => {
      const schema = requestSchema(located, requestBody, mediaType);
      let first: AjvFunction | undefined;
      const all = named(mediaType ?? "the parameters", schema);
      return [mediaType, { all, first: () => (first ??= ajvs.first.compile(schema)) }] as const;
    }),
  );

  return (request) => {
    const range = mediaTypes.find((each) => isInRange(request.mediaType, each));
    const hasWrongType = request.body !== undefined && mediaTypes.length > 0 && range === undefined;
    const isJson = IS_JSON.test(request.mediaType ?? "");
    const { all, first } = compiled.get(isJson ? range : undefined) as Validators;
    const validate = request.length > MAX_LENGTH_IN_FULL ? first() : all;
    const isValid = validate(readValue(parameters, request, schemas));
    const errors = isValid ? [] : (validate.errors ?? []);
    const violations = errors.map((error) => toViolation(error, sourceOfRequired));
    return hasWrongType
      ? [wrongMediaType(request.mediaType, mediaTypes), ...violations]
      : violations;
  };
}

interface Validators {
  readonly all: AjvFunction;
  readonly first: () => AjvFunction;
}

function readValue(
  parameters: readonly Parameter[],
  request: RawRequest,
  schemas: SchemaReader,
): object {
  const { body } = request;
  const value: Record<string, Record<string, unknown>> = {
    path: {},
    query: {},
    header: {},
    cookie: {},
  };
  for (const parameter of parameters) {
    const given = readParameter(parameter, parameters, request, schemas);
    const isAllowedEmpty = parameter.allowEmptyValue && given === "";
    if (given === undefined || isAllowedEmpty) continue;
    (value[parameter.in] as Record<string, unknown>)[parameter.name] = given;
  }
  return body === undefined ? value : { ...value, body };
}

/**
 * One schema of the whole request; its parts stay where they stand in the document.
 *
 * @param mediaType Of the body; undefined: whatever the body is will do.
 */
function requestSchema(
  parameters: readonly Located<Parameter>[],
  requestBody: Located<RequestBody> | undefined,
  mediaType: string | undefined,
): object {
  const properties: Record<string, object> = {};
  for (const location of ["path", "query", "header", "cookie"]) {
    const here = parameters.filter(({ value }) => value.in === location);
    const required = here.filter(({ value }) => value.required && !value.allowEmptyValue);
    properties[location] = {
      properties: Object.fromEntries(
        here.map(({ pointer, value }) => [value.name, schemaRef(pointer, value)]),
      ),
      required: required.map(({ value }) => value.name),
    };
  }
  const content = mediaType === undefined ? undefined : requestBody?.value.content?.[mediaType];
  if (content?.schema !== undefined) {
    const { pointer } = requestBody as Located<RequestBody>;
    const at = `${pointer}/content/${encodeToken(mediaType ?? "")}/schema`;
    properties.body = { $ref: `${DOCUMENT}#${at}` };
  }
  return { properties, required: requestBody?.value.required ? ["body"] : [] };
}

function schemaRef(pointer: string, { schema, content }: Parameter): object {
  if (schema !== undefined) return { $ref: `${DOCUMENT}#${pointer}/schema` };
  const [[mediaType, media] = ["", undefined]] = Object.entries(content ?? {});
  if (media?.schema === undefined) return {};
  return { $ref: `${DOCUMENT}#${pointer}/content/${encodeToken(mediaType)}/schema` };
}

const encodeToken = (name: string): string => encodeURIComponent(escapeToken(name));
const toMediaType = (text: string): string => text.split(";")[0]?.trim().toLowerCase() ?? "";

/** @param range Such as `application/json`, `text/*` or both wildcards. */
function isInRange(mediaType: string | undefined, range: string): boolean {
  const wanted = toMediaType(range);
  if (mediaType === undefined) return false;
  return wanted.endsWith("/*")
    ? wanted === "*/*" || mediaType.startsWith(wanted.slice(0, -1))
    : mediaType === wanted;
}

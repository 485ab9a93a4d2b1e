import type { OpenApiDocument } from "./load.js";
import {
  contentOf,
  examplesOf,
  locateBody,
  locateOperation,
  locateParameters,
  locateResponse,
  objectAt,
} from "./locate.js";
import { schemasOf } from "./places.js";

export type NamedExamples = [name: string, value: unknown][];

export function requestExamplesOf(
  document: OpenApiDocument,
  operation: string,
  mediaType: string,
): NamedExamples {
  const body = locateBody(document, locateOperation(document, operation));
  return examplesOf(body?.value, mediaType);
}

/** The examples of the parameters by location and name, in a fixed order. */
export function parameterExamplesOf(document: OpenApiDocument, operation: string): NamedExamples {
  return locateParameters(document, locateOperation(document, operation))
    .map(({ value }): [string, unknown] => [`${value.in} ${value.name}`, value.example])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

export function responseExamplesOf(
  document: OpenApiDocument,
  operation: string,
  status: string,
  mediaType: string,
): NamedExamples {
  return examplesOf(locateResponse(document, operation, status).value, mediaType);
}

/** What the mock answers: the first example named after the operation's service, or the first. */
export function usualExampleOf(
  document: OpenApiDocument,
  operation: string,
  status: string,
  mediaType: string,
): unknown {
  const { tags } = locateOperation(document, operation).value;
  const service = String((tags as string[] | undefined)?.[0]).toLowerCase();
  const named = responseExamplesOf(document, operation, status, mediaType);
  const [, body] = named.find(([name]) => name.toLowerCase().startsWith(service)) ?? named[0] ?? [];
  return body;
}

export function statusesOf(document: OpenApiDocument, operation: string): string[] {
  return Object.keys(
    objectAt(locateOperation(document, operation).value, "responses") ?? {},
  ).sort();
}

/** The media types of a response; none where it has no body. */
export function mediaTypesOf(
  document: OpenApiDocument,
  operation: string,
  status: string,
): string[] {
  return Object.keys(contentOf(locateResponse(document, operation, status)));
}

/** What each error code means, by code. */
export function errorCodesOf(document: OpenApiDocument): Record<string, string> {
  const codes: Record<string, string> = {};
  for (const { value } of schemasOf(document)) Object.assign(codes, value["x-error-codes"]);
  return codes;
}

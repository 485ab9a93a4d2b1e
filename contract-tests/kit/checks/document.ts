import { wires } from "../../cases/index.js";
import {
  errorCodesOf,
  mediaTypesOf,
  parameterExamplesOf,
  requestExamplesOf,
  responseExamplesOf,
  statusesOf,
} from "../document/examples.js";
import type { OpenApiDocument } from "../document/load.js";
import {
  contentOf,
  locateBody,
  locateOperation,
  locateResponse,
  objectAt,
} from "../document/locate.js";
import type { Check, CheckGroup } from "./check.js";
import { findUncompilable } from "./compilable.js";

/** What a document says that no request shows, beside what the committed one says. */
export function listDocumentChecks(
  document: OpenApiDocument,
  committed: OpenApiDocument,
): CheckGroup[] {
  const same = (id: string, read: (document: OpenApiDocument) => unknown): Check => ({
    id,
    expected: read(committed),
    observe: () => read(document),
  });
  const group = (operation: string, subject: string, checks: Check[], judge = "document") => ({
    judge,
    operation,
    subject,
    checks,
  });
  return [
    group("all operations", "compilable", [
      {
        id: "schemas that do not compile in strict mode",
        expected: [],
        observe: () => findUncompilable(document),
      },
    ]),
    group("all operations", "error codes", [
      same("the error codes and what they mean", errorCodesOf),
    ]),
    ...Object.keys(wires).flatMap((operation) => [
      group(operation, "server", [
        same("the address in the default region", (from) => addressOf(from, operation)),
        same("the address in another region", (from) => addressOf(from, operation, "other")),
      ]),
      group(operation, "statuses", [
        same("the documented statuses", (from) => statusesOf(from, operation)),
      ]),
      group(operation, "examples", [
        same("the examples of the request", (from) =>
          mediaTypesOfBody(from, operation).map((type) => requestExamplesOf(from, operation, type)),
        ),
        same("the examples of the parameters", (from) => parameterExamplesOf(from, operation)),
        ...statusesOf(committed, operation).map((status) =>
          same(`the examples of ${status}`, (from) =>
            mediaTypesOf(from, operation, status).map((type) =>
              responseExamplesOf(from, operation, status, type),
            ),
          ),
        ),
      ]),
      group(operation, "response types", responseTypes(document, committed, operation), "ajv"),
    ]),
  ];
}

function mediaTypesOfBody(document: OpenApiDocument, operation: string): string[] {
  const body = locateBody(document, locateOperation(document, operation));
  return body === undefined ? [] : Object.keys(contentOf(body));
}

/** @param value of every variable of the server. Default: its own default */
export function addressOf(document: OpenApiDocument, operation: string, value?: string): string {
  const { value: object, item, template } = locateOperation(document, operation);
  const [server] = (object.servers ?? item.value.servers ?? document.servers ?? []) as unknown[];
  const variables = objectAt(server, "variables");
  const origin = String(objectAt(server)?.url).replace(/\{([^{}]+)\}/g, (_, name: string) =>
    String(value ?? objectAt(variables, name)?.default),
  );
  return origin + template;
}

/** Of these types a response may have no body, unless it is documented. */
const OTHER_TYPES = ["application/xml", "text/plain", "application/merge-patch+json"];

function responseTypes(
  document: OpenApiDocument,
  committed: OpenApiDocument,
  operation: string,
): Check[] {
  const allows = (from: OpenApiDocument, status: string, type: string): boolean => {
    const content = contentOf(locateResponse(from, operation, status));
    return [type, `${type.split("/")[0]}/*`, "*/*"].some((range) => range in content);
  };
  return statusesOf(committed, operation).flatMap((status) =>
    OTHER_TYPES.map((type) => ({
      id: `a ${status} of ${type}`,
      expected: allows(committed, status, type),
      observe: () => allows(document, status, type),
    })),
  );
}

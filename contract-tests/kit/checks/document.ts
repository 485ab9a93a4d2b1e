import { wires } from "../../cases/index.js";
import type { OpenApiDocument } from "../document/load.js";
import { objectAt } from "../document/locate.js";
import { type Body, type NamedExamples, operationOf } from "../document/operation.js";
import { schemasOf } from "../document/places.js";
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
        same("the documented statuses", (from) => operationOf(from, operation).statuses()),
      ]),
      group(operation, "examples", [
        same("the examples of the request", (from) =>
          examplesOf(operationOf(from, operation).body()),
        ),
        same("the examples of the parameters", (from) =>
          operationOf(from, operation).parameterExamples(),
        ),
        ...operationOf(committed, operation)
          .statuses()
          .map((status) =>
            same(`the examples of ${status}`, (from) =>
              examplesOf(operationOf(from, operation).response(status)),
            ),
          ),
      ]),
      group(operation, "response types", responseTypes(document, committed, operation), "ajv"),
    ]),
  ];
}

function examplesOf(body: Body | undefined): NamedExamples[] {
  return (body?.mediaTypes() ?? []).map((type) => (body as Body).examples(type));
}

/** What each error code means, by code. */
export function errorCodesOf(document: OpenApiDocument): Record<string, string> {
  const codes = schemasOf(document).map(({ value }) => value["x-error-codes"]);
  return Object.assign({}, ...codes);
}

/** @param value of every variable of the server. Default: its own default */
export function addressOf(document: OpenApiDocument, operation: string, value?: string): string {
  const { value: object, item, template } = operationOf(document, operation);
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
    const known = operationOf(from, operation).response(status).mediaTypes();
    return [type, `${type.split("/")[0]}/*`, "*/*"].some((range) => known.includes(range));
  };
  return operationOf(committed, operation)
    .statuses()
    .flatMap((status) =>
      OTHER_TYPES.map((type) => ({
        id: `a ${status} of ${type}`,
        expected: allows(committed, status, type),
        observe: () => allows(document, status, type),
      })),
    );
}

import { wires } from "../../cases/index.js";
import type { Document } from "../document/load.js";
import { type Body, type Examples, type Operation, operationOf } from "../document/operation.js";
import { schemasOf } from "../document/places.js";
import type { Check, Checks } from "./check.js";
import { findUncompilable } from "./compilable.js";

/** What a document says that no request shows, beside what the committed one says. */
export function documentChecks(document: Document, committed: Document): Checks[] {
  const overall = (subject: string, check: Check): Checks => ({
    judge: "document",
    operation: "all operations",
    subject,
    checks: [check],
  });
  return [
    overall("compilable", {
      id: "schemas that do not compile in strict mode",
      expected: [],
      observe: () => findUncompilable(document),
    }),
    overall("error codes", {
      id: "the error codes and what they mean",
      expected: errorCodesOf(committed),
      observe: () => errorCodesOf(document),
    }),
    ...Object.keys(wires).flatMap((operation) => {
      const known = operationOf(committed, operation);
      const same = (id: string, read: (operation: Operation) => unknown): Check => ({
        id,
        expected: read(known),
        observe: () => read(operationOf(document, operation)),
      });
      const statuses = known.statuses();
      const groups: Readonly<Record<string, readonly Check[]>> = {
        server: [
          same("the address in the default region", (of) => of.address()),
          same("the address in another region", (of) => of.address("other")),
        ],
        statuses: [same("the documented statuses", (of) => of.statuses())],
        examples: [
          same("the examples of the request", (of) => examplesOf(of.body())),
          same("the examples of the parameters", (of) => of.parameterExamples()),
          ...statuses.map((status) =>
            same(`the examples of ${status}`, (of) => examplesOf(of.response(status))),
          ),
        ],
        "response types": statuses.flatMap((status) =>
          OTHER_TYPES.map((type) => same(`a ${status} of ${type}`, allows(status, type))),
        ),
      };
      return Object.entries(groups).map(([subject, checks]) => ({
        judge: subject === "response types" ? "ajv" : "document",
        operation,
        subject,
        checks,
      }));
    }),
  ];
}

/** Of these types a response may have no body, unless it is documented. */
const OTHER_TYPES = ["application/xml", "text/plain", "application/merge-patch+json"];

function allows(status: string, type: string): (operation: Operation) => boolean {
  const ranges = [type, `${type.split("/")[0]}/*`, "*/*"];
  return (operation) => {
    const known = operation.response(status).mediaTypes();
    return ranges.some((range) => known.includes(range));
  };
}

function examplesOf(body: Body | undefined): Examples[] {
  return (body?.mediaTypes() ?? []).map((type) => (body as Body).examples(type));
}

/** What each error code means, by code. */
export function errorCodesOf(document: Document): Record<string, string> {
  const codes = schemasOf(document).map(({ value }) => value["x-error-codes"]);
  return Object.assign({}, ...codes);
}

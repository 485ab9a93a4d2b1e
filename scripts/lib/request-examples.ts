import type { CaseRequest } from "../../generated/contract-cases.js";
import { targetOf } from "../../src/verify/target.js";
import { type Body, type OpenApiDocument, resolveRef } from "../generator/document.js";
import { listOperations } from "../generator/operations.js";

/** A request that the document itself gives as an example. */
export interface RequestExample {
  readonly operationId: string;
  readonly method: string;
  /** The path and the query, percent-encoded. */
  readonly path: string;
  /** Path parameters by name. */
  readonly pathParams: Readonly<Record<string, string>>;
  /** Query parameters by name. */
  readonly query: NonNullable<CaseRequest["query"]>;
  /** Header parameters by name. */
  readonly headers: Readonly<Record<string, string>>;
  /** Name and summary of the example; undefined where the operation has no request body. */
  readonly name: string | undefined;
  readonly summary: string | undefined;
  readonly body: unknown;
}

/** Each named example of each operation, with the examples of its parameters. */
export function listRequestExamples(document: OpenApiDocument): RequestExample[] {
  return listOperations(document).flatMap<RequestExample>(
    ({ operationId, method, path, parameters, object }) => {
      const of = (location: string): [name: string, value: unknown][] =>
        parameters
          .filter((parameter) => parameter.in === location)
          .map(({ name, example }): [string, unknown] => [name, example])
          .filter(([, example]) => location === "path" || example !== undefined);
      const pathParams = texts(of("path").map(([name, example]) => [name, example ?? name]));
      const query = Object.fromEntries(of("query")) as RequestExample["query"];
      const request = {
        operationId,
        method: method.toUpperCase(),
        path: targetOf({ path, parameters } as never, { path: pathParams, query }),
        pathParams,
        query,
        headers: texts(of("header")),
      };
      const body = object.requestBody && resolveRef<Body>(document, object.requestBody);
      const examples = Object.values(body?.content ?? {}).flatMap(({ examples = {} }) =>
        Object.entries(examples),
      );
      if (examples.length === 0)
        return [{ ...request, name: undefined, summary: undefined, body: undefined }];
      return examples.map(([name, { summary, value }]) => ({
        ...request,
        name,
        summary,
        body: value,
      }));
    },
  );
}

function texts(entries: readonly [name: string, value: unknown][]): Record<string, string> {
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}

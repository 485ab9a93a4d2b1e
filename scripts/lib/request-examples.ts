import { type Body, type OpenApiDocument, resolveRef } from "../generator/document.js";
import { listOperations } from "../generator/operations.js";

/** A request that the document itself gives as an example. */
export interface RequestExample {
  readonly operationId: string;
  readonly method: string;
  /** Percent-encoded, with the parameters' own examples filled in. */
  readonly path: string;
  /** Path parameters by name. */
  readonly pathParams: Readonly<Record<string, string>>;
  /** Name and summary of the example; undefined where the operation has no request body. */
  readonly name: string | undefined;
  readonly summary: string | undefined;
  readonly body: unknown;
}

/** Each named example of each operation, in the order of the document. */
export function listRequestExamples(document: OpenApiDocument): RequestExample[] {
  return listOperations(document).flatMap<RequestExample>(
    ({ operationId, method, path, parameters, object }) => {
      const pathParams = Object.fromEntries(
        parameters.filter((p) => p.in === "path").map((p) => [p.name, String(p.example ?? p.name)]),
      );
      const filled = path.replace(/\{([^{}]+)\}/g, (_, name) =>
        encodeURIComponent(pathParams[name] ?? name),
      );
      const request = { operationId, method: method.toUpperCase(), path: filled, pathParams };
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

import type { DewTagsClient, DewTagsOperations, Result } from "huaweicloud-dew-tags";
import openapi from "huaweicloud-dew-tags/openapi.json" with { type: "json" };
import type { OpenApiDocument } from "../../../scripts/generator/document.js";
import { listRequestExamples, type RequestExample } from "../../../scripts/lib/request-examples.js";

/** Every operation of the contract with the first request that it gives as an example. */
export const operations: readonly RequestExample[] = [
  ...new Map(
    listRequestExamples(openapi as unknown as OpenApiDocument)
      .reverse()
      .map((example) => [example.operationId, example]),
  ).values(),
].reverse();

/** For what does not depend on the operation. */
export const operation: RequestExample = operations[0] as RequestExample;

/** Calls an operation by its id, as its example does unless `init` says otherwise. */
export function call(
  dew: DewTagsClient,
  { operationId, pathParams, body }: RequestExample,
  init: object = {},
): Promise<Result<unknown>> {
  const method = dew[operationId as keyof DewTagsOperations];
  return method({ params: { path: pathParams }, body, ...init } as never);
}

/** The path with the names of its parameters in the place of their values. */
export function templateOf({ path, pathParams }: RequestExample): string {
  const params = Object.entries(pathParams);
  return params.reduce((template, [name, id]) => template.replace(id, `{${name}}`), path);
}

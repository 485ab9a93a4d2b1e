import { securityHeaders } from "../../generated/client.js";
import {
  type OperationId,
  type OperationMetadata,
  operations,
} from "../../generated/operations.js";
import { readParameter, splitQuery, type TextParameter } from "../text/parameters.js";
import { matchTemplate } from "../text/path-template.js";
import { schemaReader } from "../text/schema-reader.js";

/** A request as the contract sees it. */
export interface ReceivedRequest {
  readonly operationId: OperationId;
  readonly operation: OperationMetadata;
  readonly path: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly header: Readonly<Record<string, unknown>>;
}

const schemas = schemaReader({});

/**
 * Finds the operation of a request and reads its parameters. The path may have any prefix, as of a
 * gateway. Of several templates that fit, the longest with fewest variables wins.
 *
 * @returns Undefined where the contract has no such operation.
 */
export function readRequest(
  method: string,
  url: URL,
  headers: Readonly<Record<string, string>>,
): ReceivedRequest | undefined {
  const [match] = (Object.entries(operations) as [OperationId, OperationMetadata][])
    .filter(([, operation]) => operation.method === method)
    .flatMap(([operationId, operation]) => {
      const variables = matchEnd(operation.path, url.pathname);
      return variables === undefined ? [] : [{ operationId, operation, variables }];
    })
    .sort((a, b) => rank(b) - rank(a));
  if (match === undefined) return undefined;
  const { operationId, operation, variables } = match;
  const raw = { path: variables, query: splitQuery(url.search), headers };
  const { parameters } = operation;
  const valuesIn = (location: TextParameter["in"]): Record<string, unknown> =>
    Object.fromEntries(
      parameters
        .filter((parameter) => parameter.in === location)
        .map((parameter): [string, unknown] => [
          parameter.name,
          readParameter(parameter, parameters, raw, schemas),
        ])
        .filter(([, value]) => value !== undefined),
    );
  return {
    operationId,
    operation,
    path: valuesIn("path"),
    query: valuesIn("query"),
    header: valuesIn("header"),
  };
}

/** Whether the request carries what one of the operation's security requirements wants. */
export function isAuthorized(
  { security }: OperationMetadata,
  headers: Readonly<Record<string, string>>,
): boolean {
  const names: Readonly<Record<string, string>> = securityHeaders;
  const carries = (scheme: string): boolean =>
    (headers[(names[scheme] ?? "authorization").toLowerCase()] ?? "") !== "";
  return security.length === 0 || security.some((schemes) => schemes.every(carries));
}

function matchEnd(template: string, pathname: string): Map<string, string> | undefined {
  const segments = pathname.split("/");
  const count = template.split("/").length - 1;
  return matchTemplate(template, `/${segments.slice(-count).join("/")}`);
}

function rank({
  operation,
  variables,
}: {
  readonly operation: OperationMetadata;
  readonly variables: ReadonlyMap<string, string>;
}): number {
  return operation.path.split("/").length * 100 - variables.size;
}

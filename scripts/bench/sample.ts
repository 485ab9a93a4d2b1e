import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { OpenApiDocument } from "../generator/document.js";
import { listOperations, type Operation } from "../generator/operations.js";
import { listRequestExamples, type RequestExample } from "../lib/request-examples.js";
import { ROOT } from "./ours.js";

export const SPEC: string = join(ROOT, "generated/openapi.json");

export const document: OpenApiDocument = JSON.parse(readFileSync(SPEC, "utf8"));

/** What every contender sends: the first example of the document. */
export const example: RequestExample = listRequestExamples(document)[0] as RequestExample;

export const operation: Operation = listOperations(document).find(
  ({ operationId }) => operationId === example.operationId,
) as Operation;

export const TOKEN = "bench-token";

/** All that a contender needs to send the example; JSON, so that a child process can have it. */
export interface CallSetup {
  readonly baseUrl: string;
  readonly url: string;
  readonly method: string;
  /** The path as the document writes it, with `{name}` for each parameter. */
  readonly template: string;
  readonly pathParams: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly operationId: string;
  readonly token: string;
  readonly accessKey: string;
  readonly secretKey: string;
}

export function callSetup(baseUrl: string): CallSetup {
  const { method, path, pathParams, body, operationId } = example;
  return {
    baseUrl,
    url: baseUrl + path,
    method,
    template: operation.path,
    pathParams,
    headers: { "Content-Type": "application/json", "X-Auth-Token": TOKEN },
    body,
    operationId,
    token: TOKEN,
    accessKey: "BENCHACCESSKEY",
    secretKey: "bench-secret-key",
  };
}

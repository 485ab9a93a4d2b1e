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
export const ACCESS_KEY = "BENCHACCESSKEY";
export const SECRET_KEY = "bench-secret-key";

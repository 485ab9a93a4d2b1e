import { readFile } from "node:fs/promises";
import type { CaseRequest, ContractCases, RequestCase } from "../../generated/contract-cases.js";
import {
  type OperationMetadata,
  operations,
  type ParameterMetadata,
} from "../../generated/operations.js";
import {
  requestValidators,
  responseValidators,
  type Validator,
} from "../../generated/validators.js";
import { adds, removes } from "./tags.js";

export interface Contract {
  readonly title: string;
  readonly version: string;
  /** Of the document. */
  readonly sha256: string;
  /** By operationId, in the order of the document. */
  readonly operations: ReadonlyMap<string, Operation>;
  readonly cases: readonly RequestCase[];
}

export interface Operation {
  readonly id: string;
  /** In capitals. */
  readonly method: string;
  /** The template, such as `/v1/{id}`. */
  readonly path: string;
  /** The vendor's page. */
  readonly page: string | undefined;
  readonly parameters: readonly ParameterMetadata[];
  /** The example of each path parameter, by name; undefined if it has none. */
  readonly pathExamples: ReadonlyMap<string, string | undefined>;
  /** A request body that the document gives as an example. */
  readonly example: unknown;
  /** Whether a call without a credential must be refused. */
  readonly needsCredential: boolean;
  /** Whether the method changes nothing (RFC 9110, section 9.2.1). */
  readonly isReadOnly: boolean;
  /** Whether it adds and removes tags, so that what it adds can be removed again. */
  readonly changesTags: boolean;
  /** By status, range such as `4XX`, or `default`: media types of the body; none if it has none. */
  readonly responses: ReadonlyMap<string, readonly string[]>;
  readonly validateRequest: (request: CaseRequest) => ReturnType<Validator>;
  /** By status, as `responses`. */
  readonly validateResponse: (status: string, body: unknown) => ReturnType<Validator>;
}

/** What a contract is made from: the generated tables, or those of another contract. */
export interface ContractParts {
  readonly operations: Readonly<Record<string, OperationMetadata>>;
  readonly requestValidators: Readonly<Record<string, Validator>>;
  readonly responseValidators: Readonly<Record<string, Readonly<Record<string, Validator>>>>;
  readonly cases: Pick<ContractCases, "generatedFrom" | "requests">;
}

/** The same folder seen from the sources and from the build. */
const GENERATED = new URL("../../generated/", import.meta.url);

const READ_ONLY_METHODS = new Set(["GET", "HEAD", "OPTIONS", "TRACE"]);

/** The contract of this package. */
export async function loadContract(): Promise<Contract> {
  const text = await readFile(new URL("contract-cases.json", GENERATED), "utf8");
  return createContract({
    operations,
    requestValidators,
    responseValidators,
    cases: JSON.parse(text),
  });
}

export function createContract(parts: ContractParts): Contract {
  const { generatedFrom, requests } = parts.cases;
  return {
    ...generatedFrom,
    operations: new Map(
      Object.entries(parts.operations).map(([id, metadata]) => [
        id,
        toOperation(id, metadata, parts),
      ]),
    ),
    cases: requests,
  };
}

function toOperation(
  id: string,
  { method, path, page, parameters, requestBody, security, responses }: OperationMetadata,
  { requestValidators, responseValidators, cases }: ContractParts,
): Operation {
  const validateRequest = requestValidators[id];
  const validateResponse = responseValidators[id];
  return {
    id,
    method,
    path,
    page,
    parameters,
    pathExamples: new Map(
      parameters
        .filter((parameter) => parameter.in === "path")
        .map(({ name, example }) => [name, example === undefined ? undefined : String(example)]),
    ),
    example: Object.values(requestBody?.examples ?? {})[0],
    // An empty alternative makes the credential optional.
    needsCredential: security.length > 0 && security.every((schemes) => schemes.length > 0),
    isReadOnly: READ_ONLY_METHODS.has(method),
    changesTags: cases.requests.some(
      ({ operation, verdict, request: { body } }) =>
        operation === id && verdict === "accept" && (adds(body) || removes(body)),
    ),
    responses: new Map(
      Object.entries(responses).map(([status, { mediaTypes }]) => [status, mediaTypes]),
    ),
    validateRequest: ({ path, query = {}, headers = {}, body }) =>
      validateRequest?.({ path, query, header: headers, body }) ?? [],
    validateResponse: (status, body) => validateResponse?.[status]?.(body) ?? [],
  };
}

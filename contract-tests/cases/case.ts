import type { CaseRequest, RequestCase, ResponseCase } from "../../generated/contract-cases.js";

// The types of cases are made from scripts/generator/contract-cases.schema.json by `npm run generate`.
export type {
  CaseRequest,
  ExpectedViolation,
  QueryValue,
  RequestCase,
  ResponseCase,
  Source,
} from "../../generated/contract-cases.js";

export type Case = RequestCase | ResponseCase;

/** The cases of a service: one folder each. */
export interface Suite {
  /** By operationId. */
  readonly operations: Readonly<Record<string, Wire>>;
  readonly requests: readonly RequestCase[];
  readonly responses: readonly ResponseCase[];
}

/**
 * What an operation is on the wire. Written by hand from the vendor's pages and derived from
 * nothing, so that no change of the spec can change it unseen.
 */
export interface Wire {
  /** In capitals. */
  readonly method: string;
  /** The path, with its parameters in braces. */
  readonly template: string;
  /** The status of a request that the contract allows. */
  readonly success: number;
  /** The status of one that it does not. */
  readonly refusal: number;
  /** A request that the contract allows, and exactly what is sent for it. */
  readonly sample: CaseRequest & {
    /** The request target: path and query. */
    readonly target: string;
    /** The body; absent where there is none. */
    readonly text?: string;
  };
}

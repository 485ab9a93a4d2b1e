// A request case of generated/contract-cases.json, as contract-cases.schema.json describes it.

/** Where a case comes from: a vendor page and the table (or other part) of it. */
export interface Source {
  readonly page: string;
  readonly table: string;
}

export interface ExpectedViolation {
  /** JSON pointer into `{ path, body }`. */
  readonly pointer: string;
  readonly keyword: string;
}

export interface CaseRequest {
  /** Path parameters by name, not yet percent-encoded. */
  readonly path: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON. Absent: no body is sent. */
  readonly body?: unknown;
}

export interface RequestCase {
  readonly id: string;
  /** An operationId. */
  readonly operation: string;
  readonly request: CaseRequest;
  readonly verdict: "accept" | "reject";
  /** Every rule that is broken. */
  readonly violations?: readonly ExpectedViolation[];
  readonly source: Source;
}

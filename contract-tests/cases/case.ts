/** Where a case comes from: a vendor page and the table (or other part) of it. */
export interface Source {
  readonly page: "csms" | "kms" | "vendor";
  readonly table: string;
}

/** One rule that a value breaks. */
export interface ExpectedViolation {
  /** JSON pointer into `{ path, body }`: `/body/tags/0/key`. */
  readonly pointer: string;
  /** The schema keyword. */
  readonly keyword: string;
}

interface Expectation {
  readonly verdict: "accept" | "reject";
  /** Every violation, in any order; absent where the verdict is `accept`. */
  readonly violations?: readonly ExpectedViolation[];
  readonly source: Source;
}

/** A request, and whether the contract allows it. */
export interface RequestCase extends Expectation {
  /** Unique, stable, in kebab-case; begins with the service. */
  readonly id: string;
  /** An operationId. */
  readonly operation: string;
  readonly request: {
    /** Path parameters by name, not yet percent-encoded. */
    readonly path: Readonly<Record<string, string>>;
    readonly headers?: Readonly<Record<string, string>>;
    /** Absent: no body is sent. */
    readonly body?: unknown;
  };
}

/** The body of a provider's response, and whether the contract allows it. */
export interface ResponseCase extends Expectation {
  readonly id: string;
  readonly operation: string;
  /** A status that the spec documents. */
  readonly status: string;
  /** Absent: the response has no body. */
  readonly body?: unknown;
}

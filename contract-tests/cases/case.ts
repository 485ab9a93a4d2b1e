/** Where a case comes from: a vendor page and the table (or other part) of it. */
export interface Source {
  readonly page: "csms" | "kms" | "vendor";
  readonly table: string;
}

/** One rule that a value breaks. */
export interface ExpectedViolation {
  /**
   * JSON pointer into `{ path, body }` of a request (`/body/tags/0/key`), or into the body of a
   * response. It is at the value that is wrong: for `required` and `additionalProperties` the
   * object that lacks or holds the property, for `x-unique-item-properties` the property of the
   * later item. A request without its body is `required` at the empty pointer.
   */
  readonly pointer: string;
  /** The JSON Schema keyword; `content` where a response may have no body and has one. */
  readonly keyword: string;
}

interface Expectation {
  readonly verdict: "accept" | "reject";
  /** Every violation, as a set: in any order, equal ones once. Absent if the verdict is `accept`. */
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
    /**
     * Path parameters by name, not yet percent-encoded. HTTP cannot route an empty one: over a wire
     * such a request must be refused before it is sent.
     */
    readonly path: Readonly<Record<string, string>>;
    readonly headers?: Readonly<Record<string, string>>;
    /** JSON. Absent: no body is sent. */
    readonly body?: unknown;
  };
}

/** The body of a provider's response, and whether the contract allows it. */
export interface ResponseCase extends Expectation {
  readonly id: string;
  readonly operation: string;
  /** A status that the spec documents. */
  readonly status: string;
  /** JSON. Absent: the response has no body. */
  readonly body?: unknown;
}

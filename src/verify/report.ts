import type { Source } from "../../generated/contract-cases.js";
import type { Problem } from "./judge.js";

/** What a run has found. `--report FILE.json` writes it as it is; secrets are masked. */
export interface Report {
  /** Rises when the shape changes in a way that readers must know of. */
  readonly format: 1;
  readonly contract: {
    readonly title: string;
    readonly version: string;
    /** Of generated/openapi.json. */
    readonly sha256: string;
  };
  readonly provider: {
    readonly baseUrl: string;
    /** Ids of the operations. */
    readonly operations: readonly string[];
  };
  readonly options: {
    readonly readOnly: boolean;
    readonly unsafeCases: boolean;
    readonly strict: boolean;
    readonly seed: number | null;
    /** Requests a second; null: unlimited. */
    readonly rate: number | null;
  };
  /** ISO 8601, in UTC. */
  readonly startedAt: string;
  /** Milliseconds. */
  readonly duration: number;
  /** `failed` if there is an error, or something was left behind. */
  readonly outcome: "passed" | "failed" | "interrupted";
  /** Why the rest was not sent; null if all was. */
  readonly stopped: string | null;
  readonly summary: {
    readonly cases: number;
    readonly passed: number;
    readonly errors: number;
    readonly warnings: number;
    readonly skipped: number;
    /** Requests, including those that prepare and clean up. */
    readonly requests: number;
    /** Requests that the provider had to refuse as invalid and that it answered. */
    readonly invalid: number;
    /** How many of these it did not accept. */
    readonly refused: number;
  };
  /** In the order in which they were sent. */
  readonly results: readonly Result[];
  /** Tags that the run added, or may have added, and could not remove. */
  readonly leftBehind: readonly {
    readonly operation: string;
    readonly path: Readonly<Record<string, string>>;
    readonly keys: readonly string[];
    /** Removes them. */
    readonly curl: string;
  }[];
}

export interface Result {
  /** Of the case, or `<operationId>-without-credential`. */
  readonly id: string;
  /** An operationId. */
  readonly operation: string;
  readonly source: Source & {
    /** Of the vendor's page; null if the document names none. */
    readonly url: string | null;
  };
  readonly outcome: "passed" | "error" | "warning" | "skipped";
  /** Milliseconds; 0 if nothing was sent. */
  readonly duration: number;
  /** Why it was skipped. */
  readonly reason?: string;
  readonly finding?: Finding;
}

/** An answer that does not keep the contract. */
export interface Finding {
  readonly expected: string;
  /** Null if none came. */
  readonly answer: {
    readonly status: number;
    readonly mediaType: string | null;
    readonly requestId: string | null;
    /** Text, cut to 2000 characters. */
    readonly body: string;
  } | null;
  /** What the error code of the answer means, if it is a known one. */
  readonly advice?: string;
  /** What is wrong, at least one thing. In a warning, all are warnings. */
  readonly problems: readonly Problem[];
  /** Sends the request again. The token is `$HUAWEICLOUD_TOKEN`. */
  readonly curl: string;
}

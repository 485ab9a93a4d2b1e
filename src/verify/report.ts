import type { Source } from "./case.js";
import type { Problem } from "./judge.js";

/** What a run has found. Written as it is by `--report FILE.json`; secrets are masked. */
export interface Report {
  /** Rises when the shape changes so that a reader must. */
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
    readonly strict: boolean;
    readonly seed: number | null;
    /** Requests a second; null: unlimited. */
    readonly rate: number | null;
  };
  /** ISO 8601, in UTC. */
  readonly startedAt: string;
  /** Milliseconds. */
  readonly duration: number;
  /** `failed` where there is an error, or something was left behind. */
  readonly outcome: "passed" | "failed" | "interrupted";
  /** Why the rest was not sent; null where all was. */
  readonly stopped: string | null;
  readonly summary: {
    readonly cases: number;
    readonly passed: number;
    readonly errors: number;
    readonly warnings: number;
    readonly skipped: number;
    /** Requests, with those that prepare and clean up. */
    readonly requests: number;
  };
  /** In the order in which they were sent. */
  readonly results: readonly Result[];
  /** Tags that a run has added, or may have, and could not remove. */
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
    /** Of the vendor's page; null where the document names none. */
    readonly url: string | null;
  };
  readonly outcome: "passed" | "error" | "warning" | "skipped";
  /** Milliseconds; 0 where nothing was sent. */
  readonly duration: number;
  /** Why it was skipped. */
  readonly reason?: string;
  readonly finding?: Finding;
}

/** An answer that does not keep to the contract. */
export interface Finding {
  readonly expected: string;
  /** Null where none came. */
  readonly answer: {
    readonly status: number;
    readonly mediaType: string | null;
    readonly requestId: string | null;
    /** Text, cut to 2000 characters. */
    readonly body: string;
  } | null;
  /** What the error code of the answer means, where it is a known one. */
  readonly advice?: string;
  /** What is wrong, at least one thing. Of a warning, all are warnings. */
  readonly problems: readonly Problem[];
  /** Sends the request again. The token is `$HUAWEICLOUD_TOKEN`. */
  readonly curl: string;
}

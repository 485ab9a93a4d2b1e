import type { Violation } from "./violations.js";

export interface MockRequest {
  /** Such as `POST`; case does not matter. */
  readonly method: string;
  /** Path and query, percent-encoded, as on the request line. */
  readonly path: string;
  /** Case of the names does not matter. A body wants its `content-type`. */
  readonly headers?: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** As sent, so JSON as text. */
  readonly body?: string | Uint8Array | undefined;
}

export interface MockResponse {
  readonly status: number;
  /** Names in lower case. `sl-violations` carries the violations, shortened where need be. */
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed where the media type is JSON; undefined where there is no body. */
  readonly body: unknown;
  /** Every rule of the document that the request breaks. Not what a `MOCK.` error is about. */
  readonly violations: readonly Violation[];
}

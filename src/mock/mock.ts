import { judge } from "./judge.js";
import { assertArmed } from "./prism/compilable.js";
import { loadPrism, type Prism } from "./prism/prism.js";
import { answerError } from "./response.js";
import { findRoute, parseTarget, type Route } from "./route.js";
import type { Violation } from "./violations.js";

export interface MockOptions {
  /**
   * The OpenAPI 3.1 document: its path, its URL, or the parsed document.
   * Default: the contract that this package carries.
   */
  readonly spec?: string | URL | object;
  /** Longest request body in bytes. Default: 10 MiB. */
  readonly maxBodyBytes?: number;
}

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

export interface MockOperation {
  readonly operationId: string;
  /** In capitals. */
  readonly method: string;
  /** The template, such as `/v1/{id}`. */
  readonly path: string;
}

export interface Mock {
  readonly operations: readonly MockOperation[];
  /** Answers one request as the document has it. Never rejects. */
  handle(request: MockRequest): Promise<MockResponse>;
}

let prism: Prism | undefined;

/** The same place seen from the sources and from the build. */
const OWN_SPEC = new URL("../../generated/openapi.json", import.meta.url);

export const DEFAULT_MAX_BODY_BYTES: number = 10 * 1024 * 1024;

/**
 * Makes a mock of the document's operations in this process, without a server: Prism, and around
 * it what Prism lacks. A valid request gets the documented success, one without credentials the
 * documented 401, an invalid one the documented response for invalid requests with its first
 * example. `Prefer: code=…, example=…` picks another documented answer for a valid request.
 *
 * The first mock in a process takes 1 to 3 seconds, which is Prism's loading time.
 *
 * @throws Error where `@stoplight/prism-cli` is not installed, or the document cannot be read
 *   or has a request schema that does not compile.
 */
export async function createMock(options: MockOptions = {}): Promise<Mock> {
  const { spec = OWN_SPEC, maxBodyBytes = DEFAULT_MAX_BODY_BYTES } = options;
  prism ??= loadPrism();
  const operations = await prism.readOperations(spec);
  const { compile } = prism;
  assertArmed(operations, compile);
  const engine = { prism: prism.createInstance(), compile, maxBodyBytes };
  return {
    operations: operations.map(({ iid = "", method, path }) => ({
      operationId: iid,
      method: method.toUpperCase(),
      path,
    })),
    async handle(request) {
      let route: Route | undefined;
      try {
        const { pathname, query } = parseTarget(request.path);
        route = findRoute(operations, request.method, pathname);
        return await judge(engine, route, query, request);
      } catch (error) {
        return answerError(error, route ? [route.operation, ...operations] : operations);
      }
    },
  };
}

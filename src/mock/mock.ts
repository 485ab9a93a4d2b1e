import { assertOptions, type OptionRule } from "../text/assert-options.js";
import { judge } from "./judge.js";
import type { MockRequest, MockResponse } from "./message.js";
import { loadPrism, type Prism } from "./prism/load.js";
import { compileValidators } from "./request/validator.js";
import { answerError } from "./response.js";
import { findRoute, parseTarget, type Route } from "./route.js";

export interface MockOptions {
  /**
   * The OpenAPI 3.1 document: its path, its `file:` URL, or the parsed document. Files that it
   * refers to must lie in its folder; nothing is read over the network.
   * Default: the contract that this package carries.
   */
  readonly spec?: string | URL | object;
  /** Longest request body in bytes. Default: 10 MiB. */
  readonly maxBodyBytes?: number;
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

export const MOCK_RULES: Readonly<Record<keyof MockOptions, OptionRule>> = {
  spec: "any",
  maxBodyBytes: [1, Number.MAX_SAFE_INTEGER, true],
};

export const DEFAULT_MAX_BODY_BYTES: number = 10 * 1024 * 1024;

/**
 * Makes a mock of the document's operations in this process, without a server. Ajv validates the
 * request, and Prism picks the answer. A valid request gets the documented success, one without credentials the
 * documented 401, an invalid one the documented response for invalid requests with its first
 * example. `Prefer: code=…, example=…` picks another documented answer for a valid request.
 *
 * The first mock in a process takes 1 to 3 seconds, which is Prism's loading time.
 *
 * @throws TypeError where an option is wrong.
 * @throws Error where `@stoplight/prism-cli` is not installed, or the document cannot be read
 *   or has a request schema that does not compile.
 */
export async function createMock(options: MockOptions = {}): Promise<Mock> {
  assertOptions("options", options, MOCK_RULES);
  const { spec = OWN_SPEC, maxBodyBytes = DEFAULT_MAX_BODY_BYTES } = options;
  prism ??= loadPrism();
  const { document, operations } = await prism.readDocument(spec);
  const validators = compileValidators(document, operations, prism.createAjv);
  const engine = { prism: prism.createInstance(), validators, maxBodyBytes };
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

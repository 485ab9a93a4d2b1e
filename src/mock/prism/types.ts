// Prism's own declarations drag in fp-ts, pino and utility-types. These are the parts used here,
// so that a consumer without Prism still type-checks.

export interface PrismExample {
  readonly key: string;
  readonly value?: unknown;
}

export interface PrismContent {
  readonly mediaType: string;
  readonly schema?: object;
  readonly examples?: readonly PrismExample[];
}

export interface PrismResponse {
  /** `"400"`, a range such as `"4XX"`, or `"default"`. */
  readonly code: string;
  readonly contents?: readonly PrismContent[];
}

export interface PrismParameter {
  readonly name: string;
  readonly schema?: object;
}

export interface PrismOperation {
  /** The operationId. */
  readonly iid?: string;
  /** In lower case. */
  readonly method: string;
  /** The path template. */
  readonly path: string;
  readonly request?: {
    readonly body?: { readonly contents?: readonly PrismContent[] };
    readonly path?: readonly PrismParameter[];
    readonly query?: readonly PrismParameter[];
    readonly headers?: readonly PrismParameter[];
  };
  readonly responses: readonly PrismResponse[];
  readonly tags?: readonly { readonly name: string }[];
  /** Schemas that refer to themselves, by references such as `#/__bundled__/…`. */
  readonly __bundled__?: unknown;
}

export interface PrismDiagnostic {
  /** Such as `["body", "tags", "0"]`; its segments are escaped as in a JSON pointer. */
  readonly path?: readonly string[];
  /** A JSON Schema keyword, or the number 401 or 415. */
  readonly code?: string | number;
  readonly message: string;
  /** 0 error, 1 warning, 2 information, 3 hint. */
  readonly severity: number;
}

export interface PrismInput {
  readonly method: string;
  readonly url: { readonly path: string; readonly query: Record<string, string | string[]> };
  readonly headers: Record<string, string>;
  readonly body: unknown;
}

export interface PrismConfig {
  readonly checkSecurity: boolean;
  readonly validateRequest: boolean;
  readonly validateResponse: false;
  readonly errors: false;
  readonly isProxy: false;
  /** Prism writes into it: never share one between requests. */
  readonly mock: {
    dynamic: false;
    code?: number;
    exampleKey?: string;
    mediaTypes?: string[];
  };
}

export interface PrismOutput {
  readonly statusCode: number;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

/** What Prism fails with where the document has no fitting response. */
export interface PrismProblem extends Error {
  readonly status?: number;
  readonly detail?: string;
  readonly additional?: {
    readonly headers?: Readonly<Record<string, string>>;
    readonly validation?: readonly {
      readonly location?: readonly string[];
      readonly code?: string | number;
      readonly message: string;
    }[];
  };
}

type PrismOutcome =
  | { readonly _tag: "Left"; readonly left: PrismProblem }
  | {
      readonly _tag: "Right";
      readonly right: {
        readonly output: PrismOutput;
        readonly validations: { readonly input: readonly PrismDiagnostic[] };
      };
    };

export interface PrismInstance {
  request(
    input: PrismInput,
    operations: readonly PrismOperation[],
    config: PrismConfig,
  ): () => Promise<PrismOutcome>;
}

/** As much of Ajv's error object as is read here. */
export interface AjvError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly message?: string;
}

/**
 * Compiles a schema of an operation with Prism's own Ajv.
 *
 * @returns What finds every violation of a value.
 * @throws Error where the schema is not valid.
 */
export type Compile = (
  schema: object,
  operation: PrismOperation,
) => (value: unknown) => readonly AjvError[];

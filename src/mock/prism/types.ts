// Prism's own declarations drag in fp-ts, pino and utility-types. These are the parts used here,
// so that a consumer without Prism still type-checks.

export interface PrismExample {
  readonly key: string;
  readonly value?: unknown;
}

export interface PrismContent {
  readonly mediaType: string;
  readonly examples?: readonly PrismExample[];
}

export interface PrismResponse {
  /** `"400"`, a range such as `"4XX"`, or `"default"`. */
  readonly code: string;
  readonly contents?: readonly PrismContent[];
}

export interface PrismOperation {
  /** The operationId. */
  readonly iid?: string;
  /** In lower case. */
  readonly method: string;
  /** The path template. */
  readonly path: string;
  readonly responses: readonly PrismResponse[];
}

export interface PrismInput {
  readonly method: string;
  readonly url: { readonly path: string; readonly query: Record<string, string | string[]> };
  readonly headers: Record<string, string>;
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
  readonly additional?: { readonly headers?: Readonly<Record<string, string>> };
}

type PrismOutcome =
  | { readonly _tag: "Left"; readonly left: PrismProblem }
  | {
      readonly _tag: "Right";
      readonly right: {
        readonly output: PrismOutput;
        readonly validations: {
          readonly input: readonly { readonly code?: string | number; readonly message: string }[];
        };
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
  readonly params: Readonly<Record<string, unknown>>;
  /** What breaks the rule. */
  readonly data?: unknown;
  /** The schema that has the keyword. */
  readonly parentSchema?: Readonly<Record<string, unknown>>;
}

export interface AjvFunction {
  (value: unknown): boolean;
  readonly errors?: readonly AjvError[] | null;
}

export interface Ajv {
  removeKeyword(keyword: string): void;
  addKeyword(definition: object): void;
  addSchema(schema: object, key: string, meta: undefined, validate: boolean): void;
  compile(schema: object): AjvFunction;
}

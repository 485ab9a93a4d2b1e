// The parts of Swagger UI 5 that the explorer touches: it ships no types.

/** What `React.createElement` gives; only ever handed on. */
export type Element = object | string | null;
export type Component<Props = Record<string, unknown>> = (props: Props) => Element;

/** Of Immutable.js. */
export interface Immutable {
  get(key: string): unknown;
  toJS(): unknown;
}

export interface SwaggerUi {
  preauthorizeApiKey(scheme: string, value: string): void;
}

export interface System {
  readonly React: {
    createElement(
      type: unknown,
      props: Readonly<Record<string, unknown>> | null,
      ...children: unknown[]
    ): Element;
    readonly Fragment: unknown;
    useState<T>(initial: T): [T, (next: T) => void];
  };
  readonly Im: { fromJS(value: unknown): Immutable };
  readonly fn: { buildRequest(request: unknown): BuiltRequest };
  /** A container is drawn again whenever anything in the store changes, and is given the system. */
  getComponent(name: string, container?: true): unknown;
  readonly specSelectors: {
    specJsonWithResolvedSubtrees(): Immutable;
    parameterValues(operation: readonly [path: string, method: string]): Immutable;
  };
  readonly oas3Selectors: {
    selectedServer(namespace?: string): string | undefined;
    serverVariables(of: { server: string; namespace?: string }): Immutable;
    serverEffectiveValue(of: { server: string; namespace?: string } | string): string;
    requestContentType(path: string, method: string): string | undefined;
    responseContentType(path: string, method: string): string | undefined;
    /** Text as edited; a map for forms. */
    requestBodyValue(path: string, method: string): Immutable | string | undefined;
  };
  readonly authSelectors: { authorized(): Immutable | undefined };
  readonly requestSnippetsSelectors: {
    getSnippetGenerators(): {
      toArray(): [
        name: string,
        generator: { get(key: "title" | "syntax"): string; get(key: "fn"): Generator },
      ][];
    };
  };
}

export type Generator = (request: Immutable) => string;

/** What is about to be sent. */
export interface BuiltRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

declare global {
  // The global that swagger-ui-bundle.js makes.
  const SwaggerUIBundle: (options: Readonly<Record<string, unknown>>) => SwaggerUi;
}

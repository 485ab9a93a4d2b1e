import type { Immutable, System } from "./swagger-ui.js";

/** A request as the form stands, and what a snippet wants to know of where it comes from. */
export interface Call {
  readonly operationId: string;
  /** In capitals. */
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** As it would be sent. */
  readonly body: string | undefined;
  /** Values by name, by location: `path`, `query` and so on. */
  readonly params: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Whether a success has a body. */
  readonly answersData: boolean;
  /** How the client is told where the operations live. */
  readonly server: { readonly region: string } | { readonly baseUrl: string };
  /** Whether it goes to the mock, for which any credential will do. */
  readonly isMock: boolean;
  /** Headers that carry a credential, in small letters; the first is the token's. */
  readonly credentialHeaders: readonly string[];
}

interface Spec {
  readonly servers: readonly { readonly url: string }[];
  readonly security?: readonly Readonly<Record<string, unknown>>[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, SpecOperation | undefined>>>>;
  readonly components?: {
    readonly securitySchemes?: Readonly<Record<string, { in?: string; name?: string }>>;
  };
}

interface SpecOperation {
  readonly operationId: string;
  readonly parameters?: readonly {
    readonly in: string;
    readonly name: string;
    readonly required?: boolean;
    readonly schema?: { readonly type?: unknown };
  }[];
  readonly responses: Readonly<Record<string, { readonly content?: object }>>;
}

type Selectors = Pick<System, "fn" | "specSelectors" | "oas3Selectors" | "authSelectors">;

/**
 * Builds the request that Execute would send, with the same function of Swagger UI and from the
 * same state.
 *
 * @throws Error where the form is not complete
 */
export function buildCall(system: Selectors, path: string, method: string, mockUrl: string): Call {
  const { fn, specSelectors, oas3Selectors, authSelectors } = system;
  const { target, baseUrl, region } = readServer(system);
  const operation = target.spec.paths[path]?.[method] as SpecOperation;
  const values = specSelectors.parameterValues([path, method]).toJS() as Record<string, unknown>;
  const { url, headers, body } = fn.buildRequest({
    ...target,
    operationId: operation.operationId,
    parameters: values,
    securities: { authorized: toObject(authSelectors.authorized()) },
    requestBody: toValue(oas3Selectors.requestBodyValue(path, method)),
    requestContentType: oas3Selectors.requestContentType(path, method),
    responseContentType: oas3Selectors.responseContentType(path, method) || "*/*",
  });
  return {
    operationId: operation.operationId,
    method: method.toUpperCase(),
    url,
    headers,
    body: body === undefined || typeof body === "string" ? body : JSON.stringify(body),
    params: paramsOf(operation, values),
    answersData: Object.entries(operation.responses).some(
      ([status, { content }]) => status.startsWith("2") && content !== undefined,
    ),
    server: region === undefined ? { baseUrl } : { region },
    isMock: baseUrl === mockUrl,
    credentialHeaders: credentialHeadersOf(target.spec),
  };
}

function credentialHeadersOf({ security = [], components = {} }: Spec): string[] {
  const { securitySchemes: schemes = {} } = components;
  const preferredFirst = new Set([...security.flatMap(Object.keys), ...Object.keys(schemes)]);
  return [...preferredFirst].flatMap((key) => {
    const { in: location, name = "" } = schemes[key] ?? {};
    return location === "header" ? [name.toLowerCase()] : [];
  });
}

/** Whether the mock is what is selected under Servers. */
export function isForMock(system: Selectors, mockUrl: string): boolean {
  return readServer(system).baseUrl === mockUrl;
}

function readServer({ specSelectors, oas3Selectors }: Selectors) {
  const spec = specSelectors.specJsonWithResolvedSubtrees().toJS() as Spec;
  const server = oas3Selectors.selectedServer() || (spec.servers[0]?.url ?? "");
  // Those with a default are there from the start.
  const serverVariables = toObject(oas3Selectors.serverVariables({ server }));
  return {
    target: { spec, server, serverVariables, contextUrl: location.href },
    baseUrl: oas3Selectors.serverEffectiveValue(server).replace(/\/+$/, ""),
    region: serverVariables.region as string | undefined,
  };
}

function paramsOf({ parameters = [] }: SpecOperation, values: Record<string, unknown>) {
  const params: Record<string, Record<string, unknown>> = {};
  for (const { in: location, name, required, schema } of parameters) {
    const value = values[`${location}.${name}`];
    if (value === undefined || value === null || value === "") {
      if (required) throw new Error(`${name} is missing.`);
      continue;
    }
    params[location] ??= {};
    params[location][name] = withType(schema?.type, value);
  }
  return params;
}

/** A form knows text only. */
function withType(type: unknown, value: unknown): unknown {
  if (type === "integer" || type === "number") return Number(value);
  return type === "boolean" ? String(value) === "true" : value;
}

function toObject(map: Immutable | string | undefined): Record<string, unknown> {
  return typeof map === "object" ? (map.toJS() as Record<string, unknown>) : {};
}

function toValue(body: Immutable | string | undefined): unknown {
  return typeof body === "object" && body !== null ? body.toJS() : body;
}

import { createMock, type Mock, type MockRequest } from "huaweicloud-dew-tags/mock";
import { type Wire, wires } from "../../cases/index.js";
import { curlOf } from "../compare.js";
import type { OpenApiDocument } from "../document/load.js";
import {
  childOf,
  examplesOf,
  type JsonObject,
  locate,
  locateOperation,
  locateParameters,
  locateResponse,
  objectAt,
} from "../document/locate.js";
import {
  CREDENTIALS,
  DEFAULT_REGION,
  MEDIA_TYPE,
  originIn,
  targetOf,
  UNAUTHORIZED,
} from "../wire.js";
import type { Probe } from "./check.js";
import { findUnarmed, listSchemas } from "./compilable.js";

/** The probes of one judge into one subject. */
export interface ProbeGroup {
  readonly judge: string;
  readonly operation: string;
  readonly subject: string;
  readonly probes: readonly Probe[];
}

/** What the contract says around its requests. */
export interface Surroundings {
  /** What the document says by itself. */
  readonly ofDocument: readonly ProbeGroup[];
  /** What its mock does. */
  readonly ofMock: readonly ProbeGroup[];
}

const ALL = "all operations";

export function listSurroundings(
  document: OpenApiDocument,
  committed: OpenApiDocument,
): Surroundings {
  const mock = lazyMock(document);
  const group = (judge: string, operation: string, subject: string, probes: Probe[]) => ({
    judge,
    operation,
    subject,
    probes,
  });
  return {
    ofDocument: [
      group("document", ALL, "armed", armed(document)),
      group("document", ALL, "error codes", errorCodes(document, committed)),
      ...Object.entries(wires).flatMap(([operation, wire]) => [
        group("document", operation, "server", servers(document, operation, wire)),
        group("document", operation, "statuses", statuses(document, committed, operation)),
        group("document", operation, "examples", examples(document, committed, operation)),
        group("ajv", operation, "response types", responseTypes(document, committed, operation)),
      ]),
    ],
    ofMock: Object.entries(wires).flatMap(([operation, wire]) => {
      const scene: Scene = { mock, committed, operation, wire };
      return [
        group("mock", operation, "method and path", methodAndPath(scene)),
        group("mock", operation, "credentials", credentials(scene)),
        group("mock", operation, "media types", mediaTypes(scene)),
        group("mock", operation, "forced answers", forcedAnswers(scene)),
        group("mock", operation, "undocumented answers", undocumentedAnswers(scene)),
        group("mock", operation, "request examples", requestExamples(scene)),
        group("mock", operation, "its own examples", ownExamples(scene, document)),
      ];
    }),
  };
}

function armed(document: OpenApiDocument): Probe[] {
  return [
    {
      id: "schemas that do not compile in strict mode",
      expected: [],
      observe: () => findUnarmed(document),
    },
  ];
}

function errorCodes(document: OpenApiDocument, committed: OpenApiDocument): Probe[] {
  return [
    {
      id: "the error codes and what they mean",
      expected: errorCodesOf(committed),
      observe: () => errorCodesOf(document),
    },
  ];
}

export function errorCodesOf(document: OpenApiDocument): Record<string, string> {
  const codes: Record<string, string> = {};
  for (const [, schema] of listSchemas(document)) Object.assign(codes, schema["x-error-codes"]);
  return codes;
}

function servers(document: OpenApiDocument, operation: string, wire: Wire): Probe[] {
  const addressIn = (region?: string): string => {
    const { value, item, template } = locateOperation(document, operation);
    const [server] = (value.servers ?? item.value.servers ?? document.servers ?? []) as unknown[];
    const variables = objectAt(server, "variables");
    const origin = String(objectAt(server)?.url).replace(/\{([^{}]+)\}/g, (_, name: string) =>
      String((name === "region" && region) || objectAt(variables, name)?.default),
    );
    return origin + template;
  };
  return [undefined, "ap-southeast-1"].map((region) => ({
    id: `the address in ${region ?? "the default region"}`,
    expected: originIn(region ?? DEFAULT_REGION) + wire.template,
    observe: () => addressIn(region),
  }));
}

function statuses(
  document: OpenApiDocument,
  committed: OpenApiDocument,
  operation: string,
): Probe[] {
  return [
    {
      id: "the documented statuses",
      expected: statusesOf(committed, operation),
      observe: () => statusesOf(document, operation),
    },
  ];
}

function examples(
  document: OpenApiDocument,
  committed: OpenApiDocument,
  operation: string,
): Probe[] {
  const same = (id: string, read: (document: OpenApiDocument) => unknown): Probe => ({
    id,
    expected: read(committed),
    observe: () => read(document),
  });
  return [
    same("the examples of the request", (from) => requestExamplesOf(from, operation)),
    same("the examples of the parameters", (from) => parameterExamplesOf(from, operation)),
    ...statusesOf(committed, operation).map((status) =>
      same(`the examples of ${status}`, (from) => responseExamplesOf(from, operation, status)),
    ),
  ];
}

interface Scene {
  readonly mock: () => Promise<Mock>;
  readonly committed: OpenApiDocument;
  readonly operation: string;
  readonly wire: Wire;
}

function methodAndPath({ mock, committed, operation, wire }: Scene): Probe[] {
  const { item } = locateOperation(committed, operation);
  const others = ["GET", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD", "TRACE"].filter(
    (method) => item.value[method.toLowerCase()] === undefined,
  );
  return [
    {
      id: "the method and the path",
      expected: { operationId: operation, method: wire.method, path: wire.template },
      observe: async () =>
        (await mock()).operations.find(({ operationId }) => operationId === operation),
    },
    ...others.map((method) => ({
      id: method,
      expected: 405,
      observe: async () =>
        (await (await mock()).handle({ ...sampleRequest(operation, wire), method })).status,
    })),
  ];
}

/** What is compared of an answer. */
interface Answer {
  readonly status: number;
  readonly contentType: string | undefined;
  readonly body: unknown;
  /** Keywords of what is wrong with the request. */
  readonly wrong: readonly string[];
}

function credentials({ mock, committed, operation, wire }: Scene): Probe[] {
  const unauthorized = refusal(committed, operation, UNAUTHORIZED, String(UNAUTHORIZED));
  const names = CREDENTIALS.flatMap((each) => Object.keys(each));
  return [
    { id: "no credential", headers: {}, expected: unauthorized },
    ...names.map((name) => ({
      id: `an empty ${name}`,
      headers: { [name]: "" },
      expected: unauthorized,
    })),
    // The sample of a browser: what is no credential does not become one.
    { id: "a cookie", headers: { Cookie: `${names[0]}=token` }, expected: unauthorized },
    ...CREDENTIALS.map((headers) => ({
      id: `${Object.keys(headers)} alone`,
      headers,
      expected: success(wire),
    })),
  ].map(({ id, headers, expected }) => ({
    id,
    expected,
    observe: () =>
      answerTo(mock, {
        ...sampleRequest(operation, wire),
        headers: { "Content-Type": MEDIA_TYPE, ...headers },
      }),
    curl: curlOf(operation, wire.sample, headers),
  }));
}

function mediaTypes({ mock, committed, operation, wire }: Scene): Probe[] {
  const refused = refusal(committed, operation, wire.refusal, "415");
  return [
    { type: MEDIA_TYPE, expected: success(wire) },
    { type: `${MEDIA_TYPE}; charset=utf-8`, expected: success(wire) },
    { type: "text/plain", expected: refused },
    { type: "application/xml", expected: refused },
    { type: "application/x-www-form-urlencoded", expected: refused },
    { type: "application/octet-stream", expected: refused },
    { type: undefined, expected: refused },
  ].map(({ type, expected }) => {
    const headers = { ...CREDENTIALS[0], ...(type && { "Content-Type": type }) };
    return {
      id: `a body of ${type ?? "no type"}`,
      expected,
      observe: () => answerTo(mock, { ...sampleRequest(operation, wire), headers }),
    };
  });
}

/** Each documented status, then each example by its name. */
function forcedAnswers({ mock, committed, operation, wire }: Scene): Probe[] {
  return statusesOf(committed, operation).flatMap((status) => {
    const named = responseExamplesOf(committed, operation, status);
    const wishes = [
      { prefer: `code=${status}`, body: usualAnswer(committed, operation, status) },
      ...named.map(([name, body]) => ({ prefer: `code=${status}, example=${name}`, body })),
    ];
    return wishes.map(({ prefer, body }) => {
      const headers = { ...CREDENTIALS[0], Prefer: prefer };
      const contentType = body === undefined ? undefined : MEDIA_TYPE;
      const expected: Answer = { status: Number(status), contentType, body, wrong: [] };
      return {
        id: `Prefer: ${prefer}`,
        expected,
        observe: () =>
          answerTo(mock, {
            ...sampleRequest(operation, wire),
            headers: { "Content-Type": MEDIA_TYPE, ...headers },
          }),
        curl: curlOf(operation, wire.sample, headers),
      };
    });
  });
}

/** Statuses that services of this kind answer, and that the contract does not know. */
const UNDOCUMENTED = ["200", "202", "405", "422", "429", "503"];

function undocumentedAnswers({ mock, committed, operation, wire }: Scene): Probe[] {
  const documented = statusesOf(committed, operation);
  return UNDOCUMENTED.filter((status) => !documented.includes(status)).map((status) => {
    const headers = { ...CREDENTIALS[0], Prefer: `code=${status}` };
    return {
      id: headers.Prefer,
      expected: "an error of the mock itself",
      observe: async () => {
        const request = {
          ...sampleRequest(operation, wire),
          headers: { "Content-Type": MEDIA_TYPE, ...headers },
        };
        const { status, body } = await answerTo(mock, request);
        return JSON.stringify(body)?.includes('"MOCK.') ? "an error of the mock itself" : status;
      },
      curl: curlOf(operation, wire.sample, headers),
    };
  });
}

/** Bodies of these types are not among the responses of the contract. */
const OTHER_TYPES = ["application/xml", "text/plain", "application/merge-patch+json"];

function responseTypes(
  document: OpenApiDocument,
  committed: OpenApiDocument,
  operation: string,
): Probe[] {
  const allows = (status: string, type: string): boolean => {
    const [kind] = type.split("/");
    const content = objectAt(locateResponse(document, operation, status).value, "content");
    return [type, `${kind}/*`, "*/*"].some((range) => content !== undefined && range in content);
  };
  return statusesOf(committed, operation).flatMap((status) =>
    OTHER_TYPES.map((type) => ({
      id: `a ${status} of ${type}`,
      expected: false,
      observe: () => allows(status, type),
    })),
  );
}

/** What the document under test gives as an example of a request, its mock accepts. */
function ownExamples({ mock, operation, wire }: Scene, document: OpenApiDocument): Probe[] {
  return [
    {
      id: "the request examples that it refuses",
      expected: [],
      observe: async () => {
        const given = parameterExamplesOf(document, operation)
          .filter(([, value]) => value !== undefined)
          .map(([name, value]) => [name, String(value)] as const);
        const path = targetOf(operation, { ...wire.sample.path, ...Object.fromEntries(given) });
        const refused: string[] = [];
        for (const [name, body] of requestExamplesOf(document, operation)) {
          const request = { ...sampleRequest(operation, wire), path, body: JSON.stringify(body) };
          if ((await answerTo(mock, request)).status !== wire.success) refused.push(name);
        }
        return refused;
      },
    },
  ];
}

function requestExamples({ mock, committed, operation, wire }: Scene): Probe[] {
  const path = Object.fromEntries(
    parameterExamplesOf(committed, operation).map(([name, value]) => [name, String(value)]),
  );
  return requestExamplesOf(committed, operation).map(([name, body]) => ({
    id: `the example ${name}`,
    expected: success(wire),
    observe: () =>
      answerTo(mock, {
        ...sampleRequest(operation, wire),
        path: targetOf(operation, path),
        body: JSON.stringify(body),
      }),
    curl: curlOf(operation, { path, body }),
  }));
}

function sampleRequest(operation: string, { method, sample }: Wire): MockRequest {
  return {
    method,
    path: targetOf(operation, sample.path),
    headers: { "Content-Type": MEDIA_TYPE, ...CREDENTIALS[0] },
    body: JSON.stringify(sample.body),
  };
}

async function answerTo(mock: () => Promise<Mock>, request: MockRequest): Promise<Answer> {
  const { status, headers, body, violations } = await (await mock()).handle(request);
  return {
    status,
    contentType: headers["content-type"],
    body,
    wrong: violations.map(({ keyword }) => keyword),
  };
}

function success({ success: status }: Wire): Answer {
  return { status, contentType: undefined, body: undefined, wrong: [] };
}

/** The documented answer to a request that is refused. */
function refusal(
  committed: OpenApiDocument,
  operation: string,
  status: number,
  keyword: string,
): Answer {
  const body = usualAnswer(committed, operation, String(status));
  return { status, contentType: MEDIA_TYPE, body, wrong: [keyword] };
}

/** The first example that is named after the operation's service, which is its tag, or the first. */
export function usualAnswer(
  committed: OpenApiDocument,
  operation: string,
  status: string,
): unknown {
  const { tags } = locateOperation(committed, operation).value;
  const service = String((tags as string[] | undefined)?.[0]).toLowerCase();
  const named = responseExamplesOf(committed, operation, status);
  const [, body] = named.find(([name]) => name.startsWith(service)) ?? named[0] ?? [];
  return body;
}

export function statusesOf(document: OpenApiDocument, operation: string): string[] {
  const { responses } = locateOperation(document, operation).value;
  return Object.keys(responses as JsonObject).sort();
}

type NamedExamples = [name: string, value: unknown][];

export function responseExamplesOf(
  document: OpenApiDocument,
  operation: string,
  status: string,
): NamedExamples {
  return examplesOf(locateResponse(document, operation, status).value, MEDIA_TYPE);
}

export function requestExamplesOf(document: OpenApiDocument, operation: string): NamedExamples {
  const { pointer } = locateOperation(document, operation);
  return examplesOf(locate(document, childOf(pointer, "requestBody")).value, MEDIA_TYPE);
}

function parameterExamplesOf(document: OpenApiDocument, operation: string): NamedExamples {
  return locateParameters(document, locateOperation(document, operation))
    .map(({ value }): [string, unknown] => [String(value.name), value.example])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function lazyMock(document: OpenApiDocument): () => Promise<Mock> {
  let mock: Promise<Mock> | undefined;
  return () => {
    mock ??= createMock({ spec: document });
    return mock;
  };
}

import { createMock, type Mock } from "huaweicloud-dew-tags/mock";
import { type CaseRequest, wires } from "../../cases/index.js";
import {
  parameterExamplesOf,
  requestExamplesOf,
  responseExamplesOf,
  statusesOf,
  usualExampleOf,
} from "../document/examples.js";
import type { OpenApiDocument } from "../document/load.js";
import {
  contentOf,
  locateBody,
  locateOperation,
  locateResponse,
  usualMediaTypeOf,
} from "../document/locate.js";
import {
  credentialsOf,
  curlOf,
  MEDIA_TYPE,
  toWire,
  UNAUTHORIZED,
  type WireRequest,
  wireOf,
} from "../wire.js";
import type { Check, CheckGroup } from "./check.js";

/** What the mock of a document does beyond judging requests, beside what the committed one says. */
export function listMockChecks(
  document: OpenApiDocument,
  committed: OpenApiDocument,
): CheckGroup[] {
  const mock = lazyMock(document);
  return Object.keys(wires).flatMap((operation) => {
    const scene: Scene = { mock, committed, operation, sample: wireOf(operation).sample };
    const groups: Readonly<Record<string, readonly Check[]>> = {
      "method and path": methodAndPath(scene),
      credentials: credentials(scene),
      "media types": mediaTypes(scene),
      "forced answers": forcedAnswers(scene),
      "undocumented answers": undocumentedAnswers(scene),
      "request examples": requestExamples(scene),
      "its own examples": ownExamples(scene, document),
    };
    return Object.entries(groups)
      .filter(([, checks]) => checks.length > 0)
      .map(([subject, checks]) => ({ judge: "mock", operation, subject, checks }));
  });
}

interface Scene {
  readonly mock: () => Promise<Mock>;
  readonly committed: OpenApiDocument;
  readonly operation: string;
  /** A request that the contract allows. */
  readonly sample: CaseRequest;
}

function methodAndPath({ mock, committed, operation, sample }: Scene): Check[] {
  const { method, template } = wireOf(operation);
  const { item } = locateOperation(committed, operation);
  const others = ["GET", "PUT", "POST", "PATCH", "DELETE", "OPTIONS", "HEAD", "TRACE"].filter(
    (other) => item.value[other.toLowerCase()] === undefined,
  );
  return [
    {
      id: "the method and the path",
      expected: { operationId: operation, method, path: template },
      observe: async () =>
        (await mock()).operations.find(({ operationId }) => operationId === operation),
    },
    ...others.map((other) => ({
      id: other,
      expected: 405,
      observe: async () =>
        (await (await mock()).handle({ ...toWire(operation, sample), method: other })).status,
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

function credentials(scene: Scene): Check[] {
  const { mock, committed, operation, sample } = scene;
  const accepted = credentialsOf(operation);
  const isFree = accepted.some((headers) => Object.keys(headers).length === 0);
  const all = [...new Set(Object.keys(wires).flatMap((other) => namesOf(credentialsOf(other))))];
  const without = isFree ? success(scene) : unauthorized(committed, operation);
  const alone = (name: string): Answer =>
    isFree || namesOf(accepted).includes(name) ? success(scene) : without;
  return [
    { id: "no credential", headers: {}, expected: without },
    // A browser's: what is no credential does not become one.
    { id: "a cookie", headers: { Cookie: `${all[0]}=token` }, expected: without },
    ...all.map((name) => ({ id: `an empty ${name}`, headers: { [name]: "" }, expected: without })),
    ...all.map((name) => ({
      id: `${name} alone`,
      headers: { [name]: "token" },
      expected: alone(name),
    })),
  ].map(({ id, headers, expected }) => ({
    id,
    expected,
    observe: () => answerTo(mock, toWire(operation, sample, headers)),
    curl: curlOf(operation, sample, headers),
  }));
}

/** The headers each of which alone is a credential. */
function namesOf(accepted: ReturnType<typeof credentialsOf>): string[] {
  return accepted.flatMap((headers) => {
    const names = Object.keys(headers);
    return names.length === 1 ? names : [];
  });
}

function mediaTypes(scene: Scene): Check[] {
  const { mock, committed, operation, sample } = scene;
  if (sample.body === undefined) return [];
  const body = locateBody(committed, locateOperation(committed, operation));
  const documented = body === undefined ? [] : Object.keys(contentOf(body));
  const refused: Answer = { ...refusal(scene), wrong: ["415"] };
  return [
    { type: MEDIA_TYPE, expected: success(scene) },
    { type: `${MEDIA_TYPE}; charset=utf-8`, expected: success(scene) },
    ...[
      "text/plain",
      "application/xml",
      "application/x-www-form-urlencoded",
      "application/octet-stream",
      undefined,
    ]
      .filter((type) => type === undefined || !documented.includes(type))
      .map((type) => ({ type, expected: refused })),
  ].map(({ type, expected }) => ({
    id: `a body of ${type ?? "no type"}`,
    expected,
    observe: () => {
      const { headers, ...rest } = toWire(operation, sample);
      const { "Content-Type": _, ...others } = headers;
      return answerTo(mock, {
        ...rest,
        headers: { ...others, ...(type && { "Content-Type": type }) },
      });
    },
  }));
}

/** Each documented status, then each example by its name. */
function forcedAnswers({ mock, committed, operation, sample }: Scene): Check[] {
  return statusesOf(committed, operation).flatMap((status) => {
    const usual = answer(committed, operation, Number(status));
    const named = usual.contentType
      ? responseExamplesOf(committed, operation, status, usual.contentType)
      : [];
    const wishes = [
      { Prefer: `code=${status}`, body: usual.body },
      ...named.map(([name, body]) => ({ Prefer: `code=${status}, example=${name}`, body })),
    ];
    return wishes.map(({ Prefer, body }) => {
      const request = { ...sample, headers: { ...sample.headers, Prefer } };
      return {
        id: `Prefer: ${Prefer}`,
        expected: { ...usual, body },
        observe: () => answerTo(mock, toWire(operation, request)),
        curl: curlOf(operation, request),
      };
    });
  });
}

/** Statuses that a contract need not know. */
const UNDOCUMENTED = ["200", "202", "405", "422", "429", "503"];

function undocumentedAnswers({ mock, committed, operation, sample }: Scene): Check[] {
  const documented = statusesOf(committed, operation);
  return UNDOCUMENTED.filter((status) => !documented.includes(status)).map((status) => {
    const Prefer = `code=${status}`;
    const request = { ...sample, headers: { ...sample.headers, Prefer } };
    return {
      id: Prefer,
      expected: "an error of the mock itself",
      observe: async () => {
        const { status, body } = await answerTo(mock, toWire(operation, request));
        return JSON.stringify(body)?.includes('"MOCK.') ? "an error of the mock itself" : status;
      },
      curl: curlOf(operation, request),
    };
  });
}

/** What the committed document gives as examples of a request, the mock of this one accepts. */
function requestExamples(scene: Scene): Check[] {
  const { mock, committed, operation } = scene;
  return examplesFrom(scene, committed).map(([name, request]) => ({
    id: `the example ${name}`,
    expected: success(scene),
    observe: () => answerTo(mock, toWire(operation, request)),
    curl: curlOf(operation, request),
  }));
}

/** What the document under test gives as an example of a request, its mock accepts. */
function ownExamples(scene: Scene, document: OpenApiDocument): Check[] {
  const { mock, operation } = scene;
  return [
    {
      id: "the request examples that it refuses",
      expected: [],
      observe: async () => {
        const refused: string[] = [];
        for (const [name, request] of examplesFrom(scene, document)) {
          const { status } = await answerTo(mock, toWire(operation, request));
          if (status !== wireOf(operation).success) refused.push(name);
        }
        return refused;
      },
    },
  ];
}

/** Each example of the body, with the examples of the parameters. */
function examplesFrom(
  { operation, sample }: Scene,
  document: OpenApiDocument,
): [name: string, request: CaseRequest][] {
  const given = parameterExamplesOf(document, operation).filter(([, value]) => value !== undefined);
  const of = (location: string): Record<string, unknown> =>
    Object.fromEntries(
      given
        .filter(([name]) => name.startsWith(`${location} `))
        .map(([name, value]) => [name.slice(location.length + 1), value]),
    );
  const texts = (values: Record<string, unknown>): Record<string, string> =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
  const parameters: CaseRequest = {
    path: { ...sample.path, ...texts(of("path")) },
    query: { ...sample.query, ...of("query") } as NonNullable<CaseRequest["query"]>,
    headers: { ...sample.headers, ...texts(of("header")) },
  };
  const bodies = requestExamplesOf(document, operation, MEDIA_TYPE);
  return bodies.length === 0 && sample.body === undefined
    ? [["of the parameters", parameters]]
    : bodies.map(([name, body]) => [name, { ...parameters, body }]);
}

async function answerTo(mock: () => Promise<Mock>, request: WireRequest): Promise<Answer> {
  const { status, headers, body, violations } = await (await mock()).handle(request);
  return {
    status,
    contentType: headers["content-type"],
    body,
    wrong: violations.map(({ keyword }) => keyword),
  };
}

/** The documented answer to a request that the contract allows. */
function success({ committed, operation }: Scene): Answer {
  return answer(committed, operation, wireOf(operation).success);
}

/** The documented answer to one that it does not. */
function refusal({ committed, operation }: Scene): Answer {
  return answer(committed, operation, wireOf(operation).refusal);
}

function unauthorized(committed: OpenApiDocument, operation: string): Answer {
  return { ...answer(committed, operation, UNAUTHORIZED), wrong: [String(UNAUTHORIZED)] };
}

function answer(committed: OpenApiDocument, operation: string, status: number): Answer {
  const contentType = usualMediaTypeOf(locateResponse(committed, operation, String(status)));
  const body = contentType
    ? usualExampleOf(committed, operation, String(status), contentType)
    : undefined;
  return { status, contentType, body, wrong: [] };
}

function lazyMock(document: OpenApiDocument): () => Promise<Mock> {
  let mock: Promise<Mock> | undefined;
  return () => {
    mock ??= createMock({ spec: document });
    return mock;
  };
}

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
import { METHODS } from "../document/places.js";
import { once } from "../once.js";
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
  const mock = once(() => createMock({ spec: document }));
  return Object.keys(wires).flatMap((operation) => {
    const scene = setScene(mock, committed, operation);
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

/** What is compared of an answer. */
interface Answer {
  readonly status: number;
  readonly contentType: string | undefined;
  readonly body: unknown;
  /** Keywords of what is wrong with the request. */
  readonly wrong: readonly string[];
}

/** An operation, and its mock. */
interface Scene {
  readonly mock: () => Promise<Mock>;
  readonly committed: OpenApiDocument;
  readonly operation: string;
  /** A request that the contract allows. */
  readonly sample: CaseRequest;
  /** The documented answer to it. */
  readonly success: Answer;
  answerTo(request: WireRequest): Promise<Answer>;
  /** The documented answer of a status. */
  documented(status: string | number): Answer;
  /** That a request is answered so. */
  check(id: string, expected: Answer, ...request: RequestWithHeaders): Check;
}

type RequestWithHeaders = [request: CaseRequest, credential?: Readonly<Record<string, string>>];

function setScene(mock: Scene["mock"], committed: OpenApiDocument, operation: string): Scene {
  const documented = (status: string | number): Answer => {
    const contentType = usualMediaTypeOf(locateResponse(committed, operation, String(status)));
    const body = contentType && usualExampleOf(committed, operation, String(status), contentType);
    return { status: Number(status), contentType, body, wrong: [] };
  };
  const answerTo = async (request: WireRequest): Promise<Answer> => {
    const { status, headers, body, violations } = await (await mock()).handle(request);
    const wrong = violations.map(({ keyword }) => keyword);
    return { status, contentType: headers["content-type"], body, wrong };
  };
  const { sample, success } = wireOf(operation);
  return {
    mock,
    committed,
    operation,
    sample,
    success: documented(success),
    answerTo,
    documented,
    check: (id, expected, ...request) => ({
      id,
      expected,
      observe: () => answerTo(toWire(operation, ...request)),
      curl: curlOf(operation, ...request),
    }),
  };
}

function methodAndPath({ mock, committed, operation, sample }: Scene): Check[] {
  const { method, template } = wireOf(operation);
  const { item } = locateOperation(committed, operation);
  const others = METHODS.filter((other) => item.value[other] === undefined);
  return [
    {
      id: "the method and the path",
      expected: { operationId: operation, method, path: template },
      observe: async () =>
        (await mock()).operations.find(({ operationId }) => operationId === operation),
    },
    ...others
      .map((other) => other.toUpperCase())
      .map((other) => ({
        id: other,
        expected: 405,
        observe: async () =>
          (await (await mock()).handle({ ...toWire(operation, sample), method: other })).status,
      })),
  ];
}

function credentials({ operation, sample, success, documented, check }: Scene): Check[] {
  const accepted = credentialsOf(operation);
  const isFree = accepted.some((headers) => Object.keys(headers).length === 0);
  const all = new Set(Object.keys(wires).flatMap((other) => namesOf(credentialsOf(other))));
  const unauthorized = { ...documented(UNAUTHORIZED), wrong: [String(UNAUTHORIZED)] };
  const without = isFree ? success : unauthorized;
  const isEnough = (name: string): boolean => isFree || namesOf(accepted).includes(name);
  const [cookie] = all;
  return [
    check("no credential", without, sample, {}),
    // A browser's: what is no credential does not become one.
    check("a cookie", without, sample, { Cookie: `${cookie}=token` }),
    ...[...all].flatMap((name) => [
      check(`an empty ${name}`, without, sample, { [name]: "" }),
      check(`${name} alone`, isEnough(name) ? success : without, sample, { [name]: "token" }),
    ]),
  ];
}

/** The headers each of which alone is a credential. */
function namesOf(accepted: ReturnType<typeof credentialsOf>): string[] {
  return accepted.map(Object.keys).flatMap((names) => (names.length === 1 ? names : []));
}

const OTHER_TYPES = [
  "text/plain",
  "application/xml",
  "application/x-www-form-urlencoded",
  "application/octet-stream",
];

function mediaTypes({
  committed,
  operation,
  sample,
  success,
  documented,
  answerTo,
}: Scene): Check[] {
  if (sample.body === undefined) return [];
  const body = locateBody(committed, locateOperation(committed, operation));
  const known = Object.keys(body ? contentOf(body) : {});
  const refused: Answer = { ...documented(wireOf(operation).refusal), wrong: ["415"] };
  const wrong = [...OTHER_TYPES.filter((type) => !known.includes(type)), undefined];
  return [
    ...[MEDIA_TYPE, `${MEDIA_TYPE}; charset=utf-8`].map((type) => [type, success] as const),
    ...wrong.map((type) => [type, refused] as const),
  ].map(([type, expected]) => ({
    id: `a body of ${type ?? "no type"}`,
    expected,
    observe: () => {
      const { headers, ...rest } = toWire(operation, sample);
      const { "Content-Type": _, ...others } = headers;
      return answerTo({ ...rest, headers: { ...others, ...(type && { "Content-Type": type }) } });
    },
  }));
}

function preferring(sample: CaseRequest, Prefer: string): CaseRequest {
  return { ...sample, headers: { ...sample.headers, Prefer } };
}

/** Each documented status, then each example by its name. */
function forcedAnswers({ committed, operation, sample, documented, check }: Scene): Check[] {
  return statusesOf(committed, operation).flatMap((status) => {
    const usual = documented(status);
    const named = usual.contentType
      ? responseExamplesOf(committed, operation, status, usual.contentType)
      : [];
    return [
      [`code=${status}`, usual.body] as const,
      ...named.map(([name, body]) => [`code=${status}, example=${name}`, body] as const),
    ].map(([wish, body]) => check(`Prefer: ${wish}`, { ...usual, body }, preferring(sample, wish)));
  });
}

/** Statuses that a contract need not know. */
const UNDOCUMENTED = ["200", "202", "405", "422", "429", "503"];

function undocumentedAnswers({ committed, operation, sample, answerTo }: Scene): Check[] {
  const documented = statusesOf(committed, operation);
  return UNDOCUMENTED.filter((status) => !documented.includes(status)).map((status) => {
    const request = preferring(sample, `code=${status}`);
    return {
      id: `code=${status}`,
      expected: "an error of the mock itself",
      observe: async () => {
        const { status, body } = await answerTo(toWire(operation, request));
        return JSON.stringify(body)?.includes('"MOCK.') ? "an error of the mock itself" : status;
      },
      curl: curlOf(operation, request),
    };
  });
}

/** What the committed document gives as examples of a request, the mock of this one accepts. */
function requestExamples(scene: Scene): Check[] {
  return examplesFrom(scene, scene.committed).map(([name, request]) =>
    scene.check(`the example ${name}`, scene.success, request),
  );
}

/** What the document under test gives as an example of a request, its mock accepts. */
function ownExamples(scene: Scene, document: OpenApiDocument): Check[] {
  const { operation, answerTo } = scene;
  return [
    {
      id: "the request examples that it refuses",
      expected: [],
      observe: async () => {
        const refused: string[] = [];
        for (const [name, request] of examplesFrom(scene, document)) {
          const { status } = await answerTo(toWire(operation, request));
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

import { createMock, type Mock } from "huaweicloud-dew-tags/mock";
import { type CaseRequest, type Wire, wires } from "../../cases/index.js";
import type { Document } from "../document/load.js";
import { type Operation, operationOf } from "../document/operation.js";
import { METHODS } from "../document/places.js";
import { once } from "../once.js";
import type { Headers, WireRequest } from "../wire.js";
import { credentialsOf, curlOf, MEDIA_TYPE, toWire, UNAUTHORIZED } from "../wire.js";
import type { Check, Checks } from "./check.js";

/** What the mock of a document does beyond judging requests, beside what the committed one says. */
export function mockChecks(document: Document, committed: Document): Checks[] {
  const mock = once(() => createMock({ spec: document }));
  return Object.entries(wires).flatMap(([operation, wire]) => {
    const located = operationOf(committed, operation);
    const checks = new MockChecks(mock, operation, wire, located);
    const own = () => operationOf(document, operation);
    const groups: Readonly<Record<string, readonly Check[]>> = {
      "method and path": checks.methodAndPath(),
      credentials: checks.credentials(),
      "media types": checks.mediaTypes(),
      "forced answers": checks.forcedAnswers(),
      "undocumented answers": checks.undocumentedAnswers(),
      "request examples": checks.requestExamples(),
      "its own examples": [checks.ownExamples(own)],
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

/** Statuses that a contract need not know. */
const UNDOCUMENTED = ["200", "202", "405", "422", "429", "503"];

/** Media types that a contract need not know. */
const OTHER_TYPES = [
  "text/plain",
  "application/xml",
  "application/x-www-form-urlencoded",
  "application/octet-stream",
];

/** The checks of one operation. */
class MockChecks {
  readonly #mock: () => Promise<Mock>;
  readonly #id: string;
  readonly #wire: Wire;
  /** As committed. */
  readonly #operation: Operation;
  /** The documented answer to a request that the contract allows. */
  readonly #success: Answer;

  constructor(mock: () => Promise<Mock>, id: string, wire: Wire, operation: Operation) {
    this.#mock = mock;
    this.#id = id;
    this.#wire = wire;
    this.#operation = operation;
    this.#success = this.#documented(wire.success);
  }

  methodAndPath(): Check[] {
    const { method, template, sample } = this.#wire;
    const others = METHODS.filter((other) => this.#operation.item.value[other] === undefined);
    return [
      {
        id: "the method and the path",
        expected: { operationId: this.#id, method, path: template },
        observe: async () =>
          (await this.#mock()).operations.find(({ operationId }) => operationId === this.#id),
      },
      ...others.map((other) => ({
        id: other.toUpperCase(),
        expected: 405,
        observe: async () => {
          const request = { ...toWire(this.#id, sample), method: other.toUpperCase() };
          return (await this.#answerTo(request)).status;
        },
      })),
    ];
  }

  credentials(): Check[] {
    const { sample } = this.#wire;
    const accepted = credentialsOf(this.#id);
    const isFree = accepted.some((headers) => Object.keys(headers).length === 0);
    const all = new Set(Object.keys(wires).flatMap((other) => namesOf(credentialsOf(other))));
    const unauthorized = { ...this.#documented(UNAUTHORIZED), wrong: [String(UNAUTHORIZED)] };
    const without = isFree ? this.#success : unauthorized;
    const alone = (name: string): Answer =>
      namesOf(accepted).includes(name) ? this.#success : without;
    const [cookie] = all;
    return [
      this.#check("no credential", without, sample, {}),
      // A browser's: what is no credential does not become one.
      this.#check("a cookie", without, sample, { Cookie: `${cookie}=token` }),
      ...[...all].flatMap((name) => [
        this.#check(`an empty ${name}`, without, sample, { [name]: "" }),
        this.#check(`${name} alone`, alone(name), sample, { [name]: "token" }),
      ]),
    ];
  }

  mediaTypes(): Check[] {
    const { sample, refusal } = this.#wire;
    if (sample.body === undefined) return [];
    const known = this.#operation.body()?.mediaTypes() ?? [];
    const refused: Answer = { ...this.#documented(refusal), wrong: ["415"] };
    const wrong = [...OTHER_TYPES.filter((type) => !known.includes(type)), undefined];
    return [MEDIA_TYPE, `${MEDIA_TYPE}; charset=utf-8`, ...wrong].map((type) => ({
      id: `a body of ${type ?? "no type"}`,
      expected: wrong.includes(type) ? refused : this.#success,
      observe: () => {
        const { headers, ...rest } = toWire(this.#id, sample);
        const { "Content-Type": _, ...others } = headers;
        const given = { ...others, ...(type && { "Content-Type": type }) };
        return this.#answerTo({ ...rest, headers: given });
      },
    }));
  }

  /** Each documented status, then each example by its name. */
  forcedAnswers(): Check[] {
    return this.#operation.statuses().flatMap((status) => {
      const usual = this.#documented(status);
      const examples = this.#operation.response(status).examples(usual.contentType);
      return [
        [`code=${status}`, usual.body] as const,
        ...examples.map(([name, body]) => [`code=${status}, example=${name}`, body] as const),
      ].map(([wish, body]) =>
        this.#check(`Prefer: ${wish}`, { ...usual, body }, this.#preferring(wish)),
      );
    });
  }

  undocumentedAnswers(): Check[] {
    const documented = this.#operation.statuses();
    return UNDOCUMENTED.filter((status) => !documented.includes(status)).map((status) => {
      const request = this.#preferring(`code=${status}`);
      return {
        id: `code=${status}`,
        expected: "an error of the mock itself",
        observe: async () => {
          const { status, body } = await this.#answerTo(toWire(this.#id, request));
          return JSON.stringify(body)?.includes('"MOCK.') ? "an error of the mock itself" : status;
        },
        curl: curlOf(this.#id, request),
      };
    });
  }

  /** What the committed document gives as examples of a request, the mock of this one accepts. */
  requestExamples(): Check[] {
    return this.#examplesFrom(this.#operation).map(([name, request]) =>
      this.#check(`the example ${name}`, this.#success, request),
    );
  }

  /** What the document under test gives as an example of a request, its mock accepts. */
  ownExamples(own: () => Operation): Check {
    return {
      id: "the request examples that it refuses",
      expected: [],
      observe: async () => {
        const refused: string[] = [];
        for (const [name, request] of this.#examplesFrom(own())) {
          const { status } = await this.#answerTo(toWire(this.#id, request));
          if (status !== this.#wire.success) refused.push(name);
        }
        return refused;
      },
    };
  }

  /** Each example of the body, with the examples of the parameters. */
  #examplesFrom(operation: Operation): [name: string, request: CaseRequest][] {
    const { sample } = this.#wire;
    const given = operation.parameterExamples().filter(([, value]) => value !== undefined);
    const of = (location: string, read: (value: unknown) => unknown) =>
      Object.fromEntries(
        given
          .filter(([name]) => name.startsWith(`${location} `))
          .map(([name, value]) => [name.slice(location.length + 1), read(value)]),
      );
    const parameters = {
      path: { ...sample.path, ...of("path", String) },
      query: { ...sample.query, ...of("query", (value) => value) },
      headers: { ...sample.headers, ...of("header", String) },
    } as CaseRequest;
    const bodies = operation.body()?.examples() ?? [];
    return bodies.length === 0 && sample.body === undefined
      ? [["of the parameters", parameters]]
      : bodies.map(([name, body]) => [name, { ...parameters, body }]);
  }

  #preferring(Prefer: string): CaseRequest {
    const { sample } = this.#wire;
    return { ...sample, headers: { ...sample.headers, Prefer } };
  }

  /** That a request is answered so. */
  #check(id: string, expected: Answer, request: CaseRequest, credential?: Headers): Check {
    return {
      id,
      expected,
      observe: () => this.#answerTo(toWire(this.#id, request, credential)),
      curl: curlOf(this.#id, request, credential),
    };
  }

  async #answerTo(request: WireRequest): Promise<Answer> {
    const { status, headers, body, violations } = await (await this.#mock()).handle(request);
    const wrong = violations.map(({ keyword }) => keyword);
    return { status, contentType: headers["content-type"], body, wrong };
  }

  #documented(status: string | number): Answer {
    const contentType = this.#operation.response(status).usualMediaType();
    const body = contentType && this.#operation.usualExample(status, contentType);
    return { status: Number(status), contentType, body, wrong: [] };
  }
}

/** The headers each of which alone is a credential. */
function namesOf(accepted: readonly Headers[]): string[] {
  return accepted.map(Object.keys).flatMap((names) => (names.length === 1 ? names : []));
}

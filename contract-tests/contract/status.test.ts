import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import {
  ApiError,
  type Auth,
  akSk,
  createDewTagsClient,
  type DewTagsClientOptions,
  token,
} from "huaweicloud-dew-tags";
import { type RunningMock, startMock } from "huaweicloud-dew-tags/mock";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { wires } from "../cases/index.js";
import {
  errorCodesOf,
  responseExamplesOf,
  statusesOf,
  usualAnswer,
} from "../kit/checks/surroundings.js";
import { loadCommitted, loadDocument } from "../kit/document/load.js";
import { DEFAULT_REGION, MEDIA_TYPE, originIn, UNAUTHORIZED } from "../kit/wire.js";

// What the client makes of each status, and what it puts on the wire.

const committed = await loadCommitted();
const advice = errorCodesOf(committed);
const document = await loadDocument();

let mock: RunningMock;
beforeAll(async () => {
  mock = await startMock({ spec: document });
}, 60_000);
afterAll(() => mock?.close());

describe.each(Object.entries(wires))("%s", (operation, wire) => {
  const call = (
    options: Partial<DewTagsClientOptions> = {},
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer> => {
    const base = "region" in options ? {} : { baseUrl: mock.url };
    const auth = token("token");
    const client = createDewTagsClient({ ...base, auth, retry: false, ...options });
    const method = (client as unknown as Record<string, (init: unknown) => Promise<Answer>>)[
      operation
    ];
    if (method === undefined) throw new Error(`the client has no method ${operation}`);
    const { path, body } = wire.sample;
    return method({ params: { path }, body, headers });
  };

  describe("by the mock of the document", () => {
    const errors = statusesOf(committed, operation).filter((status) => Number(status) >= 400);
    const named = errors.flatMap((status) => [
      [status, `code=${status}`, usualAnswer(committed, operation, status)] as const,
      ...responseExamplesOf(committed, operation, status).map(
        ([name, body]) => [status, `code=${status}, example=${name}`, body] as const,
      ),
    ]);

    it("documents errors", () => {
      expect(errors.length).toBeGreaterThan(0);
      for (const status of errors) {
        expect(responseExamplesOf(committed, operation, status), status).not.toEqual([]);
      }
    });

    it.each(named)("answers %s to Prefer: %s", async (status, Prefer, body) => {
      const { error, data, response } = await call({}, { Prefer });
      expect(error).toBeInstanceOf(ApiError);
      expect(data).toBeUndefined();
      expect(response.status).toBe(Number(status));
      expect(response.headers.get("content-type")).toBe(MEDIA_TYPE);
      const { error_code, error_msg } = (body as ErrorBody).error;
      expect({ ...(error as ApiError) }).toEqual({
        name: "ApiError",
        operationId: operation,
        status: Number(status),
        code: error_code,
        serverMessage: error_msg,
        advice: advice[error_code],
        requestId: response.headers.get("x-request-id"),
        body,
        attempts: 1,
      });
      expect(response.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
    });

    it(`answers ${wire.success} without a body, and no error`, async () => {
      const { error, data, response } = await call();
      expect({ error, data, status: response.status, body: await response.text() }).toEqual({
        error: undefined,
        data: undefined,
        status: wire.success,
        body: "",
      });
    });

    it(`answers ${UNAUTHORIZED} without a credential`, async () => {
      const nobody: Auth = { authorize: () => ({}) };
      const { error } = await call({ auth: nobody });
      const status = String(UNAUTHORIZED);
      expect(error).toMatchObject({
        status: UNAUTHORIZED,
        body: usualAnswer(committed, operation, status),
      });
    });

    it.each([
      ["a token", token("token")],
      ["a function that gets one", token(async () => "token")],
      ["a signature", akSk({ accessKey: "ak", secretKey: "sk" })],
      [
        "a signature of temporary keys",
        akSk({ accessKey: "ak", secretKey: "sk", securityToken: "st", projectId: "p" }),
      ],
    ])(`answers ${wire.success} to %s`, async (_, auth) => {
      const { error, response } = await call({ auth });
      expect([error, response.status]).toEqual([undefined, wire.success]);
    });
  });

  it("gives the advice of the document to each of its error codes, and to no other", async () => {
    const adviceTo = async (code: string): Promise<unknown> => {
      const body = JSON.stringify({ error: { error_code: code, error_msg: "" } });
      const { error } = await call({ fetch: async () => new Response(body, { status: 400 }) });
      return (error as ApiError).advice;
    };
    expect(Object.keys(advice).length).toBeGreaterThan(0);
    for (const [code, words] of Object.entries(advice)) expect(await adviceTo(code)).toBe(words);
    for (const code of ["KMS.9999", "toString", "__proto__", ""]) {
      expect(await adviceTo(code)).toBeUndefined();
    }
  });

  describe("by a server that does as it likes", () => {
    let respond: (response: ServerResponse) => void;
    const received: { head: IncomingMessage; body: string }[] = [];
    const server = createServer(async (head, response) => {
      received.push({ head, body: await text(head) });
      respond(response);
    });
    let baseUrl: string;
    beforeAll(async () => {
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    });
    afterAll(() => {
      server.closeAllConnections();
      server.close();
    });

    it("gets exactly what the wire says", async () => {
      respond = (response) => response.writeHead(wire.success).end();
      received.length = 0;
      await call({ baseUrl });
      expect(received).toHaveLength(1);
      const [{ head, body }] = received as [(typeof received)[number]];
      expect([head.method, head.url, body]).toEqual([
        wire.method,
        wire.sample.target,
        wire.sample.text,
      ]);
      const headers = Object.entries(head.headers).filter(([name]) => !OF_FETCH.has(name));
      expect(Object.fromEntries(headers)).toEqual({
        host: new URL(baseUrl).host,
        "content-type": MEDIA_TYPE,
        "content-length": String(Buffer.byteLength(wire.sample.text ?? "")),
        "x-auth-token": "token",
      });
    });

    it.each(SUCCESSES)("takes %s for a success", async (_, status, body, data) => {
      respond = (response) => response.writeHead(status).end(body);
      const answer = await call({ baseUrl });
      expect([answer.error, answer.data, answer.response.status]).toEqual([
        undefined,
        data,
        status,
      ]);
    });

    it.each(FAILURES)("takes %s for a failure", async (_, { status, headers, sent, cut }, told) => {
      respond = (response) => {
        response.writeHead(status, headers);
        if (cut) response.write(sent, () => response.destroy());
        else response.end(sent);
      };
      const { error, data, response } = await call({ baseUrl });
      expect(error).toBeInstanceOf(ApiError);
      expect(data).toBeUndefined();
      expect(response.status).toBe(status);
      expect({ ...(error as ApiError) }).toEqual({
        name: "ApiError",
        operationId: operation,
        status,
        code: undefined,
        serverMessage: undefined,
        requestId: undefined,
        advice: undefined,
        body: undefined,
        attempts: 1,
        ...told,
      });
    });
  });

  it("goes to the server of the region, with exactly what the wire says and no redirects", async () => {
    for (const region of [DEFAULT_REGION, "ap-southeast-1"]) {
      const sent: [url: string, init: RequestInit][] = [];
      await call({
        region,
        fetch: async (url, init) => {
          sent.push([url, init]);
          return new Response(null, { status: wire.success });
        },
      });
      expect(sent).toEqual([
        [
          originIn(region) + wire.sample.target,
          {
            method: wire.method,
            headers: { "content-type": MEDIA_TYPE, "x-auth-token": "token" },
            body: wire.sample.text,
            redirect: "manual",
            signal: expect.any(AbortSignal),
          },
        ],
      ]);
    }
  });
});

interface Answer {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

/** Headers that fetch adds of its own accord. */
const OF_FETCH = new Set([
  "accept",
  "accept-encoding",
  "accept-language",
  "connection",
  "sec-fetch-mode",
  "user-agent",
]);

interface ErrorBody {
  readonly error: { readonly error_code: string; readonly error_msg: string };
}

type Success = readonly [name: string, status: number, body: string | undefined, data: unknown];

/** What the page promises, and what its sample and a sister cloud answer instead. */
const SUCCESSES: readonly Success[] = [
  ["204 without a body", 204, undefined, undefined],
  ["200 with {}", 200, "{}", {}],
  ["200 with { }", 200, "{ }", {}],
  ["200 without a body", 200, undefined, undefined],
  ["202, which nobody documents,", 202, undefined, undefined],
];

interface Failing {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly sent?: string;
  /** Whether the connection closes before the body is complete. */
  readonly cut?: true;
}

const json = { "Content-Type": "application/json" };
const html = "<!doctype html><html><head><title>502 Bad Gateway</title></head></html>";

const FAILURES: readonly (readonly [string, Failing, Partial<Record<keyof ApiError, unknown>>])[] =
  [
    [
      "a documented body under a status that nobody documents",
      {
        status: 409,
        headers: json,
        sent: '{"error":{"error_code":"KMS.0205","error_msg":"Bad."}}',
      },
      {
        code: "KMS.0205",
        serverMessage: "Bad.",
        advice: advice["KMS.0205"],
        body: { error: { error_code: "KMS.0205", error_msg: "Bad." } },
      },
    ],
    ["503 without a body", { status: 503 }, {}],
    ["400 without a body, but with a type", { status: 400, headers: json, sent: "" }, {}],
    ["418 without a body", { status: 418, headers: { "X-Request-Id": "r" } }, { requestId: "r" }],
    ["304", { status: 304 }, {}],
    [
      "the gateway's flat body",
      {
        status: 429,
        headers: json,
        sent: '{"error_code":"APIGW.0308","error_msg":"Throttled","request_id":"7b"}',
      },
      {
        code: "APIGW.0308",
        serverMessage: "Throttled",
        advice: advice["APIGW.0308"],
        requestId: "7b",
        body: { error_code: "APIGW.0308", error_msg: "Throttled", request_id: "7b" },
      },
    ],
    [
      "IAM's body",
      {
        status: 401,
        headers: json,
        sent: '{"error":{"code":401,"message":"The token must be updated","title":"Unauthorized"}}',
      },
      {
        code: "401",
        serverMessage: "The token must be updated",
        body: { error: { code: 401, message: "The token must be updated", title: "Unauthorized" } },
      },
    ],
    [
      "problem+json",
      {
        status: 405,
        headers: { "Content-Type": "application/problem+json" },
        sent: '{"type":"about:blank","title":"Not allowed","status":405,"detail":"Use POST"}',
      },
      {
        serverMessage: "Use POST",
        body: { type: "about:blank", title: "Not allowed", status: 405, detail: "Use POST" },
      },
    ],
    [
      "a proxy's HTML",
      { status: 502, headers: { "Content-Type": "text/html" }, sent: html },
      { serverMessage: "502 Bad Gateway", body: html },
    ],
    ["HTML that calls itself JSON", { status: 500, headers: json, sent: "<p>" }, { body: "<p>" }],
    [
      "JSON that calls itself text",
      {
        status: 404,
        headers: { "Content-Type": "text/plain" },
        sent: '{"error":{"error_code":"C"}}',
      },
      { code: "C", body: { error: { error_code: "C" } } },
    ],
    [
      "JSON cut off by the server",
      { status: 500, headers: json, sent: '{"error":{"error_code":"KMS.0101","error_m' },
      {
        code: "KMS.0101",
        advice: advice["KMS.0101"],
        body: '{"error":{"error_code":"KMS.0101","error_m',
      },
    ],
    [
      "a body cut off by the network",
      {
        status: 500,
        headers: { ...json, "Content-Length": "500" },
        sent: '{"error":{"error_code":"KMS.0102","error_m',
        cut: true,
      },
      {
        code: "KMS.0102",
        advice: advice["KMS.0102"],
        body: '{"error":{"error_code":"KMS.0102","error_m',
      },
    ],
    ["JSON without an error", { status: 500, headers: json, sent: "[]" }, { body: [] }],
    ["a success that is not JSON", { status: 200, sent: "<p>login</p>" }, { body: "<p>login</p>" }],
    ["a success cut off by the server", { status: 200, headers: json, sent: "{" }, { body: "{" }],
  ];

import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import {
  ApiError,
  createDewTagsClient,
  type DewTagsClient,
  RequestValidationError,
  TransportError,
  token,
} from "huaweicloud-dew-tags";
import { createTestService, type TestService } from "huaweicloud-dew-tags/testing";
import { beforeEach, describe, expect, it } from "vitest";
import { operations } from "../../generated/operations.js";
import { type RequestCase, requestCases, wires } from "../cases/index.js";

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL("../..", import.meta.url));

let service: TestService;
let dew: DewTagsClient;
beforeEach(() => {
  service = createTestService();
  dew = clientOf({});
});

describe.each(Object.entries(operations))("%s", (operationId, operation) => {
  const wire = wires[operationId] as (typeof wires)[string];
  const { sample } = wire;
  const send = (headers: Record<string, string> = CREDENTIAL, body = sample.body) =>
    service.fetch(`https://service.example${sample.target}`, {
      method: wire.method,
      headers: {
        ...headers,
        ...sample.headers,
        ...(body !== undefined && { "content-type": "application/json" }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });

  it("answers its documented success, and records the call", async () => {
    const response = await send();
    expect(response.status).toBe(wire.success);
    expect(service.calls).toMatchObject([
      {
        operationId,
        method: operation.method,
        violations: [],
        status: wire.success,
        ...(sample.body !== undefined && { body: sample.body }),
      },
    ]);
  });

  it.each(Object.entries(operation.responses))(
    "answers %s where a test asks for it",
    async (status, { examples }) => {
      for (const [example, value] of Object.entries(examples)) {
        service.force({ status: Number(status), example });
        const response = await send();
        expect([response.status, JSON.parse(await response.text())]).toEqual([
          Number(status),
          value,
        ]);
      }
    },
  );

  it("answers 429 and 503, marked where they are not documented", async () => {
    for (const status of [429, 503].filter((each) => !(each in operation.responses))) {
      service.force({ status });
      const response = await send();
      expect([response.status, await response.text()]).toEqual([
        status,
        expect.stringContaining('"MOCK.'),
      ]);
    }
  });

  it("answers 401 where a credential is needed", async () => {
    const isNeeded = operation.security.length > 0 && operation.security.every((all) => all.length);
    expect((await send({})).status).toBe(isNeeded ? 401 : wire.success);
  });
});

describe("judges as the contract does", () => {
  it.each(Object.keys(operations))("every case of %s", async (operationId) => {
    const wire = wires[operationId] as (typeof wires)[string];
    const cases = requestCases.filter(({ operation }) => operation === operationId);
    expect(cases.length).toBeGreaterThan(0);
    const wrong: string[] = [];
    for (const { id, verdict, request } of cases.filter(hasOnlyPathAndBody)) {
      const template = operations[operationId as keyof typeof operations].path;
      const path = template.replace(/\{([^{}]+)\}/g, (_, name) =>
        encodeURIComponent(String(request.path?.[name] ?? "")),
      );
      const response = await service.fetch(`https://service.example${path}`, {
        method: wire.method,
        headers: { ...CREDENTIAL, "content-type": "application/json", ...request.headers },
        ...(request.body !== undefined && { body: JSON.stringify(request.body) }),
      });
      const expected = verdict === "accept" ? wire.success : wire.refusal;
      if (response.status !== expected) wrong.push(`${id}: ${response.status}`);
    }
    expect(wrong).toEqual([]);
  });

  /** A path that a URL cannot hold is never sent; a query wants the kit's serializer. */
  function hasOnlyPathAndBody({ request }: RequestCase): boolean {
    const ids = Object.values(request.path ?? {}).map(String);
    return request.query === undefined && ids.every((id) => ![".", ".."].includes(id));
  }
});

describe("with the client", () => {
  const ids = Object.keys(operations) as (keyof typeof operations)[];
  const operationId = (ids.find((id) => operations[id].requestBody?.required) ??
    ids[0]) as keyof typeof operations;
  const { sample, success } = wires[operationId] as (typeof wires)[string];
  const call = (client = dew, body: unknown = sample.body) => {
    const method = client[operationId] as (
      init: object,
    ) => ReturnType<DewTagsClient[typeof operationId]>;
    return method({
      params: { path: sample.path, query: sample.query, header: sample.headers },
      body,
    });
  };

  const post = (body: unknown, signal: AbortSignal | null = null) =>
    service.fetch(`https://service.example${sample.target}`, {
      method: operations[operationId].method,
      headers: { ...CREDENTIAL, ...sample.headers, "content-type": "application/json" },
      body: JSON.stringify(body),
      signal,
    });

  it("goes through without a network", async () => {
    const { error, response } = await call();
    expect([error, response.status]).toEqual([undefined, success]);
  });

  it("lets a retry succeed after forced failures", async () => {
    const retrying = clientOf({ retry: { initialDelay: 1 } });
    service.force({ status: 503, times: 2 });
    expect((await call(retrying)).error).toBeUndefined();
    expect(service.calls.map(({ status }) => status)).toEqual([503, 503, success]);
  });

  it("breaks the connection, which the client reports as reset", async () => {
    service.force({ reset: true });
    const error = await call().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(TransportError);
    expect(error).toMatchObject({ kind: "reset" });
    expect(service.calls).toMatchObject([{ status: undefined }]);
  });

  it("delays, so that a timeout and an abort can be tested", async () => {
    service.force({ delay: 60_000, times: 2 });
    await expect(call(clientOf({ timeout: 20 }))).rejects.toMatchObject({ kind: "timeout" });
    const controller = new AbortController();
    const pending = post(sample.body, controller.signal);
    controller.abort(new Error("enough"));
    await expect(pending).rejects.toThrow("enough");
  });

  it("forces an answer of one operation, of any body and headers, once", async () => {
    const others = Object.keys(operations).filter((id) => id !== operationId);
    for (const id of others) service.force({ operationId: id as typeof operationId, status: 500 });
    service.force({ operationId, status: 418, body: { at: 1 }, headers: { "x-request-id": "r1" } });
    const { error } = await call();
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ status: 418, body: { at: 1 }, requestId: "r1" });
    expect((await call()).error).toBeUndefined();
    service.reset();
    expect(service.calls).toEqual([]);
  });

  it("keeps a forced answer for the next call that is valid", async () => {
    service.force({ status: 503 });
    const invalid = await post(0);
    expect(invalid.status).toBe(wires[operationId]?.refusal);
    expect(service.calls[0]?.violations).not.toEqual([]);
    expect((await call()).error?.status).toBe(503);
  });

  it("is not asked where the client refuses by itself", async () => {
    await expect(call(dew, 0)).rejects.toBeInstanceOf(RequestValidationError);
    expect(service.calls).toEqual([]);
  });

  it("says what it cannot answer", async () => {
    service.force({ status: 418 });
    expect((await call()).error).toMatchObject({ status: 501, code: "MOCK.UnknownPreference" });
    service.force({ status: Number(wires[operationId]?.refusal), example: "nonsense" });
    expect((await call()).error).toMatchObject({ status: 501 });
    if (success === 204) service.force({ body: {} });
    if (success === 204) expect((await call()).error?.code).toBe("MOCK.UnknownPreference");
    const response = await service.fetch("https://service.example/nowhere");
    expect([response.status, await response.text()]).toEqual([
      404,
      expect.stringContaining("MOCK.UnknownPath"),
    ]);
  });
});

it.each([
  [null, "must be an object"],
  [{ stat: 4 }, "no option stat; there are operationId, status"],
  [{ operationId: "nope" }, `operationId must be one of ${Object.keys(operations).join(", ")}`],
  [{ status: "404" }, "status must be an integer from 200 to 599"],
  [{ status: 199 }, "status must be an integer"],
  [{ times: 0 }, "times must be a positive integer"],
  [{ delay: -1 }, "delay must be milliseconds"],
  [{ delay: 2 ** 31 }, "delay must be milliseconds from 0 to 2147483647"],
  [{ body: 10n }, "body must be something that JSON can hold"],
  [{ body: () => 1 }, "body must be something that JSON can hold"],
  [{ headers: { "a b": "1" } }, "headers must be an object of valid header names"],
  [{ headers: new Headers() }, "headers must be an object"],
  [{ status: 204, body: {} }, "a 204 never has a body"],
])("refuses to force %o", (answer, says) => {
  const force = () => service.force(answer as never);
  expect(force).toThrow(TypeError);
  expect(force).toThrow(says);
});

it("answers the same to the platform's own classes as to plain values", async () => {
  const [wire] = Object.values(wires) as [(typeof wires)[string]];
  const url = `https://service.example${wire.sample.target}`;
  const headers = { ...CREDENTIAL, ...wire.sample.headers, "Content-Type": "application/json" };
  const init = { method: wire.method, headers, body: JSON.stringify(wire.sample.body) ?? null };
  const forced = { "X-Request-Id": "r1", a: "b" };
  service.force({ headers: forced, times: 2 });
  const [plain, own] = await Promise.all([
    service.fetch(url, init),
    service.fetch(new Request(url, init)),
  ]);
  expect(service.calls[0]).toEqual(service.calls[1]);
  expect(plain).toBeInstanceOf(Response);
  for (const response of [plain, own, plain.clone()]) {
    expect([response.status, response.ok, response.type]).toEqual([wire.success, true, "default"]);
    expect(Object.fromEntries(response.headers)).toMatchObject({ "x-request-id": "r1", a: "b" });
    expect(response.headers.get("X-REQUEST-ID")).toBe("r1");
    expect(await response.text()).toBe(await own.clone().text());
  }
});

it.each(["/%zz", "/v1?a=%"])("answers 400 to the percent encoding of %s", async (target) => {
  const response = await service.fetch(`https://service.example${target}`);
  expect([response.status, await response.text()]).toEqual([
    400,
    expect.stringContaining("MOCK.InvalidPath"),
  ]);
});

it("passes its tests under node:test, as a consumer writes them", async () => {
  const file = "contract-tests/testing/node-test.ts";
  const args = ["--import", "tsx", "--test", "--test-reporter", "tap", file];
  const { stdout } = await run(process.execPath, args, { cwd: ROOT });
  expect(stdout).toMatch(/pass [1-9]/);
  expect(stdout).toMatch(/fail 0/);
});

const CREDENTIAL = { "X-Auth-Token": "t" };

function clientOf(options: object): DewTagsClient {
  return createDewTagsClient({
    baseUrl: "https://service.example",
    auth: token("t"),
    retry: false,
    fetch: service.fetch,
    ...options,
  });
}

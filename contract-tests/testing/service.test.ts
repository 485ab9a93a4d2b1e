import { execFile } from "node:child_process";
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
import { type CaseRequest, requestCases, type Wire, wires } from "../cases/index.js";
import { toWire, wireOf } from "../kit/wire.js";
import { ROOT } from "../support/workspace.js";

const run = promisify(execFile);

let service: TestService;
let dew: DewTagsClient;
beforeEach(() => {
  service = createTestService();
  dew = clientOf({});
});

type Sending = { credential?: typeof CREDENTIAL; signal?: AbortSignal };

/** Sends a request of an operation as its cases have it. */
function send(
  operation: string,
  request: CaseRequest,
  { credential = CREDENTIAL, signal }: Sending = {},
): Promise<Response> {
  const { path, body = null, ...wire } = toWire(operation, request, credential);
  const init = { ...wire, body, signal: signal ?? null };
  return service.fetch(`https://service.example${path}`, init);
}

describe.each(Object.entries(operations))("%s", (operationId, operation) => {
  const { sample, success, refusal } = wireOf(operationId);

  it("answers its documented success, and records the call", async () => {
    expect((await send(operationId, sample)).status).toBe(success);
    const { method } = operation;
    const { body } = sample;
    const expected = { operationId, method, violations: [], status: success, body };
    expect(service.calls).toMatchObject([expected]);
  });

  it.each(Object.entries(operation.responses))(
    "answers %s where a test asks for it",
    async (status, { examples }) => {
      for (const [example, value] of Object.entries(examples)) {
        service.force({ status: Number(status), example });
        const response = await send(operationId, sample);
        expect([response.status, await response.json()]).toEqual([Number(status), value]);
      }
    },
  );

  it("answers 429 and 503, marked where they are not documented", async () => {
    for (const status of [429, 503].filter((each) => !(each in operation.responses))) {
      service.force({ status });
      const response = await send(operationId, sample);
      expect(response.status).toBe(status);
      expect(await response.text()).toContain('"MOCK.');
    }
  });

  it("answers 401 where a credential is needed", async () => {
    const isNeeded = operation.security.length > 0 && operation.security.every((all) => all.length);
    const { status } = await send(operationId, sample, { credential: {} });
    expect(status).toBe(isNeeded ? 401 : success);
  });

  it("judges every case as the contract does", async () => {
    // A path that a URL cannot hold is never sent.
    const cases = requestCases.filter(
      (one) =>
        one.operation === operationId &&
        !Object.values(one.request.path).some((id) => [".", ".."].includes(id)),
    );
    expect(cases.length).toBeGreaterThan(0);
    for (const { id, verdict, request } of cases) {
      const { status } = await send(operationId, request);
      expect([id, status]).toEqual([id, verdict === "accept" ? success : refusal]);
    }
  });
});

describe("with the client", () => {
  const ids = Object.keys(operations) as (keyof typeof operations)[];
  const operationId = (ids.find((id) => operations[id].requestBody?.required) ??
    ids[0]) as keyof typeof operations;
  const { sample, success, refusal } = wireOf(operationId);
  const call = (client = dew, body: unknown = sample.body) => {
    const { path, query, headers: header } = sample;
    return client[operationId]({ params: { path, query, header }, body } as never);
  };

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
    const pending = send(operationId, sample, { signal: controller.signal });
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
    const invalid = await send(operationId, { ...sample, body: 0 });
    expect(invalid.status).toBe(refusal);
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
    service.force({ status: refusal, example: "nonsense" });
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
  const [[operationId, { sample, success }]] = Object.entries(wires) as [[string, Wire]];
  service.force({ headers: { "X-Request-Id": "r1", a: "b" }, times: 2 });
  const plain = await send(operationId, sample);
  const { path, body = null, ...wire } = toWire(operationId, sample, CREDENTIAL);
  const request = new Request(`https://service.example${path}`, { ...wire, body });
  const own = await service.fetch(request);
  expect(service.calls[0]).toEqual(service.calls[1]);
  expect(plain).toBeInstanceOf(Response);
  for (const response of [plain, own, plain.clone()]) {
    expect([response.status, response.ok, response.type]).toEqual([success, true, "default"]);
    expect(Object.fromEntries(response.headers)).toMatchObject({ "x-request-id": "r1", a: "b" });
    expect(response.headers.get("X-REQUEST-ID")).toBe("r1");
    expect(await response.text()).toBe(await own.clone().text());
  }
});

it.each(["/%zz", "/v1?a=%"])("answers 400 to the percent encoding of %s", async (target) => {
  const response = await service.fetch(`https://service.example${target}`);
  expect(response.status).toBe(400);
  expect(await response.text()).toContain("MOCK.InvalidPath");
});

it("passes its tests under node:test, as a consumer writes them", async () => {
  const file = "contract-tests/testing/node-test.ts";
  const args = ["--import", "tsx", "--test", "--test-reporter", "tap", file];
  const { stdout } = await run(process.execPath, args, { cwd: ROOT });
  expect(stdout).toMatch(/pass [1-9]/);
  expect(stdout).toMatch(/fail 0/);
});

const CREDENTIAL: Readonly<Record<string, string>> = { "X-Auth-Token": "t" };

function clientOf(options: object): DewTagsClient {
  return createDewTagsClient({
    baseUrl: "https://service.example",
    auth: token("t"),
    retry: false,
    fetch: service.fetch,
    ...options,
  });
}

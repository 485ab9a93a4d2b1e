import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import nock from "nock";
import { afterEach, describe, expect, it } from "vitest";
import { clientOf } from "./support/client.js";
import { call, operation } from "./support/operations.js";
import { transports } from "./support/transports.js";

const ORIGIN = "https://kms.cn-north-4.myhuaweicloud.com";
const METHOD = operation.method.toLowerCase() as "post";
const refusal = { error: { error_code: "KMS.0205", error_msg: "Bad key." } };

describe.each(transports)("a call by %s", (_, options) => {
  afterEach(() => {
    nock.cleanAll();
    nock.restore();
  });

  it("is seen and answered by MSW", async () => {
    const seen: unknown[] = [];
    const server = setupServer(
      http[METHOD](ORIGIN + operation.path, async ({ request }) => {
        seen.push([request.headers.get("x-auth-token"), await request.json()]);
        return seen.length === 1
          ? new HttpResponse(null, { status: 204 })
          : HttpResponse.json(refusal, { status: 400, headers: { "x-request-id": "r1" } });
      }),
    );
    server.listen({ onUnhandledRequest: "error" });
    try {
      const dew = clientOf(options);
      expect((await call(dew, operation)).response.status).toBe(204);
      const { error } = await call(dew, operation);
      expect(error).toMatchObject({ status: 400, code: "KMS.0205", requestId: "r1" });
      expect(seen).toEqual(Array(2).fill(["t", operation.body]));
    } finally {
      server.close();
    }
  });

  it("is failed by MSW", async () => {
    const server = setupServer(http[METHOD](ORIGIN + operation.path, () => HttpResponse.error()));
    server.listen({ onUnhandledRequest: "error" });
    try {
      await expect(call(clientOf(options), operation)).rejects.toMatchObject({
        name: "TransportError",
        kind: "network",
        attempts: 3,
      });
    } finally {
      server.close();
    }
  });

  it("is seen and answered by nock", async () => {
    nock.activate();
    const scope = nock(ORIGIN, { reqheaders: { "x-auth-token": "t" } })
      .intercept(operation.path, operation.method, operation.body as nock.DataMatcherMap)
      .reply(503)
      .intercept(operation.path, operation.method, operation.body as nock.DataMatcherMap)
      .reply(400, refusal, { "x-request-id": "r1" });
    const { error } = await call(clientOf(options), operation);
    expect(error).toMatchObject({ status: 400, code: "KMS.0205", requestId: "r1", attempts: 2 });
    expect(scope.isDone()).toBe(true);
  });

  it("that nock makes fail is named as the platform names it", async () => {
    nock.activate();
    nock(ORIGIN)
      .intercept(operation.path, operation.method)
      .times(3)
      .replyWithError(Object.assign(new Error("no"), { code: "ECONNRESET" }));
    await expect(call(clientOf(options), operation)).rejects.toMatchObject({
      kind: "reset",
      attempts: 3,
    });
  });
});

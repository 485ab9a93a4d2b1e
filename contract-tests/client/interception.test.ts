import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import nock from "nock";
import { describe, expect, it, onTestFinished } from "vitest";
import { clientOf, outcomeOf, transports } from "./support/client.js";
import { call, operation } from "./support/operations.js";

const ORIGIN = "https://kms.cn-north-4.myhuaweicloud.com";
const refusal = { error: { error_code: "KMS.0205", error_msg: "Bad key." } };
const refused = { status: 400, code: "KMS.0205", requestId: "r1", attempts: 2 };
const headers = { "x-request-id": "r1" };

// Its import activates it.
nock.restore();

describe.each(transports)("a call by %s", (_, options) => {
  const ask = () => outcomeOf(call(clientOf(options), operation));

  function listenByMsw(respond: (seen: { request: Request }) => Promise<Response> | Response) {
    const method = operation.method.toLowerCase() as "post";
    const server = setupServer(http[method](ORIGIN + operation.path, respond));
    server.listen({ onUnhandledRequest: "error" });
    onTestFinished(() => server.close());
  }

  it("is seen and answered by MSW", async () => {
    const seen: unknown[] = [];
    listenByMsw(async ({ request }) => {
      seen.push([request.headers.get("x-auth-token"), await request.json()]);
      return seen.length === 1
        ? new HttpResponse(null, { status: 503 })
        : HttpResponse.json(refusal, { status: 400, headers });
    });
    expect((await ask()).error).toMatchObject(refused);
    expect(seen).toEqual(Array(2).fill(["t", operation.body]));
  });

  it("is failed by MSW", async () => {
    listenByMsw(() => HttpResponse.error());
    const failed = { name: "TransportError", kind: "network", attempts: 3 };
    expect((await ask()).error).toMatchObject(failed);
  });

  function listenByNock() {
    nock.activate();
    onTestFinished(() => {
      nock.cleanAll();
      nock.restore();
    });
    return nock(ORIGIN, { reqheaders: { "x-auth-token": "t" } });
  }
  const intercept = (scope: nock.Scope) =>
    scope.intercept(operation.path, operation.method, operation.body as nock.DataMatcherMap);

  it("is seen and answered by nock", async () => {
    const first = intercept(listenByNock()).reply(503);
    const scope = intercept(first).reply(400, refusal, headers);
    expect((await ask()).error).toMatchObject(refused);
    expect(scope.isDone()).toBe(true);
  });

  it("that nock makes fail is named as the platform names it", async () => {
    const reset = Object.assign(new Error("no"), { code: "ECONNRESET" });
    intercept(listenByNock()).times(3).replyWithError(reset);
    expect((await ask()).error).toMatchObject({ kind: "reset", attempts: 3 });
  });
});

import type { DewTagsOperations } from "huaweicloud-dew-tags";
import { describe, expect, it, vi } from "vitest";
import { clientOf, run, status, stubFetch } from "./support/client.js";
import { call, operation, templateOf } from "./support/operations.js";

const OWN = "https://kms.cn-north-4.myhuaweicloud.com";
const BODY = JSON.stringify(operation.body);

const recorder = () => {
  const seen: unknown[] = [];
  return {
    seen,
    onRequest: ({ request }: { request: Request }) => {
      seen.push(request);
      request.headers.set("x-trace", "1");
      return request;
    },
    onResponse: ({ response }: { response: Response }) => void seen.push(response),
  };
};

describe("middleware", () => {
  it.each(["registered on dew.http", "of a single call"])(
    "%s gets the platform's own Request and Response, and never the credential",
    async (where) => {
      const fetch = stubFetch(status(204));
      const dew = clientOf({ fetch });
      const middleware = recorder();
      const isOfCall = where.endsWith("call");
      if (!isOfCall) dew.http.use(middleware);
      const init = isOfCall ? { middleware: [middleware] } : {};
      expect((await call(dew, operation, init)).error).toBeUndefined();
      expect(middleware.seen).toEqual([expect.any(Request), expect.any(Response)]);
      const [request] = middleware.seen as [Request];
      expect(request.method).toBe(operation.method);
      expect(request.headers.has("x-auth-token")).toBe(false);
      expect(fetch.sent).toMatchObject([
        { headers: { "x-trace": "1", "x-auth-token": "t" }, body: BODY },
      ]);
      if (isOfCall) return;
      dew.http.eject(middleware);
      await call(dew, operation);
      expect(middleware.seen).toHaveLength(2);
    },
  );

  it("sees one request and one response of a call that was retried", async () => {
    const middleware = recorder();
    const answers = [status(503), status(503), status(204)];
    const { sent } = await run(answers, {}, { middleware: [middleware] });
    expect(middleware.seen).toHaveLength(2);
    expect(sent.map(({ body }) => body)).toEqual([BODY, BODY, BODY]);
  });

  it.each([
    ["answer by itself", { onRequest: () => new Response("no", { status: 418 }) }, 0],
    ["change the response", { onResponse: () => new Response("no", { status: 418 }) }, 1],
  ])("can %s", async (_, middleware, requests) => {
    const { error, sent } = await run([status(204)], {}, { middleware: [middleware] });
    expect(error).toMatchObject({ status: 418, attempts: 1 });
    expect(sent).toHaveLength(requests);
  });

  it("and the request are taken when a call begins, however late it is sent", async () => {
    const fetch = stubFetch(status(204));
    const dew = clientOf({ fetch });
    const [gone, own, late] = [recorder(), recorder(), recorder()] as const;
    const header: Record<string, unknown> = { a: ["x", "y"] };
    const params = { path: operation.pathParams, header };
    const init = { params, body: operation.body as unknown, middleware: [own] };
    dew.http.use(gone);
    const called = dew[operation.operationId as keyof DewTagsOperations](init as never);
    dew.http.eject(gone);
    dew.http.use(late);
    Object.assign(header, { a: "z", b: "z" });
    Object.assign(init, { body: undefined, middleware: [late] }).middleware.push(late);
    await called;
    expect([gone, own, late].map(({ seen }) => seen.length)).toEqual([2, 2, 0]);
    const [{ headers, body } = {}] = fetch.sent;
    expect([headers?.a, headers?.b, body]).toEqual(["x, y", undefined, BODY]);
  });

  it.each([
    "https://evil.example/",
    `${OWN}.evil.example/`,
    `${OWN}:444/`,
    OWN.replace("https", "http"),
    `https://user@${new URL(OWN).host}.evil.example/`,
  ])("cannot send a credential to %s", async (url) => {
    const onRequest = ({ request }: { request: Request }) => new Request(url, request);
    const { error, sent } = await run([status(204)], {}, { middleware: [{ onRequest }] });
    expect(error).toMatchObject({ name: "TypeError" });
    expect(error?.message).toMatch(/^refused to send a credential|credentials/);
    expect(sent).toHaveLength(0);
  });

  it("where there is none, spares the platform's Request", async () => {
    const made = vi.fn(Reflect.construct);
    vi.stubGlobal("Request", new Proxy(Request, { construct: made }));
    const dew = clientOf({ fetch: stubFetch(status(204), status(503), status(204)) });
    await call(dew, operation);
    await call(dew, operation, { signal: new AbortController().signal });
    expect(made).not.toHaveBeenCalled();
    await call(dew, operation, { middleware: [recorder()] });
    expect(made).toHaveBeenCalledTimes(1);
    vi.unstubAllGlobals();
  });
});

describe("dew.http", () => {
  const path = templateOf(operation) as never;
  const init = { params: { path: operation.pathParams }, body: operation.body };

  it("runs what is registered before what a call brings, until it is ejected", async () => {
    const dew = clientOf({ fetch: stubFetch(status(204), status(204)) });
    const seen: string[] = [];
    const [first, second, third] = ["first", "second", "third"].map((name) => ({
      onRequest: () => void seen.push(name),
    })) as [object, object, object];
    dew.http.use(first as never, undefined as never, second as never);
    const send = dew.http[operation.method as "POST"];
    await send(path, { ...init, middleware: [third] } as never);
    expect(seen.splice(0)).toEqual(["first", "second", "third"]);
    dew.http.eject(first as never, third as never);
    await send(path, init as never);
    expect(seen).toEqual(["second"]);
  });

  it.each([5, "onRequest", {}, { onrequest() {} }])("takes no middleware such as %j", (one) => {
    expect(() => clientOf({}).http.use(one as never)).toThrow(
      "middleware must have onRequest(), onResponse() or onError()",
    );
  });

  const send = (...answers: Parameters<typeof stubFetch>) => {
    const fetch = stubFetch(...answers);
    const result = clientOf({ fetch }).http.request(
      operation.method.toLowerCase() as "post",
      path,
      init as never,
    ) as Promise<{ error?: unknown; response: Response }>;
    return { fetch, result };
  };

  it("calls paths with the credential, the timeout and the retries of the client", async () => {
    const { fetch, result } = send(status(503), status(204));
    expect((await result).response.status).toBe(204);
    expect(fetch.sent).toHaveLength(2);
    expect(fetch.sent[1]).toMatchObject({
      url: OWN + operation.path,
      headers: { "x-auth-token": "t", "content-type": "application/json" },
      body: BODY,
    });
  });

  it("gives errors as openapi-fetch does", async () => {
    const body = { error: { error_code: "KMS.0205", error_msg: "m" } };
    expect((await send(status(400, JSON.stringify(body))).result).error).toEqual(body);
  });
});

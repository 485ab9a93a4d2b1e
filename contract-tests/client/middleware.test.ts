import { token } from "huaweicloud-dew-tags";
import { afterEach, describe, expect, it, vi } from "vitest";
import { clientOf, rejection, status, stubFetch } from "./support/client.js";
import { call, operation } from "./support/operations.js";

const PlatformRequest = globalThis.Request;
afterEach(() => {
  globalThis.Request = PlatformRequest;
});

/** Counts the requests of the platform that are made from now on. */
function countRequests() {
  const made = vi.fn();
  globalThis.Request = class extends PlatformRequest {
    constructor(...args: ConstructorParameters<typeof PlatformRequest>) {
      super(...args);
      made();
    }
  };
  return made;
}

const recorder = () => {
  const seen: unknown[] = [];
  return {
    seen,
    onRequest: ({ request }: { request: Request }) => {
      seen.push(request);
      request.headers.set("x-trace", "1");
      return request;
    },
    onResponse: ({ response }: { response: Response }) => {
      seen.push(response);
      return undefined;
    },
  };
};

describe("middleware", () => {
  it("registered on dew.http gets the platform's own Request and Response", async () => {
    const fetch = stubFetch(status(204));
    const dew = clientOf({ fetch });
    const middleware = recorder();
    dew.http.use(middleware);
    expect((await call(dew, operation)).error).toBeUndefined();
    const [request, response] = middleware.seen;
    expect(request).toBeInstanceOf(Request);
    expect(response).toBeInstanceOf(Response);
    expect(await (request as Request).method).toBe(operation.method);
    expect(fetch.sent[0]?.headers).toMatchObject({ "x-trace": "1", "x-auth-token": "t" });
    expect(fetch.sent[0]?.body).toBe(JSON.stringify(operation.body));
  });

  it("of a single call gets them too", async () => {
    const fetch = stubFetch(status(204));
    const middleware = recorder();
    await call(clientOf({ fetch }), operation, { middleware: [middleware] });
    expect(middleware.seen).toEqual([expect.any(Request), expect.any(Response)]);
    expect(fetch.sent[0]?.headers).toMatchObject({ "x-trace": "1" });
  });

  it("sees one request and one response of a call that was retried", async () => {
    const fetch = stubFetch(status(503), status(503), status(204));
    const dew = clientOf({ fetch });
    const middleware = recorder();
    dew.http.use(middleware);
    await call(dew, operation);
    expect(middleware.seen).toHaveLength(2);
    expect(fetch.sent.map(({ body }) => body)).toEqual(
      Array(3).fill(JSON.stringify(operation.body)),
    );
  });

  it("never sees the credential", async () => {
    const dew = clientOf({ auth: token("secret"), fetch: stubFetch(status(401)) });
    const middleware = recorder();
    dew.http.use(middleware);
    await call(dew, operation);
    const [request] = middleware.seen as [Request];
    expect([...request.headers.values()]).not.toContain("secret");
  });

  it("can answer by itself", async () => {
    const fetch = stubFetch(status(204));
    const dew = clientOf({ fetch });
    dew.http.use({ onRequest: () => new Response("no", { status: 418 }) });
    expect((await call(dew, operation)).error).toMatchObject({ status: 418, attempts: 1 });
    expect(fetch.sent).toHaveLength(0);
  });

  it("can change the response", async () => {
    const dew = clientOf({ fetch: stubFetch(status(204)) });
    dew.http.use({ onResponse: () => new Response("no", { status: 418 }) });
    expect((await call(dew, operation)).error).toMatchObject({ status: 418 });
  });

  it("cannot send a credential to another origin", async () => {
    const fetch = stubFetch(status(204));
    const dew = clientOf({ fetch });
    dew.http.use({ onRequest: ({ request }) => new Request("https://evil.example/", request) });
    expect(await rejection(call(dew, operation))).toMatchObject({
      name: "TypeError",
      message: expect.stringContaining("https://evil.example"),
    });
    expect(fetch.sent).toHaveLength(0);
  });

  it.each([
    "https://kms.cn-north-4.myhuaweicloud.com.evil.example/",
    "https://kms.cn-north-4.myhuaweicloud.com:444/",
    "http://kms.cn-north-4.myhuaweicloud.com/",
    "https://user@kms.cn-north-4.myhuaweicloud.com.evil.example/",
  ])("cannot send a credential to %s", async (url) => {
    const fetch = stubFetch(status(204));
    const options = { params: { path: operation.pathParams }, body: operation.body, baseUrl: url };
    await rejection(call(clientOf({ fetch }), operation, options));
    expect(fetch.sent).toHaveLength(0);
  });

  it("is not called any more once it is ejected", async () => {
    const dew = clientOf({ fetch: stubFetch(status(204)) });
    const middleware = recorder();
    dew.http.use(middleware);
    dew.http.eject(middleware);
    await call(dew, operation);
    expect(middleware.seen).toEqual([]);
  });

  it("where there is none, spares the platform's Request", async () => {
    const fetch = stubFetch(status(204), status(503), status(204));
    const made = countRequests();
    const dew = clientOf({ fetch });
    await call(dew, operation);
    await call(dew, operation, { signal: new AbortController().signal });
    expect(made).not.toHaveBeenCalled();
    await call(dew, operation, { middleware: [recorder()] });
    expect(made).toHaveBeenCalledTimes(1);
  });
});

describe("dew.http", () => {
  const options = { params: { path: operation.pathParams }, body: operation.body };
  const template = Object.entries(operation.pathParams).reduce(
    (path, [name, id]) => path.replace(id, `{${name}}`),
    operation.path,
  );
  const send = (dew: ReturnType<typeof clientOf>) =>
    dew.http.request(
      operation.method.toLowerCase() as "post",
      template as never,
      options as never,
    ) as Promise<{ data?: unknown; error?: unknown; response: Response }>;

  it("calls paths with the credential, the timeout and the retries of the client", async () => {
    const fetch = stubFetch(status(503), status(204));
    const { response } = await send(clientOf({ fetch }));
    expect(response.status).toBe(204);
    expect(fetch.sent).toHaveLength(2);
    expect(fetch.sent[1]).toMatchObject({
      url: expect.stringContaining(operation.path),
      headers: { "x-auth-token": "t", "content-type": "application/json" },
      body: JSON.stringify(operation.body),
    });
  });

  it("gives errors as openapi-fetch does", async () => {
    const body = { error: { error_code: "KMS.0205", error_msg: "m" } };
    const { error } = await send(clientOf({ fetch: stubFetch(status(400, JSON.stringify(body))) }));
    expect(error).toEqual(body);
  });
});

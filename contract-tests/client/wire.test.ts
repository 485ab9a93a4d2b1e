import { token } from "huaweicloud-dew-tags";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answer, type FaultServer, noContent, startFaultServer } from "./fault-server.js";
import { clientOf, outcomeOf } from "./support/client.js";
import { call, operation, operations, templateOf } from "./support/operations.js";
import { serve } from "./support/server.js";

/** What `fetch` adds of its own accord; its versions differ. */
const PLATFORM =
  /^(accept|accept-encoding|accept-language|connection|priority|sec-fetch-mode|user-agent): .*\r\n/gim;

let server: FaultServer;
beforeAll(async () => {
  server = await startFaultServer([noContent]);
});
afterAll(() => server.close());

describe("the bytes on the wire of", () => {
  it.each(operations.map((operation) => [operation.operationId, operation] as const))(
    "%s are those of wire/",
    async (operationId, operation) => {
      const dew = clientOf({ baseUrl: `${server.url}/`, auth: token("MIIF-token") });
      expect((await call(dew, operation)).error).toBeUndefined();
      const sent = Buffer.from(server.requests.at(-1) ?? "", "latin1").toString();
      expect(sent, "lines that end in a line feed alone").not.toMatch(/(?<!\r)\n/);
      const own = sent
        .replace(PLATFORM, "")
        .replace(new URL(server.url).host, "{host}")
        .replaceAll("\r\n", "\n");
      await expect(own).toMatchFileSnapshot(`wire/${operationId}.http`);
    },
  );

  it("a caller's headers, which come with the client's own and never in their place", async () => {
    const headers = { "X-Trace": "1", Host: "evil.example", "X-AUTH-TOKEN": "other" };
    const dew = clientOf({ baseUrl: server.url });
    await call(dew, operation, { headers });
    const request = server.requests.at(-1) ?? "";
    expect(request).toMatch(/^x-trace: 1\r$/im);
    expect(request.match(/^x-auth-token: .*/gim)).toEqual(["x-auth-token: t"]);
    expect(request.match(/^host: .*/gim)).toEqual([expect.stringContaining("127.0.0.1")]);
  });

  it("a Unicode body, which are UTF-8", async () => {
    const dew = clientOf({ baseUrl: server.url, validate: false });
    const body = { action: "create", tags: [{ key: "环境", value: "é😀" }] };
    await call(dew, operation, { body });
    const [, sent = ""] = server.requests.at(-1)?.split("\r\n\r\n") ?? [];
    expect(JSON.parse(Buffer.from(sent, "latin1").toString())).toEqual(body);
  });
});

describe("a connection is kept and used again", () => {
  it.each([
    ["successes", noContent],
    ["successes with a body", answer("200 OK", [], "{}")],
    ["errors with a body", answer("400 Bad Request", [], '{"error":{}}')],
    ["errors without a body", answer("404 Not Found")],
    ["errors that are retried", answer("503 Busy", [], "busy")],
    ["redirects without a body", answer("302 Found", ["Location: /"])],
  ])("by calls that end in %s", async (_, given) => {
    const one = await serve(given);
    const dew = clientOf({ baseUrl: one.url });
    for (let i = 0; i < 10; i++) await outcomeOf(call(dew, operation));
    expect(one.requests.length).toBeGreaterThanOrEqual(10);
    // Two, because the second call may begin before the platform has let go of the first.
    expect(one.connections).toBeLessThanOrEqual(2);
  });
});

const ids = operations.flatMap((one) =>
  Object.keys(one.pathParams).map((name) => [name, one.operationId, one] as const),
);

describe.each(ids)("%s of %s", (name, operationId, operation) => {
  // What the contract itself refuses is not what is tested.
  const dew = (validate = false) => clientOf({ baseUrl: server.url, validate });
  const withId = (id: unknown) => ({ params: { path: { ...operation.pathParams, [name]: id } } });

  it.each([
    ["a/b", "a%2Fb"],
    ["../../x", "..%2F..%2Fx"],
    ["/", "%2F"],
    ["..\\", "..%5C"],
    ["%2f", "%252f"],
    ["%2e%2e", "%252e%252e"],
    ["%2E", "%252E"],
    ["%", "%25"],
    ["%zz", "%25zz"],
    ["a?b#c", "a%3Fb%23c"],
    ["a;b=c&d+e:f@g,h$i", "a%3Bb%3Dc%26d%2Be%3Af%40g%2Ch%24i"],
    [" .. ", "%20..%20"],
    ["\0\t\x7f", "%00%09%7F"],
    ["a\r\nHost: evil", "a%0D%0AHost%3A%20evil"],
    ["..\n", "..%0A"],
    ["...", "..."],
    ["..a", "..a"],
    ["-_.!~*'()", "-_.!~*'()"],
    ["{key_id}", "%7Bkey_id%7D"],
    ["密钥", "%E5%AF%86%E9%92%A5"],
    ["😀", "%F0%9F%98%80"],
    ["\u2024\u2024", "%E2%80%A4%E2%80%A4"],
  ])("%j is sent as the segment %s", async (id, segment) => {
    await call(dew(), operation, withId(id));
    const path = operation.path.replace(operation.pathParams[name] as string, () => segment);
    expect(server.requests.at(-1)?.split("\r\n")[0]).toBe(`${operation.method} ${path} HTTP/1.1`);
  });

  it.each(
    ["", ".", "..", "\ud800", "a\udc00b", undefined, null, {}, [], ["a"], 10n, Symbol("a")].map(
      (id) => [id],
    ),
  )("%o is refused, whether validated or not, and nothing is sent", async (id) => {
    const before = server.requests.length;
    for (const validate of [false, true]) {
      const { error } = await outcomeOf(call(dew(validate), operation, withId(id)));
      expect(error).toMatchObject({ name: "RequestValidationError", operationId });
      if (!validate) expect(error).toMatchObject({ violations: [{ pointer: `/path/${name}` }] });
    }
    expect(server.requests).toHaveLength(before);
  });

  it("is as safe through dew.http", async () => {
    const before = server.requests.length;
    const template = templateOf(operation);
    const method = operation.method.toLowerCase() as "post";
    const called = dew().http.request(method, template as never, withId("..") as never);
    await expect(called).rejects.toMatchObject({
      name: "RequestValidationError",
      operationId: template,
      violations: [{ pointer: `/path/${name}`, value: '".."' }],
    });
    expect(server.requests).toHaveLength(before);
  });
});

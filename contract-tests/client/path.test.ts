import { RequestValidationError } from "huaweicloud-dew-tags";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FaultServer, noContent, startFaultServer } from "./fault-server.js";
import { clientOf, rejection } from "./support/client.js";
import { call, operations, templateOf } from "./support/operations.js";

let server: FaultServer;
beforeAll(async () => {
  server = await startFaultServer([noContent]);
});
afterAll(() => server.close());

const ids = operations.flatMap((operation) =>
  Object.keys(operation.pathParams).map(
    (name) => [name, operation.operationId, operation] as const,
  ),
);

describe.each(ids)("%s of %s", (name, operationId, operation) => {
  // What the contract itself refuses is not what is tested.
  const dew = (validate = false) => clientOf({ baseUrl: server.url, validate });
  const withId = (id: unknown) => ({
    params: { path: { ...operation.pathParams, [name]: id } },
  });

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
      const error = await rejection(call(dew(validate), operation, withId(id)));
      expect(error).toBeInstanceOf(RequestValidationError);
      expect(error).toMatchObject({ operationId });
      if (!validate) expect(error).toMatchObject({ violations: [{ pointer: `/path/${name}` }] });
    }
    expect(server.requests).toHaveLength(before);
  });

  it("is as safe through dew.http", async () => {
    const before = server.requests.length;
    const template = templateOf(operation);
    const method = operation.method.toLowerCase() as "post";
    const { http } = dew();
    expect(
      await rejection(http.request(method, template as never, withId("..") as never)),
    ).toMatchObject({
      name: "RequestValidationError",
      operationId: template,
      violations: [{ pointer: `/path/${name}`, value: '".."' }],
    });
    expect(server.requests).toHaveLength(before);
  });
});

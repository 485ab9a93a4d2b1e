import { RequestValidationError } from "huaweicloud-dew-tags";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FaultServer, noContent, startFaultServer } from "./fault-server.js";
import { clientOf, rejection } from "./support/client.js";
import { call, operations } from "./support/operations.js";

const encoded: readonly (readonly [id: string, segment: string])[] = [
  ["a/b", "a%2Fb"],
  ["../../x", "..%2F..%2Fx"],
  ["/", "%2F"],
  ["a\\b", "a%5Cb"],
  ["..\\", "..%5C"],
  ["%2f", "%252f"],
  ["%2e%2e", "%252e%252e"],
  ["%2E", "%252E"],
  ["%", "%25"],
  ["%zz", "%25zz"],
  ["a?b", "a%3Fb"],
  ["a#b", "a%23b"],
  ["a;b=c", "a%3Bb%3Dc"],
  ["a&b=c+d", "a%26b%3Dc%2Bd"],
  ["a:b@c,d$e", "a%3Ab%40c%2Cd%24e"],
  ["a b", "a%20b"],
  [" .. ", "%20..%20"],
  ["\0", "%00"],
  ["a\r\nHost: evil", "a%0D%0AHost%3A%20evil"],
  ["\t", "%09"],
  ["..\n", "..%0A"],
  ["\x7f", "%7F"],
  ["...", "..."],
  ["..a", "..a"],
  ["-_.!~*'()", "-_.!~*'()"],
  ["{key_id}", "%7Bkey_id%7D"],
  ["密钥", "%E5%AF%86%E9%92%A5"],
  ["😀", "%F0%9F%98%80"],
  ["\u2024\u2024", "%E2%80%A4%E2%80%A4"],
];

const refused: readonly unknown[] = [
  "",
  ".",
  "..",
  "\ud800",
  "a\udc00b",
  undefined,
  null,
  {},
  [],
  ["a"],
  10n,
  Symbol("a"),
];

let server: FaultServer;
beforeAll(async () => {
  server = await startFaultServer([noContent]);
});
afterAll(() => server.close());

describe.each(operations.map((operation) => [operation.operationId, operation] as const))(
  "a path id of %s",
  (_, operation) => {
    const names = Object.keys(operation.pathParams);
    // What the contract itself refuses is not what is tested.
    const dew = () => clientOf({ baseUrl: server.url, validate: false });
    const withId = (name: string, id: unknown) => ({
      params: { path: { ...operation.pathParams, [name]: id } },
    });

    it.each(encoded)("%j is sent as the segment %s", async (id, segment) => {
      for (const name of names) {
        await call(dew(), operation, withId(name, id));
        const path = operation.path.replace(operation.pathParams[name] as string, () => segment);
        expect(server.requests.at(-1)?.split("\r\n")[0]).toBe(
          `${operation.method} ${path} HTTP/1.1`,
        );
      }
    });

    it.each(refused.map((id) => [id] as const))("%o is refused, nothing is sent", async (id) => {
      const before = server.requests.length;
      for (const name of names) {
        const error = await rejection(call(dew(), operation, withId(name, id)));
        expect(error).toBeInstanceOf(RequestValidationError);
        expect(error).toMatchObject({
          operationId: operation.operationId,
          violations: [{ pointer: `/path/${name}` }],
        });
      }
      expect(server.requests).toHaveLength(before);
    });

    it.each([".", ".."])("%j is refused where the contract is held against it too", async (id) => {
      for (const name of names) {
        const error = await rejection(
          call(clientOf({ baseUrl: server.url }), operation, withId(name, id)),
        );
        expect(error).toBeInstanceOf(RequestValidationError);
        expect(error).toMatchObject({ operationId: operation.operationId });
      }
    });

    it("is refused where it is not given at all", async () => {
      const error = await rejection(call(dew(), operation, { params: {} }));
      expect(error).toBeInstanceOf(RequestValidationError);
    });

    it("is as safe through dew.http", async () => {
      const before = server.requests.length;
      const template = operation.path
        .split("/")
        .map((part) => {
          const name = names.find((name) => operation.pathParams[name] === part);
          return name === undefined ? part : `{${name}}`;
        })
        .join("/");
      const [name = ""] = names;
      const error = await rejection(
        dew().http.request(
          operation.method.toLowerCase() as "post",
          template as never,
          withId(name, "..") as never,
        ),
      );
      expect(error).toMatchObject({
        name: "RequestValidationError",
        operationId: template,
        violations: [{ pointer: `/path/${name}`, value: '".."' }],
      });
      expect(server.requests).toHaveLength(before);
    });
  },
);

import { inspect } from "node:util";
import {
  ApiError,
  type Auth,
  akSk,
  RequestValidationError,
  TransportError,
  token,
} from "huaweicloud-dew-tags";
import { describe, expect, it } from "vitest";
import { startFaultServer } from "./fault-server.js";
import { clientOf, rejection, status, stubFetch } from "./support/client.js";
import { call, operation } from "./support/operations.js";

const SECRET = "MIIF-sentinel-secret-+/=";

const auths: readonly (readonly [string, () => Auth])[] = [
  ["token(text)", () => token(SECRET)],
  ["token(function)", () => token(async () => SECRET)],
  ["akSk", () => akSk({ accessKey: "AK", secretKey: SECRET, securityToken: SECRET })],
];

/** Everything that a log, a debugger or a crash report would make of a value. */
function everythingOf(value: unknown): string {
  const seen = [
    inspect(value, {
      depth: Infinity,
      showHidden: true,
      getters: true,
      maxArrayLength: null,
      maxStringLength: null,
    }),
    JSON.stringify(value),
    String(value),
  ];
  for (let error = value; error instanceof Error; error = error.cause) {
    const own = Object.fromEntries(
      Reflect.ownKeys(error).map((key) => [String(key), Reflect.get(error as Error, key)]),
    );
    seen.push(error.message, String(error.stack), JSON.stringify(own), JSON.stringify(error.cause));
  }
  return seen.join("\n");
}

describe.each(auths)("the secret of %s is not in", (_, createAuth) => {
  it("the auth, before and after its use", async () => {
    const auth = createAuth();
    expect(everythingOf(auth)).not.toContain(SECRET);
    await call(clientOf({ auth, fetch: stubFetch(status(204)) }), operation);
    expect(everythingOf(auth)).not.toContain(SECRET);
  });

  it("the client, before and after its use", async () => {
    const dew = clientOf({ auth: createAuth(), fetch: stubFetch(status(204)) });
    expect(everythingOf(dew)).not.toContain(SECRET);
    await call(dew, operation);
    expect(everythingOf(dew)).not.toContain(SECRET);
    expect(everythingOf(dew.http)).not.toContain(SECRET);
  });

  it("a result of the platform's fetch, and its response", async () => {
    const server = await startFaultServer([
      (socket) => socket.write("HTTP/1.1 400 Bad Request\r\nContent-Length: 2\r\n\r\nno"),
    ]);
    const result = await call(clientOf({ auth: createAuth(), baseUrl: server.url }), operation);
    await server.close();
    expect(result.error).toBeInstanceOf(ApiError);
    expect(everythingOf(result)).not.toContain(SECRET);
    expect(everythingOf(result.response)).not.toContain(SECRET);
  });

  it("a RequestValidationError", async () => {
    const error = await rejection(call(clientOf({ auth: createAuth() }), operation, { body: {} }));
    expect(error).toBeInstanceOf(RequestValidationError);
    expect(everythingOf(error)).not.toContain(SECRET);
  });

  it("a TransportError of the platform's fetch", async () => {
    const server = await startFaultServer([(socket) => socket.resetAndDestroy()]);
    const error = await rejection(
      call(clientOf({ auth: createAuth(), baseUrl: server.url }), operation),
    );
    await server.close();
    expect(error).toBeInstanceOf(TransportError);
    expect(everythingOf(error)).not.toContain(SECRET);
  });

  it.each([
    ["an error", 400],
    ["a page that should have been a success", 200],
  ])("an ApiError, though the server repeats the request in %s", async (_, code) => {
    const server = await startFaultServer([
      (socket, { request }) => {
        const body = `<title>You sent ${request}</title>`;
        socket.write(
          `HTTP/1.1 ${code} Echo\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
        );
      },
    ]);
    const result = await call(clientOf({ auth: createAuth(), baseUrl: server.url }), operation);
    await server.close();
    expect(result.error).toBeInstanceOf(ApiError);
    expect(everythingOf(result)).not.toContain(SECRET);
    expect(result.error?.serverMessage).toContain(operation.path);
  });
});

it("the sentinel would be seen", () => {
  const error = new Error("no", { cause: new Error(SECRET) });
  expect(everythingOf(error)).toContain(SECRET);
  expect(everythingOf({ auth: { headers: { a: SECRET } } })).toContain(SECRET);
});

import { once } from "node:events";
import { Agent, type IncomingMessage, request as open, type RequestOptions } from "node:http";
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { type MockRequest, type RunningMock, startMock } from "huaweicloud-dew-tags/mock";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import {
  expectOwnError,
  firstOf,
  HEADERS,
  operation,
  refusal,
  request,
  sample,
  success,
} from "./requests.js";

const SPEC = fileURLToPath(new URL("../../spec/openapi.yaml", import.meta.url));
const LIMIT = 100_000;
const hasIPv6 = networkInterfaces().lo?.some(({ family }) => family === "IPv6") ?? false;
const ORIGIN = "https://explorer.example";
const { path } = request();
const valid = JSON.stringify(sample.body);

let server: RunningMock;
beforeAll(async () => {
  server = await startMock({ spec: SPEC, maxBodyBytes: LIMIT });
});
afterAll(() => server.close());

/** fetch tidies up what it sends; this does not. */
async function raw({ headers, ...options }: RequestOptions = {}, body: string | Buffer = valid) {
  const { hostname, port } = new URL(server.url);
  const { method } = operation;
  const all = { ...HEADERS, ...(headers as object) };
  const outgoing = open({ hostname, port, method, path, ...options, headers: all });
  outgoing.end(body);
  const [response] = (await once(outgoing, "response")) as [IncomingMessage];
  const { statusCode: status, headers: received } = response;
  const { reusedSocket } = outgoing;
  return { status, headers: received, body: await text(response), reusedSocket };
}

const send = (one: MockRequest = request(), from = server): Promise<Response> => {
  const { method, headers, body = null } = one;
  return fetch(from.url + one.path, { method, headers, body } as RequestInit);
};

async function expectAlive(from = server): Promise<void> {
  expect((await send(request(), from)).status).toBe(success);
}

it("answers a success without a body, and a refusal with its reasons", async () => {
  const ok = await send();
  expect([ok.status, await ok.text()]).toEqual([success, ""]);
  expect([ok.headers.get("content-type"), ok.headers.get("sl-violations")]).toEqual([null, null]);
  const bad = await send(request({ body: { ...(sample.body as object), 标签: 1 } }));
  expect([bad.status, await bad.json()]).toEqual([refusal, firstOf(refusal)]);
  expect(bad.headers.get("content-type")).toBe("application/json");
  const [violation] = JSON.parse(bad.headers.get("sl-violations") ?? "");
  expect(violation.message).toContain("标签");
  await expectAlive();
});

it.each([
  ["a bad percent sign", path.replace(/\/[^/]+$/, "/%ZZ"), 400],
  ["half a percent encoding", path.replace(/\/[^/]+$/, "/%"), 400],
  ["UTF-8 cut off", path.replace(/\/[^/]+$/, "/%E4%B8"), 400],
  ["no UTF-8", path.replace(/\/[^/]+$/, "/%FF"), 400],
  ["a bad query", `${path}?x=%ZZ`, 400],
  ["no path", "*", 400],
  ["the root", "/", 404],
  ["an unknown path", "/nowhere", 404],
  ["what looks like a host", `//host${path}`, 404],
])("answers %s, %s, with %i and lives on", async (_, target, status) => {
  const { body, ...answer } = await raw({ path: target });
  expect(answer.status).toBe(status);
  const code = status === 404 ? "MOCK.UnknownPath" : "MOCK.InvalidPath";
  expectOwnError({ ...answer, body: JSON.parse(body) }, code);
  await expectAlive();
});

it("takes a literal segment that is percent-encoded", async () => {
  const [name = ""] = Object.keys(sample.path);
  for (const [one, status] of [
    [request(), success],
    [request({ path: { [name]: "" } }), refusal],
  ] as const) {
    const encoded = one.path.replace("/tags/", "/%74ags/");
    expect(encoded).not.toBe(one.path);
    expect((await raw({ path: encoded })).status).toBe(status);
  }
});

it("answers 413 to a body beyond the limit, and the connection serves the next request", async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  for (const headers of [{}, { "transfer-encoding": "chunked" }]) {
    const large = await raw({ agent, headers }, Buffer.alloc(30 * LIMIT, " "));
    expect(large.status).toBe(413);
    expectOwnError({ ...large, body: JSON.parse(large.body) }, "MOCK.BodyTooLarge");
    expect(await raw({ agent })).toMatchObject({ status: success, reusedSocket: true });
  }
  agent.destroy();
  for (const [bytes, status] of [
    [LIMIT, success],
    [LIMIT + 1, 413],
  ] as const) {
    const blanks = Buffer.alloc(bytes - Buffer.byteLength(valid), " ");
    expect((await raw({}, Buffer.concat([Buffer.from(valid), blanks]))).status).toBe(status);
  }
});

it("looks at the content type of a chunked body too", async () => {
  const headers = { "transfer-encoding": "chunked", "content-type": "text/plain" };
  const answer = await raw({ headers });
  expect(answer.status).toBe(refusal);
  expect(answer.headers["sl-violations"]).toContain("415");
});

it("survives a caller who leaves halfway", async () => {
  const { hostname, port } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  socket.write(`POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{`);
  await once(socket, "connect");
  socket.resetAndDestroy();
  await once(socket, "close");
  await expectAlive();
});

it("answers HEAD without a body", async () => {
  const { status, headers, body } = await raw({ method: "HEAD" }, "");
  expect([status, headers.allow, body]).toEqual([405, operation.method, ""]);
});

it("allows a preflight whatever it asks for", async () => {
  const { status, headers } = await fetch(server.url + path, {
    method: "OPTIONS",
    headers: {
      origin: ORIGIN,
      "access-control-request-method": "POST",
      "access-control-request-headers": "x-auth-token, prefer",
    },
  });
  expect([status, Object.fromEntries(headers)]).toMatchObject([
    204,
    {
      "access-control-allow-origin": "*",
      "access-control-allow-methods": "POST",
      "access-control-allow-headers": "x-auth-token, prefer",
    },
  ]);
  expect(headers.has("access-control-allow-credentials")).toBe(false);
});

it("gives every answer an id of its own, and lets a browser read every header", async () => {
  const answers = [
    await send(request({ headers: { ...HEADERS, origin: ORIGIN } })),
    await send(request({ body: {} })),
    await fetch(server.url + path),
    await fetch(`${server.url}/nowhere`),
  ];
  const of = (name: string) => answers.map(({ headers }) => headers.get(name) ?? "");
  expect(new Set(of("x-request-id")).size).toBe(answers.length);
  for (const id of of("x-request-id"))
    expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  expect(new Set(of("access-control-allow-origin"))).toEqual(new Set(["*"]));
  const [, refused, notAllowed] = of("access-control-expose-headers");
  expect(refused?.split(", ")).toEqual(expect.arrayContaining(["sl-violations", "x-request-id"]));
  expect(notAllowed?.split(", ")).toContain("allow");
});

it("writes nothing to the terminal", async () => {
  const written = [vi.spyOn(process.stdout, "write"), vi.spyOn(process.stderr, "write")];
  await send();
  await send(request({ body: {} }));
  for (const write of written) {
    expect(write).not.toHaveBeenCalled();
    write.mockRestore();
  }
});

it("lets intercept serve other paths", async () => {
  const withDocs = await startMock({
    intercept: async ({ url }, response) => {
      if (url === "/broken") throw new Error("intercept failed");
      if (!url?.startsWith("/docs/")) return false;
      setTimeout(() => response.end("explorer"), 20);
      return true;
    },
  });
  expect(await (await fetch(`${withDocs.url}/docs/`)).text()).toBe("explorer");
  expect((await fetch(`${withDocs.url}/broken`)).status).toBe(500);
  expect((await fetch(`${withDocs.url}/other`)).status).toBe(404);
  await expectAlive(withDocs);
  await withDocs.close();
});

it.skipIf(!hasIPv6)("gives an IPv6 address in brackets", async () => {
  const onIPv6 = await startMock({ host: "::1" });
  expect(onIPv6.url).toMatch(/^http:\/\/\[::1\]:\d+$/);
  await expectAlive(onIPv6);
  await onIPv6.close();
});

it.each<[unknown, string]>([
  [null, "options must be an object, not null"],
  [{ prot: 1 }, "prot is not an option: there are spec, maxBodyBytes, port, host, intercept"],
  [{ port: "80" }, "port must be a whole number from 0 to 65535, not string"],
  [{ host: "" }, "host must be a string, not empty"],
  [{ intercept: 1 }, "intercept must be a function, not 1"],
  [{ maxBodyBytes: -1 }, "maxBodyBytes must be a whole number from 1"],
])("refuses the options %j", async (options, message) => {
  const started = startMock(options as object);
  await expect(started).rejects.toThrow(TypeError);
  await expect(started).rejects.toThrow(message);
});

it("says in one line that a port is taken", async () => {
  const port = Number(new URL(server.url).port);
  const advice = "choose another, or 0 for any free one";
  await expect(startMock({ port })).rejects.toThrow(
    new Error(`port ${port} on 127.0.0.1 is taken; ${advice}`),
  );
});

it("closes at once, with requests under way and connections idle, and may be closed twice", async () => {
  const closing = await startMock();
  const { hostname, port } = new URL(closing.url);
  const sockets = [1, 2].map(() => connect(Number(port), hostname).on("error", () => {}));
  sockets[0]?.write("POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{");
  await expectAlive(closing);
  const cut = Promise.all(sockets.map((socket) => once(socket, "close")));
  await closing.close();
  await cut;
  await closing.close();
  const again = await startMock({ port: Number(port) });
  expect(again.url).toBe(closing.url);
  await again.close();
});

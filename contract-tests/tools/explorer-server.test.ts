import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestOptions, request } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import openapi from "huaweicloud-dew-tags/openapi.json" with { type: "json" };
import { afterAll, beforeAll, expect, it } from "vitest";
import { readDocuments } from "../../scripts/explorer/files.js";
import { serveExplorer } from "../../scripts/explorer/serve.js";

const asHtml = { accept: "text/html,application/xhtml+xml,*/*;q=0.8" };
const server = createServer();
let origin: string;

beforeAll(async () => {
  const explorer = await serveExplorer(await readDocuments());
  server.on("request", (request, response) => {
    if (!explorer.handle(request, response)) response.end("the API");
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

/** By hand, because fetch would tidy up the path and follow redirects. */
async function ask(path: string, options: RequestOptions = {}) {
  const { hostname, port } = new URL(origin);
  const sent = request({ hostname, port, path, ...options }).end();
  const [response] = (await once(sent, "response")) as [IncomingMessage];
  const { statusCode: status, headers } = response;
  return { status, headers, body: await buffer(response) };
}

it.each([
  ["/docs/", "text/html; charset=utf-8"],
  ["/docs/?x=1", "text/html; charset=utf-8"],
  ["/docs/explorer.js", "text/javascript; charset=utf-8"],
  ["/docs/swagger-ui.css", "text/css; charset=utf-8"],
  ["/docs/favicon-32x32.png", "image/png"],
  ["/docs/openapi.json", "application/json"],
])("answers %s to GET and HEAD as %s, and 304 when asked again", async (path, type) => {
  const got = await ask(path);
  expect(got.status).toBe(200);
  expect(got.body.length).toBeGreaterThan(0);
  expect(got.headers).toMatchObject({
    "content-type": type,
    "content-length": String(got.body.length),
    "cache-control": "no-cache",
    "x-content-type-options": "nosniff",
  });
  const head = await ask(path, { method: "HEAD" });
  const { date: _head, ...headers } = head.headers;
  expect([head.status, head.body.length]).toEqual([200, 0]);
  expect(got.headers).toMatchObject(headers);

  const ifNoneMatch = (etag = "") => ask(path, { headers: { "if-none-match": etag } });
  const again = await ifNoneMatch(got.headers.etag);
  expect([again.status, again.body.length]).toEqual([304, 0]);
  expect((await ifNoneMatch('"other"')).status).toBe(200);
});

it.each(["/docs/", "/docs/explorer.js", "/docs/nothing"])(
  "lets no code into %s from elsewhere, nor made from text",
  async (path) => {
    const policy = (await ask(path)).headers["content-security-policy"];
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self';");
    expect(policy).toContain("connect-src 'self';");
    expect(policy).not.toContain("unsafe");
  },
);

it("gives the contract as openapi.json, with its own origin as the only server", async () => {
  const { servers, ...contract } = JSON.parse((await ask("/docs/openapi.json")).body.toString());
  const { servers: _real, ...expected } = openapi;
  expect(contract).toEqual(expected);
  expect(servers).toMatchObject([{ url: "/" }]);
});

it.each([
  "/docs/../package.json",
  "/docs/..%2fpackage.json",
  "/docs/..\\package.json",
  "/docs//etc/passwd",
  "/docs/%00",
  "/docs/swagger-ui-bundle.js/",
  "/docs/swagger-ui.js",
  "/docs/constructor",
  "/docs/%zz",
])("answers 404 to %s", async (path) => {
  const { status, body } = await ask(path);
  expect([status, body.toString()]).toEqual([404, expect.stringContaining("no such file")]);
});

it.each(["POST", "PUT", "DELETE", "OPTIONS"])("answers 405 to %s", async (method) => {
  const { status, headers } = await ask("/docs/", { method });
  expect([status, headers.allow]).toEqual([405, "GET, HEAD"]);
});

it.each<[path: string, options: RequestOptions, location?: string]>([
  ["/docs", {}, "/docs/"],
  ["/docs?x=1", {}, "/docs/"],
  ["/", { headers: asHtml }, "/docs/"],
  ["/", {}],
  ["/", { headers: { accept: "application/json" } }],
  ["/", { method: "POST", headers: asHtml }],
  ["/docsx", { headers: asHtml }],
])("sends who asks for %s with %j to %s, or to the API", async (path, options, location) => {
  const { headers, body } = await ask(path, options);
  expect([headers.location, body.toString()]).toEqual([location, location ? "" : "the API"]);
});

import { token } from "huaweicloud-dew-tags";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answer, type FaultServer, noContent, startFaultServer } from "./fault-server.js";
import { clientOf, outcomeOf } from "./support/client.js";
import { call, operation, operations } from "./support/operations.js";
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

  it("a caller's headers, which come with the client's own", async () => {
    const dew = clientOf({ baseUrl: server.url });
    await call(dew, operation, { headers: { "X-Trace": "1", Host: "evil.example" } });
    const request = server.requests.at(-1) ?? "";
    expect(request).toMatch(/^x-trace: 1\r$/im);
    expect(request).toMatch(/^x-auth-token: t\r$/im);
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

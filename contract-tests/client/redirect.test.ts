import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { answer, startFaultServer } from "./fault-server.js";
import { clientOf, rejection, status, stubFetch } from "./support/client.js";
import { call, operation } from "./support/operations.js";

describe("a redirect", () => {
  it.each([300, 301, 302, 303, 305, 307, 308])(
    "with status %i is an error, which names the status and the target's origin alone",
    async (code) => {
      const location = "https://user:secret@evil.example:8443/secret?secret#secret";
      const fetch = stubFetch(status(code, "moved", { location }));
      const error = await rejection(call(clientOf({ fetch }), operation));
      expect(error).toMatchObject({ name: "TransportError", kind: "redirected", attempts: 1 });
      expect(String(error)).toContain(`status ${code} to https://evil.example:8443, which`);
      expect(String(error)).not.toContain("secret");
      expect(fetch.sent).toHaveLength(1);
    },
  );

  it.each([
    ["/elsewhere", "https://kms.cn-north-4.myhuaweicloud.com"],
    ["//evil.example/x", "https://evil.example"],
    ["https://[", "an invalid URL"],
    ["javascript:alert(1)", "null"],
  ])("to %s is one to %s", async (location, origin) => {
    const fetch = stubFetch(status(307, null, { location }));
    expect(String(await rejection(call(clientOf({ fetch }), operation)))).toContain(
      `status 307 to ${origin}, which is not followed`,
    );
  });

  it.each([301, 302, 303, 307, 308])(
    "with status %i that does not say where to is an error as well",
    async (code) => {
      const fetch = stubFetch(status(code));
      expect(await rejection(call(clientOf({ fetch }), operation))).toMatchObject({
        kind: "redirected",
        message: expect.stringContaining(`redirected with status ${code}, which is not followed`),
      });
    },
  );

  it("that a browser hides is an error as well", async () => {
    const hidden = Object.defineProperties(new Response(), {
      type: { value: "opaqueredirect" },
      status: { value: 0 },
      ok: { value: false },
    });
    const fetch = stubFetch(() => hidden);
    expect(await rejection(call(clientOf({ fetch }), operation))).toMatchObject({
      kind: "redirected",
      message: expect.stringContaining("redirected, which is not followed"),
    });
  });

  it("has its body cancelled", async () => {
    let isCancelled = false;
    const body = new ReadableStream({
      cancel: () => {
        isCancelled = true;
      },
    });
    const response = new Response(body, { status: 302, headers: { location: "/" } });
    await rejection(call(clientOf({ fetch: stubFetch(() => response) }), operation));
    expect(isCancelled).toBe(true);
  });

  it("is not followed by fetch either", async () => {
    const inits: RequestInit[] = [];
    const fetch = async (_: string, init: RequestInit) => {
      inits.push(init);
      return status(204)();
    };
    await call(clientOf({ fetch }), operation);
    expect(inits).toMatchObject([{ redirect: "manual" }]);
  });
});

describe("a redirect of a real server", () => {
  const named = (elsewhere: string) => `status 307 to ${elsewhere}, which is not followed`;

  it("is named likewise: the platform's fetch itself does not say", async () => {
    let elsewhere = "";
    const server = await startFaultServer([
      (socket, place) => {
        elsewhere = place.elsewhere;
        answer("307 Moved", [`LOCATION: ${elsewhere}/secret?secret`])(socket, place);
      },
    ]);
    const error = await rejection(call(clientOf({ baseUrl: server.url }), operation));
    await server.close();
    expect(String(error)).toContain(named(elsewhere));
    expect(String(error)).not.toContain("secret");
  });

  it("is named to each of many calls in parallel, to one address or to many", async () => {
    let elsewhere = "";
    const server = await startFaultServer([
      (socket, place) => {
        elsewhere = place.elsewhere;
        answer("307 Moved", [`Location: ${elsewhere}/`])(socket, place);
      },
    ]);
    const dew = clientOf({ baseUrl: server.url });
    const [name = ""] = Object.keys(operation.pathParams);
    const calls = Array.from({ length: 300 }, (_, i) =>
      call(dew, operation, {
        params: { path: { ...operation.pathParams, [name]: `p${i % 150}` } },
      }),
    );
    const messages = await Promise.all(calls.map(async (one) => String(await rejection(one))));
    await server.close();
    expect(messages.filter((message) => !message.includes(named(elsewhere)))).toEqual([]);
  });
});

describe("a server that does not speak TLS", () => {
  it("gets no credential", async () => {
    let requests = 0;
    const server = createServer(() => requests++);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const dew = clientOf({ baseUrl: `https://127.0.0.1:${port}` });
    expect(await rejection(call(dew, operation))).toMatchObject({ kind: "tls", attempts: 1 });
    expect(requests).toBe(0);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
});

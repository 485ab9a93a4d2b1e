import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
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

import { Agent } from "node:http";
import { type DewTagsClientOptions, token } from "huaweicloud-dew-tags";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { startFaultServer } from "./fault-server.js";
import { clientOf, rejection, silent, status, stubFetch } from "./support/client.js";
import { call, operation } from "./support/operations.js";

/** Each wait would outlast the test. */
const LONG = { timeout: 1e8, retry: { initialDelay: 1e8, maxDelay: 1e8, maxRetryAfter: 1e8 } };

const closed = (attempts: number) => ({
  kind: "aborted",
  attempts,
  message: expect.stringContaining("the client is closed"),
});

describe("close() ends a call at once", () => {
  const agent = new Agent({ keepAlive: true });

  it.each<[string, number, () => Partial<DewTagsClientOptions>]>([
    ["waits for fetch", 1, () => ({ fetch: stubFetch(silent) })],
    ["waits for a server", 1, () => ({})],
    ["waits for a server, over an agent", 1, () => ({ agent })],
    ["waits for a token", 0, () => ({ auth: token(() => new Promise(() => {})) })],
    ["waits before it tries again", 1, () => ({ fetch: stubFetch(status(503)) })],
    [
      "waits for what Retry-After asks for",
      1,
      () => ({ fetch: stubFetch(status(429, null, { "retry-after": "60" })) }),
    ],
  ])("that %s", async (_, attempts, options) => {
    const server = await startFaultServer([() => {}]);
    onTestFinished(() => server.close());
    const dew = clientOf({ baseUrl: server.url, ...LONG, ...options() });
    const { signal } = new AbortController();
    const failures = [{}, { signal }].map((init) => rejection(call(dew, operation, init)));
    await new Promise((resolve) => setTimeout(resolve, 50));
    await dew.close();
    // A 429 makes the other call wait before its first attempt.
    const [first, second] = (await Promise.all(failures)) as { attempts: number }[];
    expect(first).toMatchObject(closed(attempts));
    expect(second).toMatchObject(closed(second?.attempts ?? 0));
  });
});

describe("close()", () => {
  it("lets no call be sent that waits for a connection", async () => {
    const server = await startFaultServer([() => {}]);
    onTestFinished(() => server.close());
    const dew = clientOf({ baseUrl: server.url, ...LONG });
    const failures = Array.from({ length: 300 }, () => rejection(call(dew, operation)));
    await vi.waitFor(() => expect(server.requests).toHaveLength(256), { timeout: 20_000 });
    await dew.close();
    for (const failure of await Promise.all(failures)) expect(failure).toMatchObject(closed(1));
    // Every connection is gone, so nothing can come any more.
    await vi.waitFor(() => expect(server.open).toBe(0), { timeout: 20_000 });
    expect(server.requests).toHaveLength(256);
  });

  it("refuses later calls at once, also while all calls have to wait", async () => {
    const fetch = stubFetch(status(429, null, { "retry-after": "60" }));
    const dew = clientOf({ fetch, timeout: 1e8, retry: { maxAttempts: 1, maxRetryAfter: 1e8 } });
    expect((await call(dew, operation)).error?.status).toBe(429);
    await dew.close();
    expect(await rejection(call(dew, operation))).toMatchObject(closed(0));
    expect(fetch.sent).toHaveLength(1);
  });
});

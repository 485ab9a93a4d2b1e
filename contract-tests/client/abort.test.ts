import { getEventListeners, getMaxListeners } from "node:events";
import { Agent } from "node:http";
import { type DewTagsClientOptions, token } from "huaweicloud-dew-tags";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { answer } from "./fault-server.js";
import {
  clientOf,
  failing,
  outcomeOf,
  run,
  type Stub,
  silent,
  start,
  status,
  stubFetch,
  transports,
} from "./support/client.js";
import { call, operation } from "./support/operations.js";
import { serve } from "./support/server.js";

const reason = new Error("the user went away");
const ABORTED = { name: "TransportError", kind: "aborted", cause: reason };
const aborted = (attempts: number) => ({ ...ABORTED, attempts });

/** Each would outlast the test. */
const LONG = { initialDelay: 1e8, maxDelay: 1e8, maxRetryAfter: 1e8 };
const later = status(429, null, { "retry-after": "60" });

describe("a caller's signal", () => {
  it("that is aborted before the call lets nothing begin", async () => {
    const source = vi.fn(() => "t");
    const signal = AbortSignal.abort(reason);
    const { error, sent } = await run([status(204)], { auth: token(source) }, { signal });
    expect(error).toMatchObject(aborted(0));
    expect(sent).toHaveLength(0);
    expect(source).not.toHaveBeenCalled();
  });

  it.each<[string, Stub]>([
    ["while the server is silent", silent],
    ["while the body of a 200 is read", endless(200)],
    ["while the body of a 400 is read", endless(400)],
    ["while the body of a 503 is read", endless(503)],
    ["during a backoff", status(503)],
    ["during a backoff after a failure", failing("EPIPE")],
    ["during what Retry-After asks for", later],
  ])("that is aborted %s ends the call at once", async (_, answer) => {
    const controller = new AbortController();
    const { fetch, outcome } = start([answer], { retry: LONG }, { signal: controller.signal });
    await vi.waitFor(() => expect(fetch.sent).toHaveLength(1), 120_000);
    await new Promise(setImmediate);
    controller.abort(reason);
    expect((await outcome).error).toMatchObject(aborted(1));
    expect(fetch.sent).toHaveLength(1);
  });

  it.each(transports)("of another kind, as in jsdom, is heeded by %s", async (_, options) => {
    const { url } = await serve(() => {});
    const own = new AbortController();
    const foreign = {
      get aborted() {
        return own.signal.aborted;
      },
      get reason() {
        return own.signal.reason;
      },
      addEventListener: own.signal.addEventListener.bind(own.signal),
      removeEventListener: own.signal.removeEventListener.bind(own.signal),
    };
    const dew = clientOf({ ...options, baseUrl: url });
    const outcome = outcomeOf(call(dew, operation, { signal: foreign }));
    await new Promise(setImmediate);
    own.abort(reason);
    expect((await outcome).error).toMatchObject(aborted(1));
  });

  it("is not changed so that Node's own functions fail", async () => {
    const { signal } = new AbortController();
    await run([status(204)], {}, { signal });
    expect(getMaxListeners(signal)).toBe(Number.POSITIVE_INFINITY);
  });

  it("that is aborted as an answer arrives leaves nothing waiting", async () => {
    const controller = new AbortController();
    const answer = () => {
      controller.abort(reason);
      return status(503)();
    };
    const { error } = await run([answer], { retry: LONG }, { signal: controller.signal });
    expect(error).toMatchObject(aborted(1));
  });

  it("is told apart from a timeout, also where it is itself one", async () => {
    const { signal } = new AbortController();
    const slow = await run([silent], { timeout: 10, retry: false }, { signal });
    expect(slow.error).toMatchObject({ kind: "timeout" });
    const { error } = await run([silent], {}, { signal: AbortSignal.timeout(10) });
    expect(error).toMatchObject({ kind: "aborted", cause: { name: "TimeoutError" } });
  });

  it("is not listened to once the call has ended, however it has", async () => {
    const { signal } = new AbortController();
    for (const answer of [status(204), status(400), status(503), failing("EPIPE"), status(307)]) {
      await run([answer], {}, { signal });
      expect(getEventListeners(signal, "abort")).toHaveLength(0);
    }
  });

  it("can be shared by many calls without a warning", async () => {
    const warning = vi.fn();
    process.on("warning", warning);
    onTestFinished(() => void process.off("warning", warning));
    const { signal } = new AbortController();
    const { url } = await serve(answer("400 Bad Request", [], "no"));
    const dew = clientOf({ baseUrl: url });
    await Promise.all(Array.from({ length: 30 }, () => call(dew, operation, { signal })));
    await new Promise(setImmediate);
    expect(warning).not.toHaveBeenCalled();
  });
});

describe("close()", () => {
  const closed = (attempts: unknown) => ({
    kind: "aborted",
    attempts,
    message: expect.stringContaining("the client is closed"),
  });
  const options = { timeout: 1e8, retry: LONG };

  it.each<[string, number, Partial<DewTagsClientOptions>]>([
    ["waits for fetch", 1, { fetch: stubFetch(silent) }],
    ["waits for a server", 1, {}],
    ["waits for a server, over an agent", 1, { agent: new Agent({ keepAlive: true }) }],
    ["waits for a token", 0, { auth: token(() => new Promise(() => {})) }],
    ["waits before it tries again", 1, { fetch: stubFetch(status(503)) }],
    ["waits for what Retry-After asks for", 1, { fetch: stubFetch(later) }],
  ])("ends a call at once that %s", async (_, attempts, own) => {
    const { url } = await serve(() => {});
    const dew = clientOf({ baseUrl: url, ...options, ...own });
    const { signal } = new AbortController();
    const failures = [{}, { signal }].map((init) => outcomeOf(call(dew, operation, init)));
    await new Promise((resolve) => setTimeout(resolve, 50));
    await dew.close();
    const [first, second] = await Promise.all(failures);
    expect(first?.error).toMatchObject(closed(attempts));
    // A 429 makes the other call wait before its first attempt.
    expect(second?.error).toMatchObject(closed(expect.any(Number)));
  });

  it("lets no call be sent that waits for a connection", async () => {
    const server = await serve(() => {});
    const dew = clientOf({ baseUrl: server.url, ...options });
    const outcomes = Array.from({ length: 300 }, () => outcomeOf(call(dew, operation)));
    await vi.waitFor(() => expect(server.requests).toHaveLength(256), 120_000);
    await dew.close();
    for (const { error } of await Promise.all(outcomes)) expect(error).toMatchObject(closed(1));
    // Every connection is gone, so nothing can come any more.
    await vi.waitFor(() => expect(server.open).toBe(0), 120_000);
    expect(server.requests).toHaveLength(256);
  });

  it("refuses later calls at once, also while all calls have to wait", async () => {
    const fetch = stubFetch(later);
    const dew = clientOf({ fetch, timeout: 1e8, retry: { ...LONG, maxAttempts: 1 } });
    expect((await call(dew, operation)).error?.status).toBe(429);
    await dew.close();
    expect((await outcomeOf(call(dew, operation))).error).toMatchObject(closed(0));
    expect(fetch.sent).toHaveLength(1);
  });
});

/** Has a body that does not end until the signal says so. */
function endless(code: number): Stub {
  return ({ signal }) =>
    new Response(
      new ReadableStream({
        start(controller) {
          controller.enqueue(new TextEncoder().encode('{"error":'));
          signal.addEventListener("abort", () => controller.error(signal.reason));
        },
      }),
      { status: code },
    );
}

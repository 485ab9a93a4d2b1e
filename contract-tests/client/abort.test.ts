import { getEventListeners } from "node:events";
import { token } from "huaweicloud-dew-tags";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { answer } from "./fault-server.js";
import {
  clientOf,
  failing,
  outcomeOf,
  run,
  type StubAnswer,
  silent,
  start,
  status,
} from "./support/client.js";
import { call, operation } from "./support/operations.js";
import { serve } from "./support/server.js";

const reason = new Error("the user went away");
const aborted = (attempts: number) => ({
  name: "TransportError",
  kind: "aborted",
  attempts,
  cause: reason,
});

/** Would outlast the test. */
const LONG = { initialDelay: 60_000, maxDelay: 60_000, maxRetryAfter: 60_000 };

describe("a caller's signal", () => {
  it("that is aborted before the call lets nothing begin", async () => {
    const source = vi.fn(() => "t");
    const signal = AbortSignal.abort(reason);
    const { error, sent } = await run([status(204)], { auth: token(source) }, { signal });
    expect(error).toMatchObject(aborted(0));
    expect(sent).toHaveLength(0);
    expect(source).not.toHaveBeenCalled();
  });

  it.each<[string, StubAnswer]>([
    ["while the server is silent", silent],
    ["while the body of a 200 is read", endless(200)],
    ["while the body of a 400 is read", endless(400)],
    ["while the body of a 503 is read", endless(503)],
    ["during a backoff", status(503)],
    ["during a backoff after a failure", failing("EPIPE")],
    ["during what Retry-After asks for", status(429, null, { "retry-after": "60" })],
  ])("that is aborted %s ends the call at once", async (_, answer) => {
    const controller = new AbortController();
    const { fetch, outcome } = start([answer], { retry: LONG }, { signal: controller.signal });
    await vi.waitFor(() => expect(fetch.sent).toHaveLength(1));
    await new Promise(setImmediate);
    controller.abort(reason);
    expect((await outcome).error).toMatchObject(aborted(1));
    expect(fetch.sent).toHaveLength(1);
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

  it("reaches the connection", async () => {
    const closed = vi.fn();
    const { url, requests } = await serve((socket) => socket.once("close", closed));
    const controller = new AbortController();
    const init = { signal: controller.signal };
    const outcome = outcomeOf(call(clientOf({ baseUrl: url }), operation, init));
    await vi.waitFor(() => expect(requests).toHaveLength(1));
    controller.abort(reason);
    expect((await outcome).error).toMatchObject(aborted(1));
    await vi.waitFor(() => expect(closed).toHaveBeenCalled());
  });
});

/** Has a body that does not end until the signal says so. */
function endless(code: number): StubAnswer {
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

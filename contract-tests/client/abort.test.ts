import { getEventListeners } from "node:events";
import { token } from "huaweicloud-dew-tags";
import { afterEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { answer, type FaultServer, startFaultServer } from "./fault-server.js";
import { clientOf, failing, rejection, silent, status, stubFetch } from "./support/client.js";
import { call, operation } from "./support/operations.js";

const reason = new Error("the user went away");
const aborted = (attempts: number) => ({
  name: "TransportError",
  kind: "aborted",
  attempts,
  cause: reason,
});

let server: FaultServer | undefined;
afterEach(() => server?.close());

describe("a caller's signal", () => {
  it("that is aborted before the call lets nothing begin", async () => {
    const source = vi.fn(() => "t");
    const fetch = stubFetch(status(204));
    const dew = clientOf({ auth: token(source), fetch });
    const signal = AbortSignal.abort(reason);
    expect(await rejection(call(dew, operation, { signal }))).toMatchObject(aborted(0));
    expect(fetch.sent).toHaveLength(0);
    expect(source).not.toHaveBeenCalled();
  });

  it.each<[string, Parameters<typeof stubFetch>[0]]>([
    ["while the server is silent", silent],
    ["while the body of a 200 is read", endless(200)],
    ["while the body of a 400 is read", endless(400)],
    ["while the body of a 503 is read", endless(503)],
  ])("that is aborted %s ends the call", async (_, answer) => {
    const fetch = stubFetch(answer);
    const controller = new AbortController();
    const failure = rejection(call(clientOf({ fetch }), operation, { signal: controller.signal }));
    await vi.waitFor(() => expect(fetch.sent).toHaveLength(1));
    await new Promise(setImmediate);
    controller.abort(reason);
    expect(await failure).toMatchObject(aborted(1));
    expect(fetch.sent).toHaveLength(1);
  });

  it.each([
    ["a backoff", status(503), { initialDelay: 60_000, maxDelay: 60_000 }],
    ["a backoff after a failure", failing("EPIPE"), { initialDelay: 60_000, maxDelay: 60_000 }],
    [
      "what Retry-After asks for",
      status(429, null, { "retry-after": "60" }),
      { initialDelay: 0, maxRetryAfter: 60_000 },
    ],
  ])("that is aborted during %s ends the call at once", async (_, answer, retry) => {
    const fetch = stubFetch(answer);
    const controller = new AbortController();
    const dew = clientOf({ fetch, retry });
    const failure = rejection(call(dew, operation, { signal: controller.signal }));
    await vi.waitFor(() => expect(fetch.sent).toHaveLength(1));
    await new Promise(setImmediate);
    controller.abort(reason);
    expect(await failure).toMatchObject(aborted(1));
    expect(fetch.sent).toHaveLength(1);
  });

  it("that is aborted as an answer arrives leaves nothing waiting", async () => {
    const controller = new AbortController();
    const fetch = stubFetch(() => {
      controller.abort(reason);
      return status(503)();
    });
    const dew = clientOf({ fetch, retry: { initialDelay: 60_000, maxDelay: 60_000 } });
    expect(await rejection(call(dew, operation, { signal: controller.signal }))).toMatchObject(
      aborted(1),
    );
  });

  it("is told apart from a timeout, also where it is itself one", async () => {
    const fetch = stubFetch(silent);
    const timeout = clientOf({ fetch, timeout: 10, retry: false });
    const { signal } = new AbortController();
    expect(await rejection(call(timeout, operation, { signal }))).toMatchObject({
      kind: "timeout",
      message: expect.stringContaining("no answer within 10 ms"),
    });
    expect(
      await rejection(call(clientOf({ fetch }), operation, { signal: AbortSignal.timeout(10) })),
    ).toMatchObject({ kind: "aborted", cause: { name: "TimeoutError" } });
  });

  it("is not listened to once the call has ended, however it has", async () => {
    const { signal } = new AbortController();
    const answers = [
      status(204),
      status(400, "no"),
      status(503),
      failing("EPIPE"),
      status(307, null, { location: "/" }),
    ];
    for (const answer of answers) {
      const fetch = stubFetch(answer);
      await call(clientOf({ fetch }), operation, { signal }).catch(() => {});
      expect(getEventListeners(signal, "abort")).toHaveLength(0);
    }
  });

  it("can be shared by many calls without a warning", async () => {
    const warning = vi.fn();
    process.on("warning", warning);
    onTestFinished(() => void process.off("warning", warning));
    const { signal } = new AbortController();
    server = await startFaultServer([answer("400 Bad Request", [], "no")]);
    const dew = clientOf({ baseUrl: server.url });
    await Promise.all(Array.from({ length: 30 }, () => call(dew, operation, { signal })));
    await new Promise(setImmediate);
    expect(warning).not.toHaveBeenCalled();
  });

  it("reaches the connection", async () => {
    const closed = vi.fn();
    server = await startFaultServer([(socket) => socket.once("close", closed)]);
    const { requests } = server;
    const controller = new AbortController();
    const dew = clientOf({ baseUrl: server.url });
    const failure = rejection(call(dew, operation, { signal: controller.signal }));
    await vi.waitFor(() => expect(requests).toHaveLength(1));
    controller.abort(reason);
    expect(await failure).toMatchObject(aborted(1));
    await vi.waitFor(() => expect(closed).toHaveBeenCalled());
  });
});

/** Has a body that does not end until the signal says so. */
function endless(code: number): Parameters<typeof stubFetch>[0] {
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

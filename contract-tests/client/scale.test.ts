import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { runScale } from "./scale-run.js";
import { clientOf, outcomeOf, status, stubFetch } from "./support/client.js";
import { call, operation } from "./support/operations.js";

describe("10,000 calls at once", () => {
  it("at a server that allows 1000 a second lose none", async () => {
    // On a busy machine requests arrive in bursts, and some are answered 429.
    const figures = await runScale(10_000, 1000, { rate: 1000, retry: { maxAttempts: 9 } });
    expect(figures).toMatchObject({ succeeded: 10_000, failed: 0 });
    expect(figures.throttled, "answers of 429").toBeLessThan(1000);
    // How much of the rate they use: npx tsx contract-tests/client/scale-main.ts
    expect(figures.connections).toBeLessThanOrEqual(256);
    expect(figures.heapPerCall, "kilobytes").toBeLessThan(8);
  }, 120_000);

  it("can be aborted", async () => {
    const controller = new AbortController();
    let attempts = 0;
    const onAttempt = () => {
      if (++attempts >= 30) controller.abort();
    };
    const options = { rate: 100, onAttempt };
    const { succeeded, failed } = await runScale(10_000, 100, options, controller.signal);
    expect(succeeded).toBeLessThan(50);
    expect(succeeded + failed).toBe(10_000);
  }, 120_000);
});

describe("all calls of a client", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.restoreAllMocks().useRealTimers());

  it.each([
    [{ "retry-after": "5" }, 1],
    [{}, 5000],
  ])("wait where one gets a 429 with %j, and those of no other", async (headers, initialDelay) => {
    vi.spyOn(Math, "random").mockReturnValue(0);
    const fetch = stubFetch(status(429, null, headers as HeadersInit), status(204));
    const dew = clientOf({ fetch, retry: { initialDelay, maxRetryAfter: 30_000 } });
    const first = call(dew, operation);
    await vi.advanceTimersByTimeAsync(1);
    const others = [call(dew, operation), call(dew, operation)];
    const stranger = stubFetch(status(204));
    await call(clientOf({ fetch: stranger }), operation);
    await vi.advanceTimersByTimeAsync(4900);
    expect(fetch.sent).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(200);
    await Promise.all([first, ...others]);
    expect(fetch.sent).toHaveLength(4);
  });

  it("share its rate, and so do their retries", async () => {
    // A client that was idle may not catch up.
    vi.advanceTimersByTime(60_000);
    const fetch = stubFetch(status(503), status(204));
    const dew = clientOf({ fetch, rate: 10, retry: { initialDelay: 0 } });
    const calls = [1, 2, 3].map(() => call(dew, operation));
    for (const sent of [1, 2, 3, 4]) {
      await vi.advanceTimersByTimeAsync(sent === 1 ? 0 : 100);
      expect(fetch.sent).toHaveLength(sent);
    }
    await Promise.all(calls);
  });

  it("leave no timer behind where they wait for it and are aborted", async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const dew = clientOf({ fetch: stubFetch(status(204)), rate: 1 });
    await call(dew, operation);
    const outcomes = [1, 2].map(() => outcomeOf(call(dew, operation, { signal })));
    await vi.advanceTimersByTimeAsync(1);
    controller.abort();
    const aborted = { kind: "aborted", attempts: 0, mayHaveBeenCarriedOut: false };
    for (const { error } of await Promise.all(outcomes)) expect(error).toMatchObject(aborted);
    expect(vi.getTimerCount()).toBe(0);
  });
});

import { token } from "huaweicloud-dew-tags";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import type { Stub, StubFetch } from "./support/client.js";
import { clientOf, outcomeOf, run, silent, start, status, stubFetch } from "./support/client.js";
import { call, operation } from "./support/operations.js";

const tokensOf = ({ sent }: Pick<StubFetch, "sent">) =>
  sent.map(({ headers }) => headers["x-auth-token"]);

/** Gives `t1`, `t2` and so on, never at once. */
const counting = () => {
  let count = 0;
  return vi.fn(async () => {
    await new Promise(setImmediate);
    return `t${++count}`;
  });
};

/** Refuses all tokens but one. */
const accepting =
  (good: string): Stub =>
  ({ headers }) =>
    status(headers["x-auth-token"] === good ? 204 : 401)();

const busy = status(503);
const never = () => new Promise<string>(() => {});

/** A promise that is settled from outside. */
function deferred<T>() {
  let resolve = (_: T) => {};
  let reject = (_: Error) => {};
  const promise = new Promise<T>((...settle) => {
    [resolve, reject] = settle;
  });
  return { promise, resolve, reject };
}

describe("token(text)", () => {
  it("takes a 401 for the answer, because it has no other token", async () => {
    const { error, sent } = await run([status(401)], { auth: token("t1") });
    expect(error).toMatchObject({ status: 401, attempts: 1 });
    expect(tokensOf({ sent })).toEqual(["t1"]);
  });

  it.each([
    ["nothing", ""],
    ["a blank", "se cret"],
    ["a line break", "secret\r\nx: y"],
    ["a letter beyond ASCII", "secrét"],
    ["a NUL", "secret\0"],
    ["undefined, such as a variable that is not set", undefined],
  ])("refuses %s without quoting it", (_, text) => {
    expect(() => token(text as string)).toThrow(TypeError);
    expect(() => token(text as string)).toThrow(/^the token (?!.*secr)/);
  });
});

describe("token(function)", () => {
  it("is asked at the first call, and its answer kept, over calls and clients", async () => {
    const source = counting();
    const auth = token(source);
    const fetch = stubFetch(status(204));
    const clients = [clientOf({ auth, fetch }), clientOf({ auth, fetch })];
    expect(source).not.toHaveBeenCalled();
    for (const dew of [...clients, ...clients]) await call(dew, operation);
    expect(tokensOf(fetch)).toEqual(["t1", "t1", "t1", "t1"]);
    expect(source).toHaveBeenCalledTimes(1);
  });

  it.each([
    ["once", "t1", 1],
    ["again once where all are refused", "t2", 2],
  ])("is asked by calls in parallel %s", async (_, good, asked) => {
    const source = counting();
    const dew = clientOf({ auth: token(source), fetch: stubFetch(accepting(good)) });
    const results = await Promise.all(Array.from({ length: 10 }, () => call(dew, operation)));
    expect(results.filter(({ error }) => error)).toEqual([]);
    expect(source).toHaveBeenCalledTimes(asked);
  });

  it.each<[string, Stub[], object, string]>([
    ["on a 401, also without retries", [accepting("t2")], { retry: false }, "t1,t2"],
    ["only once for a call", [status(401)], {}, "t1,t2"],
    ["only once for a call, also before a retry", [status(401), busy, status(401)], {}, "t1,t2,t2"],
  ])("is asked again %s", async (_, answers, options, tokens) => {
    const { sent } = await run(answers, { auth: token(counting()), ...options });
    expect(tokensOf({ sent }).join()).toBe(tokens);
    expect(sent.at(-1)?.body).toBe(sent[0]?.body);
  });

  it("is asked again by each later call whose token is refused", async () => {
    const fetch = stubFetch(accepting("t3"));
    const dew = clientOf({ auth: token(counting()), fetch });
    expect((await call(dew, operation)).error).toMatchObject({ status: 401 });
    expect((await call(dew, operation)).error).toBeUndefined();
    expect(tokensOf(fetch)).toEqual(["t1", "t2", "t2", "t3"]);
  });

  it("keeps a new token when an old one is refused late", async () => {
    const { promise: late, resolve } = deferred<Response>();
    const fetch = stubFetch(() => late, status(401), status(204));
    const dew = clientOf({ auth: token(counting()), fetch });
    const slow = call(dew, operation);
    await call(dew, operation);
    resolve(status(401)());
    expect((await slow).error).toBeUndefined();
    expect(tokensOf(fetch)).toEqual(["t1", "t1", "t2", "t2"]);
  });
});

describe("a token source that fails", () => {
  const hostile = {
    toString() {
      throw null;
    },
  };
  const rejecting = (reason: unknown) => () => Promise.reject(reason);
  const throwing = () => {
    throw new Error("no login");
  };

  it.each<[string, () => string | Promise<string>, string]>([
    ["throws", throwing, "no login"],
    ["rejects", rejecting(new Error("no login")), "no login"],
    ["rejects with null", rejecting(null), "failed with null"],
    ["rejects with nothing", rejecting(undefined), "failed with undefined"],
    ["rejects with a text", rejecting("no"), "failed with no"],
    ["rejects with what cannot be told", rejecting(hostile), "failed with an object"],
    ["answers nothing", () => "", "the token must be"],
    ["answers what no header can hold", async () => "secret\n", "the token contains"],
  ])(
    "because it %s fails its calls, sends nothing, and is asked anew",
    async (_, fails, message) => {
      const source = vi
        .fn<() => string | Promise<string>>(() => "t2")
        .mockImplementationOnce(fails);
      const fetch = stubFetch(status(204));
      const dew = clientOf({ auth: token(source), fetch });
      const failures = await Promise.all([1, 2].map(() => outcomeOf(call(dew, operation))));
      for (const { error } of failures) {
        expect(error).toBeInstanceOf(Error);
        expect(String(error)).toContain(message);
        expect(String(error)).not.toContain("secret");
      }
      expect(source).toHaveBeenCalledTimes(1);
      expect(fetch.sent).toHaveLength(0);
      expect((await call(dew, operation)).error).toBeUndefined();
      expect(tokensOf(fetch)).toEqual(["t2"]);
    },
  );

  it.each([
    ["on a refresh", [status(401), status(204)], 1],
    ["on a refresh of a retried attempt", [busy, status(401), status(204)], 2],
  ])("%s fails the call, once, and is asked anew", async (_, answers, requests) => {
    const source = vi.fn(async () => "t3");
    source.mockResolvedValueOnce("t1").mockRejectedValueOnce(new Error("no login"));
    const fetch = stubFetch(...answers);
    const dew = clientOf({ auth: token(source), fetch });
    expect((await outcomeOf(call(dew, operation))).error).toMatchObject({ message: "no login" });
    expect(source).toHaveBeenCalledTimes(2);
    expect(fetch.sent).toHaveLength(requests);
    expect((await call(dew, operation)).error).toBeUndefined();
    expect(tokensOf(fetch).at(-1)).toBe("t3");
  });
});

describe("a token source that never answers", () => {
  it("is given up after the timeout, and asked anew by the next call", async () => {
    const source = vi.fn(async () => "t2").mockImplementationOnce(never);
    const fetch = stubFetch(status(204));
    const dew = clientOf({ auth: token(source), fetch, timeout: 20, retry: false });
    const { error } = await outcomeOf(call(dew, operation));
    expect(error).toMatchObject({ kind: "timeout", attempts: 0 });
    expect(error?.message).toContain("no credential from auth within 20 ms");
    expect(fetch.sent).toHaveLength(0);
    expect((await call(dew, operation)).error).toBeUndefined();
    expect(source).toHaveBeenCalledTimes(2);
  });

  it("leaves the request what it has not taken of the timeout", async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const later = () => new Promise<string>((resolve) => setTimeout(resolve, 900, "t1"));
    const { outcome } = start([silent], { auth: token(later), timeout: 1000, retry: false });
    await vi.advanceTimersByTimeAsync(1001);
    expect(vi.getTimerCount()).toBe(0);
    expect((await outcome).error).toMatchObject({ kind: "timeout", attempts: 1 });
  });

  it("is given up when the caller aborts, and bothers nobody when it fails later", async () => {
    const { promise: late, reject } = deferred<string>();
    const controller = new AbortController();
    const auth = token(() => late);
    const { fetch, outcome } = start([status(204)], { auth }, { signal: controller.signal });
    await new Promise(setImmediate);
    controller.abort();
    expect((await outcome).error).toMatchObject({ kind: "aborted", attempts: 0 });
    expect(fetch.sent).toHaveLength(0);
    // Vitest fails where nobody handles it.
    reject(new Error("no login"));
    await new Promise(setImmediate);
  });
});

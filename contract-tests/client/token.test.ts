import { token } from "huaweicloud-dew-tags";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { clientOf, rejection, type Sent, silent, status, stubFetch } from "./support/client.js";
import { call, operation } from "./support/operations.js";

const tokensOf = ({ sent }: { sent: readonly Sent[] }) =>
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
const accepting = (good: string) =>
  stubFetch(({ headers }) => status(headers["x-auth-token"] === good ? 204 : 401)());

const unhandled = vi.fn();
beforeEach(() => {
  process.on("unhandledRejection", unhandled);
});
afterEach(async () => {
  await new Promise(setImmediate);
  process.off("unhandledRejection", unhandled);
  expect(unhandled).not.toHaveBeenCalled();
});

describe("token(text)", () => {
  it("sends the token with each request", async () => {
    const fetch = stubFetch(status(204));
    const dew = clientOf({ auth: token("t1"), fetch });
    await call(dew, operation);
    await call(dew, operation);
    expect(tokensOf(fetch)).toEqual(["t1", "t1"]);
  });

  it("takes a 401 for the answer, because it has no other token", async () => {
    const fetch = stubFetch(status(401));
    const { error } = await call(clientOf({ auth: token("t1"), fetch }), operation);
    expect(error).toMatchObject({ status: 401, attempts: 1 });
    expect(fetch.sent).toHaveLength(1);
  });

  it("wins over a header of the same name, whatever its case", async () => {
    const fetch = stubFetch(status(204));
    await call(clientOf({ auth: token("t1"), fetch }), operation, {
      headers: { "X-AUTH-TOKEN": "other" },
    });
    expect(tokensOf(fetch)).toEqual(["t1"]);
  });

  it.each([
    ["nothing", ""],
    ["a blank", "se cret"],
    ["a line break", "secret\r\nx: y"],
    ["a letter beyond ASCII", "secrét"],
    ["a NUL", "secret\0"],
  ])("refuses %s without quoting it", (_, text) => {
    expect(() => token(text)).toThrow(TypeError);
    expect(() => token(text)).toThrow(/^the token (?!.*secr)/);
  });

  it("refuses undefined, such as a variable that is not set", () => {
    expect(() => token(undefined as never)).toThrow("the token must be a string");
  });
});

describe("token(function)", () => {
  it("takes a function that answers at once", async () => {
    const fetch = stubFetch(status(204));
    await call(clientOf({ auth: token(() => "t1"), fetch }), operation);
    expect(tokensOf(fetch)).toEqual(["t1"]);
  });

  it("is not asked before there is a call", () => {
    const source = counting();
    clientOf({ auth: token(source) });
    expect(source).not.toHaveBeenCalled();
  });

  it("is asked once and its answer kept, over calls and clients", async () => {
    const source = counting();
    const auth = token(source);
    const fetch = stubFetch(status(204));
    for (const dew of [clientOf({ auth, fetch }), clientOf({ auth, fetch })]) {
      await call(dew, operation);
      await call(dew, operation);
    }
    expect(tokensOf(fetch)).toEqual(["t1", "t1", "t1", "t1"]);
    expect(source).toHaveBeenCalledTimes(1);
  });

  it("is asked once by calls in parallel", async () => {
    const source = counting();
    const fetch = stubFetch(status(204));
    const dew = clientOf({ auth: token(source), fetch });
    await Promise.all(Array.from({ length: 10 }, () => call(dew, operation)));
    expect(source).toHaveBeenCalledTimes(1);
    expect(fetch.sent).toHaveLength(10);
  });

  it("is asked again on a 401, and the call is repeated, also without retries", async () => {
    const source = counting();
    const fetch = accepting("t2");
    const result = await call(clientOf({ auth: token(source), fetch, retry: false }), operation);
    expect(result.error).toBeUndefined();
    expect(tokensOf(fetch)).toEqual(["t1", "t2"]);
    expect(fetch.sent[1]?.body).toBe(fetch.sent[0]?.body);
  });

  it("is asked again only once for a call", async () => {
    const source = counting();
    const fetch = accepting("none");
    const { error } = await call(clientOf({ auth: token(source), fetch }), operation);
    expect(error).toMatchObject({ status: 401, attempts: 2 });
    expect(source).toHaveBeenCalledTimes(2);
  });

  it("is asked again only once for a call, though it is retried in between", async () => {
    const source = counting();
    const fetch = stubFetch(status(401), status(503), status(401));
    const { error } = await call(clientOf({ auth: token(source), fetch }), operation);
    expect(error).toMatchObject({ status: 401, attempts: 3 });
    expect(tokensOf(fetch)).toEqual(["t1", "t2", "t2"]);
  });

  it("is asked again by each later call whose token is refused", async () => {
    const source = counting();
    const fetch = accepting("t3");
    const dew = clientOf({ auth: token(source), fetch });
    expect((await call(dew, operation)).error).toMatchObject({ status: 401 });
    expect((await call(dew, operation)).error).toBeUndefined();
    expect(tokensOf(fetch)).toEqual(["t1", "t2", "t2", "t3"]);
  });

  it("is asked again once by calls in parallel that are all refused", async () => {
    const source = counting();
    const fetch = accepting("t2");
    const dew = clientOf({ auth: token(source), fetch });
    const results = await Promise.all(Array.from({ length: 10 }, () => call(dew, operation)));
    expect(results.filter(({ error }) => error)).toEqual([]);
    expect(source).toHaveBeenCalledTimes(2);
  });

  it("keeps a new token when an old one is refused late", async () => {
    const source = counting();
    let refuseLate = () => {};
    const late = new Promise<Response>((resolve) => {
      refuseLate = () => resolve(status(401)());
    });
    const fetch = stubFetch(() => late, status(401), status(204));
    const dew = clientOf({ auth: token(source), fetch });
    const slow = call(dew, operation);
    await call(dew, operation);
    refuseLate();
    expect((await slow).error).toBeUndefined();
    expect(tokensOf(fetch)).toEqual(["t1", "t1", "t2", "t2"]);
    expect(source).toHaveBeenCalledTimes(2);
  });

  it.each<[string, () => string | Promise<string>, string]>([
    [
      "throws",
      () => {
        throw new Error("no login");
      },
      "no login",
    ],
    ["rejects", () => Promise.reject(new Error("no login")), "no login"],
    ["answers nothing", () => "", "the token must be"],
    ["answers what no header can hold", async () => "secret\n", "the token contains"],
  ])("that %s fails its calls, sends nothing, and is asked anew", async (_, fails, message) => {
    const source = vi.fn<() => string | Promise<string>>(() => "t2").mockImplementationOnce(fails);
    const fetch = stubFetch(status(204));
    const dew = clientOf({ auth: token(source), fetch });
    const failures = await Promise.all([
      rejection(call(dew, operation)),
      rejection(call(dew, operation)),
    ]);
    expect(failures.map(String)).toEqual([
      expect.stringContaining(message),
      expect.stringContaining(message),
    ]);
    expect(String(failures)).not.toContain("secret");
    expect(source).toHaveBeenCalledTimes(1);
    expect(fetch.sent).toHaveLength(0);
    expect((await call(dew, operation)).error).toBeUndefined();
    expect(tokensOf(fetch)).toEqual(["t2"]);
  });

  it("that fails on a refresh fails the call, once, and is asked anew", async () => {
    const source = vi
      .fn(async () => "t3")
      .mockResolvedValueOnce("t1")
      .mockRejectedValueOnce(new Error("no login"));
    const fetch = accepting("t3");
    const dew = clientOf({ auth: token(source), fetch });
    expect(await rejection(call(dew, operation))).toMatchObject({ message: "no login" });
    expect(source).toHaveBeenCalledTimes(2);
    expect((await call(dew, operation)).error).toBeUndefined();
    expect(tokensOf(fetch)).toEqual(["t1", "t3"]);
  });

  it("that fails on a retried attempt fails the call, once", async () => {
    const source = vi
      .fn(async () => "t3")
      .mockResolvedValueOnce("t1")
      .mockRejectedValueOnce(new Error("no login"));
    const fetch = stubFetch(status(503), status(401), status(204));
    const dew = clientOf({ auth: token(source), fetch });
    expect(await rejection(call(dew, operation))).toMatchObject({ message: "no login" });
    expect(source).toHaveBeenCalledTimes(2);
    expect(fetch.sent).toHaveLength(2);
  });

  it("that never answers is given up after the timeout", async () => {
    const fetch = stubFetch(status(204));
    const dew = clientOf({
      auth: token(() => new Promise(() => {})),
      fetch,
      timeout: 20,
      retry: false,
    });
    expect(await rejection(call(dew, operation))).toMatchObject({ kind: "timeout", attempts: 0 });
    expect(fetch.sent).toHaveLength(0);
  });

  it("that never answers is given up when the caller aborts", async () => {
    const fetch = stubFetch(silent);
    const controller = new AbortController();
    const dew = clientOf({ auth: token(() => new Promise(() => {})), fetch });
    const failure = rejection(call(dew, operation, { signal: controller.signal }));
    await new Promise(setImmediate);
    controller.abort();
    expect(await failure).toMatchObject({ kind: "aborted", attempts: 0 });
    expect(fetch.sent).toHaveLength(0);
  });

  it("that fails after the caller has aborted bothers nobody", async () => {
    const controller = new AbortController();
    let fail = () => {};
    const late = new Promise<string>((_, reject) => {
      fail = () => reject(new Error("no login"));
    });
    const dew = clientOf({ auth: token(() => late), fetch: stubFetch(status(204)) });
    const failure = rejection(call(dew, operation, { signal: controller.signal }));
    await new Promise(setImmediate);
    controller.abort();
    expect(await failure).toMatchObject({ kind: "aborted" });
    fail();
  });
});

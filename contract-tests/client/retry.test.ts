import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  clientOf,
  failing,
  rejection,
  type StubFetch,
  silent,
  status,
  stubFetch,
} from "./support/client.js";
import { call, operation } from "./support/operations.js";

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, "random").mockReturnValue(0);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** How many requests have been sent when so many milliseconds have gone by. */
async function sentAfter(milliseconds: number, fetch: StubFetch): Promise<number> {
  await vi.advanceTimersByTimeAsync(milliseconds);
  return fetch.sent.length;
}

describe("a call is tried again", () => {
  it.each([429, 500, 502, 503, 504])("on status %i", async (code) => {
    const fetch = stubFetch(status(code), status(204));
    const result = call(clientOf({ fetch }), operation);
    await vi.runAllTimersAsync();
    expect((await result).error).toBeUndefined();
    expect(fetch.sent).toHaveLength(2);
  });

  it.each([
    ["ECONNREFUSED", "refused"],
    ["ENOTFOUND", "unresolved"],
    ["EAI_AGAIN", "unresolved"],
    ["ECONNRESET", "reset"],
    ["EPIPE", "reset"],
    ["UND_ERR_SOCKET", "reset"],
    ["ETIMEDOUT", "timeout"],
    ["UND_ERR_CONNECT_TIMEOUT", "timeout"],
    ["UND_ERR_HEADERS_TIMEOUT", "timeout"],
    ["EHOSTUNREACH", "network"],
  ])("on %s before an answer, which is of the kind %s", async (code, kind) => {
    const fetch = stubFetch(failing(code));
    const failure = rejection(call(clientOf({ fetch }), operation));
    await vi.runAllTimersAsync();
    expect(await failure).toMatchObject({ name: "TransportError", kind, attempts: 3 });
    expect(fetch.sent).toHaveLength(3);
  });

  it.each([undefined, null, "no", 0, {}])(
    "on %o, where that is all that fetch says",
    async (thrown) => {
      const fetch = stubFetch(() => Promise.reject(thrown));
      const failure = rejection(call(clientOf({ fetch }), operation));
      await vi.runAllTimersAsync();
      expect(await failure).toMatchObject({ kind: "network", attempts: 3 });
    },
  );

  it("with what was sent the first time", async () => {
    const fetch = stubFetch(status(503), status(204));
    const result = call(clientOf({ fetch }), operation);
    await vi.runAllTimersAsync();
    await result;
    const [{ signal: _, ...first } = {}, { signal: __, ...second } = {}] = fetch.sent;
    expect(second).toEqual(first);
  });

  it("with another date and signature where it is signed", async () => {
    const { akSk } = await import("huaweicloud-dew-tags");
    const fetch = stubFetch(status(503), status(204));
    const auth = akSk({ accessKey: "AK", secretKey: "SK" });
    const dew = clientOf({ fetch, auth, retry: { initialDelay: 5000 } });
    const result = call(dew, operation);
    // Signing goes by way of other threads, which fake timers do not wait for.
    await vi.waitFor(() => expect(fetch.sent).toHaveLength(1));
    await vi.advanceTimersByTimeAsync(5000);
    await vi.waitFor(() => expect(fetch.sent).toHaveLength(2));
    await result;
    const dates = fetch.sent.map(({ headers }) => headers["x-sdk-date"]);
    expect(new Set(dates).size).toBe(2);
  });
});

describe("a call is not tried again", () => {
  it.each([200, 204, 300, 304, 400, 401, 403, 404, 405, 408, 409, 413, 501, 505])(
    "on status %i",
    async (code) => {
      const fetch = stubFetch(status(code));
      await call(clientOf({ fetch }), operation);
      expect(fetch.sent).toHaveLength(1);
    },
  );

  it.each([
    ["ERR_TLS_CERT_ALTNAME_INVALID", "tls"],
    ["ERR_SSL_WRONG_VERSION_NUMBER", "tls"],
    ["CERT_HAS_EXPIRED", "tls"],
    ["DEPTH_ZERO_SELF_SIGNED_CERT", "tls"],
    ["SELF_SIGNED_CERT_IN_CHAIN", "tls"],
    ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "tls"],
    ["UNABLE_TO_GET_ISSUER_CERT_LOCALLY", "tls"],
    ["HPE_INVALID_CONSTANT", "malformed"],
    ["UND_ERR_HEADERS_OVERFLOW", "malformed"],
    ["UND_ERR_RES_CONTENT_LENGTH_MISMATCH", "malformed"],
  ])("on %s, which is of the kind %s", async (code, kind) => {
    const fetch = stubFetch(failing(code));
    expect(await rejection(call(clientOf({ fetch }), operation))).toMatchObject({
      kind,
      attempts: 1,
    });
  });

  it("with retry: false", async () => {
    const fetch = stubFetch(status(503));
    const { error } = await call(clientOf({ fetch, retry: false }), operation);
    expect(error).toMatchObject({ status: 503, attempts: 1 });
    expect(error?.message).not.toContain("attempt");
    expect(fetch.sent).toHaveLength(1);
  });

  it("when it is refused before anything is sent", async () => {
    const fetch = stubFetch(status(204));
    await rejection(call(clientOf({ fetch }), operation, { body: undefined }));
    expect(fetch.sent).toHaveLength(0);
  });
});

describe("the number of attempts", () => {
  it("is 3 unless said otherwise, and the error says it", async () => {
    const fetch = stubFetch(status(503));
    const result = call(clientOf({ fetch, retry: {} }), operation);
    await vi.runAllTimersAsync();
    const { error } = await result;
    expect(fetch.sent).toHaveLength(3);
    expect(error).toMatchObject({ attempts: 3 });
    expect(error?.message).toContain("after 3 attempts");
  });

  it("is said by an error of the transport as well", async () => {
    const failure = rejection(call(clientOf({ fetch: stubFetch(failing("EPIPE")) }), operation));
    await vi.runAllTimersAsync();
    expect(await failure).toMatchObject({
      attempts: 3,
      message: expect.stringMatching(/ \(after 3 attempts\)$/),
    });
  });

  it.each([1, 2, 5])("can be %i", async (maxAttempts) => {
    const fetch = stubFetch(status(503));
    const result = call(clientOf({ fetch, retry: { maxAttempts } }), operation);
    await vi.runAllTimersAsync();
    expect((await result).error).toMatchObject({ attempts: maxAttempts });
    expect(fetch.sent).toHaveLength(maxAttempts);
  });

  it("does not count the repetition that a new token takes", async () => {
    const { token } = await import("huaweicloud-dew-tags");
    const fetch = stubFetch(status(503), status(401), status(503), status(204));
    const result = call(clientOf({ fetch, auth: token(() => "t") }), operation);
    await vi.runAllTimersAsync();
    expect((await result).error).toBeUndefined();
    expect(fetch.sent).toHaveLength(4);
  });

  it("counts failures and bad statuses together", async () => {
    const fetch = stubFetch(failing("ECONNRESET"), status(503), failing("ECONNREFUSED"));
    const failure = rejection(call(clientOf({ fetch }), operation));
    await vi.runAllTimersAsync();
    expect(await failure).toMatchObject({ kind: "refused", attempts: 3 });
  });
});

describe("between two attempts", () => {
  it("is a delay of half a second, which doubles each time", async () => {
    const fetch = stubFetch(status(503));
    const result = call(clientOf({ fetch, retry: { maxAttempts: 4 } }), operation);
    expect(await sentAfter(499, fetch)).toBe(1);
    expect(await sentAfter(1, fetch)).toBe(2);
    expect(await sentAfter(999, fetch)).toBe(2);
    expect(await sentAfter(1, fetch)).toBe(3);
    expect(await sentAfter(1999, fetch)).toBe(3);
    expect(await sentAfter(1, fetch)).toBe(4);
    await result;
  });

  it("is up to twice that, by chance", async () => {
    vi.spyOn(Math, "random").mockReturnValue(0.998);
    const fetch = stubFetch(status(503), status(204));
    const result = call(clientOf({ fetch, retry: {} }), operation);
    expect(await sentAfter(998, fetch)).toBe(1);
    expect(await sentAfter(2, fetch)).toBe(2);
    await result;
  });

  it("is never more than maxDelay", async () => {
    const fetch = stubFetch(status(503), status(204));
    const result = call(clientOf({ fetch, retry: { initialDelay: 500, maxDelay: 50 } }), operation);
    expect(await sentAfter(49, fetch)).toBe(1);
    expect(await sentAfter(1, fetch)).toBe(2);
    await result;
  });

  const now = Date.parse("2026-01-02T03:04:05Z");
  const retry = { initialDelay: 0 };

  it.each([
    ["seconds", "7", 7000],
    ["seconds with blanks around them", " 7 ", 7000],
    ["a fraction of seconds", "0.5", 500],
    ["a date", "Fri, 02 Jan 2026 03:04:12 GMT", 7000],
    ["a date of the obsolete form", "Friday, 02-Jan-26 03:04:12 GMT", 7000],
    ["more than is waited for at most", "31536000", 30_000],
    ["a number beyond all numbers", "9".repeat(400), 30_000],
    ["a date beyond what is waited for", "Sat, 02 Jan 2027 03:04:12 GMT", 30_000],
  ])("is what Retry-After says in %s", async (_, header, delay) => {
    vi.setSystemTime(now);
    const fetch = stubFetch(status(429, null, { "retry-after": header }), status(204));
    const result = call(clientOf({ fetch, retry }), operation);
    expect(await sentAfter(delay - 1, fetch)).toBe(1);
    expect(await sentAfter(1, fetch)).toBe(2);
    await result;
  });

  it.each([
    ["a date gone by", "Fri, 02 Jan 2026 03:04:00 GMT"],
    ["0", "0"],
    ["a negative number", "-7"],
    ["a date that there is not", "Fri, 99 Jan 2026 03:04:00 GMT"],
    ["no date", "soon"],
    ["nothing", ""],
  ])("is the backoff alone where Retry-After is %s", async (_, header) => {
    vi.setSystemTime(now);
    const fetch = stubFetch(status(503, null, { "retry-after": header }), status(204));
    const result = call(clientOf({ fetch, retry: { initialDelay: 10 } }), operation);
    expect(await sentAfter(9, fetch)).toBe(1);
    expect(await sentAfter(1, fetch)).toBe(2);
    await result;
  });

  it("is the backoff on top of Retry-After, so that callers told the same come apart", async () => {
    const fetch = stubFetch(status(429, null, { "retry-after": "1" }), status(204));
    const result = call(clientOf({ fetch, retry: { initialDelay: 100 } }), operation);
    expect(await sentAfter(1099, fetch)).toBe(1);
    expect(await sentAfter(1, fetch)).toBe(2);
    await result;
  });

  it("is at most maxRetryAfter of what the server asks", async () => {
    const fetch = stubFetch(status(429, null, { "retry-after": "60" }), status(204));
    const result = call(clientOf({ fetch, retry: { ...retry, maxRetryAfter: 100 } }), operation);
    expect(await sentAfter(99, fetch)).toBe(1);
    expect(await sentAfter(1, fetch)).toBe(2);
    await result;
  });

  it("is nothing after the last attempt", async () => {
    const fetch = stubFetch(status(429, null, { "retry-after": "60" }));
    const dew = clientOf({ fetch, retry: { maxAttempts: 1 } });
    expect((await call(dew, operation)).error).toMatchObject({ status: 429 });
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("the timeout", () => {
  it("is 8 seconds an attempt unless said otherwise", async () => {
    const fetch = stubFetch(silent, status(204));
    const result = call(clientOf({ fetch, retry: { initialDelay: 0 } }), operation);
    expect(await sentAfter(7999, fetch)).toBe(1);
    expect(await sentAfter(2, fetch)).toBe(2);
    expect((await result).error).toBeUndefined();
  });

  it("starts anew with each attempt", async () => {
    const fetch = stubFetch(silent);
    const failure = rejection(call(clientOf({ fetch, timeout: 100 }), operation));
    await vi.runAllTimersAsync();
    expect(await failure).toMatchObject({
      kind: "timeout",
      attempts: 3,
      message: expect.stringContaining("no answer within 100 ms"),
    });
    expect(fetch.sent).toHaveLength(3);
  });

  it("covers the body", async () => {
    const endless = new ReadableStream({ pull: () => new Promise(() => {}) });
    const fetch = stubFetch(({ signal }) => {
      const body = new TransformStream();
      endless.pipeTo(body.writable, { signal }).catch(() => {});
      return new Response(body.readable);
    });
    const failure = rejection(call(clientOf({ fetch, timeout: 100 }), operation));
    await vi.advanceTimersByTimeAsync(100);
    expect(await failure).toMatchObject({ kind: "timeout", attempts: 1 });
  });

  it.each([
    [200, { error: { kind: "timeout", attempts: 1 } }],
    [400, { answer: { error: { status: 400, body: "some" } } }],
  ])("covers the body of a %i that no signal ends", async (status, expected) => {
    const cancel = vi.fn();
    const start = (controller: ReadableStreamDefaultController) =>
      controller.enqueue(new TextEncoder().encode("some"));
    const fetch = stubFetch(() => new Response(new ReadableStream({ start, cancel }), { status }));
    const outcome = call(clientOf({ fetch, timeout: 100 }), operation).then(
      (answer) => ({ answer }),
      (error) => ({ error }),
    );
    await vi.advanceTimersByTimeAsync(100);
    expect(await outcome).toMatchObject(expected);
    expect(cancel).toHaveBeenCalledOnce();
  });

  it.each([
    ["a backoff", status(503), 500],
    ["what Retry-After asks for", status(503, null, { "retry-after": "9" }), 0],
  ])("leaves no timer behind when the caller aborts during %s", async (_, answer, initialDelay) => {
    const controller = new AbortController();
    const dew = clientOf({ fetch: stubFetch(answer), retry: { initialDelay } });
    const failure = rejection(call(dew, operation, { signal: controller.signal }));
    await vi.advanceTimersByTimeAsync(1);
    expect(vi.getTimerCount()).toBe(1);
    controller.abort();
    await failure;
    expect(vi.getTimerCount()).toBe(0);
  });

  it("leaves no timer behind", async () => {
    for (const answer of [status(204), status(400, "no"), failing("EPIPE"), status(302)]) {
      await call(clientOf({ fetch: stubFetch(answer), retry: false }), operation).catch(() => {});
      expect(vi.getTimerCount()).toBe(0);
    }
  });
});

import { akSk, token } from "huaweicloud-dew-tags";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { failing, type Outcome, run, type Stub, silent, start, status } from "./support/client.js";

const NOW = Date.parse("2026-01-02T03:04:05Z");
/** The client's own settings. */
const DEFAULTS = { retry: {} } as const;

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  vi.spyOn(Math, "random").mockReturnValue(0);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** Runs a call to its end, however long it waits, and tells when it sent each same request. */
async function runToEnd(
  answers: readonly Stub[],
  options: Parameters<typeof start>[1] = {},
): Promise<Outcome & { readonly sentAt: readonly number[] }> {
  const sentAt: number[] = [];
  const begin = Date.now();
  const timed = answers.map((answer): Stub => {
    return (sent) => {
      sentAt.push(Date.now() - begin);
      return answer(sent);
    };
  });
  const { fetch, outcome } = start(timed, options);
  await vi.runAllTimersAsync();
  const [first] = fetch.sent;
  for (const sent of fetch.sent) expect({ ...sent, signal: first?.signal }).toEqual(first);
  expect(vi.getTimerCount(), "timers left behind").toBe(0);
  return { ...(await outcome), sentAt };
}

describe("a call fails where fetch says", () => {
  it.each([
    ["refused", 3, ["ECONNREFUSED"]],
    ["unresolved", 3, ["ENOTFOUND", "EAI_AGAIN"]],
    ["reset", 3, ["ECONNRESET", "EPIPE", "UND_ERR_SOCKET"]],
    ["timeout", 3, ["ETIMEDOUT", "UND_ERR_CONNECT_TIMEOUT", "UND_ERR_HEADERS_TIMEOUT"]],
    ["network", 3, ["EHOSTUNREACH"]],
    ["tls", 1, ["ERR_TLS_CERT_ALTNAME_INVALID", "ERR_SSL_WRONG_VERSION_NUMBER"]],
    ["tls", 1, ["CERT_HAS_EXPIRED", "DEPTH_ZERO_SELF_SIGNED_CERT", "SELF_SIGNED_CERT_IN_CHAIN"]],
    ["tls", 1, ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "UNABLE_TO_GET_ISSUER_CERT_LOCALLY"]],
    ["malformed", 1, ["HPE_INVALID_CONSTANT", "UND_ERR_HEADERS_OVERFLOW"]],
    ["malformed", 1, ["UND_ERR_RES_CONTENT_LENGTH_MISMATCH"]],
  ])("as the kind %s after so many attempts, %i: %j", async (kind, attempts, codes) => {
    for (const code of codes) {
      const { error, sentAt } = await runToEnd([failing(code)]);
      expect(error).toMatchObject({ name: "TransportError", kind, attempts });
      expect(/ \(after 3 attempts\)$/.test(error?.message ?? "")).toBe(attempts === 3);
      expect(sentAt).toHaveLength(attempts);
    }
  });

  it.each([undefined, null, "no", 0, {}])("no more than %o", async (thrown) => {
    const { error } = await runToEnd([() => Promise.reject(thrown)]);
    expect(error).toMatchObject({ kind: "network", attempts: 3 });
  });
});

describe("a call is not tried again", () => {
  it.each([200, 204, 300, 304, 400, 401, 403, 404, 405, 408, 409, 413, 501, 505])(
    "on status %i",
    async (code) => {
      expect((await run([status(code)])).sent).toHaveLength(1);
    },
  );

  it("with retry: false, and its error does not speak of attempts", async () => {
    const { error, sent } = await run([status(503)], { retry: false });
    expect(error).toMatchObject({ status: 503, attempts: 1 });
    expect(error?.message).not.toContain("attempt");
    expect(sent).toHaveLength(1);
  });
});

describe("another attempt", () => {
  it("has another date and signature where it is signed", async () => {
    const auth = akSk({ accessKey: "AK", secretKey: "SK" });
    const options = { auth, retry: { initialDelay: 2000 } };
    const { fetch, outcome } = start([status(503), status(204)], options);
    await vi.advanceTimersByTimeAsync(2000);
    await outcome;
    const [first, second] = fetch.sent.map(({ headers }) => headers);
    expect(second?.["x-sdk-date"]).not.toBe(first?.["x-sdk-date"]);
    expect(second?.authorization).not.toBe(first?.authorization);
  });

  it.each([1, 2, 5])("comes until there were as many as maxAttempts: %i", async (maxAttempts) => {
    const { sentAt } = await runToEnd([status(503)], { retry: { maxAttempts } });
    expect(sentAt).toHaveLength(maxAttempts);
  });

  it("is not counted where a new token takes it", async () => {
    const answers = [status(503), status(401), status(503), status(204)];
    const { error, sentAt } = await runToEnd(answers, { auth: token(() => "t") });
    expect(error).toBeUndefined();
    expect(sentAt).toHaveLength(4);
  });

  it("is counted after failures and bad statuses alike", async () => {
    const answers = [failing("ECONNRESET"), status(503), failing("ECONNREFUSED")];
    const { error } = await runToEnd(answers);
    expect(error).toMatchObject({ kind: "refused", attempts: 3 });
  });
});

describe("between two attempts", () => {
  const busy = (retryAfter: string, code = 429) =>
    status(code, null, { "retry-after": retryAfter });

  it.each([
    ["half a second, doubled each time", 0, { maxAttempts: 4 }, status(503), [0, 500, 1500, 3500]],
    ["up to twice that, by chance", 0.998, { maxAttempts: 2 }, status(503), [0, 999]],
    ["never more than maxDelay", 0, { maxAttempts: 2, maxDelay: 50 }, status(503), [0, 50]],
    ["what Retry-After asks for, and the backoff", 0, { maxAttempts: 2 }, busy("1"), [0, 1500]],
    ["at most maxRetryAfter", 0, { maxAttempts: 2, maxRetryAfter: 100 }, busy("60"), [0, 600]],
    ["nothing after the last", 0, { maxAttempts: 1 }, busy("60"), [0]],
  ])("is %s", async (_, random, retry, answer, expected) => {
    vi.spyOn(Math, "random").mockReturnValue(random);
    expect((await runToEnd([answer], { retry })).sentAt).toEqual(expected);
  });

  it.each([
    ["seconds", "7", 7000],
    ["seconds with blanks around them", " 7 ", 7000],
    ["a fraction of seconds", "0.5", 500],
    ["a date", "Fri, 02 Jan 2026 03:04:12 GMT", 7000],
    ["a date of the obsolete form", "Friday, 02-Jan-26 03:04:12 GMT", 7000],
    ["more than is waited for at most", "31536000", 30_000],
    ["a number beyond all numbers", "9".repeat(400), 30_000],
    ["a date beyond what is waited for", "Sat, 02 Jan 2027 03:04:12 GMT", 30_000],
    ["a date gone by", "Fri, 02 Jan 2026 03:04:00 GMT", 0],
    ["0", "0", 0],
    ["a negative number", "-7", 0],
    ["a date that there is not", "Fri, 99 Jan 2026 03:04:00 GMT", 0],
    ["no date", "soon", 0],
    ["nothing", "", 0],
  ])("is what Retry-After says in %s", async (_, header, delay) => {
    for (const code of [429, 503]) {
      vi.setSystemTime(NOW);
      const { sentAt } = await runToEnd([busy(header, code), status(204)], DEFAULTS);
      expect(sentAt).toEqual([0, delay + 500]);
    }
  });
});

describe("the timeout", () => {
  it("is 8 seconds an attempt unless said otherwise", async () => {
    const { error, sentAt } = await runToEnd([silent, status(204)], DEFAULTS);
    expect(error).toBeUndefined();
    expect(sentAt).toEqual([0, 8500]);
  });

  it("starts anew with each attempt", async () => {
    const { error, sentAt } = await runToEnd([silent], { timeout: 100 });
    expect(error).toMatchObject({ kind: "timeout", attempts: 3 });
    expect(error?.message).toContain("no answer within 100 ms");
    expect(sentAt).toHaveLength(3);
  });

  it.each([
    [200, { kind: "timeout", attempts: 1 }],
    [400, { status: 400, body: "some" }],
  ])("covers the body of a %i that no signal ends", async (code, expected) => {
    const cancel = vi.fn();
    const begin = (controller: ReadableStreamDefaultController) =>
      controller.enqueue(new TextEncoder().encode("some"));
    const answer = () =>
      new Response(new ReadableStream({ start: begin, cancel }), { status: code });
    expect((await runToEnd([answer], { timeout: 100 })).error).toMatchObject(expected);
    expect(cancel).toHaveBeenCalledOnce();
  });

  it.each([
    ["a backoff", status(503), 500],
    ["what Retry-After asks for", status(503, null, { "retry-after": "9" }), 0],
  ])("leaves no timer behind when the caller aborts during %s", async (_, answer, initialDelay) => {
    const controller = new AbortController();
    const { signal } = controller;
    const { outcome } = start([answer], { retry: { initialDelay } }, { signal });
    await vi.advanceTimersByTimeAsync(1);
    expect(vi.getTimerCount()).toBe(1);
    controller.abort();
    await outcome;
    expect(vi.getTimerCount()).toBe(0);
  });
});

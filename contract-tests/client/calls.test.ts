import { type Attempt, DewTagsError } from "huaweicloud-dew-tags";
import { describe, expect, it } from "vitest";
import { bindings } from "../../generated/client.js";
import {
  clientOf,
  failing,
  run,
  type Stub,
  silent,
  start,
  status,
  stubFetch,
} from "./support/client.js";
import { call, operation, operations } from "./support/operations.js";

describe("projectId", () => {
  const { project_id: projectId = "", ...others } = operation.pathParams;

  const pathOf = async (options: object, init: object) => {
    const { error, sent } = await run([status(204)], options, init);
    return error ?? new URL(sent[0]?.url ?? "").pathname;
  };

  it("fills the path parameter of that name, but gives way to what a call says", async () => {
    const init = { params: { path: others } };
    expect(await pathOf({ projectId }, init)).toBe(operation.path);
    expect(await pathOf({ projectId: "another" }, {})).toBe(operation.path);
    expect(await pathOf({}, init)).toMatchObject({ violations: [{ keyword: "required" }] });
  });
});

describe("per call", () => {
  it("retry wins over the client's, and what it leaves out is the client's", async () => {
    const fetch = stubFetch(status(503));
    const dew = clientOf({ fetch, retry: { maxAttempts: 5, initialDelay: 0 } });
    expect((await call(dew, operation, { retry: false })).error).toMatchObject({ attempts: 1 });
    const { error } = await call(dew, operation, { retry: { maxAttempts: 2 } });
    expect(error).toMatchObject({ attempts: 2 });
    expect((await call(dew, operation)).error).toMatchObject({ attempts: 5 });
  });

  it("timeout wins over the client's", async () => {
    const { error } = await run([silent], { timeout: 60_000, retry: false }, { timeout: 5 });
    expect(error).toMatchObject({ kind: "timeout" });
    expect(error?.message).toContain("within 5 ms");
  });
});

describe("onAttempt", () => {
  it("is called after each attempt", async () => {
    const seen: Attempt[] = [];
    const onAttempt = (attempt: Attempt) => seen.push(attempt);
    await run([failing("ECONNRESET"), status(503), status(204)], { onAttempt });
    const { operationId, method } = operation;
    expect(seen).toMatchObject([
      { operationId, method, attempt: 1, status: undefined, kind: "reset" },
      { attempt: 2, status: 503, kind: undefined },
      { attempt: 3, status: 204, kind: undefined, retryIn: undefined },
    ]);
    expect(seen[0]?.retryIn).toBeGreaterThan(0);
    expect(seen.every(({ duration }) => duration >= 0)).toBe(true);
  });

  it("that never settles is not waited for once the call is aborted, nor for ever", async () => {
    const onAttempt = () => new Promise(() => {});
    const { signal } = new AbortController();
    expect((await run([status(204)], { onAttempt, timeout: 10 }, { signal })).error).toBe(
      undefined,
    );
    const controller = new AbortController();
    const options = { onAttempt, timeout: 1e8 };
    const { outcome } = start([status(503)], options, { signal: controller.signal });
    await new Promise((resolve) => setTimeout(resolve, 20));
    controller.abort();
    expect((await outcome).error).toMatchObject({ kind: "aborted", attempts: 1 });
  });

  it.each([
    () => Promise.reject(new Error("no log")),
    () => {
      throw new Error("no log");
    },
  ])("may fail, at once or later: then the call does", async (onAttempt) => {
    const { error, sent } = await run([status(503), status(204)], { onAttempt });
    expect([error?.message, sent.length]).toEqual(["no log", 1]);
  });
});

describe("an error says whether to try again, and what may have happened:", () => {
  it.each<[string, Stub[], boolean, boolean]>([
    ["a 400", [status(400)], false, false],
    ["a 429", [status(429)], true, false],
    ["a 503", [status(503)], true, true],
    ["a 400 after a 503", [status(503), status(400)], false, true],
    ["a 400 after a 429", [status(429), status(400)], false, false],
    ["a page that should have been a success", [status(200, "<html>")], false, true],
    ["a refused connection", [failing("ECONNREFUSED")], true, false],
    ["a reset", [failing("ECONNRESET")], true, true],
    ["a refused connection after a reset", [failing("EPIPE"), failing("ECONNREFUSED")], true, true],
    ["a bad certificate", [failing("CERT_HAS_EXPIRED")], false, false],
    ["a redirect", [status(307)], false, false],
  ])("%s", async (_, answers, isRetryable, mayHaveBeenCarriedOut) => {
    const { error } = await run(answers, { retry: { maxAttempts: answers.length } });
    expect(error).toBeInstanceOf(DewTagsError);
    expect(error).toMatchObject({ isRetryable, mayHaveBeenCarriedOut });
  });

  it("a request that is refused before it is sent", async () => {
    const { error } = await run([status(204)], {}, { body: {} });
    expect(error).toBeInstanceOf(DewTagsError);
    const facts = { attempts: 0, isRetryable: false, mayHaveBeenCarriedOut: false };
    expect(error).toMatchObject(facts);
  });
});

describe("alreadyApplied", () => {
  const known = operations.flatMap((each) =>
    (bindings[each.operationId as keyof typeof bindings].alreadyApplied ?? []).map(
      (code) => [each.operationId, code, each] as const,
    ),
  );

  it.each(known)("is told of %s by %s after an attempt that may have done it", async (...row) => {
    const [, code, each] = row;
    const refused = status(400, JSON.stringify({ error: { error_code: code, error_msg: "m" } }));
    const other = status(400, '{"error":{"error_code":"A.1"}}');
    const after = async (...answers: Stub[]) =>
      (await call(clientOf({ fetch: stubFetch(...answers) }), each)).error?.alreadyApplied;
    expect(await after(status(504), refused)).toBe(true);
    expect(await after(failing("ECONNRESET"), refused)).toBe(true);
    expect(await after(refused)).toBe(false);
    expect(await after(status(429), refused)).toBe(false);
    expect(await after(status(504), other)).toBe(false);
  });
});

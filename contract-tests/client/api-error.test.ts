import { ApiError } from "huaweicloud-dew-tags";
import { describe, expect, it } from "vitest";
import { noContent, sendAnd, startFaultServer } from "./fault-server.js";
import { clientOf, status, stubFetch } from "./support/client.js";
import { call, operation } from "./support/operations.js";

const { operationId } = operation;

/** The error that an answer gives. */
async function errorOf(...parts: Parameters<typeof status>): Promise<ApiError> {
  const { error } = await call(
    clientOf({ fetch: stubFetch(status(...parts)), retry: false }),
    operation,
  );
  if (error === undefined) throw new Error("the call did not fail");
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({ name: "ApiError", operationId, status: parts[0] });
  return error;
}

describe("an ApiError finds code, message and request id", () => {
  it.each<[string, unknown, Partial<ApiError>]>([
    [
      "the documented body",
      { error: { error_code: "KMS.0205", error_msg: "Bad key." } },
      { code: "KMS.0205", serverMessage: "Bad key." },
    ],
    [
      "the gateway's flat one",
      { error_code: "APIGW.0301", error_msg: "Bad token.", request_id: "r1" },
      { code: "APIGW.0301", serverMessage: "Bad token.", requestId: "r1" },
    ],
    [
      "IAM's",
      { error: { code: 401, message: "Log in.", title: "Unauthorized" } },
      { code: "401", serverMessage: "Log in." },
    ],
    [
      "IAM's without a message",
      { error: { code: 401, message: "", title: "Unauthorized" } },
      { code: "401", serverMessage: "Unauthorized" },
    ],
    [
      "problem+json",
      { type: "about:blank", title: "Not Found", status: 404, detail: "No such route." },
      { code: undefined, serverMessage: "No such route." },
    ],
    [
      "problem+json with a title alone",
      { title: "Not Found", status: 404 },
      { code: undefined, serverMessage: "Not Found" },
    ],
    [
      "an empty error beside the gateway's",
      { error: {}, error_code: "A.1", error_msg: "m" },
      { code: "A.1", serverMessage: "m" },
    ],
    [
      "null for an error beside the gateway's",
      { error: null, error_code: "A.1", error_msg: "m" },
      { code: "A.1", serverMessage: "m" },
    ],
    [
      "members of other kinds",
      { error: { error_code: null, error_msg: {}, code: "A.1", message: "m" } },
      { code: "A.1", serverMessage: "m" },
    ],
    [
      "a request id within the error",
      { error: { error_code: "A.1", error_msg: "m", request_id: "r1" } },
      { code: "A.1", serverMessage: "m", requestId: "r1" },
    ],
    ["an error that is text", { error: "no route" }, { serverMessage: "no route" }],
    ["text in JSON", "no route", { serverMessage: "no route" }],
    [
      "escapes",
      { error: { error_code: "A.1", error_msg: 'say "é" \\ /' } },
      { code: "A.1", serverMessage: 'say "é" \\ /' },
    ],
    [
      "a message that quotes JSON",
      { error: { error_msg: '{"error_code":"B.2"}', error_code: "A.1" } },
      { code: "A.1", serverMessage: '{"error_code":"B.2"}' },
    ],
    ["an empty object", {}, { code: undefined, serverMessage: undefined }],
    ["a list", [1], { code: undefined }],
    ["null", null, { code: undefined }],
    ["a number", 7, { code: undefined }],
  ])("in %s", async (_, body, expected) => {
    expect(await errorOf(400, JSON.stringify(body))).toMatchObject({ ...expected, body });
  });

  it.each<[string, string, Partial<ApiError>]>([
    [
      "HTML with a title",
      "<html>\n<head><title>\n 502 Bad Gateway </title></head></html>",
      { serverMessage: "502 Bad Gateway" },
    ],
    ["HTML without a title", "<h1>no</h1>", { serverMessage: undefined }],
    ["HTML cut off in its title", "<html><title>502 Bad", { serverMessage: "502 Bad" }],
    ["text", "upstream connect error", { serverMessage: "upstream connect error" }],
    [
      "a body cut off after the message",
      '{"error":{"error_code":"KMS.0205","error_msg":"Bad key."',
      { code: "KMS.0205", serverMessage: "Bad key." },
    ],
    [
      "a body cut off in the message",
      '{"error":{"error_code":"KMS.0205","error_msg":"Bad k',
      { code: "KMS.0205", serverMessage: "Bad k" },
    ],
    [
      "a body cut off in an escape",
      '{"error_code":"KMS.0205","request_id":"r1","error_msg":"Bad \\u00',
      { code: "KMS.0205", requestId: "r1" },
    ],
    [
      "a body cut off in the code",
      '{"error":{"error_code":"KMS.02',
      { code: "KMS.02", serverMessage: undefined },
    ],
    ["a body cut off before all", '{"error":{"error_co', { code: undefined }],
    [
      "a body of IAM's, cut off",
      '{"error":{"code":401,"message":"Log i',
      { code: "401", serverMessage: "Log i" },
    ],
  ])("in %s", async (_, body, expected) => {
    expect(await errorOf(502, body)).toMatchObject({ ...expected, body });
  });

  it("in the first 64 KiB of a body", async () => {
    const body = `{"error":{"error_code":"A.1","error_msg":"m","more":"${"x".repeat(1e6)}"}}`;
    const error = await errorOf(400, body);
    expect(error).toMatchObject({ code: "A.1", serverMessage: "m" });
    expect(error.body).toBe(body.slice(0, 64 * 1024));
  });

  it("in what has arrived of a body whose connection breaks", async () => {
    const head = "HTTP/1.1 400 Bad Request\r\nContent-Length: 999\r\nx-request-id: r1\r\n\r\n";
    for (const end of ["end", "resetAndDestroy"] as const) {
      const server = await startFaultServer([
        sendAnd(end, `${head}{"error":{"error_code":"KMS.0205","error_msg":"Bad`),
        noContent,
      ]);
      const { error } = await call(clientOf({ baseUrl: server.url }), operation);
      expect(error).toMatchObject({ code: "KMS.0205", serverMessage: "Bad", requestId: "r1" });
      await server.close();
    }
  });

  it("in a header where the body does not say the request id", async () => {
    expect(await errorOf(404, null, { "x-request-id": "r1" })).toMatchObject({ requestId: "r1" });
    const body = '{"request_id":""}';
    expect(await errorOf(404, body, { "x-request-id": "r1" })).toMatchObject({ requestId: "r1" });
  });

  it("nowhere in an empty body, and says so in all of them", async () => {
    for (const body of [null, ""]) {
      expect(await errorOf(503, body)).toMatchObject({
        code: undefined,
        serverMessage: undefined,
        requestId: undefined,
        advice: undefined,
        body: undefined,
      });
    }
  });

  it("quickly, whatever the body", async () => {
    // Backtracking over 64 KiB takes minutes for all of them, which ends the test.
    for (const part of [
      "<title> ",
      " ",
      "<",
      '"code":',
      '"error_code":"\\',
      "\\",
      '"',
      "{",
      "[{",
    ]) {
      await errorOf(400, `<title>${part.repeat(64 * 1024)}`);
      await errorOf(400, part.repeat(64 * 1024));
    }
  });
});

describe("the message of an ApiError", () => {
  const known = { error: { error_code: "KMS.0207", error_msg: "The key does not exist." } };

  it("says operation, status, code, message, advice, request id and attempts", async () => {
    const answered = status(
      500,
      JSON.stringify({ error: { error_code: "KMS.0101", error_msg: "Internal error." } }),
      { "x-request-id": "r1" },
    );
    const { error } = await call(clientOf({ fetch: stubFetch(answered) }), operation);
    expect(error?.message).toBe(
      `${operationId} 500 KMS.0101: Internal error. [The service failed; retry later.] (request id r1, after 3 attempts)`,
    );
  });

  it("says no more than there is", async () => {
    expect((await errorOf(404, "")).message).toBe(`${operationId} 404: no message`);
    const response = new Response("", { status: 503, statusText: "Service Unavailable" });
    const { error } = await call(
      clientOf({ fetch: stubFetch(() => response), retry: false }),
      operation,
    );
    expect(error?.message).toBe(`${operationId} 503: Service Unavailable`);
  });

  it("carries the advice for a known code, and none for another", async () => {
    const { advice, message } = await errorOf(404, JSON.stringify(known));
    expect(advice).toBe("The key does not exist; check key_id, project and region.");
    expect(message).toContain(advice);
    for (const code of ["KMS.9999", "toString", "__proto__"]) {
      const body = JSON.stringify({ error: { error_code: code, error_msg: "m" } });
      expect(await errorOf(404, body)).toMatchObject({ code, advice: undefined });
    }
  });

  it("is one line of a log, whatever the server sends", async () => {
    const nasty = "a\r\nb\u2028c\u0085d\0e\u001b[31mf\u202eg";
    const body = { error: { error_code: nasty, error_msg: nasty, request_id: nasty } };
    const error = await errorOf(400, JSON.stringify(body));
    expect(error.message).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
    expect(error.message).toMatch(/ a b c d e \[31mf g: a b c/);
    expect(error).toMatchObject({ code: nasty, serverMessage: nasty, requestId: nasty });
  });

  it("is not much longer than a line, whatever the server sends", async () => {
    const long = "x".repeat(20_000);
    const body = { error: { error_code: long, error_msg: long, request_id: long } };
    expect((await errorOf(400, JSON.stringify(body))).message.length).toBeLessThan(2000);
  });
});

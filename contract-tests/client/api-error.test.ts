import { ApiError } from "huaweicloud-dew-tags";
import { describe, expect, it } from "vitest";
import { sendAnd } from "./fault-server.js";
import { run, status } from "./support/client.js";
import { operation } from "./support/operations.js";
import { ask } from "./support/server.js";

const { operationId } = operation;

/** The error that an answer gives. */
async function errorOf(...parts: Parameters<typeof status>): Promise<ApiError> {
  const { error } = await run([status(...parts)], { retry: false });
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({ name: "ApiError", operationId, status: parts[0] });
  return error as ApiError;
}

describe("an ApiError finds code, message and request id", () => {
  it.each<[body: unknown, code?: string | undefined, message?: string, requestId?: string]>([
    [{ error: { error_code: "KMS.0205", error_msg: "Bad key." } }, "KMS.0205", "Bad key."],
    [{ error_code: "APIGW.0301", error_msg: "Bad.", request_id: "r1" }, "APIGW.0301", "Bad.", "r1"],
    [{ error: { code: 401, message: "Log in.", title: "Unauthorized" } }, "401", "Log in."],
    [{ error: { code: 401, message: "", title: "Unauthorized" } }, "401", "Unauthorized"],
    [{ type: "about:blank", title: "Not Found", detail: "No route." }, undefined, "No route."],
    [{ title: "Not Found", status: 404 }, undefined, "Not Found"],
    [{ error: {}, error_code: "A.1", error_msg: "m" }, "A.1", "m"],
    [{ error: null, error_code: "A.1", error_msg: "m" }, "A.1", "m"],
    [{ error: { error_code: null, error_msg: {}, code: "A.1", message: "m" } }, "A.1", "m"],
    [{ error: { error_code: "A.1", error_msg: "m", request_id: "r1" } }, "A.1", "m", "r1"],
    [{ error: "no route" }, undefined, "no route"],
    ["no route", undefined, "no route"],
    [{ error: { error_code: "A.1", error_msg: 'say "é" \\ /' } }, "A.1", 'say "é" \\ /'],
    [{ error: { error_msg: '{"error_code":"B"}', error_code: "A" } }, "A", '{"error_code":"B"}'],
    [{}],
    [[1]],
    [null, undefined, "null"],
    [7],
  ])("in the JSON %j", async (body, code, serverMessage, requestId) => {
    const error = await errorOf(400, JSON.stringify(body));
    expect(error).toMatchObject({ body, code, serverMessage, requestId });
  });

  it.each<[body: string, code?: string | undefined, message?: string, requestId?: string]>([
    ["<html><head><title>\n 502 Bad Gateway </title></head></html>", undefined, "502 Bad Gateway"],
    ["<h1>no</h1>"],
    ["<html><title>502 Bad", undefined, "502 Bad"],
    ["upstream connect error", undefined, "upstream connect error"],
    ['{"error":{"error_code":"KMS.0205","error_msg":"Bad key."', "KMS.0205", "Bad key."],
    ['{"error":{"error_code":"KMS.0205","error_msg":"Bad k', "KMS.0205", "Bad k"],
    ['{"error_code":"A.1","request_id":"r1","error_msg":"Bad \\u00', "A.1", "Bad \\u00", "r1"],
    ['{"error":{"error_code":"KMS.02', "KMS.02"],
    ['{"error":{"error_co'],
    ['{"error":{"code":401,"message":"Log i', "401", "Log i"],
  ])("in the text %s", async (body, code, serverMessage, requestId) => {
    expect(await errorOf(502, body)).toMatchObject({ body, code, serverMessage, requestId });
  });

  it("in the first 64 KiB of a body", async () => {
    const body = `{"error":{"error_code":"A.1","error_msg":"m","more":"${"x".repeat(1e6)}"}}`;
    const error = await errorOf(400, body);
    expect(error).toMatchObject({ code: "A.1", serverMessage: "m" });
    expect(error.body).toBe(body.slice(0, 64 * 1024));
  });

  it.each(["end", "resetAndDestroy"] as const)(
    "in what has arrived of a body whose connection breaks: %s",
    async (end) => {
      const head = "HTTP/1.1 400 Bad Request\r\nContent-Length: 999\r\nx-request-id: r1\r\n\r\n";
      const body = '{"error":{"error_code":"KMS.0205","error_msg":"Bad';
      const { error } = await ask(sendAnd(end, head + body));
      expect(error).toMatchObject({ code: "KMS.0205", serverMessage: "Bad", requestId: "r1" });
    },
  );

  it.each([null, '{"request_id":""}'])("in a header where the body is %s", async (body) => {
    expect(await errorOf(404, body, { "x-request-id": "r1" })).toMatchObject({ requestId: "r1" });
  });

  it.each([null, ""])("nowhere in the empty body %j, and says so in all of them", async (body) => {
    const { code, serverMessage, requestId, advice, body: none } = await errorOf(503, body);
    expect([code, serverMessage, requestId, advice, none]).toEqual(Array(5).fill(undefined));
  });

  it.each(["<title> ", " ", "<", '"code":', '"error_code":"\\', "\\", '"', "{", "[{"])(
    "quickly in many %j",
    async (part) => {
      // Backtracking over 64 KiB takes minutes, which ends the test.
      await errorOf(400, `<title>${part.repeat(64 * 1024)}`);
      await errorOf(400, part.repeat(64 * 1024));
    },
  );
});

describe("the message of an ApiError", () => {
  const bodyOf = (error_code: string, error_msg = "m", request_id = "r") =>
    JSON.stringify({ error: { error_code, error_msg, request_id } });

  it("says operation, status, code, message, advice, request id and attempts", async () => {
    const { error } = await run([status(500, bodyOf("KMS.0101", "Internal error.", "r1"))]);
    expect(error?.message).toBe(
      `${operationId} 500 KMS.0101: Internal error. [The service failed; retry later.] (request id r1, after 3 attempts)`,
    );
  });

  it("says no more than there is", async () => {
    expect((await errorOf(404, "")).message).toBe(`${operationId} 404: no message`);
    const answer = () => new Response("", { status: 503, statusText: "Service Unavailable" });
    const { error } = await run([answer], { retry: false });
    expect(error?.message).toBe(`${operationId} 503: Service Unavailable`);
  });

  it("carries the advice for a known code, and none for another", async () => {
    const { advice, message } = await errorOf(404, bodyOf("KMS.0207"));
    expect(advice).toBe("The key does not exist; check key_id, project and region.");
    expect(message).toContain(advice);
    for (const code of ["KMS.9999", "toString", "__proto__"]) {
      expect(await errorOf(404, bodyOf(code))).toMatchObject({ code, advice: undefined });
    }
  });

  it("carries advice in another language where it is given", async () => {
    const { error } = await run([status(400, bodyOf("A.1"))], { advice: { "A.1": "建议" } });
    expect(error).toMatchObject({ code: "A.1", advice: "建议" });
    expect(error?.message).toContain("[建议]");
  });

  it("is one line of a log, whatever the server sends", async () => {
    const nasty = "a\r\nb\u2028c\u0085d\0e\u001b[31mf\u202eg";
    const error = await errorOf(400, bodyOf(nasty, nasty, nasty));
    expect(error.message).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
    expect(error.message).toMatch(/ a b c d e \[31mf g: a b c/);
    expect(error).toMatchObject({ code: nasty, serverMessage: nasty, requestId: nasty });
  });

  it("is not much longer than a line, whatever the server sends", async () => {
    const long = "x".repeat(20_000);
    expect((await errorOf(400, bodyOf(long, long, long))).message.length).toBeLessThan(2000);
  });
});

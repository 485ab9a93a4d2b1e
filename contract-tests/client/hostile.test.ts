import { inspect } from "node:util";
import zlib from "node:zlib";
import { akSk, type DewTagsClientOptions, TransportError, token } from "huaweicloud-dew-tags";
import type { Middleware } from "openapi-fetch";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { type Answer, answer, send, startFaultServer } from "./fault-server.js";
import { clientOf, rejection, status, stubFetch } from "./support/client.js";
import { call, operation } from "./support/operations.js";
import { transports } from "./support/transports.js";

const SECRET = "MIIFsentinel0secret1ZQ";

async function ask(
  reply: Answer,
  options: Partial<DewTagsClientOptions>,
  middleware?: readonly Middleware[],
) {
  const server = await startFaultServer([reply]);
  onTestFinished(() => server.close());
  const dew = clientOf({ baseUrl: server.url, auth: token(SECRET), retry: false, ...options });
  return call(dew, operation, { middleware });
}

describe.each(transports)("from a hostile server, by %s,", (_, options) => {
  it.each([
    ["a string", JSON.stringify("a".repeat(9e6))],
    ["escapes", JSON.stringify("\\".repeat(4e6))],
    ["strings", JSON.stringify(Array(1e6).fill('"[{'))],
  ])("a success of megabytes of %s is read", async (_, body) => {
    const { data } = await ask(answer("200 OK", [], body), options);
    expect(data).toEqual(JSON.parse(body));
  });

  it("a redirect to a host named after the token does not show it", async () => {
    const moved = answer("302 Found", [`Location: http://${SECRET}.evil.example/`]);
    const error = (await rejection(ask(moved, options))) as TransportError;
    expect(error).toMatchObject({ kind: "redirected" });
    expect(error.message).toContain("302 to http://***.evil.example,");
  });

  it("a header named after the token does not show it", async () => {
    const { response } = await ask(answer("400 No", [`${SECRET}: 1`, "x-a: 2"]), options);
    expect(Object.fromEntries(response.headers)).toMatchObject({ "***": "1", "x-a": "2" });
  });

  it.each(["a\x7fb", "a\xffb", "a\x01b", "a\tb"])(
    "the reason phrase %j leaves a response",
    async (reason) => {
      const write: Answer = (socket) =>
        socket.write(`HTTP/1.1 400 ${reason}\r\nx-a: 1\r\nContent-Length: 0\r\n\r\n`, "latin1");
      for (const middleware of [undefined, [{ onRequest() {} }]]) {
        // Some parsers refuse it, and say so.
        const seen = await ask(write, options, middleware).catch((error: unknown) => error);
        if (seen instanceof TransportError) expect(seen.kind).toBe("malformed");
        else expect((seen as { response: Response }).response.headers.get("x-a")).toBe("1");
      }
    },
  );

  it.each(["000", "050", "099", "600"])("the status %s is none", async (code) => {
    const error = await rejection(
      ask(send(`HTTP/1.1 ${code} No`, "Content-Length: 0", "", ""), options),
    );
    expect(error).toMatchObject({
      name: "TransportError",
      // fetch does not say why it refuses it.
      kind: options.fetch ? expect.stringMatching(/^(malformed|network)$/) : "malformed",
    });
  });
});

describe.each(transports)("an empty body, by %s,", (_, options) => {
  it.each(
    ["gzip", "deflate", "br", "gzip, br"].flatMap((coding) => [
      [coding, ["204 No Content"], ""],
      [coding, ["200 OK", "Content-Length: 0"], ""],
      [coding, ["200 OK", "Transfer-Encoding: chunked"], "0\r\n\r\n"],
    ]),
  )("that is called %s is empty: %s", async (coding, head, end) => {
    const reply = send(
      `HTTP/1.1 ${head[0]}`,
      ...head.slice(1),
      `Content-Encoding: ${coding}`,
      "",
      end,
    );
    const { data, error } = await ask(reply, options);
    expect([data, error]).toEqual([undefined, undefined]);
  });
});

describe("a bomb", () => {
  it.each([
    ["br", zlib.brotliCompressSync, "createBrotliDecompress"],
    ["gzip", zlib.gzipSync, "createGunzip"],
    ["deflate", zlib.deflateSync, "createInflate"],
  ] as const)("in %s is unpacked no further than it is read", async (coding, compress, create) => {
    const body = compress(Buffer.alloc(2e7));
    const decoders = vi.spyOn(zlib, create);
    onTestFinished(() => void decoders.mockRestore());
    const reply: Answer = (socket) => {
      const headers = `Content-Encoding: ${coding}\r\nContent-Length: ${body.length}`;
      socket.write(`HTTP/1.1 200 OK\r\n${headers}\r\n\r\n`);
      socket.write(body);
    };
    expect(await rejection(ask(reply, {}))).toMatchObject({ kind: "oversized" });
    expect(decoders.mock.results.map(({ value }) => value.destroyed)).toEqual([true]);
  });
});

describe("the date of a 401", () => {
  it.each([
    "Sat, 13 Sep 275760 00:00:00 GMT",
    "Fri, 31 Dec 9999 00:00:00 GMT",
    "Thu, 01 Jan 1970 00:00:00 GMT",
  ])("that cannot be, %s, is not taken for the time", async (date) => {
    const fetch = stubFetch(status(401, null, { date }), status(204));
    const auth = akSk({ accessKey: "AK", secretKey: "SK" });
    const dew = clientOf({ fetch, auth, retry: false });
    expect((await call(dew, operation)).error?.status).toBe(401);
    expect((await call(dew, operation)).error).toBeUndefined();
    const year = String(new Date().getUTCFullYear());
    expect(fetch.sent.map(({ headers }) => headers["x-sdk-date"]?.slice(0, 4))).toEqual([
      year,
      year,
    ]);
  });
});

it("an error named after the token does not show it", async () => {
  const fetch = stubFetch(() => Promise.reject(Object.assign(new Error("no"), { name: SECRET })));
  const dew = clientOf({ fetch, auth: token(SECRET), retry: false });
  const { cause } = (await rejection(call(dew, operation))) as Error;
  expect(inspect(cause, { showHidden: true })).not.toContain(SECRET);
  expect(cause).toMatchObject({ name: "***", stack: "***: no" });
});

it("a token source that rejects with what cannot be told gives an Error", async () => {
  const hostile = {
    toString() {
      throw null;
    },
  };
  const source = vi.fn().mockRejectedValue(hostile);
  const error = await rejection(call(clientOf({ auth: token(source) }), operation));
  expect(error).toMatchObject({ name: "TypeError", message: expect.stringContaining("an object") });
});

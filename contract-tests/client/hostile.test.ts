import zlib from "node:zlib";
import { TransportError } from "huaweicloud-dew-tags";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { type Answer, answer, send } from "./fault-server.js";
import { clientOf, run, transports } from "./support/client.js";
import { call, operation } from "./support/operations.js";
import { ask, serve } from "./support/server.js";

const packers = [
  ["gzip", zlib.gzipSync],
  ["deflate", zlib.deflateSync],
  ["br", zlib.brotliCompressSync],
] as const;

/** An answer with a body of which more may be promised than comes. */
const encoded =
  (coding: string, body: Uint8Array, length = body.length, status = "400 No"): Answer =>
  (socket) => {
    const headers = `Content-Encoding: ${coding}\r\nContent-Length: ${length}`;
    socket.write(`HTTP/1.1 ${status}\r\n${headers}\r\n\r\n`);
    socket.write(body);
  };

describe.each(transports)("from a hostile server, by %s,", (_, options) => {
  it.each([
    ["a string", JSON.stringify("a".repeat(9e6))],
    ["escapes", JSON.stringify("\\".repeat(4e6))],
    ["strings", JSON.stringify(Array(1e6).fill('"[{'))],
  ])("a success of megabytes of %s is read", async (_, body) => {
    const { data } = await ask(answer("200 OK", [], body), options);
    expect(JSON.stringify(data) === body).toBe(true);
  });

  it.each(["a\x7fb", "a\xffb", "a\x01b", "a\tb"])(
    "the reason phrase %j leaves a response",
    async (reason) => {
      const write: Answer = (socket) =>
        socket.write(`HTTP/1.1 400 ${reason}\r\nx-a: 1\r\nContent-Length: 0\r\n\r\n`, "latin1");
      for (const middleware of [undefined, [{ onRequest() {} }]]) {
        // Some parsers refuse it, and say so.
        const { error, response } = await ask(write, options, { middleware });
        if (error instanceof TransportError) expect(error.kind).toBe("malformed");
        else expect(response?.headers.get("x-a")).toBe("1");
      }
    },
  );

  it.each(["000", "050", "099", "600"])("the status %s is none", async (code) => {
    const { error } = await ask(answer(`${code} No`), options);
    // fetch does not say why it refuses it.
    const kind = options.fetch ? expect.stringMatching(/^(malformed|network)$/) : "malformed";
    expect(error).toMatchObject({ name: "TransportError", kind });
  });

  it("another protocol is refused at once", async () => {
    const switched = answer("101 Switching Protocols", ["Connection: Upgrade", "Upgrade: h2c"]);
    const { error } = await ask(switched, { ...options, timeout: 1e8 });
    // fetch takes it for the end of the connection.
    expect(error).toMatchObject({ kind: options.fetch ? "reset" : "malformed" });
  });

  it("an error is read no further than maxResponseBytes", async () => {
    const { error } = await ask(answer("400 No", [], "x".repeat(200)), {
      ...options,
      maxResponseBytes: 100,
    });
    expect(error).toMatchObject({ body: "x".repeat(100) });
  });

  it("a character that is cut off is not lost without a sign", async () => {
    const half = Buffer.from('{"a":"é').subarray(0, -1).toString("latin1");
    const write: Answer = (socket) =>
      socket.write(`HTTP/1.1 400 No\r\nContent-Length: 7\r\n\r\n${half}`, "latin1");
    expect((await ask(write, options)).error).toMatchObject({ body: '{"a":"\ufffd' });
  });

  it.each(packers)("what follows a body in %s is not part of it", async (coding, pack) => {
    const reply = encoded(coding, Buffer.concat([pack('{"error_code":"A.1"}'), Buffer.alloc(1e6)]));
    expect((await ask(reply, { ...options, timeout: 1e8 })).error).toMatchObject({ code: "A.1" });
  });

  it("codings are undone in turn", async () => {
    const body = zlib.deflateSync(zlib.brotliCompressSync(zlib.gzipSync("[7]")));
    expect((await ask(encoded("gzip, br, deflate", body), options)).error).toMatchObject({
      body: [7],
    });
  });

  it.each(["gzip", "deflate", "br", "gzip, br"])(
    "an empty body that is called %s is empty",
    async (coding) => {
      const header = `Content-Encoding: ${coding}`;
      for (const reply of [
        send("HTTP/1.1 204 No Content", header, "", ""),
        answer("200 OK", [header]),
        send("HTTP/1.1 200 OK", "Transfer-Encoding: chunked", header, "", "0", "", ""),
      ]) {
        const { data, error } = await ask(reply, options);
        expect([data, error]).toEqual([undefined, undefined]);
      }
    },
  );
});

it.each([
  ["br", zlib.brotliCompressSync, "createBrotliDecompress"],
  ["gzip", zlib.gzipSync, "createGunzip"],
  ["deflate", zlib.deflateSync, "createInflate"],
] as const)("a bomb in %s is unpacked no further than it is read", async (coding, pack, create) => {
  const body = pack(Buffer.alloc(2e7));
  const decoders = vi.spyOn(zlib, create);
  onTestFinished(() => void decoders.mockRestore());
  const reply = encoded(coding, body, body.length, "200 OK");
  expect((await ask(reply)).error).toMatchObject({ kind: "oversized" });
  expect(decoders.mock.results.map(({ value }) => value.destroyed)).toEqual([true]);
});

it.each(packers)("what never ends behind a body in %s is cut off", async (coding, pack) => {
  const server = await serve(encoded(coding, Buffer.concat([pack("{}"), Buffer.alloc(99)]), 1e9));
  const dew = clientOf({ baseUrl: server.url, timeout: 1e8 });
  expect((await call(dew, operation)).error).toMatchObject({ body: {} });
  await vi.waitFor(() => expect(server.open).toBe(0), 60_000);
});

it("what is longer than is read is cancelled", async () => {
  const cancel = vi.fn();
  const pull = (body: ReadableStreamDefaultController) => body.enqueue(new Uint8Array(100));
  const endless = () => new Response(new ReadableStream({ pull, cancel }));
  const { error } = await run([endless], { maxResponseBytes: 1000 });
  expect(error).toMatchObject({ kind: "oversized" });
  expect(cancel).toHaveBeenCalledOnce();
});

import zlib from "node:zlib";
import { TransportError } from "huaweicloud-dew-tags";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { type Answer, answer, send } from "./fault-server.js";
import { run, transports } from "./support/client.js";
import { ask } from "./support/server.js";

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
  const reply: Answer = (socket) => {
    const headers = `Content-Encoding: ${coding}\r\nContent-Length: ${body.length}`;
    socket.write(`HTTP/1.1 200 OK\r\n${headers}\r\n\r\n`);
    socket.write(body);
  };
  expect((await ask(reply, {})).error).toMatchObject({ kind: "oversized" });
  expect(decoders.mock.results.map(({ value }) => value.destroyed)).toEqual([true]);
});

it("what is longer than is read is cancelled", async () => {
  const cancel = vi.fn();
  const pull = (body: ReadableStreamDefaultController) => body.enqueue(new Uint8Array(100));
  const endless = () => new Response(new ReadableStream({ pull, cancel }));
  const { error } = await run([endless], { maxResponseBytes: 1000 });
  expect(error).toMatchObject({ kind: "oversized" });
  expect(cancel).toHaveBeenCalledOnce();
});

// A child process: answers 200 with 1 GB, compressed by what the first part of the path names.

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { pipeline, Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { createBrotliCompress, createGzip } from "node:zlib";
import { ENCODINGS } from "./encodings.js";

const COMPRESSORS = { gzip: createGzip, br: createBrotliCompress };

const bombs = new Map<string, Buffer>();
for (const encoding of ENCODINGS) {
  const blanks = Readable.from(Array<Buffer>(1000).fill(Buffer.alloc(1e6, " ")));
  const compressor = COMPRESSORS[encoding]();
  bombs.set(encoding, await buffer(pipeline(blanks, compressor, () => {})));
}

const server = createServer((request, response) => {
  const encoding = request.url?.split("/")[1] ?? "";
  const bomb = bombs.get(encoding);
  request.resume().once("end", () => {
    response.writeHead(bomb === undefined ? 404 : 200, {
      "content-type": "application/json",
      "content-encoding": encoding,
      "content-length": bomb?.length ?? 0,
    });
    response.end(bomb);
  });
});
server.listen(0, "127.0.0.1", () => {
  process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
process.once("disconnect", () => process.exit());

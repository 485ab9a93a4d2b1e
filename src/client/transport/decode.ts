import type { IncomingMessage } from "node:http";
import type { Readable, Transform } from "node:stream";
import { kindOfFailure } from "./failure.js";
import type { Failure } from "./wire.js";

/** As many codings as fetch takes: each may make much of little. */
const MAX_CODINGS = 5;

/**
 * Reads the body of a message without its content codings, as fetch does.
 * @param next called with each chunk, and then once with a failure, or nothing at a regular end
 * @returns what frees the decoders, where no more is to be read
 */
export function decode(
  message: IncomingMessage,
  next: (chunkOrEnd: Uint8Array | Failure | undefined) => void,
): () => void {
  const codings = codingsOf(message.headers["content-encoding"]);
  let stream: Readable = message;
  // What breaks off has no end; what has ended may be closed.
  const fail = (cause?: unknown, kind = kindOfFailure(cause)) => next({ kind, cause });
  message.once("error", (cause) => fail(cause));
  if (codings.length > MAX_CODINGS) {
    fail(undefined, "malformed");
    return () => {};
  }
  const decoders: Transform[] = [];
  // Gateways name a coding also where there is no body, and decoders miss its beginning.
  let isEmpty = true;
  if (codings.length > 0) message.once("data", () => (isEmpty = false));
  for (const coding of codings) {
    const decoder = createDecoder(coding);
    decoder.once("error", (cause) => (isEmpty ? next(undefined) : fail(cause, "malformed")));
    decoders.push(decoder);
    stream = stream.pipe(decoder);
  }
  stream.on("data", next);
  stream.once("end", () => {
    next(undefined);
    // What follows the encoded body is nobody's, and nobody would read it.
    if (!message.readableEnded) message.destroy();
  });
  return () => {
    for (const decoder of decoders) decoder.destroy();
  };
}

/** Those that have to be undone, the last one first; none where one is unknown, as fetch has it. */
function codingsOf(header: string | undefined): string[] {
  const codings = (header ?? "")
    .toLowerCase()
    .split(/\s*,\s*/)
    .filter(Boolean)
    .reverse();
  return codings.every((coding) => /^(x-)?gzip$|^deflate$|^br$/.test(coding)) ? codings : [];
}

function createDecoder(coding: string): Transform {
  const zlib = process.getBuiltinModule("node:zlib");
  const { Z_SYNC_FLUSH, BROTLI_OPERATION_FLUSH } = zlib.constants;
  // What has arrived of a body that breaks off is decoded at once.
  if (coding === "br") return zlib.createBrotliDecompress({ flush: BROTLI_OPERATION_FLUSH });
  if (coding === "deflate") return createInflate();
  return zlib.createGunzip({ flush: Z_SYNC_FLUSH });
}

/** Some servers leave out the header of zlib, which is told by its first byte. */
function createInflate(): Transform {
  const zlib = process.getBuiltinModule("node:zlib");
  const { Transform } = process.getBuiltinModule("node:stream");
  const options = { flush: zlib.constants.Z_SYNC_FLUSH };
  let inflate: Transform | undefined;
  return new Transform({
    transform(chunk: Uint8Array, _, callback) {
      if (inflate === undefined) {
        const hasHeader = ((chunk[0] ?? 0) & 0x0f) === 8;
        inflate = hasHeader ? zlib.createInflate(options) : zlib.createInflateRaw(options);
        inflate.on("data", (data) => this.push(data));
        inflate.on("error", (error) => this.destroy(error));
        // Something may follow what is inflated.
        inflate.once("end", () => this.push(null));
      }
      inflate.write(chunk, callback);
    },
    flush(callback) {
      if (inflate === undefined) callback();
      else inflate.end();
    },
    destroy(error, callback) {
      inflate?.destroy();
      callback(error);
    },
  });
}

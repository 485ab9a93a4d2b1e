import { gzipSync } from "node:zlib";
import type { TransportErrorKind } from "huaweicloud-dew-tags";
import { type Answer, answer, noContent, send, sendAnd } from "./fault-server.js";

/** What a call comes to: the error that it ends with, or none. */
export type Expected =
  | undefined
  | { readonly name: "ApiError"; readonly status: number; readonly attempts: number }
  | {
      readonly name: "TransportError";
      readonly kind: TransportErrorKind;
      readonly attempts: number;
    };

/** Something that goes wrong, and what the client makes of it with its default of 3 attempts. */
export interface Fault {
  /** What the server does: continues "The server …". */
  readonly server: string;
  /** To the first request, the second and so on; the last one from then on. */
  readonly answers: readonly Answer[];
  /** Milliseconds an attempt, where the fault is slowness. */
  readonly timeout?: number;
  readonly error: Expected;
  /** How many requests the server sees. */
  readonly requests: number;
}

const success = undefined;

const status = (status: number, attempts = 1): Expected => {
  return { name: "ApiError", status, attempts };
};
const fails = (kind: TransportErrorKind, attempts = 1): Expected => {
  return { name: "TransportError", kind, attempts };
};

const JSON_TYPE = "Content-Type: application/json";
const ERROR = '{"error":{"error_code":"KMS.0101","error_msg":"Internal error."}}';
const PAGE = "<html><head><title>A proxy's page</title></head></html>";
const DEEP = "[".repeat(8000) + "]".repeat(8000);
const TOMORROW = new Date(Date.now() + 86_400_000).toUTCString();
const reset = (text = "") => sendAnd("resetAndDestroy", text);
const close = (text = "") => sendAnd("end", text);
/** A head that promises more than the body that comes with it. */
const start = (status: string, body = "") =>
  ["HTTP/1.1 ", status, "\r\n", JSON_TYPE, "\r\nContent-Length: 999999\r\n\r\n", body].join("");
const error = (status: string, ...headers: string[]) =>
  answer(status, [JSON_TYPE, ...headers], ERROR);
const json = (status: string, body: string) => answer(status, [JSON_TYPE], body);
const page = (status: string) => answer(status, ["Content-Type: text/html"], PAGE);
const redirect = (status: string): Answer => {
  return (socket, place) => answer(status, [`Location: ${place.elsewhere}/`])(socket, place);
};
const later = (retryAfter: string) => error("429 Later", `Retry-After: ${retryAfter}`);
const notGzip = (status: string) => answer(status, ["Content-Encoding: gzip"], ERROR);
const half503 = close('HTTP/1.1 503 Busy\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"err');
const twoLengths = send("HTTP/1.1 400 No", "Content-Length: 1", "Content-Length: 2", "", "ab");
const hints = send("HTTP/1.1 103 Early Hints", "", "HTTP/1.1 204 No Content", "", "");
/** Members of gzip, which decoders take for one. */
const bomb = () => Buffer.concat(Array(100).fill(gzipSync(new Uint8Array(1e7))));

type Row = readonly [server: string, error: Expected, ...answers: Answer[]];

const broken: readonly Row[] = [
  ["does not listen", fails("refused", 3)],
  ["resets the connection before it answers", fails("reset", 3), reset()],
  ["closes the connection before it answers", fails("reset", 3), close()],
  ["resets the connection amid the headers", fails("reset", 3), reset("HTTP/1.1 204 No\r\nx: 1")],
  ["resets the connection once, and then answers 204", success, reset(), noContent],
  ["resets the connection after the headers of a 200", fails("reset"), reset(start("200 OK"))],
  ["resets the connection after the headers of a 400", status(400), reset(start("400 Bad"))],
  ["sends half the body of a 200 and closes", fails("reset"), close(start("200 OK", '{"a":'))],
  ["sends half the body of a 400 and closes", status(400), close(start("400 Bad", '{"error":'))],
  ["sends half the body of a 503 and closes", status(503, 3), half503],
];

const slow: readonly Row[] = [
  ["never answers", fails("timeout", 3), send("")],
  ["never ends the headers", fails("timeout", 3), drip("HTTP/1.1 204 No Content\r\n")],
  ["never ends the body of a 200", fails("timeout"), drip(start("200 OK"))],
  ["never ends the body of a 400", status(400), drip(start("400 Bad Request"))],
];

const answered: readonly Row[] = [
  ["answers garbage instead of HTTP", fails("malformed"), send("SSH-2.0-OpenSSH_9.6", "")],
  ["answers with the status 999", fails("malformed"), answer("999 Request denied", [], "no")],
  ["sends two different content lengths", fails("malformed"), twoLengths],
  ["sends 100,000 headers", fails("malformed"), answer("204 No", Array(100_000).fill("x: y"))],
  ["calls the body of a 200 gzip, which it is not", fails("malformed"), notGzip("200 OK")],
  ["calls the body of a 400 gzip, which it is not", status(400), notGzip("400 Bad Request")],
  ["cuts off the gzip of a 400", status(400), zipped("400", () => gzipSync(ERROR).subarray(0, -8))],

  ["answers 302 and points to another origin", fails("redirected"), redirect("302 Found")],
  ["answers 307 and points to another origin", fails("redirected"), redirect("307 Temporary")],
  ["answers 302 without saying where to", fails("redirected"), answer("302 Found")],

  ["answers 401 once, and then 204", success, error("401 Unauthorized"), noContent],
  ["answers 401 forever", status(401, 2), error("401 Unauthorized")],
  ["answers 403", status(403), error("403 Forbidden")],

  ["answers 429 once, to be retried in 1 second, then 204", success, later("1"), noContent],
  ["answers 429 once, to be retried in a year, then 204", success, later("31536000"), noContent],
  ["answers 429 once, to be retried tomorrow, then 204", success, later(TOMORROW), noContent],
  ["answers 429 once, to be retried soon, then 204", success, later("soon"), noContent],
  ["answers 429 forever", status(429, 3), error("429 Too Many Requests")],
  ["answers 500 forever", status(500, 3), error("500 Internal Server Error")],
  ["answers 502 forever", status(502, 3), error("502 Bad Gateway")],
  ["answers 503 forever", status(503, 3), answer("503 Service Unavailable")],
  ["answers 504 forever", status(504, 3), error("504 Gateway Timeout")],
  ["answers 503 twice, and then 204", success, answer("503 No"), answer("503 No"), noContent],
  ["answers 501", status(501), answer("501 Not Implemented")],

  ["answers 200 with `{}`", success, json("200 OK", "{}")],
  ["answers 200 without a body", success, answer("200 OK")],
  ["answers 200 with HTML", status(200), page("200 OK")],
  ["answers 204 with a stray body", success, send("HTTP/1.1 204 No Content", "", "stray")],
  ["answers 103 and then 204", success, hints],
  ["answers 400 with HTML", status(400), page("400 Bad Request")],
  ["answers 404 without a body", status(404), answer("404 Not Found")],
  ["answers 200 with 1 MB of gzip that is 1 GB", fails("oversized"), zipped("200 OK", bomb)],
  ["answers 200 with JSON nested 8000 levels deep", fails("oversized"), json("200 OK", DEEP)],
  ["answers 400 with JSON nested 8000 levels deep", status(400), json("400 Bad Request", DEEP)],
  ["answers 400 with 50 MB", status(400), flood("400 No")],
];

export const faults: readonly Fault[] = [
  ...broken.map((row) => toFault(row)),
  ...slow.map((row) => toFault(row, 500)),
  ...answered.map((row) => toFault(row)),
];

/** A failure has seen as many requests as attempts, and a success has used up all answers. */
function toFault([server, error, ...answers]: Row, timeout?: number): Fault {
  const requests = answers.length === 0 ? 0 : (error?.attempts ?? answers.length);
  return { server, answers, error, requests, ...(timeout && { timeout }) };
}

/** Sends the start, and then a byte every now and then, until the client gives up. */
function drip(start: string): Answer {
  return (socket) => {
    socket.write(start);
    const timer = setInterval(() => socket.write("x"), 20);
    socket.once("close", () => clearInterval(timer));
  };
}

/** Promises 50 MB, and sends as much as the client takes. */
function flood(status: string): Answer {
  const chunk = "x".repeat(64 * 1024);
  return (socket) => {
    const pour = () => {
      while (!socket.destroyed && socket.write(chunk));
    };
    socket.write(`HTTP/1.1 ${status}\r\nContent-Length: 50000000\r\n\r\n`);
    socket.on("drain", pour);
    pour();
  };
}

/** @param make the body, not before it is needed */
function zipped(status: string, make: () => Uint8Array): Answer {
  let body: Uint8Array | undefined;
  return (socket) => {
    body ??= make();
    const headers = `Content-Encoding: gzip\r\nContent-Length: ${body.length}`;
    socket.write(`HTTP/1.1 ${status}\r\n${headers}\r\n\r\n`);
    socket.write(body);
  };
}

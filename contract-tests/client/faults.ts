import { gzipSync } from "node:zlib";
import type { TransportErrorKind } from "huaweicloud-dew-tags";
import { type Answer, answer, noContent, send, sendAnd } from "./fault-server.js";

/** What a call comes to. */
export type Outcome =
  | "success"
  | { readonly error: "ApiError"; readonly status: number; readonly attempts: number }
  | {
      readonly error: "TransportError";
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
  readonly outcome: Outcome;
  /** How many requests the server sees. */
  readonly requests: number;
}

const success: Outcome = "success";

const apiError = (status: number, attempts = 1): Outcome => ({
  error: "ApiError",
  status,
  attempts,
});

const transportError = (kind: TransportErrorKind, attempts = 1): Outcome => ({
  error: "TransportError",
  kind,
  attempts,
});

const JSON_TYPE = "Content-Type: application/json";
const ERROR = '{"error":{"error_code":"KMS.0101","error_msg":"Internal error."}}';
const PAGE = "<html><head><title>A proxy's page</title></head></html>";

const connection: readonly Fault[] = [
  {
    server: "does not listen",
    answers: [],
    outcome: transportError("refused", 3),
    requests: 0,
  },
  {
    server: "resets the connection before it answers",
    answers: [sendAnd("resetAndDestroy", "")],
    outcome: transportError("reset", 3),
    requests: 3,
  },
  {
    server: "closes the connection before it answers",
    answers: [sendAnd("end", "")],
    outcome: transportError("reset", 3),
    requests: 3,
  },
  {
    server: "resets the connection amid the headers",
    answers: [sendAnd("resetAndDestroy", "HTTP/1.1 204 No Content", "x-request-id: 1")],
    outcome: transportError("reset", 3),
    requests: 3,
  },
  {
    server: "resets the connection once, and then answers 204",
    answers: [sendAnd("resetAndDestroy", ""), noContent],
    outcome: success,
    requests: 2,
  },
  {
    server: "resets the connection after the headers of a 200",
    answers: [sendAnd("resetAndDestroy", "HTTP/1.1 200 OK", "Content-Length: 9", "", "")],
    outcome: transportError("reset"),
    requests: 1,
  },
  {
    server: "resets the connection after the headers of a 400",
    answers: [sendAnd("resetAndDestroy", "HTTP/1.1 400 Bad Request", "Content-Length: 9", "", "")],
    outcome: apiError(400),
    requests: 1,
  },
  {
    server: "sends half the body of a 200 and closes",
    answers: [sendAnd("end", "HTTP/1.1 200 OK", JSON_TYPE, "Content-Length: 99", "", '{"a":')],
    outcome: transportError("reset"),
    requests: 1,
  },
  {
    server: "sends half the body of a 400 and closes",
    answers: [
      sendAnd("end", "HTTP/1.1 400 Bad Request", JSON_TYPE, "Content-Length: 99", "", '{"error":'),
    ],
    outcome: apiError(400),
    requests: 1,
  },
  {
    server: "sends half the body of a 503 and closes",
    answers: [
      sendAnd(
        "end",
        "HTTP/1.1 503 Busy",
        JSON_TYPE,
        "Transfer-Encoding: chunked",
        "",
        "5",
        '{"err',
      ),
    ],
    outcome: apiError(503, 3),
    requests: 3,
  },
];

const slowness: readonly Fault[] = [
  {
    server: "never answers",
    answers: [send("")],
    timeout: 500,
    outcome: transportError("timeout", 3),
    requests: 3,
  },
  {
    server: "never ends the headers",
    answers: [drip("HTTP/1.1 204 No Content\r\n")],
    timeout: 500,
    outcome: transportError("timeout", 3),
    requests: 3,
  },
  {
    server: "never ends the body of a 200",
    answers: [drip("HTTP/1.1 200 OK\r\nContent-Length: 999999\r\n\r\n")],
    timeout: 500,
    outcome: transportError("timeout"),
    requests: 1,
  },
  {
    server: "never ends the body of a 400",
    answers: [drip("HTTP/1.1 400 Bad Request\r\nContent-Length: 999999\r\n\r\n")],
    timeout: 500,
    outcome: apiError(400),
    requests: 1,
  },
];

const malformed: readonly Fault[] = [
  {
    server: "answers garbage instead of HTTP",
    answers: [send("SSH-2.0-OpenSSH_9.6", "")],
    outcome: transportError("malformed"),
    requests: 1,
  },
  {
    server: "answers with the status 999",
    answers: [answer("999 Request denied", [], "no")],
    outcome: transportError("malformed"),
    requests: 1,
  },
  {
    server: "sends two different content lengths",
    answers: [send("HTTP/1.1 400 Bad Request", "Content-Length: 1", "Content-Length: 2", "", "ab")],
    outcome: transportError("malformed"),
    requests: 1,
  },
  {
    server: "sends 100,000 headers",
    answers: [answer("204 No Content", Array(100_000).fill("x: y"))],
    outcome: transportError("malformed"),
    requests: 1,
  },
  {
    server: "calls the body of a 200 gzip, which it is not",
    answers: [answer("200 OK", ["Content-Encoding: gzip"], "{}")],
    outcome: transportError("malformed"),
    requests: 1,
  },
  {
    server: "calls the body of a 400 gzip, which it is not",
    answers: [answer("400 Bad Request", ["Content-Encoding: gzip"], ERROR)],
    outcome: apiError(400),
    requests: 1,
  },
  {
    server: "cuts off the gzip of a 400",
    answers: [gzipped("400 Bad Request", gzipSync(ERROR).subarray(0, -8))],
    outcome: apiError(400),
    requests: 1,
  },
];

const redirects: readonly Fault[] = [
  ...[
    "301 Moved Permanently",
    "302 Found",
    "303 See Other",
    "307 Temporary Redirect",
    "308 Permanent Redirect",
  ].map(
    (status): Fault => ({
      server: `answers ${status.slice(0, 3)} and points to another origin`,
      answers: [
        (socket, place) => answer(status, [`Location: ${place.elsewhere}/`])(socket, place),
      ],
      outcome: transportError("redirected"),
      requests: 1,
    }),
  ),
  {
    server: "answers 307 and points to itself",
    answers: [answer("307 Temporary Redirect", ["Location: /elsewhere"], PAGE)],
    outcome: transportError("redirected"),
    requests: 1,
  },
  {
    server: "answers 302 without saying where to",
    answers: [answer("302 Found")],
    outcome: transportError("redirected"),
    requests: 1,
  },
];

const credentials: readonly Fault[] = [
  {
    server: "answers 401 once, and then 204",
    answers: [answer("401 Unauthorized", [JSON_TYPE], ERROR), noContent],
    outcome: success,
    requests: 2,
  },
  {
    server: "answers 401 forever",
    answers: [answer("401 Unauthorized", [JSON_TYPE], ERROR)],
    outcome: apiError(401, 2),
    requests: 2,
  },
  {
    server: "answers 403",
    answers: [answer("403 Forbidden", [JSON_TYPE], ERROR)],
    outcome: apiError(403),
    requests: 1,
  },
];

const passing: readonly Fault[] = [
  ...[
    ["in 1 second", "1"],
    ["in 0 seconds", "0"],
    ["in a year", "31536000"],
    ["at a date to come", new Date(Date.now() + 86_400_000).toUTCString()],
    ["at a date gone by", "Wed, 21 Oct 2015 07:28:00 GMT"],
    ["in -1 seconds", "-1"],
    ["soon", "soon"],
  ].map(
    ([when, header]): Fault => ({
      server: `answers 429 once, to be retried ${when}, and then 204`,
      answers: [
        answer("429 Too Many Requests", [`Retry-After: ${header}`, JSON_TYPE], ERROR),
        noContent,
      ],
      outcome: success,
      requests: 2,
    }),
  ),
  ...[
    "429 Too Many Requests",
    "500 Internal Server Error",
    "502 Bad Gateway",
    "503 Service Unavailable",
    "504 Gateway Timeout",
  ].map(
    (status): Fault => ({
      server: `answers ${status.slice(0, 3)} forever`,
      answers: [answer(status, [JSON_TYPE], ERROR)],
      outcome: apiError(Number(status.slice(0, 3)), 3),
      requests: 3,
    }),
  ),
  {
    server: "answers 503 without a body twice, and then 204",
    answers: [answer("503 Busy"), answer("503 Busy"), noContent],
    outcome: success,
    requests: 3,
  },
  {
    server: "answers 501",
    answers: [answer("501 Not Implemented")],
    outcome: apiError(501),
    requests: 1,
  },
];

const bodies: readonly Fault[] = [
  {
    server: "answers 200 with `{}`",
    answers: [answer("200 OK", [JSON_TYPE], "{}")],
    outcome: success,
    requests: 1,
  },
  {
    server: "answers 200 without a body",
    answers: [answer("200 OK")],
    outcome: success,
    requests: 1,
  },
  {
    server: "answers 200 with HTML",
    answers: [answer("200 OK", ["Content-Type: text/html"], PAGE)],
    outcome: apiError(200),
    requests: 1,
  },
  {
    server: "answers 204 with a stray body",
    answers: [send("HTTP/1.1 204 No Content", "", "stray")],
    outcome: success,
    requests: 1,
  },
  {
    server: "answers 103 and then 204",
    answers: [
      send("HTTP/1.1 103 Early Hints", "Link: </a>", "", "HTTP/1.1 204 No Content", "", ""),
    ],
    outcome: success,
    requests: 1,
  },
  {
    server: "answers 400 with HTML",
    answers: [answer("400 Bad Request", ["Content-Type: text/html"], PAGE)],
    outcome: apiError(400),
    requests: 1,
  },
  {
    server: "answers 404 without a body",
    answers: [answer("404 Not Found")],
    outcome: apiError(404),
    requests: 1,
  },
  {
    server: "answers 200 with 1 MB of gzip that unpacks to 1 GB",
    answers: [(...place) => gzipped("200 OK", gzipBomb())(...place)],
    outcome: transportError("oversized"),
    requests: 1,
  },
  {
    server: "answers 200 with JSON that is nested 8000 levels deep",
    answers: [answer("200 OK", [JSON_TYPE], "[".repeat(8000) + "]".repeat(8000))],
    outcome: transportError("oversized"),
    requests: 1,
  },
  {
    server: "answers 400 with JSON that is nested 8000 levels deep",
    answers: [answer("400 Bad Request", [JSON_TYPE], "[".repeat(8000) + "]".repeat(8000))],
    outcome: apiError(400),
    requests: 1,
  },
  {
    server: "answers 400 with 50 MB",
    answers: [flood("HTTP/1.1 400 Bad Request", JSON_TYPE, "Content-Length: 50000000", "", ERROR)],
    outcome: apiError(400),
    requests: 1,
  },
];

export const faults: readonly Fault[] = [
  ...connection,
  ...slowness,
  ...malformed,
  ...redirects,
  ...credentials,
  ...passing,
  ...bodies,
];

/** Sends the start, and then a byte every now and then, until the client gives up. */
function drip(start: string): Answer {
  return (socket) => {
    socket.write(start);
    const timer = setInterval(() => socket.write("x"), 20);
    socket.once("close", () => clearInterval(timer));
  };
}

/** Sends the start, and then as much as the client takes. */
function flood(...start: readonly string[]): Answer {
  const chunk = "x".repeat(64 * 1024);
  return (socket) => {
    const pour = () => {
      while (!socket.destroyed && socket.write(chunk));
    };
    socket.write(start.join("\r\n"));
    socket.on("drain", pour);
    pour();
  };
}

function gzipped(status: string, body: Uint8Array): Answer {
  return (socket) => {
    socket.write(
      `HTTP/1.1 ${status}\r\nContent-Encoding: gzip\r\nContent-Length: ${body.length}\r\n\r\n`,
    );
    socket.write(body);
  };
}

let bomb: Uint8Array | undefined;

/** 1 GB of zeros in a few members of gzip, which decoders take for one. */
function gzipBomb(): Uint8Array {
  bomb ??= Buffer.concat(Array(100).fill(gzipSync(new Uint8Array(1e7))));
  return bomb;
}

import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";

/** Answers one request, or fails to. */
export type Answer = (socket: Socket, place: Place) => void;

export interface Place {
  /** Origin of another server, which must never hear of a request. */
  readonly elsewhere: string;
  /** The request that is answered, byte for byte in Latin-1. */
  readonly request: string;
}

export interface FaultServer {
  /** Its origin, on the loopback. */
  readonly url: string;
  /** Every request that has arrived whole, byte for byte in Latin-1; may be emptied. */
  readonly requests: string[];
  /** How many requests went to the other server. */
  readonly elsewhere: readonly string[];
  /** How many connections there have been. */
  readonly connections: number;
  /** How many of them are open still. */
  readonly open: number;
  close(): Promise<void>;
}

/**
 * A server on the loopback that misbehaves: the first request gets the first answer, and so on;
 * the last answer is given from then on. Without answers, nothing listens at its address.
 */
export async function startFaultServer(answers: readonly Answer[]): Promise<FaultServer> {
  const other = await listen(() => (socket) => socket.destroy());
  const server = await listen((number) => (socket, request) => {
    answers[Math.min(number, answers.length) - 1]?.(socket, { elsewhere: other.url, request });
  });
  if (answers.length === 0) await server.close();
  return {
    url: server.url,
    requests: server.requests,
    elsewhere: other.requests,
    get connections() {
      return server.count();
    },
    get open() {
      return server.sockets.size;
    },
    close: async () => {
      await Promise.all([server.close(), other.close()]);
    },
  };
}

type Serve = (number: number) => (socket: Socket, request: string) => void;

async function listen(serve: Serve) {
  const requests: string[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = createServer((socket) => {
    sockets.add(socket);
    connections++;
    socket.once("close", () => sockets.delete(socket));
    // A client that gives up is what many a fault provokes.
    socket.on("error", () => {});
    let received = "";
    socket.setEncoding("latin1").on("data", (text: string) => {
      received += text;
      for (let end = endOf(received); end !== undefined; end = endOf(received)) {
        const request = received.slice(0, end);
        received = received.slice(end);
        serve(requests.push(request))(socket, request);
      }
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    sockets,
    count: () => connections,
    close: () =>
      new Promise<void>((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

/** Where the first request of the text ends; undefined where it has not arrived whole. */
function endOf(text: string): number | undefined {
  const blank = text.indexOf("\r\n\r\n");
  if (blank === -1) return undefined;
  const length = /^content-length: *(\d+)/im.exec(text.slice(0, blank))?.[1] ?? "0";
  const end = blank + 4 + Number(length);
  return text.length < end ? undefined : end;
}

/** Sends text as it is. */
export const send =
  (...lines: readonly string[]): Answer =>
  (socket) => {
    socket.write(lines.join("\r\n"));
  };

/** Sends text as it is, and then does something to the connection. */
export const sendAnd =
  (then: "end" | "resetAndDestroy", ...lines: readonly string[]): Answer =>
  (socket) => {
    socket.write(lines.join("\r\n"), () => {
      // A reset throws away what has not been read: an immediate comes after the reading.
      setTimeout(() => setImmediate(() => socket[then]()), 5);
    });
  };

/** A well-formed answer. */
export const answer = (status: string, headers: readonly string[] = [], body = ""): Answer =>
  send(`HTTP/1.1 ${status}`, ...headers, `Content-Length: ${Buffer.byteLength(body)}`, "", body);

export const noContent: Answer = send("HTTP/1.1 204 No Content", "", "");

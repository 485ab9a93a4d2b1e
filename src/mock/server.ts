import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { assertOptions, type OptionRule } from "../text/assert-options.js";
import type { MockResponse } from "./message.js";
import {
  createMock,
  DEFAULT_MAX_BODY_BYTES,
  MOCK_RULES,
  type MockOperation,
  type MockOptions,
} from "./mock.js";

export interface StartMockOptions extends MockOptions {
  /** Default: 0, a free one. */
  readonly port?: number;
  /** Default: `127.0.0.1`. */
  readonly host?: string;
  /**
   * Called with every request before the mock, to serve other paths as well.
   *
   * @returns True if it has answered the request.
   */
  readonly intercept?: (
    request: IncomingMessage,
    response: ServerResponse,
  ) => boolean | Promise<boolean>;
}

const RULES: Readonly<Record<keyof StartMockOptions, OptionRule>> = {
  ...MOCK_RULES,
  port: [0, 65_535, true],
  host: "a string",
  intercept: "a function",
};

export interface RunningMock {
  /** Such as `http://127.0.0.1:4010`, without a slash at the end. */
  readonly url: string;
  readonly operations: readonly MockOperation[];
  /**
   * Serves another document from now on, at the same address.
   *
   * @throws Error as `createMock`; then the document so far stays.
   */
  reload(spec: MockOptions["spec"]): Promise<void>;
  /** Cuts off what is still connected, and resolves when the port is free. */
  close(): Promise<void>;
}

/**
 * Serves `createMock` over HTTP, with CORS for every origin, without credentials, and an `x-request-id` in every
 * answer.
 *
 * @throws Error as `createMock`, or where the port is taken.
 */
export async function startMock(options: StartMockOptions = {}): Promise<RunningMock> {
  assertOptions("options", options, RULES);
  const { port = 0, host = "127.0.0.1", intercept, ...mockOptions } = options;
  const { maxBodyBytes = DEFAULT_MAX_BODY_BYTES } = mockOptions;
  let mock = await createMock(mockOptions);
  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      // `intercept` failed, or the caller went away, who then does not see this either.
      if (response.headersSent) response.destroy();
      else response.writeHead(500, { "content-type": "text/plain" }).end(String(error));
    });
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (await intercept?.(request, response)) return;
    if (isPreflight(request)) {
      send(request, response, { status: 204, headers: {}, body: undefined });
      return;
    }
    const body = await readAtMost(maxBodyBytes, request);
    const { method = "GET", url = "/", headers } = request;
    send(request, response, await mock.handle({ method, path: url, headers, body }));
  }

  await listen(server, port, host);
  const address = server.address() as AddressInfo;
  const name = address.family === "IPv6" ? `[${address.address}]` : address.address;
  return {
    url: `http://${name}:${address.port}`,
    get operations() {
      return mock.operations;
    },
    async reload(spec) {
      mock = await createMock({ ...mockOptions, ...(spec !== undefined && { spec }) });
    },
    close: () =>
      new Promise((resolve) => {
        // Closed already is closed.
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === "EADDRINUSE";
      const advice = "choose another, or 0 for any free one";
      reject(isTaken ? new Error(`port ${port} on ${host} is taken; ${advice}`) : error);
    });
    server.listen(port, host, resolve);
  });
}

/**
 * Reads a body to its end, so that the connection can be used again, but keeps only so much that
 * the mock sees whether it is too long.
 */
async function readAtMost(maxBytes: number, request: IncomingMessage): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Uint8Array>) {
    if (bytes <= maxBytes) chunks.push(chunk);
    bytes += chunk.length;
  }
  return Buffer.concat(chunks);
}

function isPreflight({ method, headers }: IncomingMessage): boolean {
  return (
    method === "OPTIONS" &&
    headers.origin !== undefined &&
    headers["access-control-request-method"] !== undefined
  );
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers, body }: Omit<MockResponse, "violations">,
): void {
  const own = { ...headers, "x-request-id": randomUUID() };
  const payload = body === undefined ? undefined : serialize(body);
  response.writeHead(status, {
    ...own,
    ...corsHeaders(request, Object.keys(own)),
    ...(payload !== undefined && { "content-length": payload.length }),
  });
  response.end(payload);
}

function serialize(body: unknown): Buffer {
  return Buffer.from(typeof body === "string" ? body : JSON.stringify(body));
}

function corsHeaders(
  { headers }: IncomingMessage,
  exposed: readonly string[],
): Record<string, string> {
  const method = headers["access-control-request-method"];
  return {
    // Any origin, so that an explorer hosted anywhere can use it, but none with its credentials.
    "access-control-allow-origin": "*",
    // By name: the wildcard does not cover `Authorization`.
    "access-control-allow-headers": headers["access-control-request-headers"] ?? "*",
    "access-control-expose-headers": exposed.join(", "),
    ...(method !== undefined && { "access-control-allow-methods": method }),
  };
}

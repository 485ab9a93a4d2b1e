import { once } from "node:events";
import { createServer as createHttpServer, Agent as HttpAgent } from "node:http";
import { Agent, createServer, type Server } from "node:https";
import { type AddressInfo, connect } from "node:net";
import type { TLSSocket } from "node:tls";
import { HttpsProxyAgent } from "https-proxy-agent";
import { createDewTagsClient, token } from "huaweicloud-dew-tags";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { answer, startFaultServer } from "./fault-server.js";
import { type Certificates, makeCertificates } from "./support/certificates.js";
import { clientOf, rejection } from "./support/client.js";
import { call, operation } from "./support/operations.js";

let certificates: Certificates;
let server: Server;
let baseUrl: string;
/** The name in the certificate of each client that called. */
const callers: (string | undefined)[] = [];

beforeAll(async () => {
  certificates = makeCertificates();
  const { ca, server: own } = certificates;
  const options = { ...own, ca, requestCert: true, rejectUnauthorized: false };
  server = createServer(options, (request, response) => {
    const { authorized, getPeerCertificate } = request.socket as TLSSocket;
    callers.push(
      authorized ? getPeerCertificate.call(request.socket).subject.CN?.toString() : undefined,
    );
    request.resume().once("end", () => response.writeHead(204).end());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  baseUrl = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe("without an agent, a private certificate", () => {
  it("is refused, and nothing is sent", async () => {
    callers.length = 0;
    expect(await rejection(call(clientOf({ baseUrl }), operation))).toMatchObject({
      kind: "tls",
      attempts: 1,
      isRetryable: false,
      mayHaveBeenCarriedOut: false,
    });
    expect(callers).toEqual([]);
  });
});

describe("an agent", () => {
  it("trusts a private certificate authority", async () => {
    const agent = new Agent({ ca: certificates.ca });
    expect((await call(clientOf({ baseUrl, agent }), operation)).error).toBeUndefined();
    agent.destroy();
  });

  it("shows a certificate of the client's", async () => {
    callers.length = 0;
    const agent = new Agent({ ca: certificates.ca, ...certificates.client, keepAlive: true });
    const dew = clientOf({ baseUrl, agent });
    expect((await call(dew, operation)).error).toBeUndefined();
    expect((await call(dew, operation)).error).toBeUndefined();
    expect(callers).toEqual(["client", "client"]);
    agent.destroy();
  });

  it("goes by way of a proxy, which sees where to and nothing else", async () => {
    const proxy = await startProxy();
    const agent = new HttpsProxyAgent(proxy.url, { keepAlive: true });
    // Its own options are for the connection to the proxy.
    Object.assign(agent.options, { ca: certificates.ca });
    const named = baseUrl.replace("127.0.0.1", "localhost");
    const dew = clientOf({ baseUrl: named, agent, auth: token("MIIF-token") });
    expect((await call(dew, operation)).error).toBeUndefined();
    expect((await call(dew, operation)).error).toBeUndefined();
    expect(proxy.seen.join()).toBe(named.replace("https://", ""));
    expect(proxy.bytes.join("")).not.toContain("MIIF-token");
    agent.destroy();
  });

  it("of a proxy that refuses gives the proxy's status", async () => {
    const proxy = await startProxy("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n");
    const agent = new HttpsProxyAgent(proxy.url);
    const { error } = await call(clientOf({ baseUrl, agent }), operation);
    expect(error).toMatchObject({ status: 407 });
  });

  it("of a proxy that never answers takes no longer than the timeout", async () => {
    const proxy = await startFaultServer([() => {}]);
    onTestFinished(() => proxy.close());
    const dew = clientOf({
      baseUrl,
      agent: new HttpsProxyAgent(proxy.url),
      timeout: 300,
      retry: false,
    });
    expect(await rejection(call(dew, operation))).toMatchObject({ kind: "timeout", attempts: 1 });
  });

  it("is left open by close()", async () => {
    const agent = new Agent({ ca: certificates.ca, keepAlive: true });
    const dew = clientOf({ baseUrl, agent });
    await call(dew, operation);
    await dew.close();
    expect(Object.values(agent.freeSockets).flat()).toHaveLength(1);
    agent.destroy();
  });

  it("cannot be used with fetch", () => {
    const options = { baseUrl, auth: token("t"), agent: new Agent(), fetch: globalThis.fetch };
    expect(() => createDewTagsClient(options as never)).toThrow("agent works on Node alone");
  });
});

describe("a kept connection that the server has closed in the meantime", () => {
  const goodbye = answer("204 No Content", ["Connection: keep-alive"]);

  it.each([
    ["over TCP", false],
    ["over TLS", true],
  ])("%s does not fail the next call, also without retries", async (_, isSecure) => {
    let requests = 0;
    const listener: Parameters<typeof createHttpServer>[1] = (request, response) => {
      requests++;
      request.resume().once("end", () => response.writeHead(204).end());
    };
    const one = isSecure ? createServer(certificates.server, listener) : createHttpServer(listener);
    // Sooner than it says, so that the client cannot know.
    one.keepAliveTimeout = 60_000;
    const sockets = new Set<import("node:net").Socket>();
    one.on("connection", (socket) => sockets.add(socket));
    one.listen(0, "127.0.0.1");
    await once(one, "listening");
    onTestFinished(() => void one.close());
    const { port } = one.address() as AddressInfo;
    const agent = isSecure
      ? new Agent({ ca: certificates.ca, keepAlive: true })
      : new HttpAgent({ keepAlive: true });
    onTestFinished(() => agent.destroy());
    const dew = clientOf({
      baseUrl: `${isSecure ? "https" : "http"}://127.0.0.1:${port}`,
      agent,
      retry: false,
    });
    await Promise.all([call(dew, operation), call(dew, operation)]);
    // The client learns of it only when it has written: nothing of it is read before.
    const closed = [...sockets].map((socket) => once(socket, "close"));
    for (const kept of Object.values(agent.freeSockets).flat()) kept?.pause();
    for (const socket of sockets) socket.destroy();
    await Promise.all(closed);
    const { error, response } = await call(dew, operation);
    expect(error).toBeUndefined();
    expect(response.status).toBe(204);
    expect(requests).toBe(3);
  });

  it("goes out once more, and not twice", async () => {
    const one = await startFaultServer([goodbye, (socket) => socket.destroy()]);
    const dew = clientOf({ baseUrl: one.url, retry: false });
    await call(dew, operation);
    expect(await rejection(call(dew, operation))).toMatchObject({ kind: "reset", attempts: 2 });
    expect(one.requests).toHaveLength(3);
    await one.close();
  });

  it("fails the call where the caller forbids even that", async () => {
    const one = await startFaultServer([goodbye, (socket) => socket.destroy(), goodbye]);
    const dew = clientOf({ baseUrl: one.url, retry: { maxAttempts: 1, staleConnection: false } });
    await call(dew, operation);
    expect(await rejection(call(dew, operation))).toMatchObject({ kind: "reset", attempts: 1 });
    expect(one.requests).toHaveLength(2);
    await one.close();
  });

  it("is not taken for one where a byte of an answer had come", async () => {
    const one = await startFaultServer([
      goodbye,
      (socket) => socket.write("HTTP/1.1 2", () => socket.end()),
      goodbye,
    ]);
    const dew = clientOf({ baseUrl: one.url, retry: false });
    await call(dew, operation);
    expect(await rejection(call(dew, operation))).toMatchObject({ attempts: 1 });
    expect(one.requests).toHaveLength(2);
    await one.close();
  });
});

/** A proxy that connects, or answers CONNECT as it is told. */
async function startProxy(refusal?: string) {
  const seen: string[] = [];
  const bytes: string[] = [];
  const proxy = createHttpServer().on("connect", ({ url = "" }, socket) => {
    seen.push(url);
    socket.on("error", () => {});
    if (refusal !== undefined) {
      socket.end(refusal);
      return;
    }
    const [host, port] = url.split(":");
    const upstream = connect(Number(port), host, () => {
      socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      socket.on("data", (chunk) => bytes.push(chunk.toString("latin1")));
      socket.pipe(upstream).pipe(socket);
    });
    upstream.on("error", () => socket.destroy());
    socket.once("close", () => upstream.destroy());
  });
  proxy.listen(0, "127.0.0.1");
  await once(proxy, "listening");
  onTestFinished(() => void proxy.close());
  return { url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`, seen, bytes };
}

import { once } from "node:events";
import http from "node:http";
import { Agent, createServer } from "node:https";
import { type AddressInfo, connect, type Server, type Socket } from "node:net";
import type { TLSSocket } from "node:tls";
import { HttpsProxyAgent } from "https-proxy-agent";
import { createDewTagsClient, token } from "huaweicloud-dew-tags";
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { type Answer, answer, noContent } from "./fault-server.js";
import { type Certificates, makeCertificates } from "./support/certificates.js";
import { clientOf, outcomeOf } from "./support/client.js";
import { call, operation } from "./support/operations.js";
import { serve } from "./support/server.js";

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
    const socket = request.socket as TLSSocket;
    callers.push(socket.authorized ? String(socket.getPeerCertificate().subject.CN) : undefined);
    request.resume().once("end", () => response.writeHead(204).end());
  });
  baseUrl = `https://127.0.0.1:${await listen(server)}`;
});

afterAll(() => void server.close());

async function listen(one: Server): Promise<number> {
  one.listen(0, "127.0.0.1");
  await once(one, "listening");
  return (one.address() as AddressInfo).port;
}

/** What comes of a call by way of an agent, which ends with the test. */
function callBy(agent: Agent, options: object = {}) {
  onTestFinished(() => agent.destroy());
  const dew = clientOf({ baseUrl, agent, ...options });
  return outcomeOf(call(dew, operation));
}

describe("no credential is sent", () => {
  const refused = { kind: "tls", attempts: 1, isRetryable: false, mayHaveBeenCarriedOut: false };

  it("to a server whose certificate is private, without an agent", async () => {
    const { error } = await outcomeOf(call(clientOf({ baseUrl }), operation));
    expect(error).toMatchObject(refused);
  });

  it("to a server that does not speak TLS", async () => {
    const plain = http.createServer(() => callers.push("plain"));
    onTestFinished(() => void plain.close());
    const dew = clientOf({ baseUrl: `https://127.0.0.1:${await listen(plain)}` });
    expect((await outcomeOf(call(dew, operation))).error).toMatchObject(refused);
  });

  afterEach(() => expect(callers).toEqual([]));
});

describe("an agent", () => {
  it("trusts a private certificate authority, and shows a certificate of the client's", async () => {
    for (const own of [{}, certificates.client]) {
      const agent = new Agent({ ca: certificates.ca, ...own, keepAlive: true });
      expect((await callBy(agent)).error).toBeUndefined();
      expect((await callBy(agent)).error).toBeUndefined();
    }
    expect(callers).toEqual([undefined, undefined, "client", "client"]);
  });

  it("goes by way of a proxy, which sees where to and nothing else", async () => {
    const proxy = await startProxy();
    const agent = new HttpsProxyAgent(proxy.url, { keepAlive: true });
    // Its own options are for the connection to the proxy.
    Object.assign(agent.options, { ca: certificates.ca });
    const named = baseUrl.replace("127.0.0.1", "localhost");
    for (const _ of ["first", "kept"]) {
      const options = { baseUrl: named, auth: token("MIIF-token") };
      expect((await callBy(agent, options)).error).toBeUndefined();
    }
    expect(proxy.seen.join()).toBe(named.replace("https://", ""));
    expect(proxy.bytes.join("")).not.toContain("MIIF-token");
  });

  it("of a proxy that refuses gives the proxy's status", async () => {
    const proxy = await startProxy("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n");
    const { error } = await callBy(new HttpsProxyAgent(proxy.url));
    expect(error).toMatchObject({ status: 407 });
  });

  it("takes no longer than the timeout for a connection: a proxy that never answers", async () => {
    const { url } = await serve(() => {});
    const { error } = await callBy(new HttpsProxyAgent(url), { timeout: 300, retry: false });
    expect(error).toMatchObject({ kind: "timeout", attempts: 1 });
  });

  it("takes no longer than the timeout for a connection: all of them in use", async () => {
    const { url, requests } = await serve(() => {});
    const agent = new http.Agent({ maxSockets: 1 }) as Agent;
    const options = { baseUrl: url, timeout: 1000, retry: false };
    const outcomes = await Promise.all([callBy(agent, options), callBy(agent, options)]);
    for (const { error } of outcomes) expect(error).toMatchObject({ kind: "timeout" });
    expect(requests).toHaveLength(1);
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
  it.each(["http", "https"])("over %s does not fail the next call", async (scheme) => {
    let requests = 0;
    const answer: http.RequestListener = (request, response) => {
      requests++;
      request.resume().once("end", () => response.writeHead(204).end());
    };
    const isSecure = scheme === "https";
    const one = isSecure ? createServer(certificates.server, answer) : http.createServer(answer);
    const sockets = new Set<Socket>();
    one.on("connection", (socket) => sockets.add(socket));
    const port = await listen(one);
    onTestFinished(() => void one.close());
    const OneAgent = isSecure ? Agent : (http.Agent as typeof Agent);
    const agent = new OneAgent({ ca: certificates.ca, keepAlive: true });
    const options = { baseUrl: `${scheme}://127.0.0.1:${port}`, retry: false };
    await Promise.all([callBy(agent, options), callBy(agent, options)]);
    // The client learns of it only when it has written: nothing of it is read before.
    const closed = [...sockets].map((socket) => once(socket, "close"));
    for (const kept of Object.values(agent.freeSockets).flat()) kept?.pause();
    for (const socket of sockets) socket.destroy();
    await Promise.all(closed);
    const { error, response } = await callBy(agent, options);
    expect(error).toBeUndefined();
    expect(response?.status).toBe(204);
    expect(requests).toBe(3);
  });

  const destroy: Answer = (socket) => socket.destroy();
  const begin: Answer = (socket) => socket.write("HTTP/1.1 2", () => socket.end());

  it.each<[string, object, Answer[], number]>([
    ["goes out once more, and not twice", { retry: false }, [destroy], 2],
    [
      "fails the call where the caller forbids even that",
      { retry: { maxAttempts: 1, staleConnection: false } },
      [destroy, noContent],
      1,
    ],
    ["is none where a byte of an answer had come", { retry: false }, [begin, noContent], 1],
  ])("%s", async (_, options, answers, attempts) => {
    const { url, requests } = await serve(noContent, ...answers);
    const dew = clientOf({ baseUrl: url, ...options });
    await call(dew, operation);
    const { error } = await outcomeOf(call(dew, operation));
    expect(error).toMatchObject({ kind: "reset", attempts });
    expect(requests).toHaveLength(1 + attempts);
  });

  it("is not taken for one that carried the request out", async () => {
    const { url } = await serve(noContent, destroy, answer("400 No"));
    const dew = clientOf({ baseUrl: url });
    await call(dew, operation);
    const { error } = await outcomeOf(call(dew, operation));
    expect(error).toMatchObject({ status: 400, attempts: 2, mayHaveBeenCarriedOut: false });
  });
});

/** A proxy that connects, or answers CONNECT as it is told. */
async function startProxy(refusal?: string) {
  const seen: string[] = [];
  const bytes: string[] = [];
  const proxy = http.createServer().on("connect", ({ url = "" }, socket) => {
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
  const port = await listen(proxy);
  onTestFinished(() => void proxy.close());
  return { url: `http://127.0.0.1:${port}`, seen, bytes };
}

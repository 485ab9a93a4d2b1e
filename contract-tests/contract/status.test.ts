import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import type { DewTagsClientOptions } from "huaweicloud-dew-tags";
import { ApiError, akSk, createDewTagsClient, token } from "huaweicloud-dew-tags";
import { type RunningMock, startMock } from "huaweicloud-dew-tags/mock";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { wires } from "../cases/index.js";
import { errorCodesOf } from "../kit/checks/document.js";
import { loadCommitted, loadDocument } from "../kit/document/load.js";
import { operationOf } from "../kit/document/operation.js";
import { type Answer, callOperation } from "../kit/judges/client.js";
import { credentialsOf, MEDIA_TYPE, UNAUTHORIZED } from "../kit/wire.js";

// What the client makes of each documented answer, and what it puts on the wire.

const committed = await loadCommitted();
const advice = errorCodesOf(committed);
const document = await loadDocument();

let mock: RunningMock;
beforeAll(async () => {
  mock = await startMock({ spec: document });
}, 60_000);
afterAll(() => mock?.close());

/** Headers that fetch adds of its own accord. */
const OF_FETCH =
  /^(host|accept|accept-encoding|accept-language|connection|content-length|sec-fetch-mode|user-agent)$/;

describe.each(Object.entries(wires))("%s", (operation, wire) => {
  const { sample, success } = wire;
  const call = (
    options: Partial<DewTagsClientOptions> = {},
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer> => {
    const base = "region" in options ? {} : { baseUrl: mock.url };
    const client = createDewTagsClient({ ...base, auth: token("t"), retry: false, ...options });
    const request = { ...sample, headers: { ...sample.headers, ...headers } };
    return callOperation(client, operation, request);
  };
  const located = operationOf(committed, operation);
  const errors = located.statuses().filter((status) => Number(status) >= 400);

  it.each(
    errors.flatMap((status) => [
      [status, `code=${status}`, located.usualExample(status)] as const,
      ...located
        .response(status)
        .examples()
        .map(([name, body]) => [status, `code=${status}, example=${name}`, body] as const),
    ]),
  )("answers %s to Prefer: %s", async (status, Prefer, body) => {
    const { error, data, response } = await call({}, { Prefer });
    const [code] = codesIn(body);
    expect(error).toBeInstanceOf(ApiError);
    expect(data).toBeUndefined();
    expect(error).toMatchObject({
      operationId: operation,
      status: Number(status),
      code,
      advice: advice[String(code)],
      requestId: response.headers.get("x-request-id"),
      body,
      attempts: 1,
    });
    expect(response.headers.get("content-type")).toBe(MEDIA_TYPE);
    expect(response.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  });

  it(`answers ${success} as documented, and no error`, async () => {
    const { error, data, response } = await call();
    const body = located.usualExample(success);
    expect([error, data, response.status]).toEqual([undefined, body, success]);
  });

  const takes = (header: string): boolean =>
    credentialsOf(operation).some((one) => header in one || Object.keys(one).length === 0);
  const keys = { accessKey: "ak", secretKey: "sk", securityToken: "st", projectId: "p" };

  it.each([
    ["X-Auth-Token", token(async () => "t")],
    ["Authorization", akSk(keys)],
  ])("takes the client's %s for a credential, if it takes any such", async (header, auth) => {
    const { response } = await call({ auth });
    expect(response.status).toBe(takes(header) ? success : UNAUTHORIZED);
  });

  it("gives the advice of the document to each of its error codes, and to no other", async () => {
    const adviceTo = async (code: string): Promise<unknown> => {
      const body = JSON.stringify({ error: { error_code: code, error_msg: "" } });
      const { error } = await call({ fetch: async () => new Response(body, { status: 400 }) });
      return (error as ApiError).advice;
    };
    for (const [code, words] of Object.entries(advice)) expect(await adviceTo(code)).toBe(words);
    for (const code of ["NO.SUCH", "toString", "__proto__", ""]) {
      expect(await adviceTo(code)).toBeUndefined();
    }
  });

  describe("to a server that answers anything", () => {
    const received: { sent: IncomingMessage; body: string }[] = [];
    const server = createServer(async (sent, response: ServerResponse) => {
      received.push({ sent, body: await text(sent) });
      response.writeHead(success).end();
    });
    let baseUrl: string;
    beforeAll(async () => {
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    });
    afterAll(() => {
      server.closeAllConnections();
      server.close();
    });

    it("sends exactly what the wire says", async () => {
      received.length = 0;
      await call({ baseUrl });
      expect(received).toHaveLength(1);
      const [{ sent, body }] = received as [(typeof received)[number]];
      expect([sent.method, sent.url]).toEqual([wire.method, sample.target]);
      expect(body).toBe(sample.text ?? "");
      const headers = Object.entries(sent.headers).filter(([name]) => !OF_FETCH.test(name));
      expect(Object.fromEntries(headers)).toEqual({
        "x-auth-token": "t",
        ...(sample.text !== undefined && { "content-type": MEDIA_TYPE }),
        ...lowerCased(sample.headers ?? {}),
      });
      // Where a method has a meaning for a body, one that is absent may be said to be empty.
      const empty = /^(POST|PUT|PATCH)$/.test(wire.method) ? "0" : "none";
      const length = sample.text === undefined ? empty : String(Buffer.byteLength(sample.text));
      expect(sent.headers["content-length"] ?? empty).toBe(length);
    });
  });

  it("goes to the server of the region, and follows no redirect", async () => {
    for (const region of ["north-9", "ap-southeast-1"]) {
      const sent: [url: string, init: RequestInit][] = [];
      await call({
        region,
        fetch: async (url, init) => {
          sent.push([url, init]);
          return new Response(null, { status: 204 });
        },
      });
      const origin = located.address(region).slice(0, -wire.template.length);
      expect(sent).toHaveLength(1);
      const [[url, { method, body, redirect }]] = sent as [(typeof sent)[number]];
      expect([url, method]).toEqual([origin + sample.target, wire.method]);
      expect(body ?? undefined).toBe(sample.text);
      expect(redirect).toBe("manual");
    }
  });
});

/** What stands at `code` or `error_code` in the body of an error. */
function codesIn(body: unknown): string[] {
  const codes: string[] = [];
  JSON.stringify(body, (name, value) => {
    if (/^(error_)?code$/.test(name)) codes.push(String(value));
    return value;
  });
  return codes;
}

function lowerCased(headers: Readonly<Record<string, string>>): Record<string, string> {
  const all = Object.entries(headers);
  return Object.fromEntries(all.map(([name, value]) => [name.toLowerCase(), value]));
}

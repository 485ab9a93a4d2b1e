import { inspect } from "node:util";
import { ApiError, akSk, createDewTagsClient, DewTagsError, token } from "huaweicloud-dew-tags";
import { describe, expect, it, vi } from "vitest";
import { startFaultServer } from "./fault-server.js";
import { clientOf, rejection, status, stubFetch } from "./support/client.js";
import { call, operation } from "./support/operations.js";
import { transports } from "./support/transports.js";

const SECRET = "MIIF/sentinel+secret/ZQ==";

/** Everything that a log, a debugger or a crash report would make of a value. */
function everythingOf(value: unknown): string {
  return `${inspect(value, { depth: Infinity, showHidden: true, getters: true })}\n${String(value)}`;
}

/** Ways to write a secret that hold none of its letters as they are have to be masked as well. */
const spellings: readonly string[] = [
  SECRET,
  JSON.stringify(SECRET).replaceAll("/", "\\/"),
  SECRET.replaceAll("+", "\\u002B"),
  encodeURIComponent(SECRET).toLowerCase(),
  btoa(SECRET),
  Buffer.from(SECRET).toString("hex"),
];
const seesAny = (text: string) =>
  spellings.filter((spelling) => text.toLowerCase().includes(spelling.toLowerCase()));

describe.each(transports)("what a peer repeats of the token is not seen, by %s", (_, options) => {
  const auth = token(() => SECRET);
  const run = async (answer: string) => {
    const server = await startFaultServer([(socket) => socket.write(answer)]);
    const dew = clientOf({ baseUrl: server.url, auth, retry: false, ...options });
    const seen = await call(dew, operation).catch((error: unknown) => error);
    await server.close();
    return seen as { error?: ApiError; response?: Response };
  };
  const message = (first: string, headers: string, body = "") =>
    `HTTP/1.1 ${first}\r\n${headers}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

  it.each(spellings)("in garbage: %s", async (spelling) => {
    const seen = await run(`x-auth-token: ${spelling}\r\n\r\n`);
    expect(seen).toBeInstanceOf(DewTagsError);
    expect(seesAny(everythingOf(seen))).toEqual([]);
  });

  it.each(spellings)("in reason, header and body: %s", async (spelling) => {
    const seen = await run(message(`400 ${spelling}`, `x-request-id: ${spelling}\r\n`, spelling));
    expect(seen.error).toBeInstanceOf(ApiError);
    expect(seesAny(everythingOf(seen) + (await seen.response?.text()))).toEqual([]);
    expect(seesAny([...(seen.response?.headers ?? [])].join())).toEqual([]);
  });

  it("across the cut of a long body", async () => {
    for (let length = 8; length < SECRET.length; length++) {
      const body = "x".repeat(64 * 1024 - length) + SECRET;
      const { error } = await run(message("400 No", "", body));
      expect(String(error?.body).slice(-40)).toBe(`${"x".repeat(37)}***`);
    }
  });
});

describe("the token is not seen", () => {
  it("in what a caller's fetch rejects with", async () => {
    const error = Object.assign(new Error(`no: ${SECRET}`), {
      request: { headers: { "x-auth-token": SECRET } },
      cause: new Error(encodeURIComponent(SECRET)),
    });
    const fetch = stubFetch(() => Promise.reject(error));
    const seen = await rejection(call(clientOf({ fetch, auth: token(SECRET) }), operation));
    expect(seesAny(everythingOf(seen))).toEqual([]);
    expect((seen as Error).cause).toMatchObject({ message: "no: ***" });
  });

  it("after a 401 has refused it, in the answer to the next one", async () => {
    const next = "the-next-token";
    const source = vi.fn(async () => next).mockResolvedValueOnce(SECRET);
    const echo = () => status(400, `you sent ${SECRET} and ${next}`)();
    const dew = clientOf({ fetch: stubFetch(status(401), echo), auth: token(source) });
    expect((await call(dew, operation)).error?.body).toBe("you sent *** and ***");
    expect((await call(dew, operation)).error?.body).toBe("you sent *** and ***");
  });

  it("after middleware has made another response of it, and the attempts are counted", async () => {
    const fetch = stubFetch(status(503, SECRET), status(400, SECRET));
    const dew = clientOf({ fetch, auth: token(SECRET) });
    dew.http.use({
      onResponse: async ({ response }) => new Response(await response.text(), response),
    });
    const { error } = await call(dew, operation);
    expect(error).toMatchObject({ attempts: 2, body: "***" });
  });

  it("in data, nor access key and signature", async () => {
    const accessKey = "AKIA-access-key";
    const fetch = stubFetch(({ headers }) => status(200, JSON.stringify(headers))());
    const auth = akSk({ accessKey, secretKey: "SK", securityToken: SECRET });
    const { data } = await call(clientOf({ fetch, auth }), operation);
    const signature = /Signature=(\w+)/.exec(fetch.sent[0]?.headers.authorization ?? "")?.[1] ?? "";
    expect(signature).toHaveLength(64);
    for (const secret of [accessKey, signature, SECRET]) {
      expect(JSON.stringify(data)).not.toContain(secret);
    }
  });
});

describe("what is validated is what is sent", () => {
  const bodyOf = async (body: unknown) => {
    const fetch = stubFetch(status(204));
    await call(clientOf({ fetch }), operation, { body });
    return fetch.sent[0]?.body;
  };
  const { action, tags } = operation.body as { action: string; tags: readonly unknown[] };
  const validJson = JSON.stringify({ action, tags });

  it("where a getter changes from one reading to the next", async () => {
    let reads = 0;
    const body = {
      get action() {
        return ++reads === 1 ? action : "drop-everything";
      },
      tags,
    };
    expect(await bodyOf(body)).toBe(validJson);
  });

  it.each([
    ["an own one", { action, tags, toJSON: () => ({ action: "drop-everything", tags }) }],
    [
      "one that is not enumerable",
      Object.defineProperty({ action, tags }, "toJSON", {
        value: () => ({ action: "drop-everything", tags }),
      }),
    ],
  ])("where toJSON says otherwise: %s", async (_, body) => {
    await expect(bodyOf(body)).rejects.toMatchObject({ name: "RequestValidationError" });
  });

  it("where properties are inherited, and so not sent", async () => {
    await expect(bodyOf(Object.create({ action, tags }))).rejects.toMatchObject({
      violations: [{ keyword: "required" }, { keyword: "required" }],
    });
  });

  it("where a path id changes from one reading to the next", async () => {
    const [name = "", id] = Object.entries(operation.pathParams)[0] ?? [];
    let reads = 0;
    const path = { ...operation.pathParams };
    Object.defineProperty(path, name, { get: () => (++reads === 1 ? id : "..") });
    const fetch = stubFetch(status(204));
    await call(clientOf({ fetch }), operation, { params: { path } });
    expect(fetch.sent[0]?.url).toContain(operation.path);
  });

  it.each([
    ["cyclic", () => Object.assign([] as unknown[], { 0: null })],
    ["nested too deep", () => JSON.parse("[".repeat(20_000) + "]".repeat(20_000))],
    ["a BigInt", () => ({ action: 1n })],
    ["a function", () => () => {}],
    [
      "hostile",
      () => ({
        toJSON() {
          throw new Error("no");
        },
      }),
    ],
  ])("which a body that is %s cannot be", async (what, make) => {
    const body = make() as unknown[];
    if (what === "cyclic") body[0] = body;
    await expect(bodyOf(body)).rejects.toMatchObject({ name: "RequestValidationError" });
  });
});

describe("a token source", () => {
  it("that hangs once does not block the calls after", async () => {
    const source = vi.fn(async () => "t2").mockReturnValueOnce(new Promise(() => {}));
    const dew = clientOf({
      fetch: stubFetch(status(204)),
      auth: token(source),
      timeout: 20,
      retry: false,
    });
    expect(await rejection(call(dew, operation))).toMatchObject({ kind: "timeout", attempts: 0 });
    expect((await call(dew, operation)).error).toBeUndefined();
    expect(source).toHaveBeenCalledTimes(2);
  });

  it.each([null, undefined, 0, "no"])("that rejects with %j gives an Error", async (reason) => {
    const source = vi.fn(async () => "t2").mockRejectedValueOnce(reason);
    const dew = clientOf({ fetch: stubFetch(status(204)), auth: token(source) });
    expect(await rejection(call(dew, operation))).toMatchObject({
      message: expect.stringContaining(`failed with ${reason}`),
    });
    expect((await call(dew, operation)).error).toBeUndefined();
  });
});

describe("an option", () => {
  it.each<[object, string]>([
    [{ timeOut: 5 }, "timeOut is not an option: did you mean timeout?"],
    [{ retry: { maxAttempt: 2 } }, "did you mean retry.maxAttempts?"],
    [{ foo: 1 }, "foo is not an option: there are"],
    [{ __proto__: null, constructor: 1 }, "constructor is not an option"],
    [{ retry: { maxAttempts: 2.5 } }, "retry.maxAttempts must be a whole number"],
    [{ retry: true }, "retry must be an object"],
    [{ retry: null }, "retry must be an object"],
    [{ region: null }, "region must be an id such as cn-north-4, not null"],
    [{ region: undefined, baseUrl: null }, "give either region"],
    [{ validate: "no" }, "validate must be a boolean"],
    [{ fetch: {} }, "fetch must be a function"],
    [{ rate: 0 }, "rate must be a number from"],
    [{ projectId: "" }, "projectId must be a string"],
    [{ maxResponseBytes: 1.5 }, "maxResponseBytes must be a whole number"],
    [{ maxResponseBytes: 2 ** 53 - 1 }, "maxResponseBytes must be a whole number from 1 to 6"],
    [{ region: undefined, baseUrl: "https://a.example/a%zz" }, "baseUrl must be an absolute URL"],
  ])("cannot be %o", (options, message) => {
    const create = () =>
      createDewTagsClient({ region: "r", auth: token("t"), ...options } as never);
    expect(create).toThrow(TypeError);
    if (!message.startsWith("give")) expect(create).toThrow(message);
  });

  it.each<[object, string]>([
    [{ timeOut: 5 }, "did you mean timeout?"],
    [{ baseUrl: "https://evil.example" }, "baseUrl is not an option"],
    [{ retry: { foo: 1 } }, "retry.foo is not an option"],
    [{ timeout: "5" }, "timeout must be a number"],
  ])("of a call cannot be %o", async (init, message) => {
    const fetch = stubFetch(status(204));
    await expect(call(clientOf({ fetch }), operation, init)).rejects.toThrow(message);
    expect(fetch.sent).toHaveLength(0);
  });
});

describe("a clock that is off", () => {
  const DATE = "Tue, 24 Nov 2026 12:00:00 GMT";
  const auth = () => akSk({ accessKey: "AK", secretKey: "SK" });
  const dates = (fetch: ReturnType<typeof stubFetch>) =>
    fetch.sent.map(({ headers }) => headers["x-sdk-date"]);

  it("is set by the date of a 401, once, and stays right", async () => {
    const fetch = stubFetch(status(401, null, { date: DATE }), status(204));
    const dew = clientOf({ fetch, auth: auth(), retry: false });
    expect((await call(dew, operation)).error).toBeUndefined();
    await call(dew, operation);
    const [first, ...others] = dates(fetch);
    expect(first).not.toMatch(/^20261124T1200/);
    expect(others).toEqual([
      expect.stringMatching(/^20261124T1200/),
      expect.stringMatching(/^20261124T1200/),
    ]);
  });

  it("is left alone by a 401 within 5 minutes, or without a date", async () => {
    for (const date of [new Date(Date.now() + 240_000).toUTCString(), "soon"]) {
      const fetch = stubFetch(status(401, null, { date }));
      expect((await call(clientOf({ fetch, auth: auth() }), operation)).error?.status).toBe(401);
      expect(fetch.sent).toHaveLength(1);
    }
  });

  it("is not set again and again by a server that refuses", async () => {
    const fetch = stubFetch(status(401, null, { date: DATE }));
    expect((await call(clientOf({ fetch, auth: auth() }), operation)).error?.attempts).toBe(2);
  });
});

it("a host whose name has redirect in it fails as what it is", async () => {
  const dew = clientOf({ baseUrl: "https://redirect.invalid", retry: false });
  const error = await rejection(call(dew, operation));
  expect((error as { kind: string }).kind).toMatch(/^(unresolved|network)$/);
});

import { inspect } from "node:util";
import { type Auth, akSk, token } from "huaweicloud-dew-tags";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { type Answer, answer } from "./fault-server.js";
import type { Sent, Stub } from "./support/client.js";
import { clientOf, run, status, stubFetch, transports } from "./support/client.js";
import { call, operation } from "./support/operations.js";
import { ask } from "./support/server.js";

const SECRET = "MIIF/sentinel+secret/ZQ==";
const NAME = "MIIFsentinel0secret1ZQ";

/** Everything that a log, a debugger or a crash report would make of a value. */
function everythingOf(value: unknown): string {
  const options = { depth: Infinity, showHidden: true, getters: true } as const;
  const seen = [
    inspect(value, { ...options, maxArrayLength: null, maxStringLength: null }),
    JSON.stringify(value),
    String(value),
  ];
  for (let error = value; error instanceof Error; error = error.cause) {
    const own = Object.fromEntries(
      Reflect.ownKeys(error).map((key) => [String(key), Reflect.get(error as Error, key)]),
    );
    seen.push(error.message, String(error.stack), JSON.stringify(own), JSON.stringify(error.cause));
  }
  return seen.join("\n");
}

/** Spellings that hold none of a secret's letters as they are have to be masked as well. */
const spellings: readonly string[] = [
  SECRET,
  JSON.stringify(SECRET).replaceAll("/", "\\/"),
  SECRET.replaceAll("+", "\\u002B"),
  encodeURIComponent(SECRET).toLowerCase(),
  btoa(SECRET),
  Buffer.from(SECRET).toString("hex"),
];
const spelledIn = (text: string) =>
  spellings.filter((spelling) => text.toLowerCase().includes(spelling.toLowerCase()));

it("the sentinel would be seen", () => {
  const error = new Error("no", { cause: new Error(SECRET) });
  expect(everythingOf(error)).toContain(SECRET);
  expect(everythingOf({ auth: { headers: { a: SECRET } } })).toContain(SECRET);
});

describe.each<[string, () => Auth]>([
  ["token(text)", () => token(SECRET)],
  ["token(function)", () => token(async () => SECRET)],
  ["akSk", () => akSk({ accessKey: "AK", secretKey: SECRET, securityToken: SECRET })],
])("the secret of %s is not in", (_, createAuth) => {
  it("auth and client, before and after their use", async () => {
    const auth = createAuth();
    const dew = clientOf({ auth, fetch: stubFetch(status(204)) });
    expect(everythingOf([auth, dew])).not.toContain(SECRET);
    await call(dew, operation);
    expect(everythingOf([auth, dew, dew.http])).not.toContain(SECRET);
  });

  it.each<[string, Answer, string]>([
    ["a result, and its response", answer("400 Bad Request", [], "no"), "ApiError"],
    ["a TransportError", (socket) => socket.resetAndDestroy(), "TransportError"],
    ["an ApiError, though the server repeats the request", echo("400 Echo"), "ApiError"],
    ["an ApiError in the place of a success, likewise", echo("200 Echo"), "ApiError"],
  ])("%s", async (_, reply, name) => {
    const { error, response } = await ask(reply, { auth: createAuth() });
    expect(error?.name).toBe(name);
    expect(everythingOf(error)).not.toContain(SECRET);
    expect(everythingOf(response)).not.toContain(SECRET);
    if (String(error).includes("sent")) expect(String(error)).toContain(operation.path);
  });

  it("a RequestValidationError", async () => {
    const { error } = await run([], { auth: createAuth() }, { body: {} });
    expect(error?.name).toBe("RequestValidationError");
    expect(everythingOf(error)).not.toContain(SECRET);
  });
});

describe.each(transports)(
  "what a peer repeats of the token is not seen, by %s,",
  (_, transport) => {
    const options = { auth: token(() => SECRET), ...transport };

    it.each(spellings)("in garbage: %s", async (spelling) => {
      const { error } = await ask((socket) => socket.write(`a: ${spelling}\r\n\r\n`), options);
      expect(error?.name).toBe("TransportError");
      expect(spelledIn(everythingOf(error))).toEqual([]);
    });

    it.each(spellings)("in reason, header and body: %s", async (spelling) => {
      const reply = answer(`400 ${spelling}`, [`x-request-id: ${spelling}`], spelling);
      const { error, response } = await ask(reply, options);
      expect(error?.name).toBe("ApiError");
      const headers = [...(response?.headers ?? [])].join();
      const seen = [everythingOf(error), everythingOf(response), headers, await response?.text()];
      expect(spelledIn(seen.join())).toEqual([]);
    });

    it("in the name of a header", async () => {
      const reply = answer("400 No", [`${NAME}: 1`, "x-a: 2"]);
      const { response } = await ask(reply, { ...options, auth: token(NAME) });
      expect(Object.fromEntries(response?.headers ?? [])).toMatchObject({ "***": "1", "x-a": "2" });
    });

    it("in the host of a redirect", async () => {
      const moved = answer("302 Found", [`Location: http://${NAME}.evil.example/`]);
      const { error } = await ask(moved, { ...options, auth: token(NAME) });
      expect(error?.message).toContain("302 to http://***.evil.example,");
    });

    it("across the cut of a long body", async () => {
      for (let length = 8; length < SECRET.length; length++) {
        const body = "x".repeat(64 * 1024 - length) + SECRET;
        const { error } = await ask(answer("400 No", [], body), options);
        expect(error).toMatchObject({ body: expect.stringMatching(/x{37}\*\*\*$/) });
      }
    });
  },
);

describe("a secret is not seen", () => {
  it("in what a caller's fetch rejects with", async () => {
    const rejected = Object.assign(new Error(`no: ${SECRET}`), {
      name: SECRET,
      code: SECRET,
      request: { headers: { "x-auth-token": SECRET } },
      cause: new Error(encodeURIComponent(SECRET)),
    });
    const { error } = await run([() => Promise.reject(rejected)], { auth: token(SECRET) });
    expect(spelledIn(everythingOf(error))).toEqual([]);
    const masked = { name: "***", code: "***", message: "no: ***", stack: "***: no: ***" };
    expect(error?.cause).toMatchObject(masked);
  });

  it("after middleware has made another response of it, and the attempts are counted", async () => {
    const fetch = stubFetch(status(503, SECRET), status(400, SECRET));
    const dew = clientOf({ fetch, auth: token(SECRET) });
    dew.http.use({
      onResponse: async ({ response }) => new Response(await response.text(), response),
    });
    expect((await call(dew, operation)).error).toMatchObject({ attempts: 2, body: "***" });
  });

  it("in data, nor are access key and signature", async () => {
    const accessKey = "AKIA-access-key";
    const auth = akSk({ accessKey, secretKey: "SK", securityToken: SECRET });
    const repeat: Stub = ({ headers }) => status(200, JSON.stringify(headers))();
    const { data, sent } = await run([repeat], { auth });
    for (const secret of [accessKey, signatureOf(sent[0]), SECRET]) {
      expect(secret).not.toBe("");
      expect(JSON.stringify(data)).not.toContain(secret);
    }
  });

  it("where the answer repeats the signature of an earlier attempt", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    onTestFinished(() => void vi.useRealTimers());
    const signatures: string[] = [];
    const busy: Stub = (sent) => {
      signatures.push(signatureOf(sent));
      vi.setSystemTime(Date.now() + 5000);
      return status(503)();
    };
    const repeat = () => status(400, signatures.join())();
    const auth = akSk({ accessKey: "AKIA-access-key", secretKey: "SK" });
    const { error } = await run([busy, busy, repeat], { auth });
    expect(new Set(signatures).size).toBe(2);
    expect(error).toMatchObject({ attempts: 3, body: "***,***" });
  });

  it("where the answer repeats tokens that were refused before", async () => {
    const given: string[] = [];
    const auth = token(async () => {
      given.push(`token-number-${given.length}`);
      return given.at(-1) as string;
    });
    const repeat = () => status(400, given.join())();
    const fetch = stubFetch(...Array(20).fill(status(401)), repeat);
    const dew = clientOf({ fetch, auth });
    for (let calls = 0; calls < 10; calls++) await call(dew, operation);
    for (const _ of ["its own call", "the next"]) {
      const { error } = await call(dew, operation);
      expect(error).toMatchObject({ status: 400, body: given.map(() => "***").join() });
    }
    expect(given).toHaveLength(11);
  });
});

function echo(status: string): Answer {
  return (socket, place) =>
    answer(status, [], `<title>You sent ${place.request}</title>`)(socket, place);
}

function signatureOf(sent?: Sent): string {
  return /Signature=(\w+)/.exec(sent?.headers.authorization ?? "")?.[1] ?? "";
}

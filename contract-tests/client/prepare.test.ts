import { type DewTagsOperations, RequestValidationError } from "huaweicloud-dew-tags";
import { describe, expect, it } from "vitest";
import { prepare } from "../../src/client/prepare.js";
import { clientOf, outcomeOf, run, status, stubFetch } from "./support/client.js";
import { operation } from "./support/operations.js";

const { action, tags } = operation.body as { action: string; tags: readonly unknown[] };

const ask = (init: object) => run([status(204)], {}, init);

describe("what is validated is what is sent", () => {
  const other = { action: "drop-everything", tags };

  it("where a getter changes from one reading to the next", async () => {
    let reads = 0;
    const body = {
      get action() {
        return ++reads === 1 ? action : other.action;
      },
      tags,
    };
    expect((await ask({ body })).sent[0]?.body).toBe(JSON.stringify({ action, tags }));
  });

  it("where a path id changes from one reading to the next", async () => {
    const [name = "", id] = Object.entries(operation.pathParams)[0] ?? [];
    let reads = 0;
    const path = { ...operation.pathParams };
    Object.defineProperty(path, name, { get: () => (++reads === 1 ? id : "..") });
    expect((await ask({ params: { path } })).sent[0]?.url).toContain(operation.path);
  });

  const cyclic: unknown[] = [];
  cyclic[0] = cyclic;
  const hidden = Object.defineProperty({ action, tags }, "toJSON", { value: () => other });

  it.each<[string, unknown, string]>([
    ["has a toJSON of its own", { action, tags, toJSON: () => other }, "enum"],
    ["has a toJSON that is not enumerable", hidden, "enum"],
    ["inherits its properties, which are not sent", Object.create({ action, tags }), "required"],
    ["is cyclic", cyclic, "type"],
    ["is nested too deep", JSON.parse("[".repeat(20_000) + "]".repeat(20_000)), "type"],
    ["holds a BigInt", { action: 1n }, "type"],
    ["is a function", () => {}, "type"],
    ["cannot be read", { toJSON: () => Reflect.get({}, "a").b }, "type"],
  ])("and so a body is refused that %s", async (_, body, keyword) => {
    const { error, sent } = await ask({ body });
    expect(error).toMatchObject({
      name: "RequestValidationError",
      violations: expect.arrayContaining([expect.objectContaining({ keyword })]),
    });
    expect(sent).toHaveLength(0);
  });
});

describe("a call refuses, and says what would be right,", () => {
  const refuse = () => {
    throw 1;
  };
  const hostile = { toString: refuse };
  const unreadable = { get: refuse, enumerable: true };
  const text = "text that HTTP can hold";

  it.each<[string, object]>([
    ["the call's options must be an object, not array", []],
    ["timeOut is not an option: there are timeout, retry, params", { timeOut: 5 }],
    ["retry.foo is not an option: there are maxAttempts", { retry: { foo: 1 } }],
    ["timeout must be a number from 1 to 1000000000, not string", { timeout: "5" }],
    ["params must be an object, not null", { params: null }],
    ["params must be an object, not 5", { params: 5 }],
    ["params.path must be an object, not null", { params: { path: null } }],
    ["params.query must be an object, not array", { params: { query: ["a"] } }],
    ["params.cookie is not an option: there are path, query, header", { params: { cookie: {} } }],
    ["middleware must be an array, not 5", { middleware: 5 }],
    ["signal must be an AbortSignal, not object", { signal: {} }],
    ["the call's options cannot be read", Object.defineProperty({}, "body", unreadable)],
    ["/header must be an object of texts", { headers: "x-auth-token: secret" }],
    ["/header must be an object of texts", { headers: null }],
    ["/header must be an object of texts", { headers: [5] }],
    [`/header/a must be ${text}`, { headers: { a: hostile } }],
    [`/header/a must be ${text}`, { headers: { a: [["secret"]] } }],
    [`/header/a must be ${text}`, { headers: { a: "secret\n" } }],
    [`/header/a must be ${text}`, { headers: { a: "密" } }],
    [`/header/a b must be ${text}`, { headers: { "a b": "secret" } }],
    [`/header/ must be ${text}`, { headers: { "": "secret" } }],
    [`/header/a must be ${text}`, { params: { header: { a: Symbol("a") } } }],
  ])("%s", async (message, init) => {
    const fetch = stubFetch(status(204));
    const method = clientOf({ fetch })[operation.operationId as keyof DewTagsOperations];
    const { error } = await outcomeOf(method(init as never));
    if (!(error instanceof TypeError)) expect(error).toBeInstanceOf(RequestValidationError);
    expect(String(error)).toContain(message);
    expect(String(error)).not.toContain("secret");
    expect(fetch.sent).toHaveLength(0);
  });
});

describe("a request is made of", () => {
  const joined = { explode: false };
  const binding = {
    method: "GET",
    path: "/a/{id}",
    query: { not: { style: "form", ...joined }, pipe: { style: "pipeDelimited", ...joined } },
  };
  const make = async (input: object) => {
    let judged: unknown;
    const given = { params: { path: { id: 1 } }, ...input };
    const request = await prepare("op", binding, "https://a.example", given, {}, (value) => {
      judged = value;
      return [];
    });
    return { request, judged };
  };
  const withQuery = (query: object) => make({ params: { path: { id: 1 }, query } });

  it("query parameters in the style of each", async () => {
    const query = { many: ["a", "b c"], not: ["x", "y,z"], pipe: [1, 2], gone: undefined };
    const { request } = await withQuery(query);
    expect(request.url).toBe("https://a.example/a/1?many=a&many=b%20c&not=x,y%2Cz&pipe=1|2");
  });

  it("query parameters none of which can make another", async () => {
    const { request } = await withQuery({ "a&b=1": 2, "tag[]": { "c]&d=3&x[": 4, é: 5 }, "😀": 6 });
    const { searchParams } = new URL(request.url);
    const pairs = { "a&b=1": "2", "c]&d=3&x[": "4", é: "5", "😀": "6" };
    expect([...searchParams]).toEqual(Object.entries(pairs));
  });

  it.each([[["a", ["b"]]], [{ a: { b: 1 } }], ["\ud800"], [["\ud800"]]])(
    "no query parameter that no URL can hold: %j",
    async (value) => {
      for (const name of ["many", "not", "unknown"]) {
        const made = withQuery({ [name]: value });
        await expect(made).rejects.toThrow(RequestValidationError);
        await expect(made).rejects.toThrow(`/query/${name} must be text, or a`);
      }
    },
  );

  it.each([
    ["params.header", { params: { path: { id: 1 }, header: { "X-Trace": "t", "X-Count": 7 } } }],
    ["headers", { headers: { "x-trace": "t", "X-COUNT": "7" } }],
    ["Headers", { headers: new Headers({ "x-trace": "t", "x-count": "7" }) }],
  ])("headers, given as %s in any case, which are validated as they are sent", async (_, input) => {
    const { request, judged } = await make(input);
    expect(request.headers).toEqual({ "x-trace": "t", "x-count": "7" });
    expect(judged).toMatchObject({ header: request.headers });
  });

  it("headers of any kind of text, but none of the connection's own", async () => {
    const own = { Host: "evil", "Content-Length": "0", "Transfer-Encoding": "chunked" };
    const headers = { ...own, a: " é\t~ ", b: ["x", 1, true], c: undefined, d: null };
    const { request } = await make({ headers });
    expect(request.headers).toEqual({ a: "é\t~", b: "x, 1, true" });
    const type = { "content-type": "application/json; charset=utf-8" };
    expect((await make({ body: {}, headers: type })).request.headers).toEqual(type);
  });
});

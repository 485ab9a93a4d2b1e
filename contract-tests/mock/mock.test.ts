import { once } from "node:events";
import { Agent, type IncomingMessage, type RequestOptions, request } from "node:http";
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import SwaggerParser from "@apidevtools/swagger-parser";
import {
  createMock,
  type Mock,
  type MockRequest,
  type MockResponse,
  type RunningMock,
  startMock,
} from "huaweicloud-dew-tags/mock";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { loadPrism } from "../../src/mock/prism/load.js";

const SPEC = fileURLToPath(new URL("../../spec/openapi.yaml", import.meta.url));
const hasIPv6 = networkInterfaces().lo?.some(({ family }) => family === "IPv6") ?? false;
const UNIQUE = "x-unique-item-properties";

const document = (await SwaggerParser.dereference(SPEC)) as unknown as OpenApi;
const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];
const allOperations = Object.entries(document.paths).flatMap(([template, item]) =>
  Object.entries(item)
    .filter(([method]) => METHODS.includes(method))
    .map(([method, operation]) => ({ template, method, ...operation })),
);
/** What other shapes of operations get is tested by the cases of the contract. */
const operations = allOperations.filter(
  ({ requestBody }) =>
    requestBody !== undefined &&
    Object.values(requestBody.content["application/json"]?.examples ?? {}).some(({ value }) =>
      Array.isArray((value as { tags?: unknown }).tags),
    ),
);

let mock: Mock;
let server: RunningMock;

beforeAll(async () => {
  server = await startMock({ spec: SPEC, maxBodyBytes: 100_000 });
  mock = await createMock({ spec: SPEC, maxBodyBytes: 100_000 });
});
afterAll(() => server.close());

it("lists the operations of the document", () => {
  const expected = allOperations.map(({ operationId, method, template }) => ({
    operationId,
    method: method.toUpperCase(),
    path: template,
  }));
  expect(mock.operations).toEqual(expected);
  expect(server.operations).toEqual(expected);
});

describe.each(operations)("$operationId", (operation) => {
  const { requestBody, responses } = operation;
  const json = requestBody.content["application/json"];
  const first = (status: string): unknown => examplesOf(responses[status])[0]?.[1];

  it.each(Object.entries(json.examples))(
    "answers 204 without a body to its example %s",
    async (_, { value }) => {
      const response = await fetchFrom(validRequest(operation, { body: value }));
      expect(response.status).toBe(204);
      expect(await response.text()).toBe("");
      expect(response.headers.get("content-type")).toBeNull();
      expect(response.headers.get("sl-violations")).toBeNull();
    },
  );

  it.each([
    ["no token", {}],
    ["an empty token", { "x-auth-token": "" }],
    ["a blank token", { "x-auth-token": "  " }],
    ["an empty signature", { authorization: "" }],
  ])(
    "answers the documented 401 to %s, ahead of anything about the body",
    async (_, credentials) => {
      for (const body of [validBody(operation), {}, undefined]) {
        const request = {
          ...validRequest(operation, { body }),
          headers: { ...JSON_HEADER, ...credentials },
        };
        const answer = await mock.handle(request);
        expect([answer.status, answer.body]).toEqual([401, first("401")]);
      }
      for (const body of ["{", new Uint8Array([0xff]), "x".repeat(100_001)]) {
        const request = {
          ...validRequest(operation),
          body,
          headers: { ...JSON_HEADER, ...credentials },
        };
        expect((await mock.handle(request)).status).toBe(401);
      }
    },
  );

  it("takes either a token or a signature", async () => {
    for (const credentials of [{ "X-Auth-Token": "t" }, { Authorization: "SDK-HMAC-SHA256 …" }]) {
      const request = { ...validRequest(operation), headers: { ...JSON_HEADER, ...credentials } };
      expect((await mock.handle(request)).status).toBe(204);
    }
  });

  it("answers the documented 400 with its first example to an invalid body", async () => {
    const response = await fetchFrom(validRequest(operation, { body: { extra: 1 } }));
    expect(response.status).toBe(400);
    expect(response.headers.get("content-type")).toBe("application/json");
    expect(await response.json()).toEqual(first("400"));
    expect(JSON.parse(response.headers.get("sl-violations") ?? "")).toEqual(
      expect.arrayContaining([
        {
          location: ["request", "body"],
          severity: "Error",
          code: "additionalProperties",
          message: expect.stringContaining("extra"),
          source: expect.any(String),
        },
      ]),
    );
  });

  it("points at each violation as Ajv does", async () => {
    const { headers: _, ...request } = validRequest(operation, {
      body: { action: "x", tags: [{}, { key: "", extra: 1 }], sequence: 36 },
    });
    const answer = await mock.handle({ ...request, headers: HEADERS });
    expect(rules(answer)).toEqual([
      "/body/action enum",
      "/body/sequence type",
      "/body/tags/0 required",
      "/body/tags/1 additionalProperties",
      "/body/tags/1/key minLength",
    ]);
    expect(rules(await mock.handle(validRequest(operation, { body: {} })))).toEqual([
      "/body required",
      "/body required",
    ]);
    expect(rules(await mock.handle({ ...validRequest(operation), body: undefined }))).toEqual([
      " required",
    ]);
  });

  it.each([null, false, 0, ""])(
    "says the type of the body %j is wrong, not that it lacks",
    async (body) => {
      const answer = await mock.handle(validRequest(operation, { body }));
      expect([answer.status, rules(answer)]).toEqual([400, ["/body type"]]);
    },
  );

  it("says an empty path parameter is too short, not that it lacks", async () => {
    for (const { name } of operation.parameters) {
      const answer = await mock.handle(validRequest(operation, { path: { [name]: "" } }));
      expect(answer.status).toBe(400);
      expect(rules(answer)).toEqual([expect.stringMatching(`^/path/${name} (minLength|pattern)$`)]);
    }
  });

  it("decodes path parameters before it validates them", async () => {
    const encodeAll = (id: string): string =>
      [...Buffer.from(id)].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join("");
    const ids = Object.entries(pathExamples(operation));
    const path = ids.reduce(
      (filled, [name, id]) => filled.replace(`{${name}}`, encodeAll(id)),
      operation.template,
    );
    expect((await mock.handle({ ...validRequest(operation), path })).status).toBe(204);

    for (const { name, schema } of operation.parameters) {
      for (const id of ["a/b", "a,b", "密钥", "a b", "100%", "?", "#", "...", "a\nb"]) {
        const answer = await mock.handle(validRequest(operation, { path: { [name]: id } }));
        expect([id, rules(answer)]).toEqual([id, schema.pattern ? [`/path/${name} pattern`] : []]);
      }
      const bare = validRequest(operation, { path: { [name]: "COMMA" } });
      const answer = await mock.handle({ ...bare, path: bare.path.replace("COMMA", "a,b") });
      expect(rules(answer)).toEqual(schema.pattern ? [`/path/${name} pattern`] : []);
    }
  });

  it("refuses two items with one key, and nothing else wrong", async () => {
    const body = {
      action: "create",
      tags: [{ key: "a", value: "1" }, { key: "b" }, { key: "a", value: "2" }],
    };
    const answer = await mock.handle(validRequest(operation, { body }));
    expect([answer.status, answer.body]).toEqual([400, first("400")]);
    expect(answer.violations).toMatchObject([{ pointer: "/body/tags/2/key", keyword: UNIQUE }]);
    expect(JSON.parse(answer.headers["sl-violations"] ?? "")).toMatchObject([
      { location: ["request", "body", "tags", "2", "key"], code: UNIQUE },
    ]);
  });

  it("reports a repeated key along with what else is wrong", async () => {
    const body = { action: "x", tags: [{ key: "a" }, { key: "a" }] };
    const answer = await mock.handle(validRequest(operation, { body }));
    expect(rules(answer)).toEqual([
      "/body/action enum",
      `/body/tags uniqueItems`,
      `/body/tags/1/key ${UNIQUE}`,
    ]);
  });

  it.each(Object.keys(responses))(
    "answers %s to Prefer, and each of its examples",
    async (status) => {
      const answer = await mock.handle(validRequest(operation, { prefer: `code=${status}` }));
      expect([answer.status, answer.body]).toEqual([Number(status), first(status)]);
      for (const [name, value] of examplesOf(responses[status])) {
        for (const prefer of [
          `code=${status}, example=${name}`,
          `code=${status};example=${name}`,
          `respond-async, Example = "${name}" ; CODE=${status}`,
        ]) {
          const chosen = await mock.handle(validRequest(operation, { prefer }));
          expect([prefer, chosen.status, chosen.body]).toEqual([prefer, Number(status), value]);
        }
      }
    },
  );

  it("answers what Prefer asks for whatever Accept says", async () => {
    for (const accept of ["text/html", "application/xml;q=0.9", "*/*", "nonsense"]) {
      const request = validRequest(operation, { prefer: "code=502" });
      const answer = await mock.handle({ ...request, headers: { ...request.headers, accept } });
      expect([answer.status, answer.body]).toEqual([502, first("502")]);
    }
  });

  it("says what there is where Prefer asks for what there is not", async () => {
    const names = examplesOf(responses["400"]).map(([name]) => name);
    for (const [prefer, existing] of [
      ...names.flatMap((name) => [
        ["code=400, example=nonsense", name],
        ["code=400;example=nonsense", name],
      ]),
      ["code=418", Object.keys(responses).join(", ")],
      ["code=nonsense", Object.keys(responses).join(", ")],
      ["code=__proto__", Object.keys(responses).join(", ")],
      ["code=204, example=nonsense", "none"],
      [`example=${names[0]}`, "none"],
    ] as [string, string][]) {
      const answer = await mock.handle(validRequest(operation, { prefer }));
      expect([prefer, answer.status]).toEqual([prefer, 501]);
      expectOwnError(answer, "MOCK.UnknownPreference", existing);
    }
  });

  it("heeds Prefer only where the request is valid", async () => {
    const [example] = examplesOf(responses["404"])[0] ?? [];
    for (const prefer of ["code=502", "code=418", `code=404, example=${example}`]) {
      const answer = await mock.handle(validRequest(operation, { prefer, body: {} }));
      expect([answer.status, answer.body]).toEqual([400, first("400")]);
      const repeated = { action: "create", tags: [{ key: "a", value: "1" }, { key: "a" }] };
      const repeat = await mock.handle(validRequest(operation, { prefer, body: repeated }));
      expect([repeat.status, repeat.body]).toEqual([400, first("400")]);
    }
  });

  it("lets Prefer choose among the examples for invalid requests", async () => {
    const repeated = { action: "create", tags: [{ key: "a", value: "1" }, { key: "a" }] };
    for (const [name, value] of examplesOf(responses["400"])) {
      for (const body of [{}, repeated]) {
        const prefer = `code=400, example=${name}`;
        const answer = await mock.handle(validRequest(operation, { prefer, body }));
        expect([answer.status, answer.body]).toEqual([400, value]);
        expect(answer.violations).not.toEqual([]);
      }
    }
  });

  it("takes the first of two preferences", async () => {
    const answer = await mock.handle(validRequest(operation, { prefer: "code=502, code=404" }));
    expect(answer.status).toBe(502);
  });

  it("keeps one request's preference from the next", async () => {
    const wanted = ["code=502", "", "code=400", "", "code=404", ""];
    const answers = await Promise.all(
      wanted.map((prefer) => mock.handle(validRequest(operation, { prefer }))),
    );
    expect(answers.map(({ status }) => status)).toEqual([502, 204, 400, 204, 404, 204]);
  });

  it.each([
    ["text/plain", "text/plain"],
    ["that does not parse", "nonsense"],
    ["twice", "application/json, application/json"],
    ["that is empty", ""],
  ])("answers the documented 400 to a content type %s", async (_, contentType) => {
    const request = validRequest(operation);
    const headers = { ...request.headers, "content-type": contentType };
    const answer = await mock.handle({ ...request, headers });
    expect([answer.status, answer.body, rules(answer)]).toEqual([400, first("400"), [" 415"]]);
    expect(JSON.parse(answer.headers["sl-violations"] ?? "")).toMatchObject([{ code: 415 }]);
  });

  it("answers the documented 400 to a body without a content type", async () => {
    const answer = await mock.handle({
      ...validRequest(operation),
      headers: { "x-auth-token": "t" },
    });
    expect([answer.status, answer.body, rules(answer)]).toEqual([400, first("400"), [" 415"]]);
  });

  it("takes parameters of the content type", async () => {
    const headers = { ...HEADERS, "content-type": "Application/JSON; charset=UTF-8" };
    expect((await mock.handle({ ...validRequest(operation), headers })).status).toBe(204);
  });

  it.each([
    ["malformed JSON", "{", "MOCK.InvalidJson"],
    ["JSON cut off", '{"action":"create"', "MOCK.InvalidJson"],
    // So deep that Ajv runs out of stack, which Prism takes for a valid request.
    ["JSON nested too deep", `{"tags":[${`${deep(20_000)},`.repeat(2)}1]}`, "MOCK.InvalidJson"],
    ["UTF-8 cut off", new Uint8Array([0x22, 0xe5, 0xaf, 0x22]), "MOCK.InvalidUtf8"],
  ])("answers 400 in the documented shape to %s", async (_, body, code) => {
    const answer = await mock.handle({ ...validRequest(operation), body });
    expect(answer.status).toBe(400);
    expectOwnError(answer, code);
  });

  it("answers 405 with Allow to another method", async () => {
    const { path } = validRequest(operation);
    const answer = await mock.handle({ method: "PATCH", headers: HEADERS, path });
    expect([answer.status, answer.headers.allow]).toEqual([405, operation.method.toUpperCase()]);
    expectOwnError(answer, "MOCK.WrongMethod", operation.method.toUpperCase());
  });
});

describe("the header sl-violations", () => {
  const [operation] = operations as [Operation];
  const violationsOf = async (body: unknown): Promise<[MockResponse, Entry[]]> => {
    const answer = await mock.handle(validRequest(operation, { body }));
    const header = answer.headers["sl-violations"] ?? "";
    expect(header).toMatch(/^[\x20-\x7e]*$/);
    expect(header.length).toBeLessThanOrEqual(8 * 1024);
    return [answer, JSON.parse(header)];
  };

  it("escapes what is not ASCII", async () => {
    for (const name of ["标签", "é", "😀", "\u007f\u0080", "\ud800", '"\\\n']) {
      const [answer, entries] = await violationsOf({
        ...(validBody(operation) as object),
        [name]: 1,
      });
      expect(answer.status).toBe(400);
      expect(entries).toHaveLength(1);
      expect(entries[0]?.message).toContain(`'${name}'`);
    }
  });

  it.each([49, 50, 60, 500])("leaves out whole violations where there are %i", async (count) => {
    const tags = Array.from({ length: count }, (_, index) => ({ key: `k${index}`, 标签: 1 }));
    const [answer, entries] = await violationsOf({ action: "create", tags });
    expect(answer.violations).toHaveLength(count + 1);
    const last = entries.at(-1);
    expect(last).toMatchObject({ location: ["request"], code: "truncated" });
    const leftOut = Number(/^\d+/.exec(last?.message ?? "")?.[0]);
    expect(entries.length - 1 + leftOut).toBe(answer.violations.length);
    // The space is used.
    expect(answer.headers["sl-violations"]?.length).toBeGreaterThan(7_500);
  });

  it("leaves out one that alone is too long", async () => {
    const [answer, entries] = await violationsOf({
      ...(validBody(operation) as object),
      ["长".repeat(9_000)]: 1,
    });
    expect(answer.violations[0]?.message).toContain("长".repeat(9_000));
    expect(entries).toMatchObject([{ code: "truncated", message: expect.stringMatching(/^1 /) }]);
  });
});

describe("over HTTP", () => {
  const [operation] = operations as [Operation];

  it.each(["%ZZ", "%", "%E4%B8", "%FF"])(
    "answers 400 to the percent encoding %s and lives on",
    async (id) => {
      const { path } = validRequest(operation, {
        path: { [operation.parameters[0]?.name ?? ""]: "ID" },
      });
      const { response, body } = await raw(
        { path: path.replace("ID", id) },
        JSON.stringify(validBody(operation)),
      );
      expect(response.statusCode).toBe(400);
      expectOwnError({ headers: response.headers, body: JSON.parse(body) }, "MOCK.InvalidPath");
      expect((await fetchFrom(validRequest(operation))).status).toBe(204);
    },
  );

  it("answers 400 to an unknown property with a Chinese name and lives on", async () => {
    const body = { ...(validBody(operation) as object), 标签: 1 };
    const response = await fetchFrom(validRequest(operation, { body }));
    expect(response.status).toBe(400);
    const [violation] = JSON.parse(response.headers.get("sl-violations") ?? "");
    expect(violation.message).toContain("标签");
    expect((await fetchFrom(validRequest(operation))).status).toBe(204);
  });

  it("takes a literal segment that is percent-encoded", async () => {
    const bad = validRequest(operation, { path: { [operation.parameters[0]?.name ?? ""]: "" } });
    for (const [request, status] of [
      [validRequest(operation), 204],
      [bad, 400],
    ] as const) {
      const path = request.path.replace("/tags/", "/%74ags/");
      expect(path).not.toBe(request.path);
      expect((await raw({ path }, request.body as string)).response.statusCode).toBe(status);
    }
  });

  it("does not take the first segment for a host", async () => {
    const { response } = await raw({ path: `//host${validRequest(operation).path}` });
    expect(response.statusCode).toBe(404);
  });

  it.each(["/", "/nowhere", "//nowhere/v1", "/v1?x=%ZZ", "*"])(
    "answers 404 or 400 to the path %s",
    async (path) => {
      const { response, body } = await raw({ path });
      expect([404, 400]).toContain(response.statusCode);
      expectOwnError(
        { headers: response.headers, body: JSON.parse(body) },
        response.statusCode === 404 ? "MOCK.UnknownPath" : "MOCK.InvalidPath",
      );
    },
  );

  it("answers 413 to a body beyond the limit, and the connection serves the next request", async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const { path } = validRequest(operation);
    for (const headers of [{}, { "transfer-encoding": "chunked" }]) {
      const large = await raw({ agent, path, headers }, Buffer.alloc(3_000_000, " "));
      expect(large.response.statusCode).toBe(413);
      expectOwnError(
        { headers: large.response.headers, body: JSON.parse(large.body) },
        "MOCK.BodyTooLarge",
      );
      const next = await raw({ agent, path }, JSON.stringify(validBody(operation)));
      expect(next.response.statusCode).toBe(204);
      expect(next.socketReused).toBe(true);
    }
    agent.destroy();
  });

  it("takes a body of exactly the limit", async () => {
    const body = JSON.stringify(validBody(operation)).padEnd(100_000);
    expect((await mock.handle({ ...validRequest(operation), body })).status).toBe(204);
    expect((await mock.handle({ ...validRequest(operation), body: `${body} ` })).status).toBe(413);
    expect((await fetchFrom({ ...validRequest(operation), body })).status).toBe(204);
    expect((await fetchFrom({ ...validRequest(operation), body: `${body} ` })).status).toBe(413);
  });

  it("looks at the content type of a chunked body too", async () => {
    const { path } = validRequest(operation);
    const headers = { "transfer-encoding": "chunked", "content-type": "text/plain" };
    const { response } = await raw({ path, headers }, JSON.stringify(validBody(operation)));
    expect(response.statusCode).toBe(400);
    expect(response.headers["sl-violations"]).toContain("415");
  });

  it("survives a caller who leaves halfway", async () => {
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    const { path } = validRequest(operation);
    socket.write(`POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{`);
    await once(socket, "connect");
    socket.resetAndDestroy();
    await once(socket, "close");
    expect((await fetchFrom(validRequest(operation))).status).toBe(204);
  });

  it("answers HEAD without a body", async () => {
    const { response, body } = await raw({ method: "HEAD", path: validRequest(operation).path });
    expect([response.statusCode, response.headers.allow, body]).toEqual([405, "POST", ""]);
  });

  it("allows a preflight whatever it asks for", async () => {
    const response = await fetch(server.url + validRequest(operation).path, {
      method: "OPTIONS",
      headers: {
        origin: "https://explorer.example",
        "access-control-request-method": "POST",
        "access-control-request-headers": "x-auth-token, prefer",
      },
    });
    expect(response.status).toBe(204);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "access-control-allow-origin": "*",
      "access-control-allow-methods": "POST",
      "access-control-allow-headers": "x-auth-token, prefer",
    });
    expect(response.headers.has("access-control-allow-credentials")).toBe(false);
  });

  it("lets a browser read every header of an answer", async () => {
    const origin = "https://explorer.example";
    const request = validRequest(operation, { body: {} });
    const response = await fetchFrom({ ...request, headers: { ...request.headers, origin } });
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    const exposed = response.headers.get("access-control-expose-headers")?.split(", ");
    expect(exposed).toEqual(expect.arrayContaining(["sl-violations", "x-request-id"]));
    const wrongMethod = await fetch(server.url + request.path);
    expect(wrongMethod.headers.get("access-control-allow-origin")).toBe("*");
    expect(wrongMethod.headers.get("access-control-expose-headers")).toContain("allow");
  });

  it("gives every answer a request id of its own", async () => {
    const answers = await Promise.all([
      fetchFrom(validRequest(operation)),
      fetchFrom(validRequest(operation, { body: {} })),
      fetch(`${server.url}/nowhere`),
    ]);
    const ids = answers.map(({ headers }) => headers.get("x-request-id"));
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("writes nothing to the terminal", async () => {
    const written = [vi.spyOn(process.stdout, "write"), vi.spyOn(process.stderr, "write")];
    await fetchFrom(validRequest(operation));
    await fetchFrom(validRequest(operation, { body: {} }));
    for (const write of written) {
      expect(write).not.toHaveBeenCalled();
      write.mockRestore();
    }
  });

  it("lets intercept serve other paths", async () => {
    const withDocs = await startMock({
      spec: SPEC,
      intercept: async ({ url }, response) => {
        if (url === "/broken") throw new Error("intercept failed");
        if (!url?.startsWith("/docs/")) return false;
        setTimeout(() => response.end("explorer"), 20);
        return true;
      },
    });
    expect(await (await fetch(`${withDocs.url}/docs/`)).text()).toBe("explorer");
    expect((await fetch(`${withDocs.url}/broken`)).status).toBe(500);
    expect((await fetch(`${withDocs.url}/other`)).status).toBe(404);
    expect((await fetchFrom(validRequest(operation), withDocs)).status).toBe(204);
    await withDocs.close();
  });

  it.skipIf(!hasIPv6)("gives an IPv6 address in brackets", async () => {
    const onIPv6 = await startMock({ spec: SPEC, host: "::1" });
    expect(onIPv6.url).toMatch(/^http:\/\/\[::1\]:\d+$/);
    expect((await fetchFrom(validRequest(operation), onIPv6)).status).toBe(204);
    await onIPv6.close();
  });

  it("says in one line that a port is taken", async () => {
    const port = Number(new URL(server.url).port);
    await expect(startMock({ spec: SPEC, port })).rejects.toThrow(
      new Error(
        `port ${port} on 127.0.0.1 is taken; choose another with --port N, or 0 for any free one`,
      ),
    );
  });

  it("closes at once, with requests under way and connections idle, and may be closed twice", async () => {
    const closing = await startMock({ spec: SPEC });
    const { hostname, port } = new URL(closing.url);
    const idle = connect(Number(port), hostname);
    const busy = connect(Number(port), hostname);
    busy.write("POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{");
    await fetchFrom(validRequest(operation), closing);
    const cut = Promise.all(
      [idle, busy].map((socket) =>
        once(
          socket.on("error", () => {}),
          "close",
        ),
      ),
    );

    await closing.close();
    await cut;
    await closing.close();
    const again = await startMock({ spec: SPEC, port: Number(port) });
    expect(again.url).toBe(closing.url);
    await again.close();
  });
});

describe("of another document", () => {
  it("is by default of the contract that the package carries", async () => {
    expect((await createMock()).operations).toEqual(mock.operations);
  });

  it("takes a parsed document and leaves it as it is", async () => {
    const given = {
      ...paint({ name: { $ref: "#/components/schemas/Name" } }),
      components: { schemas: { Name: { type: "string" } } },
    };
    const before = structuredClone(given);
    const painter = await createMock({ spec: given });
    expect((await painter.handle(post({ name: "x" }))).status).toBe(201);
    expect(given).toEqual(before);
  });

  it("says which document cannot be read, and why", async () => {
    await expect(createMock({ spec: "/nowhere/openapi.yaml" })).rejects.toThrow(
      /^cannot read the OpenAPI document \/nowhere\/openapi\.yaml: .*ENOENT/s,
    );
    await expect(createMock({ spec: {} })).rejects.toThrow(/^cannot read the OpenAPI document: /);
  });

  it("refuses a document whose request schemas do not compile", async () => {
    for (const broken of [
      { pattern: "\\_" },
      { type: "strng" },
      { minLength: "36" },
      { enum: [] },
    ]) {
      await expect(createMock({ spec: paint({ name: broken }) })).rejects.toThrow(
        /^cannot validate requests of paint: schema of application\/json: /,
      );
    }
  });

  it("says how to install Prism where it is absent", () => {
    expect(() => loadPrism("file:///nowhere/mock.js")).toThrow(
      new Error(
        "huaweicloud-dew-tags/mock needs @stoplight/prism-cli: npm i -D @stoplight/prism-cli",
      ),
    );
  });

  it("seeks the response to an invalid request in the order 422, 400, default", async () => {
    const error = (code: string) => jsonError({ problem: { code, text: "", message: "" } });
    const all = { 400: error("400"), 422: error("422"), default: error("default") };
    const { 400: a, 422: b, default: c } = all;
    for (const [responses, status, code] of [
      [all, 422, "422"],
      [{ 400: a, default: c }, 400, "400"],
      [{ 404: error("404"), default: c }, 422, "default"],
      [{ "4XX": error("4XX") }, 422, "4XX"],
      [{ 422: b }, 422, "422"],
    ] as const) {
      const painter = await createMock({ spec: paint(REPEATABLE, responses) });
      const byPrism = await painter.handle(post({ list: 1 }));
      const byExtension = await painter.handle(post(REPEATED));
      expect(rules(byExtension)).toEqual([`/body/list/1/id ${UNIQUE}`]);
      for (const answer of [byPrism, byExtension]) {
        expect([answer.status, answer.body]).toEqual([
          status,
          { problem: { code, text: "", message: "" } },
        ]);
      }
    }
  });

  it("puts its own errors into the shape of the documented ones", async () => {
    const content = {
      "application/problem+json": {
        example: { title: "x", fault: [{ faultCode: "x", msg: "y", at: 1 }] },
      },
    };
    const painter = await createMock({ spec: paint({}, { 500: { description: "", content } }) });
    const answer = await painter.handle({ method: "POST", path: "/nowhere" });
    expect(answer.headers["content-type"]).toBe("application/problem+json");
    expect(answer.body).toEqual({
      title: "x",
      fault: [{ faultCode: "MOCK.UnknownPath", msg: expect.stringContaining("/nowhere"), at: 1 }],
    });
  });

  it("looks for that shape in the operation first, and does without", async () => {
    const spec = paint({}, { 500: jsonError({ code: "", message: "", of: "paint" }) });
    Object.assign(spec.paths["/paint/all"].post.responses, {
      400: jsonError({ nothing: "of use" }),
      500: jsonError({ code: "", message: "", of: "paintAll" }),
    });
    const painter = await createMock({ spec });
    const prefer = { prefer: "code=418" };
    for (const [path, of] of [
      ["/paint/all", "paintAll"],
      ["/paint/red", "paint"],
    ] as const) {
      const answer = await painter.handle({
        ...post({}),
        path,
        headers: { ...JSON_HEADER, ...prefer },
        ...(path === "/paint/all" && { body: "" }),
      });
      expect(answer.body).toMatchObject({ code: "MOCK.UnknownPreference", of });
    }
    const plain = await createMock({ spec: paint({}) });
    expect((await plain.handle({ method: "POST", path: "/nowhere" })).body).toEqual({
      error: { code: "MOCK.UnknownPath", message: expect.any(String) },
    });
  });

  it("answers 422 with the violations where the document has nothing for invalid requests", async () => {
    const painter = await createMock({ spec: paint(REPEATABLE) });
    for (const [body, rule] of [
      [{ list: 1 }, "/body/list type"],
      [REPEATED, `/body/list/1/id ${UNIQUE}`],
    ] as const) {
      const answer = await painter.handle(post(body));
      expect([answer.status, rules(answer)]).toEqual([422, [rule]]);
      expect(answer.body).toEqual({
        error: { code: "MOCK.NotDocumented", message: expect.any(String) },
      });
    }
  });

  it("answers 401 or 415 where the document has nothing for those", async () => {
    const spec = {
      ...paint({}),
      security: [{ Key: [] }],
      components: { securitySchemes: { Key: { type: "http", scheme: "basic" } } },
    };
    const painter = await createMock({ spec });
    const unauthorized = await painter.handle(post({}));
    expect([unauthorized.status, rules(unauthorized)]).toEqual([401, [" 401"]]);
    expect(unauthorized.headers["www-authenticate"]).toMatch(/^Basic/);
    expect((await painter.handle({ ...post({}), body: "{" })).status).toBe(401);

    const headers = { authorization: "Basic eDp5", "content-type": "text/plain" };
    const unsupported = await painter.handle({ ...post({}), headers });
    expect([unsupported.status, rules(unsupported)]).toEqual([415, [" 415"]]);
  });

  it("has the headers that the document gives an example of, and no others", async () => {
    const spec = paint({});
    Object.assign(spec.paths["/paint/{Colour}"].post.responses[201], {
      headers: { "X-Coats": { schema: { type: "integer" }, example: 2 }, "X-Other": {} },
    });
    const { headers } = await (await createMock({ spec })).handle(post({}));
    expect(headers).toEqual({ "x-coats": "2" });
  });

  it("finds an example in any media type", async () => {
    const content = {
      "application/json": { examples: { data: { value: { a: 1 } } } },
      "text/plain": { examples: { words: { value: "no paint" } } },
    };
    const spec = paint({}, { 500: { description: "", content } });
    const painter = await startMock({ spec });
    for (const [example, type, body] of [
      ["words", "text/plain", "no paint"],
      ["data", "application/json", '{"a":1}'],
    ] as const) {
      const headers = { ...JSON_HEADER, prefer: `code=500, example=${example}` };
      const response = await fetchFrom({ ...post({}), headers }, painter);
      expect(response.status).toBe(500);
      expect(response.headers.get("content-type")).toBe(type);
      expect(await response.text()).toBe(body);
    }
    await painter.close();
  });

  it("finds repeated items through references, combinations and nesting", async () => {
    const list = REPEATABLE.list;
    const tree = { $ref: "#/components/schemas/Tree" };
    const painter = await createMock({
      spec: {
        ...paint({
          all: { allOf: [list, { maxItems: 9 }] },
          any: { anyOf: [list, { type: "array" }] },
          one: { oneOf: [list] },
          nested: { type: "array", items: { type: "object", properties: { "a/b": list } } },
          tree,
        }),
        components: {
          schemas: { Tree: { type: "object", properties: { list, child: tree } } },
        },
      },
    });
    const twice = [{ id: "a" }, { id: "b" }, null, { id: "a" }, { other: "a" }, { other: "a" }];
    const pointers = async (body: object): Promise<string[]> =>
      (await painter.handle(post(body))).violations.map(({ pointer }) => pointer);
    expect(await pointers({ all: twice })).toEqual(["/body/all/3/id"]);
    expect(await pointers({ any: twice })).toEqual([]);
    expect(await pointers({ one: twice })).toEqual(["/body/one/3/id", "/body/one"]);
    expect(await pointers({ nested: [{}, { "a/b": twice }] })).toEqual([
      "/body/nested/1/a~1b/3/id",
    ]);
    expect(await pointers({ tree: { child: { child: { list: twice } } } })).toEqual([
      "/body/tree/child/child/list/3/id",
    ]);
    const values = [
      1,
      "1",
      true,
      "true",
      null,
      "null",
      { a: 1, b: 2 },
      { b: 2, a: 1 },
      [1],
      [1],
      [1, 2],
    ];
    expect(await pointers({ all: values.map((id) => ({ id })).slice(0, 9) })).toEqual([
      "/body/all/7/id",
    ]);
  });

  it("knows keywords that are newer than draft 7", async () => {
    const painter = await createMock({
      spec: paint({ name: { type: "object", dependentRequired: { a: ["b"] } } }),
    });
    expect(rules(await painter.handle(post({ name: { a: 1 } })))).toEqual([
      "/body/name dependentRequired",
    ]);
  });

  it("allows a falsy body where the schema does", async () => {
    const spec = paint({});
    spec.paths["/paint/{Colour}"].post.requestBody.content["application/json"].schema = {
      type: ["object", "null"],
    };
    const painter = await createMock({ spec });
    const statuses = [null, {}, 0].map(async (body) => (await painter.handle(post(body))).status);
    expect(await Promise.all(statuses)).toEqual([201, 201, 422]);
  });

  it("keeps the case of a parameter's name, and prefers literal paths", async () => {
    const spec = paint({});
    const painter = await createMock({ spec });
    const bad = { ...post({}), headers: { ...JSON_HEADER, "X-SHADE": "x" } };
    expect(rules(await painter.handle({ ...bad, path: "/paint/red?Size=x" }))).toEqual([
      "/header/X-Shade type",
      "/query/Size type",
    ]);
    expect(rules(await painter.handle({ ...post({}), path: "/paint/puce" }))).toEqual([
      "/path/Colour enum",
    ]);
    expect((await painter.handle({ method: "POST", path: "/paint/all" })).status).toBe(204);
    expect(
      (await painter.handle({ ...post({}), path: "/paint/all", method: "GET" })).headers.allow,
    ).toBe("POST");
  });
});

const JSON_HEADER = { "content-type": "application/json" };
const HEADERS = { ...JSON_HEADER, "x-auth-token": "t" };

function validRequest(
  operation: Operation,
  {
    path = {},
    prefer,
    ...changes
  }: { path?: Record<string, string>; prefer?: string; body?: unknown } = {},
): MockRequest & { path: string } {
  const ids = Object.entries({ ...pathExamples(operation), ...path });
  const body = "body" in changes ? changes.body : validBody(operation);
  return {
    method: operation.method.toUpperCase(),
    path: ids.reduce(
      (filled, [name, id]) => filled.replace(`{${name}}`, () => encodeURIComponent(id)),
      operation.template,
    ),
    headers: { ...HEADERS, ...(prefer && { prefer }) },
    body: body === undefined ? undefined : JSON.stringify(body),
  };
}

function validBody({ requestBody }: Operation): unknown {
  return Object.values(requestBody.content["application/json"].examples)[0]?.value;
}

function pathExamples({ parameters }: Operation): Record<string, string> {
  return Object.fromEntries(parameters.map(({ name, example }) => [name, example]));
}

function examplesOf(response: Response | undefined): [name: string, value: unknown][] {
  const examples = response?.content?.["application/json"].examples ?? {};
  return Object.entries(examples).map(([name, { value }]) => [name, value]);
}

function rules({ violations }: MockResponse): string[] {
  return violations.map(({ pointer, keyword }) => `${pointer} ${keyword}`).sort();
}

function expectOwnError(
  { headers, body }: { headers: IncomingMessage["headers"]; body: unknown },
  code: string,
  message = "",
): void {
  expect(headers["content-type"]).toBe("application/json");
  expect(body).toEqual({
    error: { error_code: code, error_msg: expect.stringContaining(message) },
  });
}

function deep(levels: number): string {
  return "[".repeat(levels) + "]".repeat(levels);
}

function fetchFrom(
  { method, path, headers, body }: MockRequest,
  from = server,
): Promise<globalThis.Response> {
  return fetch(from.url + path, {
    method,
    headers: headers as HeadersInit,
    body: (body ?? null) as BodyInit,
  });
}

/** fetch tidies up what it sends; this does not. */
async function raw(
  { headers = {}, ...options }: RequestOptions,
  body?: string | Buffer,
): Promise<{ response: IncomingMessage; body: string; socketReused: boolean }> {
  const { hostname, port } = new URL(server.url);
  const outgoing = request({
    hostname,
    port,
    method: "POST",
    headers: { ...HEADERS, ...(headers as Record<string, string>) },
    ...options,
  });
  outgoing.end(body);
  const [response] = (await once(outgoing, "response")) as [IncomingMessage];
  return { response, body: await text(response), socketReused: outgoing.reusedSocket };
}

/** A document that shares no name with the contract. */
function paint(properties: object, errors: object = {}) {
  return {
    openapi: "3.1.0",
    info: { title: "Paint", version: "1" },
    paths: {
      "/paint/{Colour}": {
        post: {
          operationId: "paint",
          parameters: [
            { name: "Colour", in: "path", required: true, schema: { enum: ["red"] } },
            { name: "Size", in: "query", schema: { type: "integer" } },
            { name: "X-Shade", in: "header", schema: { type: "integer" } },
          ],
          requestBody: {
            required: true,
            content: { "application/json": { schema: { type: "object", properties } as object } },
          },
          responses: { 201: { description: "" }, ...errors },
        },
      },
      "/paint/all": {
        post: { operationId: "paintAll", responses: { 204: { description: "" } } },
      },
    },
  };
}

function jsonError(example: object) {
  return { description: "", content: { "application/json": { example } } };
}

const REPEATABLE = { list: { type: "array", [UNIQUE]: ["id"] } };
const REPEATED = {
  list: [
    { id: 1, at: 1 },
    { id: 1, at: 2 },
  ],
};

function post(body: unknown): MockRequest {
  return { method: "POST", path: "/paint/red", headers: JSON_HEADER, body: JSON.stringify(body) };
}

interface Entry {
  readonly location: string[];
  readonly code: string | number;
  readonly message: string;
}

interface OpenApi {
  readonly paths: Record<string, Record<string, Omit<Operation, "template" | "method">>>;
}

interface Operation {
  readonly template: string;
  readonly method: string;
  readonly operationId: string;
  readonly parameters: { name: string; example: string; schema: { pattern?: string } }[];
  readonly requestBody: { content: Record<"application/json", { examples: Examples }> };
  readonly responses: Record<string, Response>;
}

interface Response {
  readonly content?: Record<"application/json", { examples?: Examples }>;
}

type Examples = Record<string, { value: unknown }>;

import { createMock } from "huaweicloud-dew-tags/mock";
import { describe, expect, it } from "vitest";
import { jsonOf, paint, post } from "./paint.js";
import { rules } from "./requests.js";

// What the mock answers where a document says other things than the contract.

const UNIQUE = "x-unique-item-properties";
const LIST = { type: "array", [UNIQUE]: ["id"] };
const REPEATABLE = { properties: { list: LIST } };
const TWICE = [{ id: "a" }, { id: "b" }, null, { id: "a" }, { other: "a" }, { other: "a" }];

/** An invalid request by what Ajv knows, and by our own keyword. */
const INVALID = [
  [{ list: 1 }, "/body/list type"],
  [{ list: TWICE }, `/body/list/3/id ${UNIQUE}`],
] as const;

describe("to an invalid request", () => {
  const error = (code: string) => jsonOf({ problem: { code, message: "" } });

  it.each([
    [["400", "422", "default"], 422, "422"],
    [["400", "default"], 400, "400"],
    [["404", "default"], 422, "default"],
    [["4XX"], 422, "4XX"],
    [["422"], 422, "422"],
  ])("seeks the response in the order 422, 400, range, default: %j", async (keys, status, code) => {
    const spec = paint(REPEATABLE, Object.fromEntries(keys.map((key) => [key, error(key)])));
    const mock = await createMock({ spec });
    for (const [body, rule] of INVALID) {
      const answer = await mock.handle(post(body));
      expect([answer.status, answer.body]).toEqual([status, { problem: { code, message: "" } }]);
      expect(rules(answer)).toEqual([rule]);
    }
  });

  it("is 422 with the violations where the document has nothing for it", async () => {
    const mock = await createMock({ spec: paint(REPEATABLE) });
    for (const [body, rule] of INVALID) {
      const answer = await mock.handle(post(body));
      expect([answer.status, rules(answer)]).toEqual([422, [rule]]);
      expect(answer.body).toMatchObject({ error: { code: "MOCK.NotDocumented" } });
    }
  });

  it("is 401 or 415 where the document has nothing for those", async () => {
    const spec = {
      ...paint({}),
      security: [{ Key: [] }],
      components: { securitySchemes: { Key: { type: "http", scheme: "basic" } } },
    };
    const mock = await createMock({ spec });
    const unauthorized = await mock.handle(post({}));
    expect([unauthorized.status, rules(unauthorized)]).toEqual([401, [" 401"]]);
    expect(unauthorized.headers["www-authenticate"]).toMatch(/^Basic/);
    expect((await mock.handle({ ...post({}), body: "{" })).status).toBe(401);

    const headers = { authorization: "Basic eDp5", "content-type": "text/plain" };
    const unsupported = await mock.handle(post({}, headers));
    expect([unsupported.status, rules(unsupported)]).toEqual([415, [" 415"]]);
  });
});

describe("an error of its own", () => {
  const nowhere = { method: "POST", path: "/nowhere" };

  it("has the shape of the documented ones", async () => {
    const example = { title: "x", fault: [{ faultCode: "x", msg: "y", at: 1 }] };
    const content = { "application/problem+json": { example } };
    const mock = await createMock({ spec: paint({}, { 500: { description: "", content } }) });
    const answer = await mock.handle(nowhere);
    expect(answer.headers["content-type"]).toBe("application/problem+json");
    expect(answer.body).toEqual({
      title: "x",
      fault: [{ faultCode: "MOCK.UnknownPath", msg: expect.stringContaining("/nowhere"), at: 1 }],
    });
  });

  it("looks for that shape in the operation first, and does without", async () => {
    const spec = paint({}, { 500: jsonOf({ code: "", message: "", of: "paint" }) });
    Object.assign(spec.paths["/paint/all"].post.responses, {
      400: jsonOf({ nothing: "of use" }),
      500: jsonOf({ code: "", message: "", of: "paintAll" }),
    });
    const mock = await createMock({ spec });
    for (const [path, body, of] of [
      ["/paint/all", "", "paintAll"],
      ["/paint/red", "{}", "paint"],
    ] as const) {
      const answer = await mock.handle({ ...post({}, { prefer: "code=418" }), path, body });
      expect(answer.body).toMatchObject({ code: "MOCK.UnknownPreference", of });
    }
    const plain = await createMock({ spec: paint({}) });
    expect((await plain.handle(nowhere)).body).toEqual({
      error: { code: "MOCK.UnknownPath", message: expect.any(String) },
    });
  });

  it.each([
    [429, "MOCK.TooManyRequests"],
    [503, "MOCK.ServiceUnavailable"],
  ])("can be %i also where the document does not list it", async (status, code) => {
    const mock = await createMock({ spec: paint({}) });
    const answer = await mock.handle(post({}, { prefer: `code=${status}` }));
    expect([answer.status, answer.body]).toMatchObject([status, { error: { code } }]);
  });
});

it("has the headers that the document gives an example of, and no others", async () => {
  const headers = { "X-Coats": { schema: { type: "integer" }, example: 2 }, "X-Other": {} };
  const mock = await createMock({ spec: paint({}, { 201: { description: "", headers } }) });
  expect((await mock.handle(post({}))).headers).toEqual({ "x-coats": "2" });
});

it("finds an example in any media type", async () => {
  const content = {
    "application/json": { examples: { data: { value: { a: 1 } } } },
    "text/plain": { examples: { words: { value: "no paint" } } },
  };
  const mock = await createMock({ spec: paint({}, { 500: { description: "", content } }) });
  for (const [example, type, expected] of [
    ["words", "text/plain", "no paint"],
    ["data", "application/json", { a: 1 }],
  ]) {
    const prefer = `code=500, example=${example}`;
    const { status, headers, body } = await mock.handle(post({}, { prefer }));
    expect([status, headers["content-type"], body]).toEqual([500, type, expected]);
  }
});

it("passes on a body that is not JSON, where the document allows its type", async () => {
  const spec = paint({ type: "object" });
  const { content } = spec.paths["/paint/{Colour}"].post.requestBody;
  content["text/*"] = { schema: { type: "object" } };
  const mock = await createMock({ spec });
  const as = (type: string) => mock.handle({ ...post({}, { "content-type": type }), body: '"a"' });
  expect((await as("text/csv")).status).toBe(201);
  expect(rules(await as("application/json"))).toEqual(["/body type"]);
  expect(rules(await as("application/xml"))).toEqual([" 415"]);
});

describe("x-unique-item-properties", () => {
  const tree = { $ref: "#/components/schemas/Tree" };
  const properties = {
    all: { allOf: [LIST, { maxItems: 9 }] },
    any: { anyOf: [LIST, { type: "array" }] },
    one: { oneOf: [LIST] },
    nested: { type: "array", items: { type: "object", properties: { "a/b": LIST } } },
    tree,
  };
  const Tree = { type: "object", properties: { list: LIST, child: tree } };
  const spec = { ...paint({ properties }), components: { schemas: { Tree } } };
  const values = [1, "1", true, "true", null, "null", { a: 1, b: 2 }, { b: 2, a: 1 }, [1]];

  it.each([
    [{ all: TWICE }, ["/body/all/3/id"]],
    [{ any: TWICE }, []],
    [{ one: TWICE }, ["/body/one/3/id", "/body/one"]],
    [{ nested: [{}, { "a/b": TWICE }] }, ["/body/nested/1/a~1b/3/id"]],
    [{ tree: { child: { child: { list: TWICE } } } }, ["/body/tree/child/child/list/3/id"]],
    [{ all: values.map((id) => ({ id })) }, ["/body/all/7/id"]],
  ])("holds through references, combinations and nesting: %j", async (body, pointers) => {
    const { violations } = await (await createMock({ spec })).handle(post(body));
    expect(violations.map(({ pointer }) => pointer)).toEqual(pointers);
  });
});

it("takes a property that is readOnly for one that requests do not have", async () => {
  const Id = { type: "string", readOnly: true };
  const properties = {
    id: Id,
    ref: { $ref: "#/components/schemas/Id" },
    name: { type: "string" },
    // A schema that only the readOnly property defines.
    also: { type: "array", items: { $ref: "#/components/schemas/Other/properties/id" } },
  };
  const required = ["id", "ref", "name"];
  const schema = { type: "object", required, properties, additionalProperties: false };
  const Other = { type: "object", properties: { id: Id } };
  const mock = await createMock({
    spec: { ...paint(schema), components: { schemas: { Id, Other } } },
  });
  expect((await mock.handle(post({ name: "a", also: ["x"] }))).status).toBe(201);
  expect(rules(await mock.handle(post({ id: "1", also: [1] })))).toEqual([
    "/body additionalProperties",
    "/body required",
    "/body/also/0 type",
  ]);
});

it.each([
  [{ type: "object", dependentRequired: { a: ["b"] } }, { a: 1 }, ["/body dependentRequired"]],
  [{ type: ["object", "null"] }, null, []],
  [{ type: ["object", "null"] }, 0, ["/body type"]],
])("judges by the schema %j the body %j", async (schema, body, expected) => {
  const mock = await createMock({ spec: paint(schema) });
  expect(rules(await mock.handle(post(body)))).toEqual(expected);
});

it("keeps the case of a parameter's name, and prefers literal paths", async () => {
  const mock = await createMock({ spec: paint({}) });
  const at = (path: string, changes: object = {}) =>
    mock.handle({ ...post({}, { "X-SHADE": "1" }), ...changes, path });
  const bad = await at("/paint/red?Size=x", { headers: { ...post({}).headers, "X-SHADE": "x" } });
  expect(rules(bad)).toEqual(["/header/X-Shade type", "/query/Size type"]);
  expect(rules(await at("/paint/puce"))).toEqual(["/path/Colour enum"]);
  expect((await at("/paint/all", { body: undefined })).status).toBe(204);
  expect((await at("/paint/all", { method: "GET" })).headers.allow).toBe("POST");
});

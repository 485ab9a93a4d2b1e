import { createMock, type Mock, type MockResponse } from "huaweicloud-dew-tags/mock";
import { beforeAll, describe, expect, it } from "vitest";
import { rules } from "./requests.js";

const COLOURS = { type: "array", items: { enum: ["red", "green"] }, maxItems: 2 };
const SMALL = { $ref: "#/components/schemas/Small" };
const INTEGERS = { type: "array", items: SMALL };
const POINT = {
  type: "object",
  properties: { x: { type: "integer" }, y: { type: "integer" } },
  required: ["x"],
  additionalProperties: false,
};

const parameters = [
  inQuery("needed", { type: "string" }, { required: true, "x-source": "page, table 1" }),
  inQuery("limit", { type: "integer", maximum: 9, "x-source": { maximum: "ours: small" } }),
  inQuery("ratio", { type: "number" }),
  inQuery("on", { type: "boolean" }),
  inQuery("day", { type: "string", format: "date" }),
  inQuery("word", { type: "string", minLength: 2 }),
  inQuery("blank", { type: "integer" }, { allowEmptyValue: true }),
  inQuery("either", { oneOf: [{ type: "integer" }, { const: "all" }] }),
  inQuery("colours", COLOURS),
  inQuery("comma", COLOURS, { explode: false }),
  inQuery("space", COLOURS, { style: "spaceDelimited", explode: false }),
  inQuery("pipe", COLOURS, { style: "pipeDelimited", explode: false }),
  inQuery("numbers", INTEGERS),
  inQuery("deep", POINT, { style: "deepObject" }),
  inQuery("flat", POINT, { explode: false }),
  inQuery("json", POINT, {}, "application/json"),
  { name: "X-Size", in: "header", schema: { type: "integer", maximum: 5 } },
  { name: "X-List", in: "header", schema: INTEGERS },
  { name: "X-Needed", in: "header", required: true, schema: { type: "string" } },
  { name: "Accept", in: "header", required: true, schema: { const: "what OpenAPI ignores" } },
  { name: "seat", in: "cookie", schema: { type: "integer" } },
];

const spec = {
  openapi: "3.1.0",
  info: { title: "Parameters", version: "1" },
  paths: {
    "/at/{id}/{level}": {
      parameters: [
        { name: "id", in: "path", required: true, schema: { type: "string" } },
        { name: "level", in: "path", required: true, schema: { type: "integer" } },
      ],
      get: {
        operationId: "look",
        parameters: [...parameters, { name: "level", in: "path", required: true, schema: SMALL }],
        responses: { 200: { description: "" }, 400: { description: "" } },
      },
    },
  },
  components: { schemas: { Small: { type: "integer", minimum: 0, maximum: 3 } } },
};

let mock: Mock;
beforeAll(async () => {
  mock = await createMock({ spec });
});

describe("of a query", () => {
  it.each([
    ["", []],
    ["limit=1&limit=2", ["/query/limit type"]],
    ["limit=9", []],
    ["limit=10", ["/query/limit maximum"]],
    ["limit=1.0", []],
    ["limit=1.5", ["/query/limit type"]],
    ["limit=ten", ["/query/limit type"]],
    ["limit=07", ["/query/limit type"]],
    ["limit=", ["/query/limit type"]],
    ["limit", ["/query/limit type"]],
    ["ratio=1e2&on=true", []],
    ["ratio=Infinity&on=yes", ["/query/on type", "/query/ratio type"]],
    ["day=2026-02-28", []],
    ["day=2026-02-30", ["/query/day format"]],
    ["word=ab", []],
    ["word=%E5%AF%86%E9%92%A5", []],
    ["word=12", []],
    ["word=+", ["/query/word minLength"]],
    ["word=%2B+", []],
    ["blank=&blank", ["/query/blank type"]],
    ["blank=", []],
    ["blank=x", ["/query/blank type"]],
    ["either=1", []],
    ["either=all", []],
    ["either=some", ["/query/either const", "/query/either oneOf", "/query/either type"]],
    ["colours=red", []],
    ["colours=red&colours=green", []],
    // Whichever comes last, each is judged.
    ["colours=nope&colours=red", ["/query/colours/0 enum"]],
    ["colours=red&colours=nope", ["/query/colours/1 enum"]],
    ["colours=red&colours=green&colours=red", ["/query/colours maxItems"]],
    ["colours=red,green", ["/query/colours/0 enum"]],
    ["colours=", ["/query/colours/0 enum"]],
    ["%63olours=nope", ["/query/colours/0 enum"]],
    ["comma=red,green", []],
    ["comma=red&comma=green", []],
    ["comma=red%2Cgreen", ["/query/comma/0 enum"]],
    ["comma=red,,green", ["/query/comma maxItems", "/query/comma/1 enum"]],
    ["space=red%20green", []],
    ["space=red+green", []],
    ["pipe=red|green", []],
    ["pipe=red%7Cgreen", []],
    ["pipe=red|nope", ["/query/pipe/1 enum"]],
    ["numbers=1&numbers=3", []],
    ["numbers=1&numbers=x&numbers=4", ["/query/numbers/1 type", "/query/numbers/2 maximum"]],
    ["deep[x]=1&deep[y]=2", []],
    ["deep%5Bx%5D=1", []],
    ["deep[y]=2", ["/query/deep required"]],
    ["deep[x]=a", ["/query/deep/x type"]],
    ["flat=x,1,y,2", []],
    ["flat=x,1,z,2", ["/query/flat additionalProperties"]],
    ['json={"x":1}', []],
    ['json={"x":"1"}', ["/query/json/x type"]],
    ["json={", ["/query/json type"]],
    ["nobody=knows", []],
    ["word=", ["/query/word minLength"]],
  ])("judges ?%s", async (query, expected) => {
    const got = await look(`?needed=1&${query}`);
    expect(rules(got)).toEqual(expected);
    expect(got.status).toBe(expected.length === 0 ? 200 : 400);
  });

  it("says which parameter is missing, and gives the value, and where the rule is from", async () => {
    expect((await look("")).violations).toEqual([
      {
        pointer: "/query",
        keyword: "required",
        message: "Request query must have required property 'needed'",
        source: "page, table 1",
      },
    ]);
    const { violations, headers } = await look("?needed=1&limit=10&ratio=x");
    expect(violations).toMatchObject([{ value: "10", source: "ours: small" }, { value: '"x"' }]);
    expect(violations[1]).not.toHaveProperty("source");
    expect(JSON.parse(headers["sl-violations"] ?? "")[0]).toMatchObject({
      location: ["request", "query", "limit"],
      code: "maximum",
      source: "ours: small",
    });
  });

  it.each(["%", "%zz", "%E4%B8"])("answers 400 to the percent encoding %s", async (text) => {
    for (const query of [`?needed=${text}`, `?${text}=1`]) {
      const got = await look(query);
      expect([got.status, got.body]).toMatchObject([400, { error: { code: "MOCK.InvalidPath" } }]);
    }
  });

  it("keeps to names that objects have by themselves", async () => {
    for (const name of ["__proto__", "constructor", "deep[__proto__]", "toString"]) {
      const got = await look(`?needed=1&${name}=1`);
      expect([200, 400]).toContain(got.status);
      expect(({} as { x?: unknown }).x).toBeUndefined();
    }
  });
});

describe("of headers, cookies and the path", () => {
  it.each<[Record<string, string>, string[]]>([
    [{ "x-SIZE": "5" }, []],
    [{ "X-Size": "6" }, ["/header/X-Size maximum"]],
    [{ "X-Size": "big" }, ["/header/X-Size type"]],
    [{ "X-List": "1, 2,3" }, []],
    [{ "X-List": "1,9" }, ["/header/X-List/1 maximum"]],
    [{ cookie: "a=b; seat=7" }, []],
    [{ cookie: "seat=front" }, ["/cookie/seat type"]],
  ])("judges the headers %j", async (headers, expected) => {
    expect(rules(await look("?needed=1", headers))).toEqual(expected);
  });

  it("says that a header is missing", async () => {
    const got = await mock.handle({ method: "GET", path: "/at/a/1?needed=1" });
    expect([got.status, rules(got)]).toEqual([400, ["/header required"]]);
  });

  it.each([
    ["3", []],
    ["4", ["/path/level maximum"]],
    ["top", ["/path/level type"]],
  ])("lets an operation's parameter replace that of its path: %s", async (level, expected) => {
    expect(rules(await look("?needed=1", {}, `/at/a/${level}`))).toEqual(expected);
  });
});

function inQuery(name: string, schema: object, more: object = {}, mediaType?: string): object {
  return {
    name,
    in: "query",
    ...more,
    ...(mediaType === undefined ? { schema } : { content: { [mediaType]: { schema } } }),
  };
}

function look(query: string, more = {}, path = "/at/a/1"): Promise<MockResponse> {
  const headers = { "x-needed": "1", ...more };
  return mock.handle({ method: "GET", path: path + query, headers });
}

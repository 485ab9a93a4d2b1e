import { createMock, type Mock, type MockResponse } from "huaweicloud-dew-tags/mock";
import { beforeAll, describe, expect, it } from "vitest";
import { operations } from "../../generated/operations.js";
import {
  errors,
  examplesOf,
  expectOwnError,
  firstOf,
  HEADERS,
  JSON_TYPE,
  operation,
  refusal,
  request,
  rules,
  sample,
  success,
} from "./requests.js";

const LIMIT = 100_000;
const [ERROR = "", OTHER_ERROR = ""] = errors;
const UNIQUE = "x-unique-item-properties";
const REPEATED = { action: "create", tags: [{ key: "a", value: "1" }, { key: "b" }, { key: "a" }] };

let mock: Mock;
beforeAll(async () => {
  mock = await createMock({ maxBodyBytes: LIMIT });
});

const answer = (changes: Parameters<typeof request>[0]): Promise<MockResponse> =>
  mock.handle(request(changes));

it("lists the operations of the document", () => {
  const listed = mock.operations.map(({ operationId, ...own }) => [operationId, own]);
  const known = Object.entries(operations).map(([id, { method, path }]) => [id, { method, path }]);
  expect(listed).toEqual(known);
});

it.each(Object.entries(operation.requestBody?.examples ?? {}))(
  "accepts its example %s",
  async (_, body) => {
    const expected = { status: success, headers: {}, body: undefined, violations: [] };
    expect(await answer({ body })).toEqual(expected);
  },
);

it.each([
  ["no token", {}],
  ["an empty token", { "x-auth-token": "" }],
  ["a blank token", { "x-auth-token": "  " }],
  ["an empty signature", { authorization: "" }],
])("answers 401 to %s, ahead of anything about the body", async (_, credentials) => {
  const valid = request({ headers: { ...JSON_TYPE, ...credentials } });
  const unreadable = ["{", new Uint8Array([0xff]), "x".repeat(LIMIT + 1)];
  for (const body of [valid.body, "{}", undefined, ...unreadable]) {
    const { status, body: given } = await mock.handle({ ...valid, body });
    expect([status, given]).toEqual([401, firstOf(401)]);
  }
});

it.each<[unknown, string[]]>([
  [
    { action: "x", tags: [{}, { key: "", extra: 1 }], sequence: 36 },
    [
      "/body/action enum",
      "/body/sequence type",
      "/body/tags/0 required",
      "/body/tags/1 additionalProperties",
      "/body/tags/1/key minLength",
    ],
  ],
  [{}, ["/body required", "/body required"]],
  [undefined, [" required"]],
  [null, ["/body type"]],
  [false, ["/body type"]],
  [0, ["/body type"]],
  ["", ["/body type"]],
  [REPEATED, [`/body/tags/2/key ${UNIQUE}`]],
  [
    { action: "x", tags: [{ key: "a" }, { key: "a" }] },
    ["/body/action enum", "/body/tags uniqueItems", `/body/tags/1/key ${UNIQUE}`],
  ],
])("refuses the body %j and points at each violation", async (body, expected) => {
  const given = await answer({ body });
  expect([given.status, given.body, rules(given)]).toEqual([refusal, firstOf(refusal), expected]);
});

it("says an empty path parameter is too short, not that it lacks", async () => {
  for (const name of Object.keys(sample.path)) {
    const rule = expect.stringMatching(`^/path/${name} (minLength|pattern)$`);
    expect(rules(await answer({ path: { [name]: "" } }))).toEqual([rule]);
  }
});

it("decodes path parameters before it validates them", async () => {
  const encodeAll = (id: string): string =>
    [...Buffer.from(id)].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join("");
  const valid = request();
  for (const [name, id] of Object.entries(sample.path)) {
    const path = valid.path.replace(id, encodeAll(id));
    expect(path).not.toBe(valid.path);
    expect((await mock.handle({ ...valid, path })).status).toBe(success);
    // A bare comma makes no list of it.
    const comma = request({ path: { [name]: "a,b" } });
    const bare = { ...comma, path: comma.path.replace("%2C", ",") };
    expect(bare.path).not.toBe(comma.path);
    expect(rules(await mock.handle(bare))).toEqual(rules(await mock.handle(comma)));
  }
});

describe("Prefer", () => {
  const all = Object.keys(operation.responses).join(", ");
  const [name = ""] = examplesOf(refusal).map(([each]) => each);

  it.each([
    ...examplesOf(ERROR).flatMap(([example, body]) =>
      [
        `code=${ERROR}, example=${example}`,
        `code=${ERROR};example=${example}`,
        `respond-async, Example = "${example}" ; CODE=${ERROR}`,
      ].map((prefer) => [prefer, ERROR, body] as const),
    ),
    // The first of two counts.
    [`code=${OTHER_ERROR}, code=${ERROR}`, OTHER_ERROR, firstOf(OTHER_ERROR)],
  ] as const)("of %s is met, whatever Accept says", async (prefer, status, body) => {
    for (const accept of ["text/html", "application/xml;q=0.9", "*/*", "nonsense"]) {
      const given = await answer({ prefer, headers: { ...HEADERS, accept } });
      expect([given.status, given.body]).toEqual([Number(status), body]);
    }
  });

  it.each([
    [`code=${refusal}, example=nonsense`, name],
    [`code=${refusal};example=nonsense`, name],
    ["code=418", all],
    ["code=nonsense", all],
    ["code=__proto__", all],
    [`code=${success}, example=nonsense`, "none"],
    [`example=${name}`, "none"],
  ])("of %s gets a 501 that says what there is: %s", async (prefer, existing) => {
    const given = await answer({ prefer });
    expect(given.status).toBe(501);
    expectOwnError(given, "MOCK.UnknownPreference", existing);
  });

  it.each([
    [`code=${ERROR}`, firstOf(refusal)],
    ["code=418", firstOf(refusal)],
    [`code=${ERROR}, example=${examplesOf(ERROR)[0]?.[0]}`, firstOf(refusal)],
    ...examplesOf(refusal).map(([each, body]) => [`code=${refusal}, example=${each}`, body]),
  ])("of %s chooses among the refusals alone where a request is invalid", async (prefer, body) => {
    for (const invalid of [{}, REPEATED]) {
      const given = await answer({ prefer: String(prefer), body: invalid });
      expect([given.status, given.body]).toEqual([refusal, body]);
      expect(given.violations).not.toEqual([]);
    }
  });

  it("of one request does not reach the next", async () => {
    const wanted = [ERROR, success, refusal, success, OTHER_ERROR, success].map(Number);
    const answers = await Promise.all(
      wanted.map((code) => answer(code === success ? {} : { prefer: `code=${code}` })),
    );
    expect(answers.map(({ status }) => status)).toEqual(wanted);
  });
});

it.each([["text/plain"], ["nonsense"], ["application/json, application/json"], [""], [undefined]])(
  "refuses the content type %j",
  async (contentType) => {
    const given = await answer({ headers: { ...HEADERS, "content-type": contentType } });
    expect([given.status, given.body, rules(given)]).toEqual([refusal, firstOf(refusal), [" 415"]]);
    expect(JSON.parse(given.headers["sl-violations"] ?? "")).toMatchObject([{ code: 415 }]);
  },
);

it("takes parameters of the content type", async () => {
  const headers = { ...HEADERS, "content-type": "Application/JSON; charset=UTF-8" };
  expect((await answer({ headers })).status).toBe(success);
});

it.each([
  ["malformed JSON", "{", "MOCK.InvalidJson"],
  ["JSON cut off", '{"action":"create"', "MOCK.InvalidJson"],
  // So deep that Ajv runs out of stack, which Prism takes for a valid request.
  ["JSON nested too deep", `{"tags":[${`${deep(20_000)},`.repeat(2)}1]}`, "MOCK.InvalidJson"],
  ["UTF-8 cut off", new Uint8Array([0x22, 0xe5, 0xaf, 0x22]), "MOCK.InvalidUtf8"],
  // As callers without types may have it.
  ["an object", { action: "create" }, "MOCK.InvalidBody"],
  ["a number", 5, "MOCK.InvalidBody"],
  ["null", null, "MOCK.InvalidBody"],
])("answers 400 in the documented shape to a body of %s", async (_, body, code) => {
  const given = await mock.handle({ ...request(), body: body as string });
  expect(given.status).toBe(400);
  expectOwnError(given, code);
});

it("answers 405 with Allow to another method", async () => {
  const given = await mock.handle({ ...request(), method: "PATCH" });
  expect([given.status, given.headers.allow]).toEqual([405, operation.method]);
  expectOwnError(given, "MOCK.WrongMethod", operation.method);
});

describe("the header sl-violations", () => {
  const violationsOf = async (body: unknown) => {
    const given = await answer({ body });
    const header = given.headers["sl-violations"] ?? "";
    expect(header).toMatch(/^[\x20-\x7e]*$/);
    expect(header.length).toBeLessThanOrEqual(8 * 1024);
    return { ...given, header, entries: JSON.parse(header) as { message: string }[] };
  };

  it("says where, what, and where the rule is from", async () => {
    const { entries } = await violationsOf({ ...REPEATED, extra: 1 });
    const source = expect.any(String);
    expect(entries).toEqual([
      {
        location: ["request", "body"],
        severity: "Error",
        code: "additionalProperties",
        message: expect.stringContaining("extra"),
        source,
      },
      expect.objectContaining({ location: ["request", "body", "tags", "2", "key"], code: UNIQUE }),
    ]);
  });

  it.each(["标签", "é", "😀", "\u007f\u0080", "\ud800", '"\\\n'])("escapes %j", async (name) => {
    const { status, entries } = await violationsOf({ ...(sample.body as object), [name]: 1 });
    expect(status).toBe(refusal);
    expect(entries.map(({ message }) => message)).toEqual([expect.stringContaining(`'${name}'`)]);
  });

  it.each([49, 50, 60, 500])("leaves out whole violations where there are %i", async (count) => {
    const tags = Array.from({ length: count }, (_, index) => ({ key: `k${index}`, 标签: 1 }));
    const { violations, entries, header } = await violationsOf({ action: "create", tags });
    expect(violations).toHaveLength(count + 1);
    const last = entries.at(-1);
    expect(last).toMatchObject({ location: ["request"], code: "truncated" });
    const leftOut = Number(/^\d+/.exec(last?.message ?? "")?.[0]);
    expect(entries.length - 1 + leftOut).toBe(violations.length);
    // The space is used.
    expect(header.length).toBeGreaterThan(7_500);
  });

  it("leaves out one that alone is too long", async () => {
    const name = "长".repeat(9_000);
    const { violations, entries } = await violationsOf({ ...(sample.body as object), [name]: 1 });
    expect(violations[0]?.message).toContain(name);
    expect(entries).toMatchObject([{ code: "truncated", message: expect.stringMatching(/^1 /) }]);
  });
});

function deep(levels: number): string {
  return "[".repeat(levels) + "]".repeat(levels);
}

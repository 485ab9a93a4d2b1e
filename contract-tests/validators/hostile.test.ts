import type { Violation } from "huaweicloud-dew-tags/validators";
import { requestValidators, responseValidators } from "huaweicloud-dew-tags/validators";
import { describe, expect, it } from "vitest";
import { parameterReader } from "../../scripts/generator/validators/runtime/parameters.js";
import { collectGarbage } from "../support/garbage.js";

// Values that are made to harm who looks at them. Each validator must answer, soon.

const validate = requestValidators.batchCreateOrDeleteTags;
const validateError = responseValidators.batchCreateOrDeleteTags["400"];
const path = { project_id: "p", secret_id: "s" };
const request = (body: unknown) => ({ path, body });
const withTag = (tag: unknown) => request({ action: "create", tags: [tag] });

function nested(depth: number, leaf: unknown = []): unknown {
  let value = leaf;
  for (let i = 0; i < depth; i++) value = [value];
  return value;
}

/** 2 to the power of `levels` leaves, in as many objects as there are levels. */
function shared(levels: number): unknown {
  let value: unknown = "leaf";
  for (let i = 0; i < levels; i++) value = { left: value, right: value };
  return value;
}

function properties(count: number): Record<string, unknown> {
  return Object.fromEntries(Array.from({ length: count }, (_, i) => [`k${i}`, i]));
}

const cyclic: Record<string, unknown> = {};
cyclic.self = cyclic;
const fail = (): never => {
  throw new Error("not to be called");
};
/** Throws, whatever is done to it. */
const throwing = new Proxy({}, new Proxy({}, { get: () => fail }));
const unprintable = { toString: 1, valueOf: 1, toJSON: 1, x: nested(9000) };
const accessor = Object.defineProperty({}, "key", { get: fail, enumerable: true });
const { proxy: revoked, revoke } = Proxy.revocable({}, {});
revoke();

const HOSTILE: Readonly<Record<string, unknown>> = {
  "nested 9,000 deep": nested(9000),
  "nested 1,000,000 deep": nested(1_000_000),
  cyclic,
  "a proxy that throws": throwing,
  "a revoked proxy": revoked,
  "an accessor that throws": accessor,
  unprintable,
  "without a prototype": Object.create(null),
  "a symbol": Symbol("s"),
  "a big integer": 10n ** 30n,
  "a function": () => 1,
  "40 levels of shared halves": shared(40),
  "20,000 properties": properties(20_000),
  "an array of claimed length": new Array(2 ** 32 - 1),
  "5 MB of text": "x".repeat(5_000_000),
  NaN: Number.NaN,
};

describe("a validator answers", () => {
  it.each(Object.entries(HOSTILE))("%s, wherever it stands", (_, value) => {
    const places = [
      value,
      { path: value, body: value },
      request(value),
      request({ action: value, tags: value, sequence: value }),
      withTag(value),
      withTag({ key: value, value }),
      request({ action: "create", tags: [{ key: value }, { key: value }] }),
    ];
    for (const place of places) {
      expect(validate(place).length).toBeGreaterThan(0);
      for (const violation of validate(place)) expectLine(violation);
    }
    for (const place of [value, { error: value }, { error: { error_code: value } }]) {
      expect(validateError(place).length).toBeGreaterThan(0);
    }
    responseValidators.batchCreateOrDeleteTags["204"](value);
  });

  // In quadratic time it would take minutes, which ends the test.
  it("100,000 unknown properties beside 5 MB of text in linear time", () => {
    const body = { action: "create", tags: "x".repeat(5_000_000), ...properties(100_000) };
    const violations = validate(request(body));
    expect(JSON.stringify(violations).length).toBeLessThan(100_000);
  });

  it("floods with the first 200 violations, and says that there are more", () => {
    const violations = validate(request({ action: "create", tags: [], ...properties(1000) }));
    expect(violations).toHaveLength(201);
    expect(violations.at(-1)).toMatchObject({ pointer: "", keyword: "truncated" });
    const few = validate(request({ action: "create", tags: [{ key: "k" }], ...properties(200) }));
    expect(few).toHaveLength(200);
    expect(few.at(-1)).toMatchObject({ keyword: "additionalProperties" });
  });

  it("without looking at further items, once there are enough violations", () => {
    let looked = 0;
    const ownKeys = (tag: object) => {
      looked++;
      return Reflect.ownKeys(tag);
    };
    const tags = [{ key: "a", ...properties(300) }, new Proxy({ key: "b" }, { ownKeys })];
    expect(validate(request({ action: "create", tags }))).toHaveLength(201);
    expect(looked).toBe(0);
  });

  it("many items without looking at all that are too many", () => {
    const tags = Array.from({ length: 1_000_000 }, (_, i) => ({ key: `k${i}` }));
    expect(validate(request({ action: "create", tags }))).toMatchObject([{ keyword: "maxItems" }]);
  });
});

describe("a violation", () => {
  it.each([
    "\u009b31m",
    "\u202eevil",
    "line\u2028break",
    "zero\u200bwidth",
    "tag\u{e0041}",
    "\x1b[2J",
  ])("spells out what could change a terminal: %j", (text) => {
    const found = [
      ...validate(withTag({ key: text, value: text })),
      ...validate(withTag({ key: "k", [text]: 1 })),
      ...validate(request({ action: text, tags: [{ key: "k" }] })),
    ];
    expect(found.length).toBeGreaterThan(1);
    for (const violation of found) expectLine(violation);
  });

  it("keeps nothing of a large value alive", () => {
    collectGarbage();
    const before = process.memoryUsage().heapUsed;
    const kept = Array.from({ length: 60 }, (_, i) => {
      return validate(withTag({ key: `${i}${"\ud800 ".repeat(500_000)}` }));
    });
    collectGarbage();
    // Each value has 2 MB; the last one may be alive still.
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(10e6);
    expect(kept).toHaveLength(60);
  });
});

it("a list in a header is empty where its text is", () => {
  const read = parameterReader({ header: { "X-A": { items: ["number"], isList: true } } });
  const lists = ["", "1", " 1, 2"].map((text) => read("header", { "x-a": text }));
  expect(lists).toEqual([[], [1], [1, 2]].map((list) => ({ "X-A": list })));
});

describe("unique items", () => {
  it("are told apart and alike as JSON tells them, however deep and shared", () => {
    const keywords = (...tags: unknown[]) =>
      validate(request({ action: "create", tags })).map(({ keyword }) => keyword);
    expect(keywords({ key: { a: 1, b: [2] } }, { key: { b: [2], a: 1 } })).toContain(
      "x-unique-item-properties",
    );
    expect(keywords({ key: shared(40) }, { key: shared(40) })).toContain("uniqueItems");
    expect(keywords({ key: ["1"] }, { key: [1] })).not.toContain("x-unique-item-properties");
    expect(keywords({ key: {} }, { key: [] })).not.toContain("x-unique-item-properties");
    for (const a of [Symbol("1"), Symbol("2"), "#1", "#2"])
      expect(keywords({ a: [{}] }, { a: [a] })).not.toContain("uniqueItems");
  });
});

function expectLine({ pointer, message, value = "" }: Violation): void {
  expect(value.length).toBeLessThan(80);
  expect(pointer.length).toBeLessThanOrEqual(1000);
  expect(message + value).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
}

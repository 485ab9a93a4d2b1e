import fc from "fast-check";
import { limits, splitTags } from "huaweicloud-dew-tags";
import { requestValidators } from "huaweicloud-dew-tags/validators";
import { describe, expect, it } from "vitest";
import { operations } from "./support/operations.js";

type OperationId = keyof typeof limits;

interface Bounds {
  readonly maxItems?: number;
  readonly maxLength?: number;
  readonly uniqueItemProperties?: readonly string[];
}

const boundsOf = (operationId: OperationId, pointer: string): Bounds | undefined =>
  (limits[operationId] as Readonly<Record<string, Bounds>>)[pointer];

/** Operations that take a list of tags, each with a key of its own. */
const pairs = operations
  .map((operation) => [operation.operationId as OperationId, operation] as const)
  .filter(([id]) => boundsOf(id, "/body/tags")?.uniqueItemProperties?.join() === "key");

describe.each(pairs)("splitTags for %s", (operationId, operation) => {
  const isValid = (tags: unknown) =>
    requestValidators[operationId]({
      path: operation.pathParams,
      body: { ...(operation.body as object), tags },
    }).length === 0;
  const most = boundsOf(operationId, "/body/tags")?.maxItems ?? 0;

  it("makes valid requests, as few as can be, in the order given", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z]{1,9}$/), { maxLength: 70 }), (keys) => {
        const tags = keys.map((key) => ({ key, value: "v" }));
        const lists = splitTags(operationId, tags);
        expect(lists.flat()).toEqual(tags);
        expect(lists).toHaveLength(Math.ceil(tags.length / most));
        expect(lists.every(isValid)).toBe(true);
      }),
      { seed: 1 },
    );
  });

  it("keeps a tag that stands twice once", () => {
    const tags = [{ key: "a", value: "1" }, { key: "b" }, { value: "1", key: "a" }];
    expect(splitTags(operationId, tags)).toEqual([tags.slice(0, 2)]);
  });

  it.each<[string, unknown]>([
    [
      "tags 0 and 2 have the same key, and differ",
      [{ key: "a" }, { key: "b" }, { key: "a", v: 1 }],
    ],
    ["tags must be an array of objects", "x"],
    ["tags must be an array of objects", undefined],
    ["tag 1 must be an object", [{ key: "a" }, null]],
    ["tag 0 must be an object", ["a"]],
  ])("says what would be right: %s", (message, tags) => {
    expect(() => splitTags(operationId, tags as [])).toThrow(TypeError);
    expect(() => splitTags(operationId, tags as [])).toThrow(message);
  });

  it.each(["nope", "toString", "constructor", null])("is not one for %s", (id) => {
    expect(() => splitTags(id as never, [])).toThrow(TypeError);
    expect(() => splitTags(id as never, [])).toThrow(
      new RegExp(`operationId must .*${operationId}`),
    );
  });
});

describe("limits", () => {
  it.each(pairs)("of %s are those of its validator", (operationId, { pathParams, body }) => {
    const { maxLength = 0 } = boundsOf(operationId, "/body/tags/*/key") ?? {};
    const keysOf = (length: number) => {
      const tags = [{ key: "k".repeat(length), value: "" }];
      const request = { path: pathParams, body: { ...(body as object), tags } };
      return requestValidators[operationId](request).map(({ keyword }) => keyword);
    };
    expect(maxLength).toBeGreaterThan(0);
    expect(keysOf(maxLength)).toEqual([]);
    expect(keysOf(maxLength + 1)).toEqual(["maxLength"]);
  });
});

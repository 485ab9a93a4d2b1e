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

/** Operations that take a list of tags, each with a key of its own. */
const rows = operations
  .map((operation) => {
    const id = operation.operationId as OperationId;
    return [id, operation, limits[id] as Readonly<Record<string, Bounds>>] as const;
  })
  .filter(([, , bounds]) => bounds["/body/tags"]?.uniqueItemProperties?.join() === "key");

describe.each(rows)("splitTags for %s", (operationId, operation, bounds) => {
  const keywordsOf = (tags: unknown) =>
    requestValidators[operationId]({
      path: operation.pathParams,
      body: { ...(operation.body as object), tags },
    }).map(({ keyword }) => keyword);

  it("makes valid requests, as few as can be, in the order given", () => {
    const most = bounds["/body/tags"]?.maxItems ?? 0;
    fc.assert(
      fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z]{1,9}$/), { maxLength: 70 }), (keys) => {
        const tags = keys.map((key) => ({ key, value: "v" }));
        const lists = splitTags(operationId, tags);
        expect(lists.flat()).toEqual(tags);
        expect(lists).toHaveLength(Math.ceil(tags.length / most));
        expect(lists.flatMap(keywordsOf)).toEqual([]);
      }),
      { seed: 1 },
    );
  });

  it("keeps a tag that stands twice once", () => {
    const tags = [
      { key: "a", value: "1" },
      { key: "b" },
      { value: "1", key: "a" },
      { key: "b", value: undefined },
    ];
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
    expect(() => splitTags(operationId, tags as [])).toThrow(new TypeError(message));
  });

  it.each(["nope", "toString", "constructor", null])("is not one for %s", (id) => {
    const split = () => splitTags(id as never, []);
    expect(split).toThrow(TypeError);
    expect(split).toThrow(new RegExp(`operationId must .*${operationId}`));
  });

  it("has limits that are those of the validator", () => {
    const { maxLength = 0 } = bounds["/body/tags/*/key"] ?? {};
    expect(maxLength).toBeGreaterThan(0);
    expect(keywordsOf([{ key: "k".repeat(maxLength) }])).toEqual([]);
    expect(keywordsOf([{ key: "k".repeat(maxLength + 1) }])).toEqual(["maxLength"]);
  });
});

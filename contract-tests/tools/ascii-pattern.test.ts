import fc from "fast-check";
import openapi from "huaweicloud-dew-tags/openapi.json" with { type: "json" };
import { describe, expect, it } from "vitest";
import { asciiPattern } from "../../scripts/generator/validators/ascii-pattern.js";

const patterns: string[] = [];
JSON.stringify(openapi, (key, value) => {
  if (key === "pattern" && typeof value === "string") patterns.push(value);
  return value;
});

describe("the ASCII form of a regex", () => {
  it.each(patterns.filter((pattern) => pattern.includes("\\p")))(
    "of %s matches nothing more",
    (pattern) => {
      const ascii = new RegExp(asciiPattern(pattern) as string);
      const full = new RegExp(pattern, "u");
      const always = (texts: fc.Arbitrary<string>, holds: (text: string) => boolean) =>
        fc.assert(fc.property(texts, holds), { seed: 1, numRuns: 5000 });
      // Of ASCII it matches the same: nothing is judged twice.
      const characters = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));
      const unit = fc.constantFrom(...characters, "_sys_", " ");
      always(fc.string({ unit, maxLength: 8 }), (text) => ascii.test(text) === full.test(text));
      // Of the rest it matches nothing that the other refuses.
      const any = fc.string({ unit: "binary", maxLength: 6 });
      always(any, (text) => !ascii.test(text) || full.test(text));
    },
  );

  it.each([
    ["has no class of Unicode", "^[a-z]$"],
    ["is not of ASCII", "^[\\p{L}é]$"],
    ["negates a bracket", "^[^\\p{L}]$"],
    ["has the dot", "^.[\\p{L}]$"],
    ["has a class outside a bracket", "^\\p{L}$"],
    ["has another class", "^[\\p{Lu}]$"],
    ["has a class of a script", "^[\\p{Script=Greek}]$"],
    ["must not match a class ahead", "^(?![\\p{L}])[\\p{N}x]$"],
    ["must not match a class behind", "^[\\p{N}x](?<![\\p{L}])$"],
    ["must not match a group ahead", "^(?!(a|[\\p{L}]))[\\p{N}x]$"],
    ["has the complement of a class", "^[\\P{L}\\p{N}]$"],
  ])("is not made where the regex %s", (_, pattern) => {
    expect(asciiPattern(pattern)).toBeUndefined();
  });
});

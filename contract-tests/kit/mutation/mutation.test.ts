import { readdir } from "node:fs/promises";
import { expect, describe as group, it } from "vitest";
import { loadCommitted } from "../document/load.js";
import { equivalents } from "./equivalents.js";
import { mutantsOf } from "./mutant.js";
import { suites } from "./operators/index.js";
import { regexVariants } from "./operators/regex.js";
import { outcomeOf } from "./outcome.js";
import { describeMutant, summarize } from "./summary.js";
import type { MutantResult } from "./test-mutants.js";

// The mutants themselves run by `npm run test:mutation`. Here: that they are what they say.

const document = await loadCommitted();
const operators = Object.assign({}, ...Object.values(suites)) as (typeof suites)[string];
const mutants = Object.entries(operators).flatMap(([operator, mutate]) =>
  mutantsOf(mutate, document).map((mutant) => ({ ...mutant, operator })),
);

it("has a file for each suite, and no other", async () => {
  const files = await readdir(new URL("suites/", import.meta.url));
  expect(files.sort()).toEqual(Object.keys(suites).map((suite) => `${suite}.mutation.ts`));
});

it("calls equivalent only mutants of operators that there are", () => {
  expect(Object.keys(operators)).toEqual(expect.arrayContaining(Object.keys(equivalents)));
});

group("the mutants", () => {
  it("differ from the document, and from each other", () => {
    expect(new Set(mutants.map(({ id }) => id)).size).toBe(mutants.length);
    const texts = mutants.map((mutant) => JSON.stringify(mutant.document));
    expect(texts).not.toContain(JSON.stringify(document));
  });

  it("come from every operator", () => {
    expect(new Set(mutants.map((one) => one.operator))).toEqual(new Set(Object.keys(operators)));
  });

  it("leave texts for people alone", () => {
    const texts =
      /\/(summary|description|externalDocs|title|x-pattern-description|x-error-codes|x-source)/;
    expect(mutants.filter(({ pointer }) => texts.test(pointer))).toEqual([]);
  });

  it("change a shared place for all operations, and for each of them alone", () => {
    const alone = mutants.filter(({ operation }) => operation !== undefined);
    expect(alone.length).toBeGreaterThan(0);
    for (const { pointer, change, operator } of alone.slice(0, 20)) {
      const users = mutants
        .filter((one) => one.pointer === pointer && one.change === change)
        .filter((one) => one.operator === operator)
        .map(({ operation }) => operation);
      expect(users, pointer).toContain(undefined);
      expect(users.length, pointer).toBeGreaterThan(2);
    }
  });
});

group("the outcome of a mutant", () => {
  it("is to survive where nothing is changed", async () => {
    expect(await outcomeOf(structuredClone(document))).toEqual({ is: "survived" });
  });

  it.each([
    ["killed by a case that sees the change", /^\d+ dropped$/, { is: "killed", judge: "ajv" }],
    ["refused where no tool would take the document", /→ "(strin|objec)"$/, { is: "refused" }],
  ])("is to be %s", async (_name, change, outcome) => {
    const mutant = mutants.find(
      (one) => /\/(maxLength|type)$/.test(one.pointer) && change.test(one.change),
    );
    expect(await outcomeOf(mutant?.document as typeof document)).toMatchObject(outcome);
  });
});

group("the summary", () => {
  const result = (outcome: MutantResult["outcome"], operation?: string): MutantResult => ({
    id: "0123abcd",
    operator: "limits",
    pointer: "/components/schemas/A/maxLength",
    change: "36 → 37",
    ...(operation && { operation }),
    outcome,
  });
  const killed = result({ is: "killed", judge: "ajv", by: "a-37", got: "accept" });
  const survivor = result({ is: "survived" }, "addTags");

  it("scores what is seen of what is not equivalent, within 80 columns", () => {
    const refused = result({ is: "refused", reason: "" });
    const text = summarize([killed, killed, refused, survivor, result({ is: "equivalent" })], 61, {
      index: 1,
      count: 2,
    });
    expect(text).toContain("score: 75 %, 3 of 4, in 61 s, shard 1 of 2");
    expect(text).toContain("killed first by ajv (2)");
    for (const line of text.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
  });

  it("says of a survivor where, what, for whom, and how to run it alone", () => {
    expect(describeMutant(survivor, "Nothing sees it.\nat line 1").split("\n")).toEqual([
      "",
      "/components/schemas/A/maxLength",
      "  limits: 36 → 37 (for addTags alone)",
      "  survived: Nothing sees it.",
      "  npm run test:mutation -- -t 0123abcd",
    ]);
  });
});

group("the variants of a regex", () => {
  const sources = (regex: string): string[] => regexVariants(regex).map(({ source }) => source);

  it.each([
    ["an anchor, or a lookaround", "^(?!\\s)a$", ["(?!\\s)a$", "^(?!\\s)a", "^a$", "^(?=\\s)a$"]],
    ["a lookaround with another in it", "^((?!(a|b))c)$", ["^(c)$"]],
    ["a backslash, or a kind of blanks", "(?!\\s)", ["(?!s)", "(?! )"]],
    ["a character, or its case", "ab", ["b", ".b", "Ab", "a", "a.", "aB"]],
    ["a count", "a{2}", ["a", "a*", "a{2,}", "a{2,3}", "a{1,2}", "a{1,1}", "a{3,3}"]],
    ["a count of any", "[b]+", ["[b]", "[b]*", "[b]?"]],
    ["a member of a class", "[b-y\\-]", ["[\\-]", "[b-y]", "[^b-y\\-]", "[b-y-]"]],
    ["an end of a range", "[b-y]", ["[a-y]", "[c-y]", "[b-z]", "[b-x]"]],
    ["what a class does not hold", "[b]", ["[b_]", "[b\\p{L}]"]],
    ["what a class does not hold", "[\\p{L}x]", ["[\\p{L}x!]", "[\\p{L}x\\]]", "[\\p{L}x\\p{M}]"]],
    ["what is next to a class", "[ -~]", ["[ -~\\x1F]", "[ -~\\x7F]", "[ -~\\p{L}]"]],
    ["letters beyond ASCII", "[\\p{L}x]", ["[x]", "[a-zA-Zx]"]],
  ])("differ in %s: %s", (_name, regex, variants) => {
    expect(sources(regex)).toEqual(expect.arrayContaining(variants));
  });

  it("compile in Unicode mode, but for the last two", () => {
    for (const regex of ["^((?!\\s)(?!_sys_)[\\p{L}_.:=+\\-@]*)(?<!\\s)$", "^[0-9a-z]{8}-x|y$"]) {
      const broken = sources(regex).filter((source) => !compiles(source));
      expect(broken).toEqual(sources(regex).slice(-2));
    }
  });
});

function compiles(source: string): boolean {
  try {
    return new RegExp(source, "u") instanceof RegExp;
  } catch {
    return false;
  }
}

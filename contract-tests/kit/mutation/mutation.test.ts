import { readdir } from "node:fs/promises";
import { expect, describe as group, it } from "vitest";
import { loadCommitted } from "../document/load.js";
import { equivalents } from "./equivalents.js";
import { type Mutant, mutantsOf } from "./mutant.js";
import { suites } from "./operators/index.js";
import { regexVariants } from "./operators/regex.js";
import { outcomeOf } from "./outcome.js";
import { describeFailure, summarize } from "./summary.js";
import type { MutantResult } from "./test-mutants.js";

// The mutants themselves run by `npm run test:mutation`. Here: that they are what they say.

const document = await loadCommitted();
const operators = Object.assign({}, ...Object.values(suites)) as (typeof suites)[string];
const mutants: readonly (Mutant & { readonly operator: string })[] = Object.entries(
  operators,
).flatMap(([operator, mutate]) =>
  mutantsOf(mutate, document).map((mutant) => ({ ...mutant, operator })),
);

it("has a file for each suite, and no other", async () => {
  const files = await readdir(new URL("suites/", import.meta.url));
  expect(files.sort()).toEqual(Object.keys(suites).map((suite) => `${suite}.mutation.ts`));
});

group("the mutants", () => {
  it("differ from the document, and from each other", () => {
    expect(new Set(mutants.map(({ id }) => id)).size).toBe(mutants.length);
    const texts = mutants.map((mutant) => JSON.stringify(mutant.document));
    expect(texts).not.toContain(JSON.stringify(document));
  });

  it("come from every operator", () => {
    for (const operator of Object.keys(operators)) {
      expect(
        mutants.filter((mutant) => mutant.operator === operator).length,
        operator,
      ).toBeGreaterThan(0);
    }
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
      const same = mutants.filter(
        (one) => one.pointer === pointer && one.change === change && one.operator === operator,
      );
      expect(
        same.some(({ operation }) => operation === undefined),
        pointer,
      ).toBe(true);
      expect(same.length, pointer).toBeGreaterThan(2);
    }
  });
});

group("the outcome of a mutant", () => {
  const outcomeWith = async (change: RegExp) => {
    const mutant = mutants.find(
      (one) => /\/maxLength$|\/type$/.test(one.pointer) && change.test(one.change),
    );
    if (mutant === undefined) throw new Error(`there is no mutant like ${change}`);
    return outcomeOf(mutant.document);
  };

  it("is to survive where nothing is changed", async () => {
    expect(await outcomeOf(structuredClone(document))).toEqual({ is: "survived" });
  });

  it("is to be killed by a case that sees the change", async () => {
    const killed = await outcomeWith(/^\d+ dropped$/);
    expect(killed).toMatchObject({ is: "killed", judge: "ajv" });
  });

  it("is to be refused where no tool would take the document", async () => {
    expect(await outcomeWith(/→ "(strin|objec)"$/)).toMatchObject({ is: "refused" });
  });
});

it("calls equivalent only mutants of operators that there are", () => {
  for (const { operator } of equivalents) expect(Object.keys(operators)).toContain(operator);
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
    expect(describeFailure(survivor, "Nothing sees it.\nat line 1")).toBe(
      `
/components/schemas/A/maxLength
  limits: 36 → 37 (for addTags alone)
  Nothing sees it.
  npm run test:mutation -- -t 0123abcd`,
    );
  });
});

group("the variants of a regex", () => {
  const sources = (regex: string): string[] => regexVariants(regex).map(({ source }) => source);

  it("lack an anchor, a lookaround or its opposite, a character, a count", () => {
    expect(sources("^(?!\\s)a{2}$")).toEqual(
      expect.arrayContaining([
        "(?!\\s)a{2}$",
        "^(?!\\s)a{2}",
        "^a{2}$",
        "^(?=\\s)a{2}$",
        "^(?!s)a{2}$",
        "^(?! )a{2}$",
        "^(?!\\s){2}$",
        "^(?!\\s).{2}$",
        "^(?!\\s)A{2}$",
        "^(?!\\s)a$",
        "^(?!\\s)a*$",
        "^(?!\\s)a{2,}$",
        "^(?!\\s)a{2,3}$",
        "^(?!\\s)a{1,2}$",
        "^(?!\\s)a{1,1}$",
        "^(?!\\s)a{3,3}$",
      ]),
    );
  });

  it("lack a member of a class, hold another, or a range that is off by one", () => {
    expect(sources("[b-y\\-]+")).toEqual(
      expect.arrayContaining([
        "[\\-]+",
        "[b-y]+",
        "[^b-y\\-]+",
        "[a-y\\-]+",
        "[c-y\\-]+",
        "[b-z\\-]+",
        "[b-x\\-]+",
        "[b-y-]+",
        "[b-y\\-_]+",
        "[b-y\\-\\p{L}]+",
        "[b-y\\-]",
        "[b-y\\-]*",
        "[b-y\\-]?",
      ]),
    );
    expect(sources("[\\p{L}x]")).toEqual(
      expect.arrayContaining(["[x]", "[a-zA-Zx]", "[\\p{L}x!]", "[\\p{L}x\\]]", "[\\p{L}x\\p{M}]"]),
    );
  });

  it("drop a nested lookaround whole, and no more", () => {
    expect(sources("^((?!(a|b))c)$")).toContain("^(c)$");
  });

  it("compile in Unicode mode, but for the last two", () => {
    for (const regex of ["^((?!\\s)(?!_sys_)[\\p{L}_.:=+\\-@]*)(?<!\\s)$", "^[0-9a-z]{8}-x|y$"]) {
      const compiles = sources(regex).map((source) => {
        try {
          return new RegExp(source, "u") instanceof RegExp;
        } catch {
          return source;
        }
      });
      expect(compiles.slice(0, -2).filter((one) => one !== true)).toEqual([]);
      expect(compiles.slice(-2)).not.toContain(true);
    }
  });
});

import { readdir } from "node:fs/promises";
import { expect, describe as group, it } from "vitest";
import { loadCommitted } from "../document/load.js";
import { equivalents } from "./equivalents.js";
import { fateOf } from "./fate.js";
import { type Mutant, mutantsOf } from "./mutant.js";
import { suites } from "./operators/index.js";
import { regexVariants } from "./operators/regex.js";
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
    const changed = mutants.filter(
      ({ pointer, change }) =>
        pointer === "/components/schemas/Sequence/maxLength" && change.endsWith("dropped"),
    );
    const operationIds = Object.values(document.paths).flatMap((item) =>
      Object.values(item).map((operation) => (operation as { operationId: string }).operationId),
    );
    expect(changed.map(({ operation }) => operation)).toEqual([undefined, ...operationIds]);
  });
});

group("the fate of a mutant", () => {
  const fateWith = async (pointer: string, change: RegExp) => {
    const mutant = mutants.find((one) => one.pointer === pointer && change.test(one.change));
    if (mutant === undefined) throw new Error(`there is no mutant of ${pointer} like ${change}`);
    return fateOf(mutant.document);
  };

  it("is to survive where nothing is changed", { timeout: 60_000 }, async () => {
    expect(await fateOf(structuredClone(document))).toEqual({ outcome: "survived" });
  });

  it("is to be killed by a case that sees the change", async () => {
    expect(await fateWith("/components/schemas/Sequence/maxLength", /→ 37$/)).toMatchObject({
      outcome: "killed",
      judge: "ajv",
      by: expect.stringMatching(/-sequence-37-/),
    });
  });

  it("is to be refused where no tool would take the document", async () => {
    expect(await fateWith("/components/schemas/Sequence/type", /→ "strin"$/)).toMatchObject({
      outcome: "refused",
      reason: expect.stringContaining("cannot validate requests"),
    });
  });
});

it("lists as equivalent only mutants of operators that there are, each once, with a reason", () => {
  const entries = equivalents.flatMap(({ operator, mutants }) =>
    mutants.map((one) => `${operator} ${one}`),
  );
  expect(new Set(entries).size).toBe(entries.length);
  for (const { operator, reason } of equivalents) {
    expect(Object.keys(operators)).toContain(operator);
    expect(reason).not.toBe("");
  }
});

group("the summary", () => {
  const result = (fate: MutantResult["fate"], operation?: string): MutantResult => ({
    id: "0123abcd",
    operator: "limits",
    pointer: "/components/schemas/A/maxLength",
    change: "36 → 37",
    ...(operation && { operation }),
    fate,
  });
  const killed = result({ outcome: "killed", judge: "ajv", by: "a-37", got: "accept" });
  const survivor = result({ outcome: "survived" }, "addTags");

  it("scores what is seen of what is not equivalent, within 80 columns", () => {
    const refused = result({ outcome: "refused", reason: "" });
    const text = summarize(
      [killed, killed, refused, survivor, result({ outcome: "equivalent" })],
      61,
      { index: 1, count: 2 },
    );
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

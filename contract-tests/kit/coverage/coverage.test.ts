import { describe, expect, it } from "vitest";
import { requestCases, responseCases } from "../../cases/index.js";
import { openContract } from "../contract.js";
import { loadCommitted } from "../document/load.js";
import { type Operation, operationsOf } from "../document/operation.js";
import { at, join, set } from "../document/pointer.js";
import { MEDIA_TYPE } from "../wire.js";
import type { Judged } from "./collect.js";
import { computeCoverage } from "./coverage.js";
import type { Item } from "./item.js";
import { toText } from "./text.js";

const committed = await loadCommitted();
const cases = [...requestCases, ...responseCases];
const judged = await askJudges();
const { items } = computeCoverage(committed, cases, judged);
const isForced = ({ dimension }: Item): boolean => /^(forced|example|contentType)$/.test(dimension);

describe("the coverage report", () => {
  it("finds everything reached, by every case and every forced answer", () => {
    expect(missing(cases, judged)).toEqual([]);
    expect(new Set(items.map(({ dimension }) => dimension)).size).toBeGreaterThan(10);
  });

  it("names what no case reaches once all that do are gone", () => {
    const alone = items.filter((item) => item.cases.length === 1 && !isForced(item));
    expect(alone.length).toBeGreaterThan(0);
    for (const item of [...alone, ...firstOfEachSort(items.filter((one) => !isForced(one)))]) {
      const others = cases.filter(({ id }) => !item.cases.includes(id));
      expect(missing(others, judged)).toContain(nameOf(item));
    }
  });

  it("names a status and an example that are not forced", () => {
    for (const item of firstOfEachSort(items.filter(isForced))) {
      const others = judged.filter(
        ({ id, operation }) => operation !== item.operation || !item.cases.includes(id),
      );
      expect(missing(cases, others)).toContain(nameOf(item));
    }
  });

  it("counts no case that no judge was asked about", () => {
    const computed = computeCoverage(committed, cases, []);
    expect(computed.cases).toBe(0);
    expect(computed.items.filter((item) => item.cases.length > 0)).toEqual([]);
  });

  it("names what a document has and the cases have not", () => {
    const grown = structuredClone(committed);
    const [[id, { pointer, item, template, method }]] = [...operationsOf(committed)] as [
      [string, Operation],
    ];
    const added = { description: "", content: { [MEDIA_TYPE]: { schema: { maxLength: 9 } } } };
    set(grown, join(pointer, "responses", "599"), added);
    set(grown, join("/paths", `${template}/more`), {
      parameters: item.value.parameters ?? [],
      [method.toLowerCase()]: { ...(at(grown, pointer) as object), operationId: "more" },
    });
    const found = computeCoverage(grown, cases, judged)
      .items.filter((one) => one.cases.length === 0)
      .map(({ dimension, operation, text }) => `${dimension} ${operation} ${text}`);
    expect(found).toEqual(
      expect.arrayContaining([
        ...["status", "wrongStatus", "forced"].map((dimension) => `${dimension} ${id} 599`),
        ...["met", "broken"].map((side) => `${side} ${id} maxLength 9`),
        `path more ${template}/more`,
      ]),
    );
  });

  it("says so in the terminal within 80 columns", () => {
    const broken = items.find(({ dimension }) => dimension === "broken") as Item;
    const others = cases.filter(({ id }) => !broken.cases.includes(id));
    const text = toText(computeCoverage(committed, others, judged));
    expect(text).toContain(`\n  ${broken.pointer}\n`);
    for (const line of text.split("\n").filter((one) => !one.startsWith("  /"))) {
      expect(line.length).toBeLessThanOrEqual(80);
    }
  });
});

function firstOfEachSort(of: readonly Item[]): Item[] {
  return [...new Map(of.toReversed().map((item) => [item.dimension, item])).values()];
}

function missing(of: typeof cases, by: readonly Judged[]): string[] {
  const { items } = computeCoverage(committed, of, by);
  return items.filter((item) => item.cases.length === 0).map(nameOf);
}

function nameOf({ dimension, operation, pointer }: Item): string {
  return [dimension, operation, pointer].join(" ");
}

/** What two judges of the committed contract are asked. */
async function askJudges(): Promise<Judged[]> {
  const contract = openContract(committed, committed);
  const asked: Judged[] = [];
  for (const part of contract.parts.filter(({ judge }) => /^(mock|validator)$/.test(judge))) {
    const { judge, operation, subject } = part;
    await part.run({ onCase: (id) => asked.push({ judge, operation, subject, id }) });
  }
  await contract.close();
  return asked;
}

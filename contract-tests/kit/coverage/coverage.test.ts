import { describe, expect, it } from "vitest";
import { requestCases, responseCases } from "../../cases/index.js";
import { openContract } from "../contract.js";
import { loadCommitted } from "../document/load.js";
import { type LocatedOperation, locateOperations } from "../document/locate.js";
import { at, join, set } from "../document/pointer.js";
import { MEDIA_TYPE } from "../wire.js";
import type { Judged } from "./collect.js";
import { computeCoverage, type Item } from "./coverage.js";
import { toText } from "./text.js";

const committed = await loadCommitted();
const cases = [...requestCases, ...responseCases];
const judged = await askJudges();

describe("the coverage report", () => {
  const items = cover(cases, judged);
  const isForced = ({ dimension }: Item): boolean =>
    /^(forced|example|contentType)$/.test(dimension);

  it("finds everything reached, by every case and every forced answer", () => {
    expect(missing(cases, judged)).toEqual([]);
    expect(new Set(items.map(({ dimension }) => dimension)).size).toBeGreaterThan(10);
  });

  it("names what no case reaches once the only one that does is gone", () => {
    const alone = items.filter((item) => item.cases.length === 1 && !isForced(item));
    expect(alone.length).toBeGreaterThan(0);
    for (const item of alone) {
      const [id] = item.cases;
      const others = cases.filter((one) => one.id !== id);
      expect(missing(others, judged)).toContain(nameOf(item));
    }
  });

  it("names a thing of each sort once all cases that reach it are gone", () => {
    for (const item of firstOfEachSort(items.filter((one) => !isForced(one)))) {
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
    expect(computed.cases).toEqual([]);
    expect(computed.items.filter((item) => item.cases.length > 0)).toEqual([]);
  });

  it("names what a document has and the cases have not", () => {
    const grown = structuredClone(committed);
    const [[id, { pointer, item, template, method }]] = [...locateOperations(committed)] as [
      [string, LocatedOperation],
    ];
    const added = { description: "", content: { [MEDIA_TYPE]: { schema: { maxLength: 9 } } } };
    set(grown, join(pointer, "responses", "599"), added);
    const operation = { ...(at(grown, pointer) as object), operationId: "more" };
    const parameters = item.value.parameters ?? [];
    set(grown, join("/paths", `${template}/more`), {
      parameters,
      [method.toLowerCase()]: operation,
    });
    const found = computeCoverage(grown, cases, judged)
      .items.filter((one) => one.cases.length === 0)
      .map(({ dimension, operation: of, text }) => `${dimension} ${of} ${text}`);
    for (const dimension of ["status", "wrongStatus", "forced"]) {
      expect(found).toContain(`${dimension} ${id} 599`);
    }
    expect(found).toContain(`path more ${template}/more`);
    for (const side of ["met", "broken"]) expect(found).toContain(`${side} ${id} maxLength 9`);
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

function firstOfEachSort(items: readonly Item[]): Item[] {
  return [...new Map(items.toReversed().map((item) => [item.dimension, item])).values()];
}

function cover(of: typeof cases, by: readonly Judged[]): readonly Item[] {
  return computeCoverage(committed, of, by).items;
}

function missing(of: typeof cases, by: readonly Judged[]): string[] {
  return cover(of, by)
    .filter((item) => item.cases.length === 0)
    .map(nameOf);
}

function nameOf({ dimension, operation, pointer }: Item): string {
  return [dimension, operation, pointer].join(" ");
}

/** What two judges of the committed contract are asked. */
async function askJudges(): Promise<Judged[]> {
  const contract = openContract(committed, committed);
  const asked: Judged[] = [];
  for (const part of contract.parts.filter(({ judge }) => /^(mock|validator)$/.test(judge))) {
    await part.run({
      onCase: (id, { judge, operation, subject }) => asked.push({ judge, operation, subject, id }),
    });
  }
  await contract.close();
  return asked;
}

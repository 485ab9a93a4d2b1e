import { describe, expect, it } from "vitest";
import { requestCases, responseCases } from "../../cases/index.js";
import { openContract } from "../contract.js";
import { loadCommitted, type OpenApiDocument } from "../document/load.js";
import type { Judged } from "./collect.js";
import { computeCoverage, type Item } from "./coverage.js";
import { toHtml } from "./html.js";
import { toText } from "./text.js";

const committed = await loadCommitted();
const cases = [...requestCases, ...responseCases];
const judged = await askJudges();

describe("the coverage report", () => {
  const items = cover(cases, judged);
  const isForced = ({ dimension }: Item): boolean => /^(forced|example)$/.test(dimension);

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
    const grown = structuredClone(committed) as unknown as Grown;
    const [path, item] = Object.entries(grown.paths)[0] as [string, Grown["paths"][string]];
    const [method, operation] = Object.entries(item)[0] as [string, (typeof item)[string]];
    const content = Object.values(operation.responses).find((response) => response.$ref);
    operation.responses["599"] = content ?? {};
    grown.paths[`${path}/more`] = { [method]: { ...operation, operationId: "more" } };
    grown.components.schemas.ErrorDetail.properties.hint = { type: "string", maxLength: 9 };
    const found = computeCoverage(grown as unknown as OpenApiDocument, cases, judged)
      .items.filter((one) => one.cases.length === 0)
      .map(({ dimension, operation: id, text }) => `${dimension} ${id} ${text}`);
    for (const dimension of ["status", "wrongStatus", "forced"]) {
      expect(found).toContain(`${dimension} ${operation.operationId} 599`);
    }
    expect(found).toContain(`path more ${path}/more`);
    expect(found).toContain(`responseProperty ${operation.operationId} hint`);
    for (const side of ["met", "broken"]) {
      expect(found).toContain(`${side} ${operation.operationId} maxLength 9`);
    }
  });

  it("says so in the terminal within 80 columns, and on the page", () => {
    const without = cases.filter(({ id }) => !id.endsWith("-sequence-37-ascii"));
    const broken = items.find(
      ({ dimension, pointer }) =>
        dimension === "broken" && pointer === "/components/schemas/Sequence/maxLength",
    ) as Item;
    const others = without.filter(({ id }) => !broken.cases.includes(id));
    const coverage = computeCoverage(committed, others, judged);
    const text = toText(coverage, ".reports/contract.html");
    expect(text).toContain(`\n  ${broken.pointer}\n`);
    for (const line of text.split("\n").filter((one) => !one.startsWith("  /"))) {
      expect(line.length).toBeLessThanOrEqual(80);
    }
    const page = toHtml(coverage, committed);
    expect(page).toContain("No case reaches");
    expect(page).toContain('<span class="none">no case</span>');
    expect(page).not.toMatch(/(src|href)="(https?:)?\/\//);
  });
});

function firstOfEachSort(items: readonly Item[]): Item[] {
  return [...new Map(items.toReversed().map((item) => [item.dimension, item])).values()];
}

interface Grown {
  readonly paths: Record<
    string,
    Record<string, { operationId: string; responses: Record<string, { $ref?: string }> }>
  >;
  readonly components: {
    readonly schemas: Record<"ErrorDetail", { readonly properties: Record<string, object> }>;
  };
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
  for (const check of contract.checks.filter(({ judge }) => /^(mock|validator)$/.test(judge))) {
    await check.run({
      onCase: (id, { judge, operation, subject }) => asked.push({ judge, operation, subject, id }),
    });
  }
  await contract.close();
  return asked;
}

import { describe, expect, it } from "vitest";
import openapi from "../../generated/openapi.json" with { type: "json" };
import { withDeviations } from "../../scripts/generator/deviations.js";
import type { OpenApiDocument } from "../../scripts/generator/document.js";
import { generate } from "../../scripts/generator/index.js";
import { applyOverlay, untranslated } from "../../scripts/generator/translation.js";
import { createWorkspace } from "../support/workspace.js";

const document = openapi as unknown as OpenApiDocument;
const TITLE = { target: "$.info", update: { title: "标签" } };

describe("the translation", () => {
  it("lacks no text, and translates none that is not there", async () => {
    const warnings: string[] = [];
    await generate("spec/openapi.yaml", (warning) => warnings.push(warning));
    expect(warnings).toEqual([]);
  });

  it("replaces a text, and leaves the rest of the contract as it is", () => {
    const translated = applyOverlay(document, { actions: [TITLE] }, unexpected);
    expect(translated.info.title).toBe("标签");
    expect({ ...translated, info: document.info }).toEqual(document);
    expect(untranslated(document, translated)).not.toContain("#/info/title");
    expect(untranslated(document, translated)).toContain("#/info/summary");
  });

  it.each([
    ["a target that matches nothing", "$.nowhere", { title: "x" }, "$.nowhere"],
    ["a text that the document lacks", "$.info", { tittle: "x" }, "$.info/tittle"],
    ["what is no text", "$.info", { contact: "x" }, "$.info/contact"],
    ["a rule", "$.components.schemas.Sequence", { maxLength: 1 }, "/maxLength"],
  ])("changes nothing by %s, and says so", (_name, target, update, place) => {
    const told: string[] = [];
    const translated = applyOverlay(document, { actions: [{ target, update }] }, (at) =>
      told.push(at),
    );
    expect(told).toEqual([expect.stringContaining(place)]);
    expect(translated).toEqual(document);
  });

  it("shows the English text where the Chinese one lacks, and names its pointer", async () => {
    const workspace = await createWorkspace("spec");
    try {
      await workspace.edit("spec/overlay.zh-CN.yaml", /^ {6}summary: 批量管理.*\n/m, "");
      const warnings: string[] = [];
      const files = await generate(`${workspace.path}/spec/openapi.yaml`, (warning) =>
        warnings.push(warning),
      );
      expect(warnings).toEqual([expect.stringMatching(/lacks #\/info\/summary: /)]);
      const { info } = JSON.parse(files.get("openapi.zh-CN.json") ?? "");
      expect(info.summary).toBe(openapi.info.summary);
    } finally {
      await workspace.remove();
    }
  });
});

describe("the table of deviations", () => {
  const deviation = { page: "Says | nothing.", contract: "Says\nit.", why: "Ours." };
  const small = {
    ...document,
    "x-deviations": { a: deviation },
    paths: { "/x": { get: { operationId: "getX", "x-deviations": { b: deviation } } } },
    components: {
      schemas: { Tag: { properties: { properties: { "x-deviations": { c: deviation } } } } },
    },
  } as unknown as OpenApiDocument;

  it("is written between its markers, a row for each, in the order of the document", () => {
    const text = "before\n<!-- deviations:begin -->\nold\n<!-- deviations:end -->\nafter";
    const written = withDeviations(text, { ...small, servers: [] }, "en") ?? "";
    expect(written).toMatch(/^before\n<!-- deviations:begin -->\n\n\| Where/);
    expect(written).toMatch(/\n\n<!-- deviations:end -->\nafter$/);
    expect(written).not.toContain("old");
    const rows = written.split("\n").filter((line) => line.includes("Ours."));
    const cells = "| Says \\| nothing. | Says it. | Ours. |";
    expect(rows.sort()).toEqual(
      [`| \`Tag.properties\` ${cells}`, `| \`getX\` ${cells}`, `| everywhere ${cells}`].sort(),
    );
  });

  it("stays away from a text without markers", () => {
    expect(withDeviations("no markers", small, "en")).toBeUndefined();
  });
});

function unexpected(place: string): never {
  throw new Error(`not in the document: ${place}`);
}

import { describe, expect, it } from "vitest";
import { findUncompilable } from "../kit/checks/compilable.js";
import { type Document, loadDocument } from "../kit/document/load.js";
import { schemasOf } from "../kit/document/places.js";
import { at } from "../kit/document/pointer.js";

// Runs first: where a schema does not compile, Prism stops validating without a word, and nothing
// that it accepts later proves anything.

const document = await loadDocument();

it("has only schemas that compile in strict mode, with regexes of Unicode mode", () => {
  expect(schemasOf(document).length).toBeGreaterThan(0);
  expect(findUncompilable(document)).toEqual([]);
});

/** Schemas with which Prism would take any request of their operation. */
const FLAWS: readonly (readonly [name: string, schema: Record<string, unknown>])[] = [
  ["a regex with \\_", { pattern: "^\\_sys$" }],
  ["a regex with \\:", { pattern: "^[\\:]$" }],
  ["a regex of POSIX", { pattern: "[[:alpha:]{" }],
  ["a type misspelt", { type: "strng" }],
  ["a type misspelt among others", { type: ["string", "strng"] }],
  ["a format that nobody knows", { type: "string", format: "uid" }],
  ["a limit in quotes", { minLength: "36" }],
  ["an enum of nothing", { enum: [] }],
  ["required without a list", { required: "key" }],
  ["a keyword misspelt", { additionalproperties: false }],
  ["an extension without a list", { type: "array", "x-unique-item-properties": "key" }],
  ["a reference that leads nowhere", { $ref: "#/components/schemas/Nowhere" }],
];

/** Where a schema may stand. */
const PLACES = [
  "/components/schemas/A/allOf/1",
  "/components/schemas/A/patternProperties/^x",
  "/components/schemas/A/not/items",
  "/components/schemas/A/properties/a~1b",
  "/components/parameters/P/schema",
  "/components/responses/R/headers/X-A/schema",
  "/paths/~1{a}/parameters/0/schema",
  "/paths/~1{a}/post/parameters/0/schema",
  "/paths/~1{a}/post/requestBody/content/text~1json/schema/allOf/0/anyOf/0",
  "/paths/~1{a}/post/responses/200/content/text~1json/schema",
];

function documentWith(flaw: object): Document {
  const parameter = { name: "q", in: "query", schema: { ...flaw } };
  const json = (schema: object) => ({ content: { "text/json": { schema } } });
  const paths = {
    "/{a}": {
      parameters: [{ ...parameter, schema: { ...flaw } }],
      post: {
        parameters: [{ ...parameter, schema: { ...flaw } }],
        requestBody: json({ allOf: [{ anyOf: [{ ...flaw }] }] }),
        responses: { 200: json({ ...flaw }) },
      },
    },
  };
  const components = {
    schemas: {
      A: {
        type: "object",
        allOf: [{}, { ...flaw }],
        patternProperties: { "^x": { ...flaw } },
        not: { type: "array", items: { ...flaw } },
        properties: { "a/b": { ...flaw } },
      },
    },
    parameters: { P: { ...parameter, schema: { ...flaw } } },
    responses: { R: { headers: { "X-A": { schema: { ...flaw } } } } },
  };
  return { openapi: "3.1.1", info: { title: "", version: "" }, paths, components };
}

describe("a schema that does not compile", () => {
  it.each(FLAWS)("is found wherever it stands: %s", (_name, flaw) => {
    const flawed = documentWith(flaw);
    for (const pointer of PLACES) expect(at(flawed, pointer), pointer).toEqual(flaw);
    expect(new Set(findUncompilable(flawed).map((one) => one.pointer))).toEqual(new Set(PLACES));
  });
});

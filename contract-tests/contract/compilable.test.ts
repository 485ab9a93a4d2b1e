import { createMock, type Mock } from "huaweicloud-dew-tags/mock";
import { beforeAll, describe, expect, it } from "vitest";
import { wires } from "../cases/index.js";
import { findUnarmed, listArmingRequests, listSchemas } from "../kit/checks/compilable.js";
import { curlOf } from "../kit/compare.js";
import { loadCommitted, loadDocument, type OpenApiDocument } from "../kit/document/load.js";
import { CREDENTIALS, MEDIA_TYPE, targetOf } from "../kit/wire.js";

// Runs first: where a schema does not compile, Prism stops validating without a word, and nothing
// that it accepts later proves anything.

const document = await loadDocument();

it("has only schemas that compile in strict mode, with regexes of Unicode mode", () => {
  expect([...listSchemas(document)].length).toBeGreaterThan(0);
  expect(findUnarmed(document)).toEqual([]);
});

describe.each(Object.entries(wires))("Prism, for %s,", (operation, wire) => {
  let mock: Mock;
  beforeAll(async () => {
    mock = await createMock({ spec: document });
  }, 60_000);

  it.each(listArmingRequests(document, operation))(
    "refuses rubbish at $pointer",
    async (arming) => {
      const { pointer, request } = arming;
      const { status, violations } = await mock.handle({
        method: wire.method,
        path: targetOf(operation, request.path),
        headers: { ...CREDENTIALS[0], "Content-Type": MEDIA_TYPE },
        body: JSON.stringify(request.body),
      });
      expect(status, curlOf(operation, request)).toBe(wire.refusal);
      expect(violations.map((violation) => violation.pointer)).toContain(pointer);
    },
  );
});

/** Each disarms Prism: it would answer 204 to anything. */
const SEEDS: readonly (readonly [
  name: string,
  pointer: string,
  schema: Record<string, unknown>,
])[] = [
  ["a regex with \\_", "/components/schemas/CsmsTag/properties/key", { pattern: "^\\_sys$" }],
  ["a regex with \\:", "/components/schemas/CsmsTag/properties/value", { pattern: "^[\\:]$" }],
  ["a regex of POSIX", "/components/schemas/KmsTag/properties/key", { pattern: "[[:alpha:]{" }],
  ["type: strng", "/components/schemas/KmsTag/properties/value", { type: "strng" }],
  ["minLength in quotes", "/components/schemas/Sequence", { minLength: "36" }],
  ["an enum of nothing", "/components/schemas/TagAction", { enum: [] }],
  ["required without a list", "/components/schemas/CsmsTag", { required: "key" }],
  ["a keyword misspelt", "/components/schemas/KmsTag", { additionalproperties: false }],
  [
    "an extension without a list",
    "/components/schemas/BatchCreateKmsTagsRequest/properties/tags",
    { "x-unique-item-properties": "key" },
  ],
  [
    "a reference that leads nowhere",
    "/components/schemas/BatchCreateKmsTagsRequest/properties/action",
    { $ref: "#/components/schemas/Nowhere" },
  ],
  ["a parameter's type", "/components/parameters/ProjectId/schema", { type: "text" }],
  ["a parameter's regex", "/components/parameters/KeyId/schema", { pattern: "[0-9]{8}\\-{" }],
  [
    "an error's type",
    "/components/schemas/ErrorDetail/properties/error_code",
    { type: ["string", "strng"] },
  ],
];

describe("a document that disarms Prism", () => {
  it.each(SEEDS)("is found out: %s", async (_name, pointer, change) => {
    const seeded = await loadCommitted();
    Object.assign(at(seeded, pointer), change);
    expect(findUnarmed(seeded).map((flaw) => flaw.pointer)).toEqual([pointer]);
  });

  it("is found out wherever a schema may stand", async () => {
    const seeded = await loadCommitted();
    const broken = { type: "strng" };
    Object.assign(at(seeded, "/components/schemas/CsmsTag"), {
      allOf: [{}, broken],
      patternProperties: { "^x": broken },
      not: { type: "array", items: broken },
    });
    const operation = at(seeded, "/paths/~1v1~1{project_id}~1csms~1{secret_id}~1tags~1action/post");
    Object.assign(operation, {
      parameters: [{ name: "q", in: "query", schema: broken }],
      responses: {
        200: {
          description: "",
          headers: { "X-A": { schema: broken } },
          content: { "text/json": { schema: { allOf: [{ anyOf: [broken] }] } } },
        },
      },
    });
    expect(findUnarmed(seeded).map((flaw) => flaw.pointer)).toEqual([
      "/components/schemas/CsmsTag/allOf/1",
      "/components/schemas/CsmsTag/patternProperties/^x",
      "/components/schemas/CsmsTag/not/items",
      "/paths/~1v1~1{project_id}~1csms~1{secret_id}~1tags~1action/post/parameters/0/schema",
      "/paths/~1v1~1{project_id}~1csms~1{secret_id}~1tags~1action/post/responses/200/headers/X-A/schema",
      "/paths/~1v1~1{project_id}~1csms~1{secret_id}~1tags~1action/post/responses/200/content/text~1json/schema/allOf/0/anyOf/0",
    ]);
  });
});

function at(document: OpenApiDocument, pointer: string): object {
  return pointer
    .split("/")
    .slice(1)
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce<unknown>(
      (parent, token) => (parent as Record<string, unknown>)[token],
      document,
    ) as object;
}

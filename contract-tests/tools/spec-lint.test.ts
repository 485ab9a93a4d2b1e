import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseYaml } from "@redocly/openapi-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { captureRedocly } from "../../scripts/redocly.js";

interface Edit {
  /** In spec/. */
  readonly file: string;
  readonly find: string | RegExp;
  readonly replacement: string;
}

interface Defect extends Edit {
  /** Completes "refuses …". */
  readonly name: string;
  readonly rule: string;
  /** Where the defect is reported; absent where that is the file itself. */
  readonly reportedIn?: string;
}

const ROOT = "openapi.yaml";
const CSMS = "csms/batchCreateOrDeleteTags.yaml";
const CSMS_SCHEMAS = "csms/schemas.yaml";
const KMS = "kms/batchCreateKmsTags.yaml";
const KMS_SCHEMAS = "kms/schemas.yaml";
const KMS_PARAMETERS = "kms/parameters.yaml";
const SCHEMAS = "shared/schemas.yaml";
const RESPONSES = "kms/responses.yaml";

const defects: readonly Defect[] = [
  // Regexes and bounds
  {
    name: "a regex that Unicode mode does not know",
    file: CSMS_SCHEMAS,
    find: "pattern: '^(",
    replacement: String.raw`pattern: '^(\_?`,
    rule: "dew/regex-unicode",
  },
  {
    name: "a regex without its end",
    file: KMS_PARAMETERS,
    find: '{12}$"',
    replacement: '{12}"',
    rule: "dew/regex-anchored",
  },
  {
    name: "a regex without its beginning",
    file: KMS_PARAMETERS,
    find: '"^[0-9a-z]{8}',
    replacement: '"[0-9a-z]{8}',
    rule: "dew/regex-anchored",
  },
  {
    name: "a regex of which each alternative has one anchor",
    file: KMS_PARAMETERS,
    find: '"^[0-9a-z]{8}',
    replacement: '"^alias|[0-9a-z]{8}',
    rule: "dew/regex-anchored",
  },
  {
    name: "a regex that ends with an escaped $",
    file: KMS_PARAMETERS,
    find: '{12}$"',
    replacement: String.raw`{12}\\$"`,
    rule: "dew/regex-anchored",
  },
  {
    name: "a regex of property names without anchors",
    file: KMS_SCHEMAS,
    find: "  additionalProperties: false\n",
    replacement: '  additionalProperties: false\n  patternProperties:\n    "x-": true\n',
    rule: "dew/regex-anchored",
  },
  {
    name: "minItems above maxItems",
    file: KMS_SCHEMAS,
    find: /minItems: \d+/,
    replacement: "minItems: 1000",
    rule: "dew/bounds-ordered",
  },
  {
    name: "minLength above maxLength",
    file: SCHEMAS,
    find: /minLength: \d+/,
    replacement: "minLength: 1000",
    rule: "dew/bounds-ordered",
  },
  {
    name: "x-unique-item-properties that is not a list",
    file: CSMS_SCHEMAS,
    find: "x-unique-item-properties:\n        - key",
    replacement: "x-unique-item-properties: key",
    rule: "dew/unique-item-properties",
  },
  {
    name: "x-unique-item-properties on a schema that is no array",
    file: SCHEMAS,
    find: /minLength: \d+/,
    replacement: "minLength: 1\n  x-unique-item-properties: [key]",
    rule: "dew/unique-item-properties",
  },

  {
    name: "a schema that nothing refers to",
    file: KMS_SCHEMAS,
    find: "KmsTag:\n",
    replacement: "KmsTagOfOld:\n  type: string\nKmsTag:\n",
    rule: "dew/component-used",
  },
  {
    name: "a deviation without a reason",
    file: KMS_SCHEMAS,
    find: /\n +why: .*/,
    replacement: "",
    rule: "dew/deviations-complete",
  },

  // Sources
  {
    name: "a limit without a source",
    file: CSMS_SCHEMAS,
    find: "      x-source: page, table 4\n",
    replacement: "",
    rule: "dew/source",
  },
  {
    name: "a required parameter without a source",
    file: KMS_PARAMETERS,
    find: / {2}x-source: .*\n/,
    replacement: "",
    rule: "dew/source",
  },
  {
    name: "the schema of a parameter without a source",
    file: KMS_PARAMETERS,
    find: / {4}x-source: .*\n/,
    replacement: "",
    rule: "dew/source",
  },
  {
    name: "a response without a source",
    file: RESPONSES,
    find: /(?<=KmsInternalServerError:\n {2}description: .*\n) {2}x-source: .*\n/,
    replacement: "",
    rule: "dew/source",
  },
  {
    name: "a source that is neither the page's nor the vendor's nor ours",
    file: SCHEMAS,
    find: "x-source: page,",
    replacement: "x-source: pages,",
    rule: "dew/source",
  },
  {
    name: "a source that is no text",
    file: SCHEMAS,
    find: /x-source: page, .*\n/,
    replacement: "x-source: [page]\n",
    rule: "dew/source",
  },
  {
    name: "a map of sources that leaves a keyword out",
    file: KMS_SCHEMAS,
    find: '        "*": page, request parameters\n',
    replacement: "        maxItems: page, request parameters\n",
    rule: "dew/source",
  },
  {
    name: "a source of a keyword that is not there",
    file: KMS_SCHEMAS,
    find: "        minItems: ",
    replacement: '        minLength: "ours: a slip"\n        minItems: ',
    rule: "dew/source",
  },

  // Descriptions
  {
    name: "an operation without a description",
    file: KMS,
    find: / {2}description: \|\n(( {4}.*)?\n)+/,
    replacement: "",
    rule: "operation-description",
  },
  {
    name: "a parameter without a description",
    file: KMS_PARAMETERS,
    find: / {2}description: .*\n/,
    replacement: "",
    rule: "parameter-description",
  },
  {
    name: "a property without a description",
    file: KMS_SCHEMAS,
    find: /(?<= {4}key:\n {6}type: string\n) {6}description: .*\n/,
    replacement: "",
    rule: "rule/property-description",
  },
  {
    name: "a property whose $ref has no description",
    file: SCHEMAS,
    find: /(?<=TagAction:\n {2}type: string\n) {2}description: .*\n/,
    replacement: "",
    rule: "rule/property-description",
  },
  {
    name: "a response without a description",
    file: RESPONSES,
    find: /(?<=InternalServerError:\n) {2}description: .*\n/,
    replacement: "",
    rule: "rule/response-description",
  },
  {
    name: "a response with an empty description",
    file: RESPONSES,
    find: /(?<=InternalServerError:\n) {2}description: .*\n/,
    replacement: '  description: ""\n',
    rule: "rule/response-description",
  },

  // Examples
  {
    name: "a parameter without an example",
    file: KMS_PARAMETERS,
    find: / {2}example: .*\n/,
    replacement: "",
    rule: "rule/parameter-example",
  },
  {
    name: "a property without an example",
    file: KMS_SCHEMAS,
    find: / {6}examples:\n {8}- \w+\n/,
    replacement: "",
    rule: "rule/property-example",
  },
  {
    name: "a list without an example",
    file: KMS_SCHEMAS,
    find: / {6}examples:\n {8}- - .*\n( {10}.*\n)*/,
    replacement: "",
    rule: "rule/property-example",
  },
  {
    name: "a property whose $ref has no example",
    file: SCHEMAS,
    find: "  examples:\n    - create\n",
    replacement: "",
    rule: "rule/property-example",
  },
  {
    name: "a request body without an example",
    file: CSMS,
    find: "        examples:\n",
    replacement: "        x-examples:\n",
    rule: "rule/body-example",
  },
  {
    name: "a response body without an example",
    file: RESPONSES,
    find: "      examples:\n        invalidToken:",
    replacement: "      x-examples:\n        invalidToken:",
    rule: "rule/body-example",
  },
  {
    name: "an example of a parameter that does not fit",
    file: KMS_PARAMETERS,
    find: /example: .*/,
    replacement: "example: my-key",
    rule: "no-invalid-parameter-examples",
  },
  {
    name: "an example of a property that does not fit",
    file: KMS_SCHEMAS,
    find: /(?<= {6}examples:\n {8}- )\w+/,
    replacement: '""',
    rule: "no-invalid-schema-examples",
  },

  // Schemas
  {
    name: "a required property that does not exist",
    file: CSMS_SCHEMAS,
    find: "    - action\n",
    replacement: "    - actoin\n",
    rule: "no-required-schema-properties-undefined",
  },
  {
    name: "a type that does not exist",
    file: SCHEMAS,
    find: "Sequence:\n  type: string\n",
    replacement: "Sequence:\n  type: strng\n",
    rule: "struct",
  },
  {
    name: "a keyword that does not exist",
    file: KMS_SCHEMAS,
    find: "maxLength:",
    replacement: "maxlength:",
    rule: "struct",
  },
  {
    name: "a limit written as a string",
    file: KMS_SCHEMAS,
    find: /maxLength: \d+/,
    replacement: 'maxLength: "36"',
    rule: "struct",
  },
  {
    name: "an object with items",
    file: KMS_SCHEMAS,
    find: "type: array",
    replacement: "type: object",
    rule: "no-schema-type-mismatch",
  },
  {
    name: "an array with properties",
    file: SCHEMAS,
    find: "ErrorDetail:\n  type: object\n",
    replacement: "ErrorDetail:\n  type: array\n",
    rule: "no-schema-type-mismatch",
  },
  {
    name: "an enum value of another type",
    file: SCHEMAS,
    find: "    - delete\n",
    replacement: "    - 2\n",
    rule: "no-enum-type-mismatch",
  },
  {
    name: "an enum value that is listed twice",
    file: SCHEMAS,
    find: "    - delete\n",
    replacement: "    - delete\n    - delete\n",
    rule: "no-duplicated-enum-values",
  },
  {
    name: "two schemas of one name",
    file: ROOT,
    find: "components:\n",
    replacement: "components:\n  schemas:\n    KmsTag:\n      type: string\n",
    rule: "component-name-unique",
  },

  // Operations
  {
    name: "an operationId in snake_case",
    file: KMS,
    find: "batchCreateKmsTags",
    replacement: "batch_create_kms_tags",
    rule: "rule/operation-id-camel-case",
  },
  {
    name: "an operationId in PascalCase",
    file: KMS,
    find: "batchCreateKmsTags",
    replacement: "BatchCreateKmsTags",
    rule: "rule/operation-id-camel-case",
  },
  {
    name: "an operationId that is taken",
    file: KMS,
    find: "batchCreateKmsTags",
    replacement: "batchCreateOrDeleteTags",
    rule: "operation-operationId-unique",
  },
  {
    name: "an operation without an operationId",
    file: KMS,
    find: "  operationId: batchCreateKmsTags\n",
    replacement: "",
    rule: "operation-operationId",
  },
  {
    name: "an operation without a summary",
    file: KMS,
    find: / {2}summary: .*\n/,
    replacement: "",
    rule: "operation-summary",
  },
  {
    name: "an operation of a tag that is not declared",
    file: KMS,
    find: "    - KMS\n",
    replacement: "    - Keys\n",
    rule: "operation-tag-defined",
  },
  {
    name: "a tag without a description",
    file: ROOT,
    find: /(?<=- name: KMS\n) {4}description: .*\n/,
    replacement: "",
    rule: "tag-description",
  },
  {
    name: "an operation that lacks the 504 of the others",
    file: KMS,
    find: '    "504":\n      $ref: responses.yaml#/KmsGatewayTimeout\n',
    replacement: "",
    rule: "dew/error-statuses-shared",
  },
  {
    name: "an error that one operation alone documents",
    file: CSMS,
    find: '    "502":\n',
    replacement: '    "409":\n      $ref: responses.yaml#/CsmsBadRequest\n    "502":\n',
    rule: "dew/error-statuses-shared",
    reportedIn: KMS, // the operation that lacks it
  },
  {
    name: "an operation without a success",
    file: KMS,
    find: '    "204":\n      $ref: responses.yaml#/KmsNoContent\n',
    replacement: "",
    rule: "operation-2xx-response",
  },
  {
    name: "a security scheme that is not declared",
    file: ROOT,
    find: "  - AkSk: []\n",
    replacement: "  - Signature: []\n",
    rule: "security-defined",
  },
  {
    name: "a server variable that is not declared",
    file: ROOT,
    find: "kms.{region}.",
    replacement: "kms.{area}.",
    rule: "no-undefined-server-variable",
  },

  // Paths and references
  {
    name: "a path parameter that the operation does not define",
    file: KMS,
    find: "    - $ref: parameters.yaml#/KeyId\n",
    replacement: "",
    rule: "path-parameters-defined",
  },
  {
    name: "a path parameter that the path does not hold",
    file: ROOT,
    find: "/kms/{key_id}/",
    replacement: "/kms/",
    rule: "path-parameters-defined",
    reportedIn: KMS_PARAMETERS,
  },
  {
    name: "a parameter that is listed twice",
    file: KMS,
    find: "    - $ref: parameters.yaml#/KeyId\n",
    replacement: "    - $ref: parameters.yaml#/KeyId\n    - $ref: parameters.yaml#/KeyId\n",
    rule: "operation-parameters-unique",
  },
  {
    name: "a path that ends with a slash",
    file: ROOT,
    find: "{key_id}/tags/action:",
    replacement: "{key_id}/tags/action/:",
    rule: "no-path-trailing-slash",
  },
  {
    name: "a $ref to a schema that does not exist",
    file: KMS,
    find: "#/BatchCreateKmsTagsRequest",
    replacement: "#/BatchCreateKmsTagRequest",
    rule: "no-unresolved-refs",
  },
  {
    name: "a $ref to a file that does not exist",
    file: ROOT,
    find: "kms/batchCreateKmsTags.yaml",
    replacement: "kms/batchCreateTags.yaml",
    rule: "no-unresolved-refs",
  },
  {
    name: "a keyword beside the $ref of a schema",
    file: KMS_SCHEMAS,
    find: "$ref: ../shared/schemas.yaml#/Sequence",
    replacement: "$ref: ../shared/schemas.yaml#/Sequence\n      maxLength: 40",
    rule: "dew/ref-alone",
  },
  {
    name: "a description beside the $ref of a response",
    file: KMS,
    find: "$ref: responses.yaml#/KmsNotFound",
    replacement: "$ref: responses.yaml#/KmsNotFound\n      description: No such key.",
    rule: "dew/ref-alone",
  },
  {
    name: "a summary beside the $ref of a path",
    file: ROOT,
    find: "$ref: kms/batchCreateKmsTags.yaml",
    replacement: "$ref: kms/batchCreateKmsTags.yaml\n    summary: Tags of a key",
    rule: "dew/ref-alone",
  },
  {
    name: "a component that nothing uses",
    file: ROOT,
    find: "components:\n",
    replacement: "components:\n  schemas:\n    Unused:\n      type: string\n",
    rule: "no-unused-components",
  },
];

const groupedAlternatives: Edit = {
  file: KMS_PARAMETERS,
  find: '"^[0-9a-z]{8}',
  replacement: '"^(?:alias|(?:id|[0-9a-z]{8}))',
};

let folder: string;
/** `rule in file` of each problem, by the folder of the copy that has it. */
let found: ReadonlyMap<string, readonly string[]>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "spec-lint-"));
  copySpec("sound");
  for (const [index, defect] of defects.entries()) seed(copySpec(`${index}`), defect);
  addOperation(copySpec("third"));
  seed(copySpec("grouped"), groupedAlternatives);
  found = await lint(
    ["sound", "third", "grouped", ...defects.keys()].map((copy) => join(folder, `${copy}`, ROOT)),
  );
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the lint of the spec", () => {
  it("finds nothing in the spec, and needs nothing outside spec/", () => {
    expect(found.get("sound") ?? []).toEqual([]);
  });

  for (const [index, { name, file, rule, reportedIn = file }] of defects.entries()) {
    it(`refuses ${name}`, () => {
      const expected = [`${rule} in ${reportedIn}`];
      expect(found.get(`${index}`) ?? []).toEqual(expect.arrayContaining(expected));
    });
  }

  it("accepts a regex whose alternatives are in a group", () => {
    expect(found.get("grouped") ?? []).toEqual([]);
  });

  it("accepts a third operation that documents the same errors", () => {
    expect(found.get("third") ?? []).toEqual([]);
  });

  it("has a defect for each rule that redocly.yaml sets", () => {
    const { rules } = parseYaml(readFileSync("spec/redocly.yaml", "utf8")) as {
      rules: Record<string, unknown>;
    };
    const seeded = new Set(defects.map(({ rule }) => rule));
    const untried = Object.keys(rules).filter((rule) => rules[rule] !== "off" && !seeded.has(rule));
    expect(untried).toEqual([]);
  });
});

describe("npm run spec:lint", () => {
  it("exits 1 on a defect, and annotates it on GitHub", () => {
    const { status, stdout } = spawnSync(
      process.execPath,
      ["--import", "tsx", "scripts/spec-lint.ts", join(folder, "0", ROOT)],
      { encoding: "utf8", env: { ...process.env, GITHUB_ACTIONS: "true" } },
    );
    expect(stdout).toMatch(/^::error title=dew\/regex-unicode,file=/);
    expect(status).toBe(1);
  });

  it("exits 1 on what only the generator refuses", () => {
    const copy = copySpec("unregistered");
    seed(copy, { file: KMS, find: "application/json", replacement: "aplication/json" });
    const { status, stderr } = spawnSync(
      process.execPath,
      ["--import", "tsx", "scripts/spec-lint.ts", join(copy, ROOT)],
      { encoding: "utf8" },
    );
    expect(stderr).toMatch(/batchCreateKmsTags\.yaml:\d+:\d+ .*\n.*aplication\/json/);
    expect(status).toBe(1);
  });
});

function copySpec(name: string): string {
  const copy = join(folder, name);
  mkdirSync(copy);
  cpSync("spec", copy, { recursive: true });
  return copy;
}

function seed(copy: string, { file, find, replacement }: Edit): void {
  const path = join(copy, file);
  const before = readFileSync(path, "utf8");
  const after = before.replace(find, () => replacement);
  if (after === before) throw new Error(`spec/${file} does not hold ${find}`);
  writeFileSync(path, after);
}

function addOperation(copy: string): void {
  cpSync(
    "contract-tests/other-operations/fixtures/listSecretTags.yaml",
    join(copy, "csms/listSecretTags.yaml"),
  );
  const path = "  /v1/{project_id}/csms/{secret_id}/tags:\n    $ref: csms/listSecretTags.yaml\n";
  const root = join(copy, ROOT);
  writeFileSync(
    root,
    readFileSync(root, "utf8").replace("paths:\n", (paths) => paths + path),
  );
}

/** Lints all copies in one process: the CLI, because the library does not know diff-recommended. */
async function lint(specs: readonly string[]): Promise<Map<string, string[]>> {
  const config = join(folder, "sound", "redocly.yaml");
  const { stdout, stderr } = await captureRedocly(
    ["lint", ...specs, "--config", config, "--format", "json", "--max-problems", "1000"],
    folder,
  );
  const reports = stdout.split(/(?<=^\})(?=\{)/m);
  if (reports.length !== specs.length) throw new Error(`Redocly gave up:\n${stderr}`);
  const byCopy = new Map<string, string[]>();
  for (const report of reports) {
    for (const { ruleId, severity, location } of (JSON.parse(report) as Report).problems) {
      const [copy = "", ...file] = (location[0]?.source.ref ?? "").split(/[/\\]/);
      const warning = severity === "error" ? "" : " (only a warning)";
      const problem = `${ruleId} in ${file.join("/")}${warning}`;
      byCopy.set(copy, [...(byCopy.get(copy) ?? []), problem]);
    }
  }
  return byCopy;
}

/** What of Redocly's JSON report is read. */
interface Report {
  readonly problems: readonly {
    readonly ruleId: string;
    readonly severity: "error" | "warn";
    /** `ref` is relative to the working directory. */
    readonly location: readonly { readonly source: { readonly ref: string } }[];
  }[];
}

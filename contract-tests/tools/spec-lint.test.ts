import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseYaml } from "@redocly/openapi-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { captureRedocly } from "../../scripts/redocly.js";

type Edit = readonly [find: string | RegExp, replacement: string];
/** `reportedIn`: the file that is named, where that is another. */
type Defect = readonly [rule: string, what: string, ...Edit, reportedIn?: string];

const ROOT = "openapi.yaml";
const CSMS = "csms/batchCreateOrDeleteTags.yaml";
const CSMS_SCHEMAS = "csms/schemas.yaml";
const KMS = "kms/batchCreateKmsTags.yaml";
const KMS_SCHEMAS = "kms/schemas.yaml";
const KMS_PARAMETERS = "kms/parameters.yaml";
const SCHEMAS = "shared/schemas.yaml";
const RESPONSES = "kms/responses.yaml";

const THIRD = "contract-tests/other-operations/fixtures/listSecretTags.yaml";
const PATH = "/v1/{project_id}/csms/{secret_id}/tags";
const COMPONENTS = "components:\n";
const SCHEMAS_OF = "$&  schemas:\n    ";
const BAD_REQUEST = "      $ref: responses.yaml#/CsmsBadRequest\n";
const UNIQUE = "x-unique-item-properties";

/** Defects by the file that has one: the rule that refuses it, in a few words, and the edit. */
const DEFECTS: Readonly<Record<string, readonly Defect[]>> = {
  [ROOT]: [
    ["component-name-unique", "two schemas of one name", COMPONENTS, `${SCHEMAS_OF}KmsTag: {}\n`],
    ["no-unused-components", "an unused schema", COMPONENTS, `${SCHEMAS_OF}Unused: {}\n`],
    ["tag-description", "no text", /(?<=- name: KMS\n) {4}description: .*\n/, ""],
    ["security-defined", "an undeclared scheme", "AkSk: []", "Signature: []"],
    ["no-undefined-server-variable", "an undeclared one", "kms.{region}.", "kms.{area}."],
    ["path-parameters-defined", "none in the path", "/kms/{key_id}/", "/kms/", KMS_PARAMETERS],
    ["no-path-trailing-slash", "a slash", "{key_id}/tags/action:", "{key_id}/tags/action/:"],
    ["no-unresolved-refs", "no such file", "batchCreateKmsTags.yaml", "batchCreateTags.yaml"],
    ["dew/ref-alone", "a summary of a path", /\$ref: kms.*/, "$&\n    summary: Tags of a key"],
  ],
  [CSMS]: [
    ["rule/body-example", "none of a request", "        examples:\n", "        x-examples:\n"],
    ["dew/error-statuses-shared", "one more", '    "502":\n', `    "409":\n${BAD_REQUEST}$&`, KMS],
  ],
  [CSMS_SCHEMAS]: [
    ["dew/regex-unicode", "an escape that Unicode mode lacks", "'^(", String.raw`'^(\_?`],
    ["dew/unique-item-properties", "no list", /(item-properties:)\n +- key/, "$1 key"],
    ["dew/source", "a limit without one", "      x-source: page, table 4\n", ""],
    ["no-required-schema-properties-undefined", "a slip", "    - action\n", "    - actoin\n"],
  ],
  [KMS]: [
    ["operation-description", "none", / {2}description: \|\n(( {4}.*)?\n)+/, ""],
    ["operation-summary", "none", / {2}summary: .*\n/, ""],
    ["operation-operationId", "none", / {2}operationId: .*\n/, ""],
    ["operation-operationId-unique", "twice", "batchCreateKmsTags", "batchCreateOrDeleteTags"],
    ["rule/operation-id-camel-case", "snake_case", "batchCreateKmsTags", "batch_create_kms_tags"],
    ["rule/operation-id-camel-case", "PascalCase", "batchCreateKmsTags", "BatchCreateKmsTags"],
    ["operation-tag-defined", "an undeclared one", "    - KMS\n", "    - Keys\n"],
    ["operation-2xx-response", "no success", / {4}"204":\n.*\n/, ""],
    ["dew/error-statuses-shared", "one less", / {4}"504":\n.*\n/, ""],
    ["path-parameters-defined", "none in the operation", / {4}- .*KeyId\n/, ""],
    ["operation-parameters-unique", "twice", / {4}- .*KeyId\n/, "$&$&"],
    ["no-unresolved-refs", "no such schema", "BatchCreateKmsTagsRequest", "KmsTagsRequest"],
    ["dew/ref-alone", "text of a response", /\$ref:.*NotFound/, "$&\n      description: No key."],
  ],
  [KMS_PARAMETERS]: [
    ["dew/regex-anchored", "no end", '{12}$"', '{12}"'],
    ["dew/regex-anchored", "no beginning", '"^[0-9a-z]{8}', '"[0-9a-z]{8}'],
    ["dew/regex-anchored", "one anchor in each branch", '"^[0-9a-z]{8}', '"^alias|[0-9a-z]{8}'],
    ["dew/regex-anchored", "an escaped $ at the end", '{12}$"', String.raw`{12}\\$"`],
    ["dew/source", "a required parameter without one", / {2}x-source: .*\n/, ""],
    ["dew/source", "the schema of a parameter without one", / {4}x-source: .*\n/, ""],
    ["parameter-description", "none", / {2}description: .*\n/, ""],
    ["rule/parameter-example", "none", / {2}example: .*\n/, ""],
    ["no-invalid-parameter-examples", "one that does not fit", /example: .*/, "example: my-key"],
  ],
  [KMS_SCHEMAS]: [
    ["dew/regex-anchored", "names", /required:\n/, "patternProperties: { x-: {} }\n  $&"],
    ["dew/bounds-ordered", "minItems above maxItems", /minItems: \d+/, "minItems: 1000"],
    ["dew/component-used", "an unused schema", "KmsTag:\n", "KmsTagOfOld:\n  type: string\n$&"],
    ["dew/deviations-complete", "no reason", /\n +why: .*/, ""],
    ["dew/source", "a map without a keyword", '        "*": page', "        maxItems: page"],
    ["dew/source", "a keyword not there", /( +)minItems: "/, '$1minLength: "ours: a slip"\n$&'],
    ["rule/property-description", "none", /(?<=key:\n.*\n) {6}description: .*\n/, ""],
    ["rule/property-example", "none", / {6}examples:\n {8}- \w+\n/, ""],
    ["rule/property-example", "none of a list", / {6}examples:\n {8}- - .*\n( {10}.*\n)*/, ""],
    ["no-invalid-schema-examples", "one that does not fit", /(?<=examples:\n {8}- )\w+/, '""'],
    ["struct", "a keyword that does not exist", "maxLength:", "maxlength:"],
    ["struct", "a limit that is text", /maxLength: \d+/, 'maxLength: "36"'],
    ["no-schema-type-mismatch", "an object with items", "type: array", "type: object"],
    ["dew/ref-alone", "a limit of a schema", /\$ref:.*Sequence/, "$&\n      maxLength: 40"],
  ],
  [RESPONSES]: [
    ["dew/source", "a response without one", /(?<=BadGateway:\n.*\n) {2}x-source: .*\n/, ""],
    ["rule/response-description", "none", /(?<=BadGateway:\n) {2}description: .*\n/, ""],
    ["rule/response-description", "an empty one", /(?<=BadGateway:\n {2}description:) .*/, ' ""'],
    ["rule/body-example", "none of a response", / {6}(?=examples:\n {8}inv)/, "      x-"],
  ],
  [SCHEMAS]: [
    ["dew/bounds-ordered", "minLength above maxLength", /minLength: \d+/, "minLength: 1000"],
    ["dew/unique-item-properties", "no array", /minLength: .*/, `$&\n  ${UNIQUE}: [key]`],
    ["dew/source", "one that nobody knows", "x-source: page,", "x-source: pages,"],
    ["dew/source", "one that is no text", /x-source: page, .*\n/, "x-source: [page]\n"],
    ["rule/property-description", "none at a $ref", /(?<=TagAction:\n.*\n) {2}desc.*\n/, ""],
    ["rule/property-example", "none at a $ref", "  examples:\n    - create\n", ""],
    ["struct", "a type that does not exist", /(?<=Sequence:\n {2}type: )string/, "strng"],
    ["no-schema-type-mismatch", "properties", /(?<=ErrorDetail:\n {2}type: )object/, "array"],
    ["no-enum-type-mismatch", "a number", "    - delete\n", "    - 2\n"],
    ["no-duplicated-enum-values", "a value twice", "    - delete\n", "$&$&"],
  ],
};

const defects = Object.entries(DEFECTS).flatMap(([file, inFile]) =>
  inFile.map(([rule, what, find, replacement, reportedIn = file], index) => ({
    ...{ rule, what, file, reportedIn, edit: [find, replacement] as const },
    copy: `${file.replaceAll("/", "-")}-${index}`,
  })),
);

let folder: string;
/** `rule in file` of each problem, by the folder of the copy that has it. */
let found: ReadonlyMap<string, readonly string[]>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "spec-lint-"));
  copySpec("sound");
  for (const { copy, file, edit } of defects) seed(copySpec(copy), file, edit);
  cpSync(THIRD, join(copySpec("third"), "csms/listSecretTags.yaml"));
  const third = `$&  ${PATH}:\n    $ref: csms/listSecretTags.yaml\n`;
  seed(join(folder, "third"), ROOT, ["paths:\n", third]);
  seed(copySpec("grouped"), KMS_PARAMETERS, ['"^[0-9a-z]{8}', '"^(?:alias|(?:id|[0-9a-z]{8}))']);
  found = await lint(["sound", "third", "grouped", ...defects.map(({ copy }) => copy)]);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the lint of the spec", () => {
  it.each([
    ["the spec, with nothing outside spec/", "sound"],
    ["a regex whose alternatives are in a group", "grouped"],
    ["a third operation that documents the same errors", "third"],
  ])("accepts %s", (_, copy) => {
    expect(found.get(copy) ?? []).toEqual([]);
  });

  it.each(defects)("refuses by $rule in $file: $what", ({ copy, rule, reportedIn }) => {
    expect(found.get(copy) ?? []).toContain(`${rule} in ${reportedIn}`);
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
  const run = (copy: string, env: NodeJS.ProcessEnv = {}) =>
    spawnSync(
      process.execPath,
      ["--import", "tsx", "scripts/spec-lint.ts", join(folder, copy, ROOT)],
      { encoding: "utf8", env: { ...process.env, ...env } },
    );

  it("exits 1 on a defect, and annotates it on GitHub", () => {
    const { status, stdout } = run(defects[0]?.copy ?? "", { GITHUB_ACTIONS: "true" });
    expect(stdout).toMatch(new RegExp(`^::error title=${defects[0]?.rule},file=`, "m"));
    expect(status).toBe(1);
  });

  it("exits 1 on what only the generator refuses", () => {
    seed(copySpec("unregistered"), KMS, ["application/json", "aplication/json"]);
    const { status, stderr } = run("unregistered");
    expect(stderr).toMatch(/batchCreateKmsTags\.yaml:\d+:\d+ .*\n.*aplication\/json/);
    expect(status).toBe(1);
  });
});

function copySpec(name: string): string {
  const copy = join(folder, name);
  cpSync("spec", copy, { recursive: true });
  return copy;
}

function seed(copy: string, file: string, [find, replacement]: Edit): void {
  const path = join(copy, file);
  const before = readFileSync(path, "utf8");
  const after = before.replace(find, replacement);
  if (after === before) throw new Error(`spec/${file} does not hold ${find}`);
  writeFileSync(path, after);
}

/** Lints all copies in one process: the CLI, because the library does not know diff-recommended. */
async function lint(copies: readonly string[]): Promise<Map<string, string[]>> {
  const specs = copies.map((copy) => join(folder, copy, ROOT));
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

/** What of Redocly's JSON report is read; `ref` is relative to the working directory. */
interface Report {
  readonly problems: readonly {
    readonly ruleId: string;
    readonly severity: "error" | "warn";
    readonly location: readonly { readonly source: { readonly ref: string } }[];
  }[];
}

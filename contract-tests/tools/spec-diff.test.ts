import { execFileSync, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SpecDiff, specDiff } from "../../scripts/spec-diff/index.js";
import { type Format, render } from "../../scripts/spec-diff/render.js";
import type { Impact } from "../../scripts/spec-diff/report.js";
import { disagreement, unannounced } from "../../scripts/spec-diff/verdict.js";
import { readVersions } from "../../scripts/spec-diff/versions.js";
import { createWorkspace, ROOT, type Workspace } from "../support/workspace.js";

type Edit = readonly [file: string, from: string | RegExp, to: string];
/** The rule that finds a break, or none; part of what the report says; the edit that somebody makes. */
type Change = readonly [rule: string | undefined, says: string, ...Edit, undone?: "undone"];

const PARTS = ["spec", "contract-tests/types/consumers", "package.json", "CHANGELOG.md"];
const OPENAPI = "spec/openapi.yaml";
const CSMS_SCHEMAS = "spec/csms/schemas.yaml";
const KMS = "spec/kms/batchCreateKmsTags.yaml";
const KMS_PARAMETERS = "spec/kms/parameters.yaml";
const KMS_RESPONSES = "spec/kms/responses.yaml";
const KMS_SCHEMAS = "spec/kms/schemas.yaml";
const SCHEMAS = "spec/shared/schemas.yaml";
const CONSUMER = "contract-tests/types/consumers/v2.ts";

const VERSION: string = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")).version;
const ANNOUNCE = "in spec/openapi.yaml, package.json and CHANGELOG.md.";

const LIST_TAGS = `get:
  operationId: listKmsTags
  summary: List the tags of a key
  description: Lists the tags of a key.
  parameters:
    - $ref: ../shared/parameters.yaml#/ProjectId
    - $ref: parameters.yaml#/KeyId
  responses:
    "204":
      $ref: responses.yaml#/KmsNoContent
post:`;
const PATH = "paths:\n  /v1/{project_id}/tags:\n    $ref: kms/batchCreateKmsTags.yaml\n";
const NOTE = "    note: { type: string, description: A note., examples: [n] }\n$&";
const SERVERS = "  servers: [{ url: https://kms.example }]\n$&";
const UNIQUE = "unique-item-properties";
const CONSTRAINT = "schema-constraint-changed";

const breaks: readonly Change[] = [
  [CONSTRAINT, "`maxItems` of `tags` changed from", CSMS_SCHEMAS, /maxItems: \d+/, "maxItems: 1"],
  [CONSTRAINT, "`pattern` of `value` changed from", CSMS_SCHEMAS, "_.:/=", "_:/="],
  ["response-removed", "Response `404` was removed", KMS, / {4}"404":\n.*\n/, ""],
  ["required-properties-added", "required", KMS_SCHEMAS, / +- action\n/, "$&    - sequence\n"],
  ["enum-values-removed", "Enum lost values: 'delete'", SCHEMAS, "    - delete\n", ""],
  ["operation-removed", "Operation `GET /v1.0/", KMS, "post:", LIST_TAGS, "undone"],
  [`dew/${UNIQUE}-added`, `x-${UNIQUE} was added`, KMS_SCHEMAS, / +x-u.*\n.*\n/, "", "undone"],
  [`${UNIQUE}-changed`, '["key"] to ["value"]', CSMS_SCHEMAS, /(?<=x-u.*\n.*- )key/, "value"],
  ["default-changed", "`default` changed", OPENAPI, "default: cn-north-4", "default: cn-south-1"],
  ["read-only-changed", "`readOnly`", CSMS_SCHEMAS, /( +)maxLength: 255\n/, "$&$1readOnly: true\n"],
  ["error-code-removed", "APIGW.0308 was removed", SCHEMAS, / {8}APIGW.0308: .*\n/, ""],
  ["server-changed", "Servers changed", KMS, "  requestBody:\n", SERVERS],
];

const breaksOfPaths: readonly Change[] = [
  ["path-removed", "Path `/v1.0/", OPENAPI, "/kms/{key_id}/", "/keys/{key_id}/"],
  ["dew/path-parameter-renamed", "parameters were renamed", OPENAPI, "{secret_id}", "{secretId}"],
  ["path-removed", "Path `/v1/{project_id}/tags` was removed", OPENAPI, "paths:\n", PATH, "undone"],
];
const renamedParameter: Edit = ["spec/csms/parameters.yaml", "name: secret_id", "name: secretId"];

const additions: readonly Change[] = [
  [undefined, "requestBody/note was added", CSMS_SCHEMAS, "    sequence:\n", NOTE],
  [undefined, "tags/action was added", KMS, "post:", LIST_TAGS],
  [undefined, "requestBody/tags maxItems changed from", KMS_SCHEMAS, "maxItems: 1", "maxItems: 11"],
  [undefined, "action enum changed from", SCHEMAS, "    - delete\n", "$&    - replace\n"],
  [undefined, "x-error-codes APIGW.0399", SCHEMAS, /(?=APIGW.0308)/, "APIGW.0399: Wait.\n        "],
  [undefined, "tags[]/value pattern changed", CSMS_SCHEMAS, "_.:/=", "_.:/!="],
];

const others: readonly Change[] = [
  [undefined, "APIGW.0308 changed", SCHEMAS, "Too many requests;", "Too many;"],
  [undefined, "kmsInvalidField value changed", KMS_RESPONSES, "Invalid field.", "Wrong field."],
  [undefined, "x-source changed from", KMS_PARAMETERS, /(?<= {4}x-source:) .*/, " vendor"],
  [undefined, "tags[]/key description changed", KMS_SCHEMAS, "Name of the tag.", "$& Short."],
];

const renamedSchema: readonly Edit[] = [
  [CSMS_SCHEMAS, '"#/CsmsTag"', '"#/SecretTag"'],
  [CSMS_SCHEMAS, "CsmsTag:", "SecretTag:"],
];
const changedCaller: Edit = [CONSUMER, 'key: "env"', 'key: "stage"'];

interface Comparison {
  readonly changes: readonly Change[];
  /** Edits that a report does not mention among its changes. */
  readonly others?: readonly Edit[];
  readonly problem?: string;
}

/** Each takes a process of Redocly, so changes that do not meet share one. */
const COMPARISONS: Readonly<Record<string, Comparison>> = {
  breaks: { changes: breaks, problem: `${breaks.length} changes break callers, but` },
  "breaks of paths": {
    changes: breaksOfPaths,
    others: [renamedParameter],
    problem: `${breaksOfPaths.length} changes break callers, but`,
  },
  additions: {
    changes: additions,
    problem: `${additions.length} changes add to the contract, but`,
  },
  "other changes": { changes: others },
  // Redocly compares what a $ref leads to, not its name: only old callers' code tells.
  "a schema by another name": {
    changes: [],
    others: [...renamedSchema, changedCaller],
    problem: `${CONSUMER} changed, `,
  },
};

/** All that the tests make, to be removed. */
const workspaces: Workspace[] = [];
let folder: string;
/** By the name of the comparison. */
let roots: ReadonlyMap<string, string>;
let results: ReadonlyMap<string, SpecDiff>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "spec-diff-test-"));
  // A git hook that runs the tests points git at the repository it belongs to.
  for (const name of Object.keys(process.env)) {
    if (name.startsWith("GIT_")) delete process.env[name];
  }
  const prepared = Object.entries(COMPARISONS).map(async ([name, { changes, others = [] }]) => {
    const edits = (isUndone: boolean) =>
      changes.flatMap(([, , file, from, to, undone]): Edit[] =>
        (undone !== undefined) === isUndone ? [[file, from, to]] : [],
      );
    const undone = edits(true);
    const repository = await createRepository(undone);
    for (const [file] of undone) {
      await repository.write(file, readFileSync(join(ROOT, file), "utf8"));
    }
    await apply(repository, [...edits(false), ...others]);
    return [name, repository.path] as const;
  });
  roots = new Map(await Promise.all(prepared));
  const compared = [...roots].map(
    async ([name, root]) => [name, await specDiff({ root, base: "HEAD" })] as const,
  );
  results = new Map(await Promise.all(compared));
});

afterAll(async () => {
  await Promise.all(workspaces.map((workspace) => workspace.remove()));
  rmSync(folder, { recursive: true, force: true });
});

describe("the diff of the spec", () => {
  for (const [comparison, { changes, problem }] of Object.entries(COMPARISONS)) {
    const rows = changes.map(([rule, says]) => [rule, says] as const);
    it.each(rows)(`sees in ${comparison}: %s, %s`, (rule, says) => {
      const seen = result(comparison).changes.filter(({ subject, text }) =>
        `${subject} ${text}`.includes(says),
      );
      expect(seen.map((change) => change.rule)).toEqual([rule]);
    });

    it(`sees no further break in ${comparison}, and asks for a version`, () => {
      const { changes: found, problems } = result(comparison);
      const rules = found.filter(({ impact }) => impact === "major").map(({ rule }) => rule);
      expect(rules.sort()).toEqual(changes.flatMap(([rule]) => rule ?? []).sort());
      expect(problems).toEqual(problem === undefined ? [] : [expect.stringContaining(problem)]);
    });
  }

  it("finds one version in package.json, the spec and CHANGELOG.md", async () => {
    const one = { packageJson: VERSION, spec: VERSION, changelog: VERSION };
    expect(await readVersions(ROOT)).toEqual(one);
  });
});

describe("a version", () => {
  it.each<[Impact[], string, string[], ...string[]]>([
    [["patch"], "2.0.0", []],
    [["minor"], "2.1.0", []],
    [["major", "minor"], "3.0.0", ["v2.ts"]],
    [["major"], "2.0.0", [], "A change breaks callers, but info.version stays 2.0.0.", "3.0.0"],
    [["major"], "2.1.0", [], "callers, but info.version goes from 2.0.0 to 2.1.0.", "3.0.0"],
    [["minor"], "2.0.0", [], "A change adds to the contract, but info.version stays", "2.1.0"],
    [["minor", "minor"], "2.0.1", [], "2 changes add to the contract, but", "2.1.0"],
    [[], "0.9.0", [], "info.version goes from 2.0.0 to 0.9.0: versions only rise."],
    [[], "2.0.0", ["v2.ts"], "v2.ts changed, which is the code of callers, but", "3.0.0"],
  ])(
    "after changes of impact %j is %s, with changed callers %j: %s",
    (impacts, revision, consumers, says, wants) => {
      const changes = impacts.map((impact) => ({ impact }));
      const infoVersions = { base: "2.0.0", revision };
      const problems = unannounced({ changes, infoVersions }, consumers);
      expect(problems).toEqual(says === undefined ? [] : [expect.stringContaining(says)]);
      if (wants) expect(problems[0]).toContain(`, or announce it: version ${wants} ${ANNOUNCE}`);
    },
  );

  it.each(["packageJson", "spec", "changelog"])("is the same everywhere, also in %s", (place) => {
    const same = { packageJson: "2.0.0", spec: "2.0.0", changelog: "2.0.0" };
    expect(disagreement(same)).toEqual([]);
    expect(disagreement({ ...same, [place]: "9.9.9" })).toEqual([
      expect.stringMatching(
        /9\.9\.9.*They are released as one: give all three the same version\.$/,
      ),
    ]);
  });
});

describe("its report", () => {
  const report = (format: Format, problems = result("breaks").problems) =>
    render({ ...result("breaks"), problems }, format);

  it("fits a terminal of 80 columns", () => {
    expect(report("stylish")).toContain("maxItems");
    expect(report("stylish")).not.toMatch(/.{81}/);
  });

  it("is a table in Markdown", () => {
    expect(report("markdown")).toMatch(
      /^\| \*\*breaks\*\* \| `POST \/v1\/\S+` \| `` `maxItems` of `tags` .*`` \| `spec\/csms\/schemas\.yaml:\d+` \|$/m,
    );
  });

  it.each([
    ["a file of the working tree", "csms/schemas.yaml,line=\\d+,title=schema-constraint-changed::"],
    ["the file that held what was removed", "kms/batchCreateKmsTags.yaml,title=response-removed::"],
  ])("annotates what is not announced as an error, in %s", (_, place) => {
    expect(report("github-actions")).toMatch(new RegExp(`^::error file=spec/${place}`, "m"));
  });

  it("annotates what is announced as a notice", () => {
    const text = report("github-actions", []);
    expect(text).toMatch(/^::notice file=spec\/csms\/schemas\.yaml,line=\d+,/m);
    expect(text).not.toContain("::error");
  });
});

describe("with nothing to compare, it", () => {
  it("passes a spec that is new, but for its versions", async () => {
    const { path, edit } = await createFolder();
    git(path, "init", "--quiet");
    git(path, "commit", "--quiet", "--allow-empty", "--message", "base");
    expect(await specDiff({ root: path, base: "HEAD" })).toMatchObject({
      summary: "HEAD has no spec/openapi.yaml: the whole spec is new, and nothing can break.",
      problems: [],
    });
    await edit("package.json", VERSION, "9.9.9");
    expect((await specDiff({ root: path, base: "HEAD" })).problems).toHaveLength(1);
  });

  it("says what to do where there is no such revision, no repository, or no sound spec", async () => {
    const repository = await createRepository();
    const { path } = repository;
    await expect(specDiff({ root: path, base: "v0.9.0" })).rejects.toThrow(
      'There is no revision v0.9.0 here. "git fetch origin"',
    );

    git(path, "commit", "--quiet", "--allow-empty", "--message", "second");
    const clone = join(folder, "shallow");
    git(folder, "clone", "--quiet", "--depth=1", pathToFileURL(path).href, clone);
    await expect(specDiff({ root: clone, base: "origin/release" })).rejects.toThrow(
      'no revision origin/release here, because this clone is shallow. Run "git fetch --depth=1 origin release" and compare with --base FETCH_HEAD, or get everything with "git fetch --unshallow"',
    );

    await apply(repository, [[KMS, "#/BatchCreateKmsTagsRequest", "#/Nothing"]]);
    await expect(specDiff({ root: path, base: "HEAD" })).rejects.toThrow(
      /see what npm run spec:lint says.*Nothing/s,
    );
    rmSync(join(path, ".git"), { recursive: true });
    await expect(specDiff({ root: path, base: "HEAD" })).rejects.toThrow("no git repository");
  });
});

describe("npm run spec:diff", () => {
  const script = join(ROOT, "scripts/spec-diff.ts");

  it("exits 2 and says how to call it where --base is missing", () => {
    const args = ["--import", "tsx", script];
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^Usage: npm run spec:diff -- --base/);
  });

  it.each([
    [1, undefined],
    [130, "SIGINT"],
  ] as const)(
    "leaves no folder behind where it exits %i, at a break or at %s",
    async (code, signal) => {
      const { status, stdout, temporary } = await run(signal);
      if (signal === undefined) expect(stdout).toContain("changes break callers");
      expect([status, temporary]).toEqual([code, []]);
    },
  );

  /** @param signal sent once the script has its temporary folder */
  async function run(signal?: NodeJS.Signals) {
    const temporaryFolder = mkdtempSync(join(folder, "tmp-"));
    const temporary = () =>
      readdirSync(temporaryFolder).filter((entry) => entry.startsWith("spec-diff-"));
    const child = spawn(process.execPath, ["--import", "tsx", script, "--base", "HEAD"], {
      cwd: roots.get("breaks"),
      env: { ...process.env, TMPDIR: temporaryFolder },
      stdio: ["ignore", "pipe", "inherit"],
    });
    let stdout = "";
    child.stdout.on("data", (chunk) => {
      stdout += chunk;
    });
    const exit = new Promise<number | null>((resolve) => child.once("close", resolve));
    if (signal !== undefined) {
      while (temporary().length === 0 && child.exitCode === null) await sleep(5);
      child.kill(signal);
    }
    return { status: await exit, stdout, temporary: temporary() };
  }
});

async function createFolder(): Promise<Workspace> {
  const workspace = await createWorkspace(...PARTS);
  workspaces.push(workspace);
  return workspace;
}

/** One commit holds the files with these edits. */
async function createRepository(edits: readonly Edit[] = []): Promise<Workspace> {
  const workspace = await createFolder();
  await apply(workspace, edits);
  git(workspace.path, "init", "--quiet");
  git(workspace.path, "add", ...PARTS);
  git(workspace.path, "commit", "--quiet", "--message", "base");
  return workspace;
}

async function apply(workspace: Workspace, edits: readonly Edit[]): Promise<void> {
  for (const [file, from, to] of edits) await workspace.edit(file, from, to);
}

function git(cwd: string, ...args: string[]): void {
  const identity = ["-c", "user.name=Test", "-c", "user.email=test@example.invalid"];
  const independence = ["-c", "core.hooksPath=/dev/null", "-c", "commit.gpgSign=false"];
  execFileSync("git", [...identity, ...independence, ...args], { cwd, stdio: "ignore" });
}

function result(comparison: string): SpecDiff {
  return results.get(comparison) as SpecDiff;
}

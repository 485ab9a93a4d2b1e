import { execFileSync, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SpecDiff, specDiff } from "../../scripts/spec-diff/index.js";
import { type Format, render } from "../../scripts/spec-diff/render.js";
import { readVersions, type Versions } from "../../scripts/spec-diff/versions.js";
import { createWorkspace, ROOT, type Workspace } from "../support/workspace.js";

type Edit = readonly [file: string, from: string | RegExp, to: string];

/** A change that somebody makes to the spec. */
interface Change {
  readonly name: string;
  readonly edits: readonly Edit[];
  /** Edits of the revision that is compared with. */
  readonly baseEdits?: readonly Edit[];
  /** Part of what the report says of it: its subject and its text. */
  readonly says: string;
  /** The rule that finds a break; absent where the change breaks nothing. */
  readonly rule?: string;
}

const PARTS = ["spec", "contract-tests/types/consumers", "package.json", "CHANGELOG.md"];
const OPENAPI = "spec/openapi.yaml";
const CSMS_SCHEMAS = "spec/csms/schemas.yaml";
const KMS_PARAMETERS = "spec/kms/parameters.yaml";
const KMS_RESPONSES = "spec/kms/responses.yaml";
const CSMS_PARAMETERS = "spec/csms/parameters.yaml";
const KMS = "spec/kms/batchCreateKmsTags.yaml";
const KMS_SCHEMAS = "spec/kms/schemas.yaml";
const SCHEMAS = "spec/shared/schemas.yaml";
const CONSUMER = "contract-tests/types/consumers/v2.ts";

const VERSION: string = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")).version;
const [MAJOR = 0, MINOR = 0] = VERSION.split(".").map(Number);
const NEXT_MINOR = `${MAJOR}.${MINOR + 1}.0`;
const NEXT_MAJOR = `${MAJOR + 1}.0.0`;

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

const smallerMaxItems: Change = {
  name: "a smaller maxItems",
  edits: [[CSMS_SCHEMAS, /maxItems: \d+/, "maxItems: 1"]],
  says: "`maxItems` of `tags` changed from",
  rule: "schema-constraint-changed",
};

const breaking: readonly Change[] = [
  smallerMaxItems,
  {
    name: "a tightened pattern",
    edits: [[CSMS_SCHEMAS, String.raw`^([\p{L}\p{Z}\p{N}_.:/=`, String.raw`^([\p{L}\p{N}_.:/=`]],
    says: "`pattern` of `value` changed from",
    rule: "schema-constraint-changed",
  },
  {
    name: "a removed response",
    edits: [[KMS, '    "404":\n      $ref: responses.yaml#/KmsNotFound\n', ""]],
    says: "Response `404` was removed",
    rule: "response-removed",
  },
  {
    name: "a property that becomes required",
    edits: [[KMS_SCHEMAS, "    - action\n", "    - action\n    - sequence\n"]],
    says: "became required: `sequence`",
    rule: "required-properties-added",
  },
  {
    name: "a removed enum value",
    edits: [[SCHEMAS, "    - create\n    - delete\n", "    - create\n"]],
    says: "Enum lost values: 'delete'",
    rule: "enum-values-removed",
  },
  {
    name: "a removed operation",
    baseEdits: [[KMS, "post:", LIST_TAGS]],
    edits: [[KMS, LIST_TAGS, "post:"]],
    says: "Operation `GET /v1.0/{project_id}/kms/{key_id}/tags/action` was removed",
    rule: "operation-removed",
  },
  {
    name: "items that must newly differ",
    baseEdits: [[KMS_SCHEMAS, "      x-unique-item-properties:\n        - key\n", ""]],
    edits: [
      [
        KMS_SCHEMAS,
        "uniqueItems: true\n",
        "uniqueItems: true\n      x-unique-item-properties: [key]\n",
      ],
    ],
    says: "x-unique-item-properties was added",
    rule: "dew/unique-item-properties-added",
  },
  {
    name: "items that must differ in another property",
    edits: [[CSMS_SCHEMAS, "properties:\n        - key\n", "properties:\n        - value\n"]],
    says: '`x-unique-item-properties` changed from ["key"] to ["value"]',
    rule: "unique-item-properties-changed",
  },
  {
    name: "another default",
    edits: [[OPENAPI, "default: cn-north-4", "default: cn-south-1"]],
    says: '`default` changed from "cn-north-4" to "cn-south-1"',
    rule: "default-changed",
  },
  {
    name: "a property that callers may no longer send",
    edits: [
      [CSMS_SCHEMAS, "      maxLength: 255\n", "      maxLength: 255\n      readOnly: true\n"],
    ],
    says: "`readOnly` changed",
    rule: "read-only-changed",
  },
  {
    name: "servers of an operation of its own",
    edits: [
      [KMS, "  requestBody:\n", "  servers:\n    - url: https://kms.example\n  requestBody:\n"],
    ],
    says: "Servers changed",
    rule: "server-changed",
  },
];

const breakingPaths: readonly Change[] = [
  {
    name: "a changed path",
    edits: [[OPENAPI, "/kms/{key_id}/", "/keys/{key_id}/"]],
    says: "Path `/v1.0/{project_id}/kms/{key_id}/tags/action` was r",
    rule: "path-removed",
  },
  {
    name: "a renamed path parameter",
    edits: [
      [OPENAPI, "{secret_id}", "{secretId}"],
      [CSMS_PARAMETERS, "name: secret_id", "name: secretId"],
    ],
    says: "Path parameters were renamed",
    rule: "dew/path-parameter-renamed",
  },
  {
    name: "a removed path",
    baseEdits: [
      [
        OPENAPI,
        "paths:\n",
        "paths:\n  /v1/{project_id}/tags:\n    $ref: kms/batchCreateKmsTags.yaml\n",
      ],
    ],
    edits: [[OPENAPI, "  /v1/{project_id}/tags:\n    $ref: kms/batchCreateKmsTags.yaml\n", ""]],
    says: "Path `/v1/{project_id}/tags` was removed",
    rule: "path-removed",
  },
];

const additions: readonly Change[] = [
  {
    name: "a new optional property",
    edits: [
      [
        CSMS_SCHEMAS,
        "    sequence:\n",
        "    note:\n      type: string\n      description: A note.\n      examples: [n]\n    sequence:\n",
      ],
    ],
    says: "requestBody/note was added",
  },
  {
    name: "a new operation",
    edits: [[KMS, "post:", LIST_TAGS]],
    says: "GET /v1.0/{project_id}/kms/{key_id}/tags/action was added",
  },
  {
    name: "a wider maxItems",
    edits: [[KMS_SCHEMAS, /maxItems: \d+/, "maxItems: 1000"]],
    says: "requestBody/tags maxItems changed from",
  },
  {
    name: "a new enum value of a request",
    edits: [[SCHEMAS, "    - delete\n", "    - delete\n    - replace\n"]],
    says: 'requestBody/action enum changed from ["create","delete"]',
  },
  {
    name: "a pattern that accepts more",
    edits: [[CSMS_SCHEMAS, "_.:/=", "_.:/!="]],
    says: "requestBody/tags[]/value pattern changed",
  },
];

const patches: readonly Change[] = [
  {
    name: "another example of a response",
    edits: [[KMS_RESPONSES, "error_msg: Invalid field.", "error_msg: Wrong field."]],
    says: "kmsInvalidField value changed",
  },
  {
    name: "another source of a rule",
    edits: [[KMS_PARAMETERS, /(?<= {4})x-source: .*/, "x-source: vendor"]],
    says: "x-source changed from",
  },
  {
    name: "a new description",
    edits: [
      [KMS_SCHEMAS, /(?<= {4}key:\n {6}type: string\n) {6}description:/, "$& In other words,"],
    ],
    says: "requestBody/tags[]/key description changed",
  },
];

/** Redocly compares what a $ref leads to, not its name: contract-tests/types/consumers/ refuse this. */
const renamedSchema: readonly Edit[] = [
  [CSMS_SCHEMAS, '"#/CsmsTag"', '"#/SecretTag"'],
  [CSMS_SCHEMAS, "CsmsTag:", "SecretTag:"],
];

const changedCaller: Edit = [CONSUMER, 'key: "env"', 'key: "stage"'];

interface Comparison {
  readonly name: string;
  readonly changes: readonly Change[];
  /** Edits that a report does not mention among its changes. */
  readonly others?: readonly Edit[];
  readonly verdict: "refuses" | "passes";
}

/** Each takes a process of Redocly, so changes that do not meet share one. */
const comparisons: readonly Comparison[] = [
  { name: "breaks of operations", changes: breaking, verdict: "refuses" },
  { name: "breaks of paths", changes: breakingPaths, verdict: "refuses" },
  { name: "additions", changes: additions, verdict: "refuses" },
  {
    name: "an addition under a minor version",
    changes: additions.slice(0, 1),
    others: release(NEXT_MINOR),
    verdict: "passes",
  },
  { name: "patches", changes: patches, verdict: "passes" },
  { name: "a falling version", changes: [], others: release("0.9.0"), verdict: "refuses" },
  { name: "a renamed schema", changes: [], others: renamedSchema, verdict: "passes" },
  { name: "an unannounced break", changes: [smallerMaxItems], verdict: "refuses" },
  {
    name: "disagreeing versions",
    changes: [],
    others: release("9.9.9").slice(1),
    verdict: "refuses",
  },
  { name: "changed callers", changes: [], others: [changedCaller], verdict: "refuses" },
  {
    name: "a break under a minor version",
    changes: [smallerMaxItems],
    others: release(NEXT_MINOR),
    verdict: "refuses",
  },
  {
    name: "a break under a major version",
    changes: [smallerMaxItems],
    others: [...release(NEXT_MAJOR), changedCaller],
    verdict: "passes",
  },
];

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
  const prepared = comparisons.map(async ({ name, changes, others = [] }) => {
    const repository = await createRepository(changes.flatMap(({ baseEdits = [] }) => baseEdits));
    await apply(repository, [...changes.flatMap(({ edits }) => edits), ...others]);
    return [name, repository.path] as const;
  });
  roots = new Map(await Promise.all(prepared));
  results = new Map(
    await twoAtATime([...roots], async ([name, root]) => [
      name,
      await specDiff({ root, base: "HEAD" }),
    ]),
  );
});

afterAll(async () => {
  await Promise.all(workspaces.map((workspace) => workspace.remove()));
  rmSync(folder, { recursive: true, force: true });
});

describe("the diff of the spec", () => {
  for (const { name: comparison, changes, verdict } of comparisons) {
    for (const { name, says, rule = "no break" } of changes) {
      const title = changes.length === 1 ? comparison : name;
      it(`${verdict} ${title}`, () => {
        const { changes, problems } = result(comparison);
        const seen = changes.filter(({ subject, text }) => `${subject} ${text}`.includes(says));
        expect(seen.map((change) => change.rule ?? "no break")).toEqual([rule]);
        expect(problems).toEqual(
          verdict === "passes" ? [] : [expect.stringMatching(/Take it back, or announce it/)],
        );
      });
    }

    it(`finds no further break in ${comparison}`, () => {
      const breaks = result(comparison).changes.filter(({ impact }) => impact === "major");
      expect(breaks.map(({ rule }) => rule).sort()).toEqual(
        changes.flatMap(({ rule }) => rule ?? []).sort(),
      );
    });
  }

  it("refuses that an old caller's code changes under the same major version", () => {
    expect(result("changed callers").problems).toEqual([
      `${CONSUMER} changed, which is the code of callers, but info.version stays ${VERSION}. Restore it and mend the spec, or announce it: version ${NEXT_MAJOR} in spec/openapi.yaml, package.json and CHANGELOG.md.`,
    ]);
  });

  it("names the version that would announce additions", () => {
    expect(result("additions").problems).toEqual([
      `${additions.length} changes add to the contract, but info.version stays ${VERSION}. Take it back, or announce it: version ${NEXT_MINOR} in spec/openapi.yaml, package.json and CHANGELOG.md.`,
    ]);
  });

  it("refuses a version that falls", () => {
    expect(result("a falling version").problems).toEqual([
      `info.version goes from ${VERSION} to 0.9.0: versions only rise.`,
    ]);
  });

  it("refuses versions that disagree", () => {
    expect(result("disagreeing versions").problems).toEqual([
      expect.stringContaining(`package.json has version 9.9.9, spec/openapi.yaml ${VERSION}`),
    ]);
  });

  it("does not see that a schema is renamed", () => {
    expect(result("a renamed schema").changes).toEqual([]);
  });

  it("finds one version in package.json, the spec and CHANGELOG.md", async () => {
    expect(await readVersions(ROOT)).toEqual(versions({}));
  });

  it("names the version that would announce a break", () => {
    expect(result("an unannounced break").problems).toEqual([
      `A change breaks callers, but info.version stays ${VERSION}. Take it back, or announce it: version ${NEXT_MAJOR} in spec/openapi.yaml, package.json and CHANGELOG.md.`,
    ]);
  });
});

describe("its report", () => {
  it("fits a terminal of 80 columns", () => {
    const text = report("an unannounced break", "stylish");
    expect(text).toContain("maxItems");
    expect(text.split("\n").filter((line) => line.length > 80)).toEqual([]);
  });

  it("is a table in Markdown", () => {
    expect(report("an unannounced break", "markdown")).toMatch(
      /^\| \*\*breaks\*\* \| `POST \/v1\/\S+` \| `` `maxItems` of `tags` .*`` \| `spec\/csms\/schemas\.yaml:\d+` \|$/m,
    );
  });

  it("annotates an unannounced break as an error, in the file of the working tree", () => {
    expect(report("an unannounced break", "github-actions")).toMatch(
      /^::error file=spec\/csms\/schemas\.yaml,line=\d+,title=schema-constraint-changed::`maxItems`/,
    );
  });

  it("annotates an announced break as a notice", () => {
    const text = report("a break under a major version", "github-actions");
    expect(text).toMatch(/^::notice file=spec\/csms\/schemas\.yaml,line=\d+,/);
    expect(text).not.toContain("::error");
  });

  it("annotates what was removed in the file that held it, without a line", () => {
    expect(report("breaks of operations", "github-actions")).toMatch(
      /^::error file=spec\/kms\/batchCreateKmsTags\.yaml,title=response-removed::/m,
    );
  });
});

describe("with nothing to compare, it", () => {
  it("passes a spec of which the base has nothing", async () => {
    const { path } = await createRepositoryWithoutSpec();
    const { problems, summary } = await specDiff({ root: path, base: "HEAD" });
    expect(summary).toBe(
      "HEAD has no spec/openapi.yaml: the whole spec is new, and nothing can break.",
    );
    expect(problems).toEqual([]);
  });

  it.each([
    { ...versions({ packageJson: "9.9.9" }), edits: release("9.9.9").slice(1, 2) },
    { ...versions({ spec: "9.9.9" }), edits: release("9.9.9").slice(0, 1) },
    { ...versions({ changelog: "9.9.9" }), edits: release("9.9.9").slice(2) },
  ])(
    "refuses $packageJson in package.json, $spec in the spec, $changelog in CHANGELOG.md",
    async (v) => {
      const repository = await createRepositoryWithoutSpec();
      await apply(repository, v.edits);
      const { problems } = await specDiff({ root: repository.path, base: "HEAD" });
      expect(problems).toEqual([
        `package.json has version ${v.packageJson}, spec/openapi.yaml ${v.spec}, and the newest release in CHANGELOG.md is ${v.changelog}. They are released as one: give all three the same version.`,
      ]);
    },
  );

  it("says how to get a revision that a shallow clone lacks", async () => {
    const { path } = await createRepository();
    git(path, "commit", "--quiet", "--allow-empty", "--message", "second");
    const clone = join(folder, "shallow");
    git(folder, "clone", "--quiet", "--depth=1", pathToFileURL(path).href, clone);
    await expect(specDiff({ root: clone, base: "origin/release" })).rejects.toThrow(
      'no revision origin/release here, because this clone is shallow. Run "git fetch --depth=1 origin release" and compare with --base FETCH_HEAD, or get everything with "git fetch --unshallow"',
    );
  });

  it("says that a revision does not exist", async () => {
    const { path } = await createRepository();
    await expect(specDiff({ root: path, base: "v0.9.0" })).rejects.toThrow(
      'There is no revision v0.9.0 here. "git fetch origin"',
    );
  });

  it("says that there is no repository", async () => {
    const { path } = await createFolder();
    await expect(specDiff({ root: path, base: "HEAD" })).rejects.toThrow("no git repository");
  });

  it("says that the spec is broken", async () => {
    const repository = await createRepository();
    await apply(repository, [[KMS, "#/BatchCreateKmsTagsRequest", "#/Nothing"]]);
    await expect(specDiff({ root: repository.path, base: "HEAD" })).rejects.toThrow(
      /see what npm run spec:lint says.*Nothing/s,
    );
  });
});

describe("npm run spec:diff", () => {
  const script = join(ROOT, "scripts/spec-diff.ts");

  it("exits 2 and says how to call it where --base is missing", () => {
    const { status, stderr } = spawnSync(process.execPath, ["--import", "tsx", script], {
      encoding: "utf8",
      cwd: ROOT,
    });
    expect(stderr).toMatch(/^Usage: npm run spec:diff -- --base REF/);
    expect(status).toBe(2);
  });

  it("exits 1 on an unannounced break, and leaves no folder behind", async () => {
    const { status, stdout, temporary } = await run("an unannounced break");
    expect(stdout).toContain("✖ A change breaks callers");
    expect(status).toBe(1);
    expect(temporary).toEqual([]);
  });

  it("leaves no folder behind when it is interrupted", async () => {
    const { status, temporary } = await run("an unannounced break", "SIGINT");
    expect(status).toBe(130);
    expect(temporary).toEqual([]);
  });

  /** @param signal sent once the script has its temporary folder */
  async function run(name: string, signal?: NodeJS.Signals) {
    const temporaryFolder = mkdtempSync(join(folder, "tmp-"));
    const temporary = () =>
      readdirSync(temporaryFolder).filter((entry) => entry.startsWith("spec-diff-"));
    const child = spawn(process.execPath, ["--import", "tsx", script, "--base", "HEAD"], {
      cwd: roots.get(name),
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

function release(version: string): Edit[] {
  return [
    [OPENAPI, `  version: ${VERSION}\n`, `  version: ${version}\n`],
    ["package.json", `"version": "${VERSION}"`, `"version": "${version}"`],
    ["CHANGELOG.md", `## [${VERSION}]`, `## [${version}] - 2027-01-01\n\n## [${VERSION}]`],
  ];
}

function versions(deviation: Partial<Versions>): Versions {
  return { packageJson: VERSION, spec: VERSION, changelog: VERSION, ...deviation };
}

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

async function createRepositoryWithoutSpec(): Promise<Workspace> {
  const workspace = await createFolder();
  git(workspace.path, "init", "--quiet");
  git(workspace.path, "commit", "--quiet", "--allow-empty", "--message", "base");
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

function report(comparison: string, format: Format): string {
  return render(result(comparison), format);
}

/** Each comparison is a process of its own; more of them at once only wait for each other. */
async function twoAtATime<T, U>(items: readonly T[], work: (item: T) => Promise<U>): Promise<U[]> {
  const done: U[] = [];
  const queue = items[Symbol.iterator]();
  const worker = async () => {
    for (const item of queue) done.push(await work(item));
  };
  await Promise.all([worker(), worker()]);
  return done;
}

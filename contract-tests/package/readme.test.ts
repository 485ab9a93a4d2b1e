import { execFile } from "node:child_process";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { type RunningMock, startMock } from "huaweicloud-dew-tags/mock";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { extractSnippets, redirectTo, type Snippet } from "../../scripts/lib/snippets.js";
import { compileIn } from "../support/tsc.js";
import { createWorkspace, ROOT, type Workspace } from "../support/workspace.js";

// Nothing that the READMEs show is made up.

const run = promisify(execFile);
const fence = "```";

describe("the code", () => {
  /** What must be found out. */
  const bad = [
    `${fence}ts\nimport { nothing } from "huaweicloud-dew-tags";\nnothing();\n${fence}`,
    `<!-- run -->\n${fence}ts\nconst { status } = await fetch("https://kms.x.myhuaweicloud.com/");\nthrow new Error("got " + status);\n${fence}`,
    `<!-- run -->\n${fence}ts\nawait fetch("https://example.com/");\n${fence}`,
  ].join("\n");

  let snippets: Readonly<Record<string, readonly Snippet[]>>;
  let workspace: Workspace;
  let mock: RunningMock;
  let complaints: string[];

  beforeAll(async () => {
    const markdown = async (name: string) =>
      extractSnippets(name, await readFile(join(ROOT, name), "utf8"));
    snippets = {
      "README.md": await markdown("README.md"),
      "README.zh-CN.md": await markdown("README.zh-CN.md"),
      bad: extractSnippets("bad", bad),
    };
    mock = await startMock();
    workspace = await snippetWorkspace(Object.values(snippets).flat(), mock.url);
    complaints = (await compileIn(workspace.path)).split("\n");
  }, 120_000);
  afterAll(async () => {
    await mock?.close();
    await workspace?.remove();
  });

  const complaintsAbout = (name: string): string[] =>
    complaints.filter((line) => line.startsWith(`snippets/${name}-`));

  it.each(["README.md", "README.zh-CN.md"])("of %s compiles", (name) => {
    expect(snippets[name]).not.toEqual([]);
    expect(complaintsAbout(name)).toEqual([]);
  });

  it("that is marked as such runs, against the mock", { timeout: 120_000 }, async () => {
    const { bad: _, ...shown } = snippets;
    const marked = Object.values(shown)
      .flat()
      .filter(({ runs }) => runs);
    expect(marked).not.toEqual([]);
    for (const snippet of marked) {
      const { stdout, stderr } = await runIn(workspace, snippet);
      // What goes wrong, snippets write to the standard error.
      expect(stderr, snippet.file).toBe("");
      expect(stdout, snippet.file).not.toBe("");
    }
  });

  it("is found out where it does not compile, fails, or calls the world", async () => {
    expect(complaintsAbout("bad")).toEqual([expect.stringMatching(/line-2\.ts\(1,10\).*nothing/)]);
    expect(complaints.filter((line) => !/^(snippets\/|\s|$)/.test(line))).toEqual([]);
    const [, throwing, straying] = snippets.bad as [Snippet, Snippet, Snippet];
    expect((await runIn(workspace, throwing)).stderr).toContain("Error: got 404");
    expect((await runIn(workspace, straying)).stderr).toContain("a snippet called https://example");
  }, 120_000);
});

describe("the extractor of snippets", () => {
  it("finds each block, where it is, and whether it is to be run", () => {
    const shell = `# Title\n${fence}sh\nnpm test\n${fence}\n`;
    const shown = `${fence}ts\nconst a = 1;\n${fence}\ntext\n`;
    const run = `<!-- run -->\n\n${fence}ts\nconst b = 2;\n\nconsole.log(b);\n${fence}`;
    expect(extractSnippets("a.md", shell + shown + run)).toEqual([
      { file: "snippets/a.md-line-6.ts", code: "const a = 1;\n", runs: false },
      { file: "snippets/a.md-line-12.ts", code: "const b = 2;\n\nconsole.log(b);\n", runs: true },
    ]);
  });

  it("skips none in silence", () => {
    for (const [markdown, reason] of [
      [`${fence}typescript\n1;\n${fence}`, "line 1: a block of typescript"],
      [`${fence}js\n1;\n${fence}`, "line 1: a block of js"],
      [`${fence}\n1;\n${fence}`, "line 1: a block of no language"],
      [`${fence}ts\n1;\n`, "line 1: a block without an end"],
      [`text\n  ${fence}ts\n  1;\n  ${fence}`, "line 2: a block that is indented"],
      [`<!-- run -->\n\ntext\n${fence}ts\n1;\n${fence}`, "line 1: run is not before a block of ts"],
      [`<!-- run -->\n${fence}sh\nls\n${fence}`, "line 1: run is not before a block of ts"],
      ["<!-- run -->", "line 1: run is not before a block of ts"],
    ] as const) {
      expect(() => extractSnippets("a.md", markdown)).toThrow(`a.md, ${reason}`);
    }
  });
});

/** What a caller has: the package by its name, and a strict compiler. */
async function snippetWorkspace(snippets: readonly Snippet[], url: string): Promise<Workspace> {
  const workspace = await createWorkspace("src", "generated", "package.json", "tsconfig.json");
  const { compilerOptions } = JSON.parse(await workspace.read("tsconfig.json"));
  const { paths } = compilerOptions;
  // One that the compiler and the runtime both understand.
  paths["huaweicloud-dew-tags/validators"] = ["./generated/validators.js"];
  const options = {
    ...{ target: "es2022", module: "nodenext", types: ["node"], noEmit: true, skipLibCheck: true },
    ...{ strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true },
    ...{ resolveJsonModule: true, paths },
  };
  const config = { compilerOptions: options, include: ["snippets"] };
  await workspace.write("tsconfig.json", JSON.stringify(config));
  await mkdir(join(workspace.path, "snippets"));
  for (const snippet of snippets) await workspace.write(snippet.file, snippet.code);
  await workspace.write("redirect.mjs", redirectTo(url));
  return workspace;
}

/** Runs a snippet as a program of its own, with credentials in the environment. */
async function runIn(
  workspace: Workspace,
  snippet: Snippet,
): Promise<{ stdout: string; stderr: string }> {
  const options = ["--import", "tsx", "--import", "./redirect.mjs", snippet.file];
  const env = {
    ...process.env,
    NODE_OPTIONS: "",
    HUAWEICLOUD_TOKEN: "token",
    HUAWEICLOUD_SDK_AK: "ak",
    HUAWEICLOUD_SDK_SK: "sk",
  };
  return run(process.execPath, options, { cwd: workspace.path, env }).catch((error) => error);
}

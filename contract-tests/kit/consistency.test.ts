import { execFile } from "node:child_process";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { type RunningMock, startMock } from "huaweicloud-dew-tags/mock";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type RequestCase,
  type ResponseCase,
  requestCases,
  responseCases,
  wires,
} from "../cases/index.js";
import { compileIn } from "../support/tsc.js";
import { createWorkspace, ROOT, type Workspace } from "../support/workspace.js";
import { listSchemas } from "./checks/compilable.js";
import { requestExamplesOf, responseExamplesOf, statusesOf } from "./checks/surroundings.js";
import { loadCommitted } from "./document/load.js";
import {
  childOf,
  type JsonObject,
  type Located,
  locate,
  locateOperation,
  locateOperations,
  locateParameters,
  locateResponse,
  objectAt,
} from "./document/locate.js";
import { ajvResponseJudge } from "./judges.js";
import { CREDENTIALS, MEDIA_TYPE } from "./wire.js";

// Nothing of the spec is left untried, and nothing that the README shows is made up.

const run = promisify(execFile);
const document = await loadCommitted();
const operations = [...locateOperations(document).keys()];

describe("a case", () => {
  const cases = [...requestCases, ...responseCases];

  it("has an id of its own", () => {
    const ids = cases.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it("is about an operation and a status of the spec", () => {
    for (const { id, operation } of cases) expect(operations, id).toContain(operation);
    for (const { id, operation, status } of responseCases) {
      expect(statusesOf(document, operation), id).toContain(status);
    }
  });

  it("gives exactly the path parameters of its operation", () => {
    for (const { id, operation, request } of requestCases) {
      const names = locateParameters(document, locateOperation(document, operation));
      const wanted = names.map(({ value }) => String(value.name)).sort();
      expect(Object.keys(request.path).sort(), id).toEqual(wanted);
    }
  });
});

describe("the spec", () => {
  it("has a wire of each operation, and no wire is of another", () => {
    expect(Object.keys(wires).sort()).toEqual([...operations].sort());
  });

  it.each(operations)("has requests of %s that it allows and that it refuses", (operation) => {
    const own = requestCases.filter((one) => one.operation === operation);
    expect(new Set(own.map(({ verdict }) => verdict))).toEqual(new Set(["accept", "reject"]));
  });

  it.each(operations)("has bodies of each status of %s, right ones and wrong ones", (operation) => {
    for (const status of statusesOf(document, operation)) {
      const own = responseCases.filter(
        (one) => one.operation === operation && one.status === status,
      );
      expect(new Set(own.map(({ verdict }) => verdict)), status).toEqual(
        new Set(["accept", "reject"]),
      );
    }
  });

  it("has no rule that no case breaks", () => {
    const broken = new Set([
      ...requestCases.flatMap((one) => rulesBrokenBy(one, requestSchemaAt(one))),
      ...responseCases.flatMap((one) => rulesBrokenBy(one, responseSchemaAt(one))),
    ]);
    const rules = [...listSchemas(document)].flatMap(([pointer, schema]) =>
      Object.keys(schema)
        .filter((keyword) => !IS_NO_RULE.test(keyword) && !isUnbreakable(pointer, keyword))
        .map((keyword) => `${pointer} ${keyword}`),
    );
    expect(rules.length).toBeGreaterThan(0);
    expect(rules.filter((rule) => !broken.has(rule))).toEqual([]);
  });

  it("has no component that no case reaches", () => {
    const reached = new Set<string>();
    for (const { operation } of requestCases) {
      const located = locateOperation(document, operation);
      for (const { pointer } of locateParameters(document, located)) reached.add(pointer);
      for (const pointer of schemasFrom(located.pointer)) reached.add(pointer);
    }
    for (const { operation, status } of responseCases) {
      const { pointer } = locateResponse(document, operation, status);
      for (const each of [pointer, ...schemasFrom(pointer)]) reached.add(each);
    }
    const headers = CREDENTIALS.flatMap((credential) => Object.keys(credential));
    for (const [name, scheme] of Object.entries(
      objectAt(document, "components", "securitySchemes") ?? {},
    )) {
      const { in: location, name: header } = objectAt(scheme) ?? {};
      if (location === "header" && headers.includes(String(header))) {
        reached.add(childOf("/components/securitySchemes", name));
      }
    }
    const components = Object.entries(document.components ?? {}).flatMap(([kind, named]) =>
      Object.keys(named).map((name) => childOf("/components", kind, name)),
    );
    expect(components.length).toBeGreaterThan(0);
    expect(components.filter((pointer) => !reached.has(pointer))).toEqual([]);
  });

  it.each(operations)(
    "has only examples of requests to %s that are cases of the page",
    (operation) => {
      const shown = requestCases.filter(
        ({ operation: of, verdict, source }) =>
          of === operation && verdict === "accept" && source.table === "request example",
      );
      const examples = requestExamplesOf(document, operation).map(([, value]) => value);
      expect(examples.length).toBeGreaterThan(0);
      expect(examples).toEqual(shown.map(({ request }) => request.body));
    },
  );

  it.each(operations)("has only examples of responses of %s that it allows", async (operation) => {
    const judge = ajvResponseJudge(document);
    for (const status of statusesOf(document, operation)) {
      for (const [name, body] of responseExamplesOf(document, operation, status)) {
        const drawn = { id: name, operation, status, body, verdict: "accept" } as ResponseCase;
        expect(await judge.judge(drawn), name).toEqual({ verdict: "accept", violations: [] });
      }
    }
  });
});

/** Keywords that describe, or that only lead to other schemas. */
const IS_NO_RULE =
  /^(\$ref|description|title|examples?|default|deprecated|properties|items|x-(?!unique-item-properties$).*)$/;

/** Whatever stands in a path is a text. */
function isUnbreakable(pointer: string, keyword: string): boolean {
  const inPath = operations.flatMap((operation) =>
    locateParameters(document, locateOperation(document, operation))
      .filter(({ value }) => value.in === "path")
      .map((parameter) => childOf(parameter.pointer, "schema")),
  );
  return keyword === "type" && inPath.includes(pointer);
}

/** Where the schema is that judges a value, by the value's pointer. */
type SchemaAt = (pointer: string) => Located | undefined;

function rulesBrokenBy(
  { violations = [] }: RequestCase | ResponseCase,
  schemaAt: SchemaAt,
): string[] {
  return violations.flatMap(({ pointer, keyword }) => {
    // It is reported at the property of the later item, and is a rule of the array.
    const at =
      keyword === "x-unique-item-properties" ? pointer.replace(/(\/[^/]+){2}$/, "") : pointer;
    const schema = schemaAt(at);
    return schema === undefined ? [] : [`${schema.pointer} ${keyword}`];
  });
}

function requestSchemaAt({ operation }: RequestCase): SchemaAt {
  const located = locateOperation(document, operation);
  return (pointer) => {
    const [location, name, ...rest] = pointer.split("/").slice(1);
    if (location === "path") {
      const parameter = locateParameters(document, located).find(
        ({ value }) => value.name === name,
      );
      return parameter && walk(childOf(parameter.pointer, "schema"), rest);
    }
    if (location !== "body") return undefined;
    const body = locate(document, childOf(located.pointer, "requestBody"));
    const tokens = name === undefined ? [] : [name, ...rest];
    return walk(childOf(body.pointer, "content", MEDIA_TYPE, "schema"), tokens);
  };
}

function responseSchemaAt({ operation, status }: ResponseCase): SchemaAt {
  const { pointer: response, value } = locateResponse(document, operation, status);
  return (pointer) =>
    value.content === undefined
      ? undefined
      : walk(childOf(response, "content", MEDIA_TYPE, "schema"), pointer.split("/").slice(1));
}

function walk(schema: string, [token, ...rest]: readonly string[]): Located {
  const located = locate(document, schema);
  if (token === undefined) return located;
  const isItem = /^\d+$/.test(token) && located.value.items !== undefined;
  return walk(childOf(located.pointer, ...(isItem ? ["items"] : ["properties", token])), rest);
}

/** The schemas that are referred to from somewhere in the document, however indirectly. */
function schemasFrom(pointer: string, found: Set<string> = new Set()): Set<string> {
  JSON.stringify(locate(document, pointer).value, (_, value) => {
    const reference = (value as JsonObject | null)?.$ref;
    if (typeof reference === "string") {
      const target = locate(document, reference.slice(1)).pointer;
      if (!found.has(target)) schemasFrom(target, found.add(target));
    }
    return value;
  });
  return found;
}

describe("the code", () => {
  const fence = "```";
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
  const fence = "```";

  it("finds each block, where it is, and whether it is to be run", () => {
    const markdown = [
      "# Title",
      `${fence}sh`,
      "npm test",
      fence,
      `${fence}ts`,
      "const a = 1;",
      fence,
      "text",
      "<!-- run -->",
      "",
      `${fence}ts`,
      "const b = 2;",
      "",
      "console.log(b);",
      fence,
    ].join("\n");
    expect(extractSnippets("a.md", markdown)).toEqual([
      { file: "snippets/a.md-line-6.ts", code: "const a = 1;\n", runs: false },
      {
        file: "snippets/a.md-line-12.ts",
        code: "const b = 2;\n\nconsole.log(b);\n",
        runs: true,
      },
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

interface Snippet {
  /** In the workspace; named after the document and its line there, from 1. */
  readonly file: string;
  readonly code: string;
  /** Whether `<!-- run -->` stands before it. */
  readonly runs: boolean;
}

/** What could be meant as `ts`. */
const ALIASES = /^(|[cm]?[jt]sx?|typescript|javascript)$/;

/** @throws Error where a block could be meant as code, but is not fenced as such */
function extractSnippets(name: string, markdown: string): Snippet[] {
  const snippets: Snippet[] = [];
  let mark: number | undefined;
  let open: { line: number; language: string; code: string[] } | undefined;
  for (const [index, text] of markdown.split("\n").entries()) {
    const line = index + 1;
    if (open !== undefined) {
      if (text !== "```") {
        open.code.push(text);
        continue;
      }
      if (open.language === "ts") {
        const code = `${open.code.join("\n")}\n`;
        const file = `snippets/${name}-line-${open.line + 1}.ts`;
        snippets.push({ file, code, runs: mark !== undefined });
        mark = undefined;
      }
      open = undefined;
      continue;
    }
    const fence = /^(\s*)(```+|~~~+)(.*)$/.exec(text);
    const language = fence?.[3]?.trim() ?? "";
    if (mark !== undefined && text !== "" && language !== "ts") {
      throw new Error(`${name}, line ${mark}: run is not before a block of ts`);
    }
    if (text === "<!-- run -->") mark = line;
    if (fence === null) continue;
    if (fence[1] !== "") throw new Error(`${name}, line ${line}: a block that is indented`);
    if (language !== "ts" && ALIASES.test(language)) {
      throw new Error(
        `${name}, line ${line}: a block of ${language || "no language"}, which is not ts`,
      );
    }
    open = { line, language, code: [] };
  }
  if (open !== undefined) throw new Error(`${name}, line ${open.line}: a block without an end`);
  if (mark !== undefined) throw new Error(`${name}, line ${mark}: run is not before a block of ts`);
  return snippets;
}

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

/** A module that lets fetch reach the mock in place of the service, and else only this machine. */
function redirectTo(url: string): string {
  return `const { fetch } = globalThis;
globalThis.fetch = (input, init) => {
  const { origin, hostname, href } = new URL(input instanceof Request ? input.url : input);
  const isService = /^https:\\/\\/kms\\.[a-z0-9-]+\\.myhuaweicloud\\.com$/.test(origin);
  if (!isService && hostname !== "127.0.0.1") throw new Error("a snippet called " + href);
  return fetch(isService ? href.replace(origin, ${JSON.stringify(url)}) : input, init);
};
`;
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

import { execFile } from "node:child_process";
import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { generate } from "../../scripts/generator/index.js";
import { loadSpec } from "../../scripts/generator/load-spec.js";
import { listOperations } from "../../scripts/generator/operations.js";
import { SpecError } from "../../scripts/generator/spec-error.js";
import { BROKEN_SPECS, SOUND } from "./broken-specs.js";

const run = promisify(execFile);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "dew-tags-broken-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function write(text: string): Promise<string> {
  const path = join(folder, "openapi.yaml");
  await writeFile(path, text);
  return path;
}

async function problemsOf(text: string): Promise<SpecError["problems"]> {
  const error = await generate(await write(text)).catch((reason: unknown) => reason);
  if (error instanceof SpecError) return error.problems;
  throw error instanceof Error ? error : new Error("it was taken");
}

describe("a spec is refused, with line and remedy, that has", () => {
  it.each(BROKEN_SPECS)("$name", async ({ from, to, at, says }) => {
    expect(SOUND).toContain(from);
    const text = SOUND.replace(from, () => to);
    const problems = await problemsOf(text);
    const lines = text.split("\n").flatMap((line, i) => (line.includes(at) ? [i + 1] : []));
    const fitting = problems.filter(({ message }) => says.test(message));
    expect(problems.map(({ message }) => message).join("\n")).toMatch(says);
    if (at === "openapi") return;
    const named = fitting.map(({ where }) => Number(/openapi\.yaml:(\d+):/.exec(where)?.[1]));
    expect(
      named.some((line) => lines.includes(line)),
      JSON.stringify(fitting),
    ).toBe(true);
  });

  it("a file that is none, so that reading it never ends", async () => {
    await run("mkfifo", [join(folder, "pipe.yaml")]);
    const text = SOUND.replace('"#/components/schemas/Part"', "pipe.yaml");
    expect((await problemsOf(text))[0]?.message).toMatch(/no regular file/);
  });

  it("a file that is a link out of the folder", async () => {
    await symlink("/etc/hostname", join(folder, "link.yaml")).catch(() => {});
    const text = SOUND.replace('"#/components/schemas/Part"', "link.yaml");
    expect((await problemsOf(text))[0]?.message).toMatch(/outside the folder/);
  });
});

describe("a spec is taken that has", () => {
  it("nothing wrong", async () => {
    await generate(await write(SOUND));
  });

  it("extensions where responses and paths are", async () => {
    const text = SOUND.replace(
      "      responses:",
      "      responses:\n        x-note: some",
    ).replace("paths:", "paths:\n  x-note: null");
    const { document } = await loadSpec(await write(text));
    expect(listOperations(document)[0]?.responses.map(({ status }) => status)).toEqual([
      "200",
      "204",
    ]);
    await generate(await write(text));
  });

  it.each(["webhooks:", "components:\n  pathItems:"])("extensions in %s", async (section) => {
    const item =
      "\n    hook:\n      x-note: 1\n      post:\n        operationId: hook\n        responses:\n          x-note: 1\n          2XX: { description: Heard. }\n";
    const text = section.startsWith("components")
      ? SOUND.replace("components:", section + item)
      : SOUND + section + item;
    expect((await generate(await write(text))).get("types.ts")).not.toContain("x-note");
  });

  it("a format that nobody knows, a union of types, a sibling of a $ref", async () => {
    const text = SOUND.replace(
      "id: { type: integer }",
      "id: { type: [integer, string], format: code }",
    ).replace(
      'items: { $ref: "#/components/schemas/Part" }',
      'items: { $ref: "#/components/schemas/Part", minProperties: 1 }',
    );
    await generate(await write(text));
  });

  it.each([
    "1.0.0\\nprocess.exit(7)",
    "1\\u2028process.exit(7)",
    "1\\rprocess.exit(7)",
    "1*/ process.exit(7)",
  ])("a version that would end a comment: %s", async (version) => {
    const files = await generate(
      await write(SOUND.replace("version: 1.0.0", `version: "${version}"`)),
    );
    for (const [name, text] of files) {
      if (/\.(ts|js)$/.test(name))
        expect(text.split(/[\n\r\u2028\u2029]/)[0], name).toContain("sha256");
    }
  });
});

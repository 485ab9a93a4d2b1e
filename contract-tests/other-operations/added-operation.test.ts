import { cp, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import openapi from "huaweicloud-dew-tags/openapi.json" with { type: "json" };
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compileIn } from "../support/tsc.js";
import { ROOT, type Workspace } from "../support/workspace.js";
import { copyProject, listSuite, npm } from "./workspace.js";

// Any operation costs a spec file, a $ref, its cases and its wire. Here one is added by these alone.

const FIXTURES = join(ROOT, "contract-tests/other-operations/fixtures");
let workspace: Workspace;

beforeAll(async () => {
  workspace = await copyProject();
  await cp(
    join(FIXTURES, "listSecretTags.yaml"),
    join(workspace.path, "spec/csms/listSecretTags.yaml"),
  );
  await workspace.edit(
    "spec/openapi.yaml",
    "paths:\n",
    "paths:\n  /v1/{project_id}/csms/{secret_id}/tags:\n    $ref: csms/listSecretTags.yaml\n",
  );
  await listSuite(workspace, "listSecretTags", "added", "beside the others");
  const { code, output } = await npm(workspace, "generate");
  if (code !== 0) throw new Error(output);
}, 300_000);
afterAll(() => workspace?.remove());

describe("an operation that is added", () => {
  it("passes the lint of the spec", { timeout: 300_000 }, async () => {
    const { code, output } = await npm(workspace, "spec:lint");
    expect(code, output).toBe(0);
  });

  it("leaves everything compiling, and has types that a caller compiles against", {
    timeout: 300_000,
  }, async () => {
    await cp(join(FIXTURES, "consumer.ts"), join(workspace.path, "src/consumer.ts"));
    await workspace.edit("src/consumer.ts", "./src/index.js", "./index.js");
    expect(await compileIn(workspace.path)).toBe("");
  });

  it("is tested with the others, and covered like them", { timeout: 300_000 }, async () => {
    const { code, output } = await npm(workspace, "test:contract", "contract-tests/contract");
    expect(code, output.slice(-5000)).toBe(0);
    expect(output).toMatch(/operations +3\/3/);
  });

  it("is part of the demo", { timeout: 300_000 }, async () => {
    const { code, output } = await npm(workspace, "demo");
    expect(code, output).toBe(0);
    expect(output).toContain("listSecretTags");
  });
});

describe("scripts/ and src/ do not name", () => {
  const operations = Object.entries(openapi.paths).flatMap(([path, item]) =>
    Object.values(item).map(({ operationId }) => [operationId, path] as const),
  );

  it.each(operations)("%s nor its path", async (operationId, path) => {
    for (const folder of ["scripts", "src"]) {
      for (const file of await readdir(join(ROOT, folder), {
        recursive: true,
        withFileTypes: true,
      })) {
        if (!file.isFile() || file.parentPath.includes("node_modules")) continue;
        const name = join(file.parentPath, file.name);
        const text = await readFile(name, "utf8");
        expect(text.includes(operationId), `${name} names ${operationId}`).toBe(false);
        expect(text.includes(path), `${name} names ${path}`).toBe(false);
      }
    }
  });
});

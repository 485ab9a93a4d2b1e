import { cp, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import openapi from "huaweicloud-dew-tags/openapi.json" with { type: "json" };
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { compileIn } from "../support/tsc.js";
import { ROOT, type Workspace } from "../support/workspace.js";
import { copyProject, listSuite, npm } from "./workspace.js";

// Any operation costs a spec file, a $ref, its cases and its wire. Here one is added by these alone.

const FIXTURES = join(ROOT, "contract-tests/other-operations/fixtures");
let workspace: Workspace;

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });
beforeAll(async () => {
  workspace = await copyProject();
  const file = "spec/csms/listSecretTags.yaml";
  await cp(join(FIXTURES, "listSecretTags.yaml"), join(workspace.path, file));
  await workspace.edit(
    "spec/openapi.yaml",
    "paths:\n",
    "paths:\n  /v1/{project_id}/csms/{secret_id}/tags:\n    $ref: csms/listSecretTags.yaml\n",
  );
  await listSuite(workspace, "listSecretTags", "added", "beside the others");
  await npm(workspace, "generate");
});
afterAll(() => workspace?.remove());

describe("an operation that is added", () => {
  it("passes the lint of the spec", async () => {
    await npm(workspace, "spec:lint");
  });

  it("leaves everything compiling, and has types that a caller compiles against", async () => {
    await cp(join(FIXTURES, "consumer.ts"), join(workspace.path, "src/consumer.ts"));
    await workspace.edit("src/consumer.ts", "./src/index.js", "./index.js");
    expect(await compileIn(workspace.path)).toBe("");
  });

  it("is tested with the others, and covered like them", async () => {
    const output = await npm(workspace, "test:contract", "contract-tests/contract");
    expect(output).toMatch(/operations +3\/3/);
  });

  it("is part of the demo", async () => {
    expect(await npm(workspace, "demo")).toContain("listSecretTags");
  });
});

it.each(["scripts", "src"])("%s/ names no operation and no path", async (folder) => {
  const names = Object.entries(openapi.paths).flatMap(([path, item]) => [
    path,
    ...Object.values(item).map(({ operationId }) => operationId),
  ]);
  const files = await readdir(join(ROOT, folder), { recursive: true, withFileTypes: true });
  for (const { name, parentPath } of files.filter((one) => one.isFile())) {
    if (parentPath.includes("node_modules")) continue;
    const text = await readFile(join(parentPath, name), "utf8");
    expect(
      names.filter((one) => text.includes(one)),
      `${parentPath}/${name}`,
    ).toEqual([]);
  }
});

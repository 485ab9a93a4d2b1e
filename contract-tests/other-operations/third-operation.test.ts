import { cp, mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createDewTagsClient } from "huaweicloud-dew-tags";
import { type RunningMock, startMock } from "huaweicloud-dew-tags/mock";
import openapi from "huaweicloud-dew-tags/openapi.json" with { type: "json" };
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { generate } from "../../scripts/generator/index.js";
import { compileIn } from "../support/tsc.js";
import { createWorkspace, ROOT, type Workspace } from "../support/workspace.js";

const FIXTURES = join(ROOT, "contract-tests/other-operations/fixtures");
const PARAMS = { path: { project_id: "p", secret_id: "s" } };

let workspace: Workspace;
let mock: RunningMock;

beforeAll(async () => {
  workspace = await createWorkspace("spec", "src", "package.json", "tsconfig.json");
  await cp(
    join(FIXTURES, "listSecretTags.yaml"),
    join(workspace.path, "spec/csms/listSecretTags.yaml"),
  );
  await workspace.edit(
    "spec/openapi.yaml",
    "paths:\n",
    "paths:\n  /v1/{project_id}/csms/{secret_id}/tags:\n    $ref: csms/listSecretTags.yaml\n",
  );
  const files = await generate(join(workspace.path, "spec/openapi.yaml"));
  await mkdir(join(workspace.path, "generated"));
  for (const [name, text] of files) await workspace.write(`generated/${name}`, text);
  mock = await startMock({ spec: join(workspace.path, "generated/openapi.json") });
});

afterAll(async () => {
  await mock?.close();
  await workspace?.remove();
});

describe("a third operation, added to the spec alone,", () => {
  it("gets types, which a consumer compiles against", async () => {
    await cp(join(FIXTURES, "third-operation-consumer.ts"), join(workspace.path, "consumer.ts"));
    const config = JSON.parse(await workspace.read("tsconfig.json"));
    await workspace.write("tsconfig.json", JSON.stringify({ ...config, include: ["consumer.ts"] }));
    expect(await compileIn(workspace.path)).toBe("");
  });

  it("gets validators of its request and of each response", async () => {
    const { requestValidators, responseValidators } = await imported("generated/validators.js");
    const validate = responseValidators.listSecretTags["200"];
    expect(requestValidators.listSecretTags(PARAMS)).toEqual([]);
    expect(requestValidators.listSecretTags({ path: { project_id: "p" } })).toMatchObject([
      { pointer: "/path", keyword: "required" },
    ]);
    expect(validate({ tags: [{ key: "env" }] })).toEqual([]);
    expect(validate({ tags: [{ key: "_sys_env" }] })).toMatchObject([
      { pointer: "/tags/0/key", keyword: "pattern" },
    ]);
  });

  it("gets a client method, which calls it on a served mock", async () => {
    const { createDewTagsClient, token } = await imported("src/index.ts");
    const dew = createDewTagsClient({ baseUrl: mock.url, auth: token("t"), retry: false });
    const { data, error } = await dew.listSecretTags({ params: PARAMS });
    expect(error).toBeUndefined();
    expect(data).toEqual({ tags: [{ key: "env", value: "prod" }] });

    const forced = await dew.listSecretTags({ params: PARAMS, headers: { Prefer: "code=404" } });
    expect(forced.error).toMatchObject({ status: 404, operationId: "listSecretTags" });
    await expect(
      dew.listSecretTags({ params: { path: { project_id: "", secret_id: "s" } } }),
    ).rejects.toMatchObject({
      violations: [{ pointer: "/path/project_id", keyword: "minLength" }],
    });
  });

  it("leaves the other two as they were", async () => {
    const { bindings } = await imported("generated/client.ts");
    const own = Object.keys(createDewTagsClient({ region: "r", auth: { authorize: () => ({}) } }));
    expect(Object.keys(bindings)).toEqual(
      expect.arrayContaining(own.filter((name) => name !== "http" && name !== "close")),
    );
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

// biome-ignore lint/suspicious/noExplicitAny: what is generated there has types of its own.
function imported(file: string): Promise<any> {
  return import(/* @vite-ignore */ pathToFileURL(join(workspace.path, file)).href);
}

import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createWorkspace, ROOT, type Workspace } from "../../support/workspace.js";
import { documentChecks } from "../checks/document.js";
import { loadCommitted, loadDocument } from "./load.js";

const committed = await loadCommitted();

describe("the document under test", () => {
  let workspace: Workspace;
  beforeAll(async () => {
    workspace = await createWorkspace("spec");
  });
  afterAll(() => workspace.remove());

  it("is the committed contract where none is named", async () => {
    expect(await loadDocument("")).toEqual(committed);
  });

  it("may be YAML of several files", async () => {
    expect(await loadDocument(join(ROOT, "spec/openapi.yaml"))).toEqual(committed);
  });

  it("may be broken, as long as it can be read", async () => {
    await workspace.edit("spec/openapi.yaml", /\$ref: (?!.*security).*/, "$ref: nowhere.yaml");
    const document = await loadDocument(join(workspace.path, "spec/openapi.yaml"));
    const checks = documentChecks(document, committed).flatMap((group) => group.checks);
    const statuses = checks.find(({ id }) => id === "the documented statuses");
    expect(statuses?.observe).toThrow(/nowhere/);
  });

  it("is named where it cannot be read", async () => {
    await workspace.write("bad.yaml", "a: [");
    for (const name of ["bad.yaml", "none.yaml"]) {
      await expect(loadDocument(join(workspace.path, name))).rejects.toThrow(
        new RegExp(`^cannot read the document .*${name}: `),
      );
    }
  });
});

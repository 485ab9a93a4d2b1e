import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { requestValidators } from "huaweicloud-dew-tags/validators";
import { describe, expect, it } from "vitest";
import { ROOT } from "../support/workspace.js";

const run = promisify(execFile);
const validate = requestValidators.batchCreateOrDeleteTags;
const path = { project_id: "p", secret_id: "s" };
const request = (body: unknown) => ({ path, body });
const withTags = (...tags: unknown[]) => request({ action: "create", tags });

describe("a request validator", () => {
  it("reports every violation with pointer, keyword, a message to act on and the value", () => {
    expect(
      validate({
        path: { ...path, project_id: "" },
        body: { action: "CREATE", tags: [{ key: "" }] },
      }),
    ).toMatchObject([
      {
        pointer: "/path/project_id",
        keyword: "minLength",
        message: "must have at least 1 character",
        value: '""',
      },
      {
        pointer: "/body/action",
        keyword: "enum",
        message: 'must be "create" or "delete"',
        value: '"CREATE"',
      },
      {
        pointer: "/body/tags/0/key",
        keyword: "minLength",
        message: "must have at least 1 character",
        value: '""',
      },
    ]);
  });

  it("says in words what a regex allows", () => {
    const [violation] = validate(withTags({ key: "_sys_x" }));
    expect(violation?.message).toMatch(
      /^must be letters .* not beginning with _sys_ .*, matching \^/,
    );
  });

  it("names the lacking property, and gives no value for it", () => {
    const [violation, ...others] = validate(withTags({ value: "v" }));
    expect(others).toEqual([]);
    expect(violation).toMatchObject({ pointer: "/body/tags/0", keyword: "required" });
    expect(violation).toMatchObject({ message: "must have the property key" });
    expect(violation).not.toHaveProperty("value");
  });

  it("says where the rule is from", () => {
    const [violation] = validate(withTags({ key: "_sys_x" }));
    expect(violation?.source).toMatch(/^(page|vendor|ours)\b/);
  });

  it("names an unknown property", () => {
    expect(validate(withTags({ key: "k", 标签: 1 }))).toMatchObject([
      {
        pointer: "/body/tags/0",
        keyword: "additionalProperties",
        message: 'must not have the property "标签"',
      },
    ]);
  });

  it("points at the later of two items with one key", () => {
    expect(validate(withTags({ key: "a" }, { key: "b" }, { key: "a", value: "" }))).toMatchObject([
      {
        pointer: "/body/tags/2/key",
        keyword: "x-unique-item-properties",
        message: "must differ from the key of item 0",
      },
    ]);
  });

  it("cuts a value to fit a line", () => {
    const [violation] = validate(withTags({ key: `\n${"k".repeat(1_000_000)}` }));
    expect(violation?.value?.length).toBeLessThan(80);
    expect(violation?.value).not.toContain("\n");
  });

  it("survives whatever it is given", () => {
    const cyclic: Record<string, unknown> = {};
    cyclic.self = cyclic;
    for (const odd of [
      undefined,
      null,
      0,
      "",
      [],
      {},
      cyclic,
      request(cyclic),
      withTags(cyclic),
      withTags(null),
    ]) {
      expect(validate(odd).length, String(odd)).toBeGreaterThan(0);
    }
  });
});

describe("validators.js", () => {
  it("depends on nothing and works where code may not be made from strings", async () => {
    const url = new URL("../../generated/validators.js", import.meta.url).href;
    const script = `
      import { requestValidators } from ${JSON.stringify(url)};
      try { eval("1"); throw new Error("eval is allowed"); } catch (e) { if (!(e instanceof EvalError)) throw e; }
      const valid = ${JSON.stringify(withTags({ key: "k" }))};
      const [violation] = requestValidators.batchCreateOrDeleteTags({ ...valid, body: {} });
      console.log(requestValidators.batchCreateOrDeleteTags(valid).length, violation.keyword);
    `;
    const { stdout } = await run(
      process.execPath,
      ["--disallow-code-generation-from-strings", "--input-type=module", "-e", script],
      { cwd: join(ROOT, "..") },
    );
    expect(stdout.trim()).toBe("0 required");
  });
});

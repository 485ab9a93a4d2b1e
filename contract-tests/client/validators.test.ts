import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { requestValidators } from "huaweicloud-dew-tags/validators";
import { describe, expect, it } from "vitest";
import { ROOT } from "../support/workspace.js";

const validate = requestValidators.batchCreateOrDeleteTags;
const path = { project_id: "p", secret_id: "s" };
const request = (tags: readonly object[], action = "create", project_id = "p") => ({
  path: { ...path, project_id },
  body: { action, tags },
});
const one = "must have at least 1 character";

describe("a request validator says what breaks which rule, and what would be right:", () => {
  it.each<[string, string, string | RegExp, unknown, string?]>([
    ["/path/project_id", "minLength", one, request([{ key: "k" }], "create", ""), '""'],
    ["/body/action", "enum", 'must be "create" or "delete"', request([{ key: "k" }], "C"), '"C"'],
    ["/body/tags/0/key", "minLength", one, request([{ key: "" }]), '""'],
    [
      "/body/tags/0/key",
      "pattern",
      /^must be letters .* not beginning with _sys_ .*, matching \^/,
      request([{ key: "_sys_x" }]),
      '"_sys_x"',
    ],
    ["/body/tags/0", "required", "must have the property key", request([{ value: "v" }])],
    [
      "/body/tags/0",
      "additionalProperties",
      'must not have the property "标签"',
      request([{ key: "k", 标签: 1 }]),
      '{"key":"k","标签":1}',
    ],
    [
      "/body/tags/2/key",
      "x-unique-item-properties",
      "must differ from the key of item 0",
      request([{ key: "a" }, { key: "b" }, { key: "a", value: "" }]),
      '"a"',
    ],
  ])("%s %s", (pointer, keyword, message, given, value) => {
    const violations = validate(given);
    expect(violations).toEqual([
      {
        pointer,
        keyword,
        message: typeof message === "string" ? message : expect.stringMatching(message),
        source: expect.stringMatching(/^(page|vendor|ours)\b/),
        ...(value && { value }),
      },
    ]);
  });
});

it("validators.js depends on nothing and works where no code is made from strings", async () => {
  const url = new URL("../../generated/validators.js", import.meta.url).href;
  const script = `
    import { requestValidators } from ${JSON.stringify(url)};
    try { eval("1"); throw new Error("eval is allowed"); } catch (e) { if (!(e instanceof EvalError)) throw e; }
    const valid = ${JSON.stringify(request([{ key: "k" }]))};
    const [violation] = requestValidators.batchCreateOrDeleteTags({ ...valid, body: {} });
    console.log(requestValidators.batchCreateOrDeleteTags(valid).length, violation.keyword);
  `;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--disallow-code-generation-from-strings", "--input-type=module", "-e", script],
    { cwd: join(ROOT, "..") },
  );
  expect(stdout.trim()).toBe("0 required");
});

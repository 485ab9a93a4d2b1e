import { expect, it } from "vitest";
import { type Case, requestCases, responseCases } from "../cases/index.js";
import { compileIn } from "../support/tsc.js";
import { createWorkspace } from "../support/workspace.js";

// The types against the cases: TypeScript must object exactly where a case breaks a rule that a
// type can tell.

/** What a type can tell. Lengths, regexes and repeated items are for the validators. */
const TELLABLE = new Set(["type", "required", "enum", "additionalProperties"]);

const HEAD = `
import { createDewTagsClient, token } from "huaweicloud-dew-tags";
import type { operations } from "huaweicloud-dew-tags/types";
const dew = createDewTagsClient({ region: "cn-north-4", auth: token("t") });
`;

it("objects to exactly the requests and error bodies that a type can tell are wrong", async () => {
  const requests = requestCases.map(({ operation, request: { path, body } }) => {
    const given = body === undefined ? {} : { body };
    return `dew.${operation}(${literal({ params: { path }, ...given })});`;
  });
  const errors = responseCases.filter(({ status }) => Number(status) >= 400);
  const responses = errors.map(({ operation, status, body }) => {
    // By way of a constant: what is more than documented is no reason to object.
    const type = `operations["${operation}"]["responses"][${status}]["content"]["application/json"]`;
    return `{ const body = ${literal(body)}; const typed: ${type} = body; void typed; }`;
  });
  const objected = await failing(HEAD, [...requests, ...responses]);
  const cases = [...requestCases, ...errors];
  const ids = cases.filter((_, index) => objected.has(index)).map(({ id }) => id);
  expect(ids).toEqual(cases.filter(isTellable).map(({ id }) => id));
});

function isTellable({ violations = [] }: Case): boolean {
  return violations.some(({ keyword }) => TELLABLE.has(keyword));
}

/** In ASCII: some characters beyond it break a line. */
function literal(value: unknown): string {
  return String(JSON.stringify(value)).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** @returns the indexes of the statements that do not compile */
async function failing(head: string, statements: readonly string[]): Promise<Set<number>> {
  const workspace = await createWorkspace("src", "generated", "package.json", "tsconfig.json");
  try {
    const config = JSON.parse(await workspace.read("tsconfig.json"));
    const include = ["cases.ts"];
    await workspace.write("tsconfig.json", JSON.stringify({ ...config, include }));
    await workspace.write("cases.ts", head + statements.join("\n"));
    const errors = (await compileIn(workspace.path)).match(/^\S.*/gm) ?? [];
    return new Set(
      errors.map((error) => {
        const line = Number(/^cases\.ts\((\d+),\d+\): error TS/.exec(error)?.[1]);
        const index = line - head.split("\n").length;
        if (!(index >= 0)) throw new Error(`not about a statement: ${error}`);
        return index;
      }),
    );
  } finally {
    await workspace.remove();
  }
}

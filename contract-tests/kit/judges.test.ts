import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as joinPath } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import {
  type RequestCase,
  type ResponseCase,
  requestCases,
  responseCases,
} from "../cases/index.js";
import { ROOT } from "../support/workspace.js";
import { type Disagreement, openContract, type RunOptions } from "./contract.js";
import { loadCommitted, type OpenApiDocument } from "./document/load.js";
import { type Body, operationOf } from "./document/operation.js";
import { at, isTree, join, remove, rename, set, tokensOf } from "./document/pointer.js";
import { schemasAt } from "./sources.js";

// The judges are judged: each must see a document that says something else, and none may crash.

const committed = await loadCommitted();

/** Cases that break this keyword alone, and where the keyword is written. */
function breaking<Case extends RequestCase | ResponseCase>(
  keyword: string,
  cases: readonly Case[],
) {
  return cases.flatMap((one) => {
    const [violation, ...others] = one.violations ?? [];
    if (violation?.keyword !== keyword || others.length > 0) return [];
    return schemasAt(committed, one, violation.pointer, keyword).map(({ pointer, value }) => ({
      one,
      place: violation.pointer,
      pointer: join(pointer, keyword),
      rule: value[keyword],
    }));
  });
}

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("the cases have none such");
  return value;
}

const lengthAt = (one: RequestCase, place: string): number =>
  [...String(at(one.request, place))].length;

/** A body that is too long by one, one that is not, and the limit. */
const limited = found(
  breaking("maxLength", requestCases).find(
    ({ one, place, rule }) =>
      place.startsWith("/body") && lengthAt(one, place) === Number(rule) + 1,
  ),
);
const limit = Number(limited.rule);
const { operation } = limited.one;
const ofOperation = requestCases.filter((one) => one.operation === operation);
const longest = found(
  ofOperation.find((one) => one.verdict === "accept" && lengthAt(one, limited.place) === limit),
);
const bodiless = ofOperation.find(({ request }) => request.body === undefined);

/** A body of an error that is of the wrong type. */
const refused = found(
  breaking("type", responseCases).find(({ one }) => one.operation === operation),
);
const { status } = refused.one;

/** What is enough to see the changes below. */
const few = new Set([limited.one, longest, refused.one, bodiless].map((one) => one?.id));

const READERS = ["document", "ajv", "mock", "client", "client without validation"];
const DECIDERS = ["ajv", "mock", "client without validation"];

type Change = (document: OpenApiDocument) => void;

const put =
  (value: unknown, ...pointers: string[]): Change =>
  (document) => {
    for (const pointer of pointers) set(document, pointer, value);
  };
const lack =
  (pointer: string): Change =>
  (document) =>
    remove(document, pointer);
const call =
  (pointer: string, name: string): Change =>
  (document) =>
    rename(document, pointer, name);
/** Changes every text within the examples of a body. */
const showOther =
  (body: Body): Change =>
  (document) =>
    changeTexts(at(document, join(body.at(), "examples")));

function changeTexts(value: unknown): void {
  if (!isTree(value)) return;
  for (const [name, inner] of Object.entries(value)) {
    if (typeof inner === "string") value[name] = `${inner}?`;
    else changeTexts(inner);
  }
}

const located = operationOf(committed, operation);
const { pointer, item, method } = located;
const body = found(located.body());
const responseAt = located.responseAt(status);

const CHANGES: readonly (readonly [name: string, seenBy: readonly string[], change: Change])[] = [
  ["lacks an operation", READERS, lack(pointer)],
  ["lacks a status", ["document", "ajv", "mock"], lack(responseAt)],
  ["has a status more", ["document"], put({ description: "" }, located.responseAt("418"))],
  [
    "has another path",
    ["document", "mock", "client"],
    call(item.pointer, `/other${tokensOf(item.pointer).at(-1)}`),
  ],
  [
    "has another method",
    ["mock", "client"],
    call(join(item.pointer, method.toLowerCase()), "trace"),
  ],
  ["allows more", DECIDERS, put(limit + 1, limited.pointer)],
  ["allows less", [...DECIDERS, "client"], put(limit - 1, limited.pointer)],
  ["lets a body be absent", ["ajv", "mock"], lack(join(body.pointer, "required"))],
  ["says less of an error", ["ajv"], lack(refused.pointer)],
  ["has a schema that does not compile", READERS, put("many", limited.pointer)],
  [
    "has a reference that leads nowhere",
    ["document", "ajv", "mock"],
    put({ $ref: "#/components/responses/Nowhere" }, responseAt),
  ],
  ["takes another media type", ["ajv", "client", "mock"], call(body.at(), "text/json")],
  ["wants no credential", ["mock"], put([], "/security", join(pointer, "security"))],
  ["shows another request", ["document"], showOther(body)],
  ["shows another error", ["document", "mock"], showOther(located.response(status))],
  ["is served elsewhere", ["document"], put("https://elsewhere.test", "/servers/0/url")],
];

/** The disagreements of every part until each judge has one. */
async function disagreementsOn(
  document: OpenApiDocument,
  only: RunOptions["only"],
): Promise<Disagreement[]> {
  const contract = openContract(document, committed);
  const disagreements = new Map<string, Disagreement[]>();
  for (const part of contract.parts) {
    if (disagreements.has(part.judge)) continue;
    const found = await part.run({ bail: true, ...(only && { only }) });
    if (found.length > 0) disagreements.set(part.judge, found);
  }
  await contract.close();
  return [...disagreements.values()].flat();
}

const timeout = 120_000;

describe("a document that is not the contract", () => {
  it.each(CHANGES)("is found out: it %s", { timeout }, async (_name, seenBy, change) => {
    const document = await loadCommitted();
    change(document);
    const isCase = new Set([...requestCases, ...responseCases].map(({ id }) => id));
    const disagreements = await disagreementsOn(document, (id, part) =>
      isCase.has(id) ? few.has(id) : [operation, "all operations"].includes(part.operation),
    );
    const judges = disagreements.flatMap((one) => one.judges);
    expect(judges).toEqual(expect.arrayContaining([...seenBy]));
  });

  it.each([
    ["an empty object", {}],
    ["a document without paths", { openapi: "3.1.1", info: { title: "", version: "" } }],
    ["a document whose paths are null", { openapi: "3.1.1", paths: null, components: null }],
    ["a document of something else", { openapi: "3.1.1", paths: { "/x": { get: 1, put: {} } } }],
  ])("is found out by every judge that reads it: %s", { timeout }, async (_name, given) => {
    const disagreements = await disagreementsOn(
      given as unknown as OpenApiDocument,
      (id) => few.has(id) || id === "the documented statuses",
    );
    const judges = disagreements.flatMap((one) => one.judges);
    // The client refuses by itself what its own validators refuse.
    const dependent = READERS.filter((judge) => judge !== "client");
    expect(judges).toEqual(expect.arrayContaining(dependent));
  });
});

describe("a part of the contract", () => {
  it("stops at the first disagreement if that is enough", async () => {
    const document = await loadCommitted();
    set(document, limited.pointer, limit + 1);
    const { parts } = openContract(document, committed);
    const asked: string[] = [];
    const onCase = (id: string) => asked.push(id);
    for (const part of parts.filter(({ judge }) => judge === "ajv")) {
      const [first, ...others] = await part.run({ bail: true, onCase });
      expect(others).toEqual([]);
      if (first !== undefined) return expect(first.id).toBe(asked.at(-1));
    }
    expect.fail("nothing disagrees");
  });
});

describe("SPEC=path npm run test:contract", () => {
  it("fails where the document disagrees, and only there", { timeout }, async () => {
    const document = await loadCommitted();
    set(document, limited.pointer, limit + 1);
    const folder = await mkdtemp(joinPath(tmpdir(), "dew-tags-"));
    const path = joinPath(folder, "other.json");
    await writeFile(path, JSON.stringify(document));
    const { code, output } = await testWith(path);
    await rm(folder, { recursive: true });
    expect(code).toBe(1);
    expect(output).toMatch(/ Tests {2}[1-9] failed \| [1-9]\d* passed /);
    expect(output).toContain(`${limited.one.id} (${operation}, `);
    expect(output).toContain("curl -gsS -i -X ");
  });
});

/** Runs the tests of two subjects as `npm run test:contract` does. */
async function testWith(SPEC: string): Promise<{ code: number; output: string }> {
  const [table] = limited.one.source.table.split(",");
  const args = [
    joinPath(ROOT, "node_modules/vitest/vitest.mjs"),
    "run",
    "contract-tests/contract/contract.test.ts",
    "-t",
    `${operation} (statuses|${table}):`,
  ];
  const env = { ...process.env, SPEC, NO_COLOR: "1" };
  const options = { cwd: ROOT, env, maxBuffer: 2 ** 26 };
  return promisify(execFile)(process.execPath, args, options).then(
    ({ stdout }) => ({ code: 0, output: stdout }),
    ({ code, stdout, stderr }) => ({ code, output: stdout + stderr }),
  );
}

import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as joinPath } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { requestCases, responseCases } from "../cases/index.js";
import { ROOT } from "../support/workspace.js";
import { type Disagreement, openContract, type RunOptions } from "./contract.js";
import { computeCoverage } from "./coverage/coverage.js";
import type { Item } from "./coverage/item.js";
import { type Document, loadCommitted } from "./document/load.js";
import { operationOf } from "./document/operation.js";
import { at, isTree, join, remove, rename, set } from "./document/pointer.js";

// The judges are judged: each must see a document that says something else, and none may crash.

const committed = await loadCommitted();

const cases = [...requestCases, ...responseCases];
const { items } = computeCoverage(
  committed,
  cases,
  cases.map(({ id, operation }) => ({ judge: "validator", subject: "", operation, id })),
);

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("the cases have none such");
  return value;
}

/** Where a keyword stands that one of these cases just breaks, or just meets. */
function itemOf(dimension: "broken" | "met", end: string, these: readonly { id: string }[]): Item {
  const isReached = ({ cases }: Item): boolean => these.some(({ id }) => cases.includes(id));
  const isIt = (item: Item): boolean => item.dimension === dimension && item.pointer.endsWith(end);
  return found(items.find((item) => isIt(item) && isReached(item)));
}

/** A body that is too long by one, one that is not, and the limit. */
const {
  pointer: limitAt,
  cases: tooLong,
  operation,
} = itemOf(
  "broken",
  "/maxLength",
  requestCases.filter((one) => one.violations?.every(({ pointer }) => pointer.startsWith("/body"))),
);
const limited = found(requestCases.find(({ id }) => tooLong.includes(id)));
const limit = Number(at(committed, limitAt));
const ofOperation = requestCases.filter((one) => one.operation === operation);
const { cases: longest } = itemOf("met", limitAt, ofOperation);
const bodiless = ofOperation.find(({ request }) => request.body === undefined);

/** A body of an error that is of the wrong type. */
const responses = responseCases.filter((one) => one.operation === operation);
const wrong = itemOf("broken", "/type", responses);
const refused = found(responseCases.find(({ id }) => wrong.cases.includes(id)));
const { status } = refused;

/** What is enough to see the changes below. */
const few = new Set([limited.id, longest[0], refused.id, bodiless?.id]);

const READERS = ["document", "ajv", "mock", "client", "client without validation"];
const DECIDERS = ["ajv", "mock", "client without validation"];

type Change = (document: Document) => void;

/** Changes every text within a value. */
function changeTexts(value: unknown): void {
  if (!isTree(value)) return;
  for (const [name, inner] of Object.entries(value)) {
    if (typeof inner === "string") value[name] = `${inner}?`;
    else changeTexts(inner);
  }
}

const own = operationOf(committed, operation);
const { pointer, item } = own;
const otherPath = `/other${own.template}`;
const body = found(own.body());
const errorAt = own.response(status).at();
const responseAt = own.responseAt(status);
const NOWHERE = { $ref: "#/components/responses/Nowhere" };

const CHANGES: readonly (readonly [name: string, seenBy: readonly string[], change: Change])[] = [
  ["lacks an operation", READERS, (doc) => remove(doc, pointer)],
  ["lacks a status", ["document", "ajv", "mock"], (doc) => remove(doc, responseAt)],
  ["has a status more", ["document"], (doc) => set(doc, own.responseAt(418), { description: "" })],
  ["has another path", ["document", "mock", "client"], (d) => rename(d, item.pointer, otherPath)],
  ["has another method", ["mock", "client"], (doc) => rename(doc, pointer, "trace")],
  ["allows more", DECIDERS, (doc) => set(doc, limitAt, limit + 1)],
  ["allows less", [...DECIDERS, "client"], (doc) => set(doc, limitAt, limit - 1)],
  ["needs no body", ["ajv", "mock"], (doc) => remove(doc, join(body.pointer, "required"))],
  ["says less of an error", ["ajv"], (doc) => remove(doc, wrong.pointer)],
  ["does not compile", READERS, (doc) => set(doc, limitAt, "many")],
  ["has a dangling reference", ["document", "ajv", "mock"], (doc) => set(doc, responseAt, NOWHERE)],
  ["takes another type", ["ajv", "client", "mock"], (doc) => rename(doc, body.at(), "text/json")],
  [
    "wants no credential",
    ["mock"],
    (doc) => {
      for (const { pointer } of [{ pointer: "" }, own]) set(doc, `${pointer}/security`, []);
    },
  ],
  ["shows another request", ["document"], (doc) => changeTexts(at(doc, `${body.at()}/examples`))],
  ["has another error", ["document", "mock"], (doc) => changeTexts(at(doc, `${errorAt}/examples`))],
  ["is served elsewhere", ["document"], (doc) => set(doc, "/servers/0/url", "https://a.test")],
];

/** The disagreements of every part until each judge has one. */
async function disagreementsOn(document: Document, only: RunOptions["only"]) {
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
    const isCase = new Set(cases.map(({ id }) => id));
    const disagreements = await disagreementsOn(document, (id, part) =>
      isCase.has(id) ? few.has(id) : [operation, "all operations"].includes(part.operation),
    );
    const judges = disagreements.map(({ judge }) => judge);
    expect(judges).toEqual(expect.arrayContaining([...seenBy]));
  });

  it.each([
    ["an empty object", {}],
    ["a document without paths", { openapi: "3.1.1", info: { title: "", version: "" } }],
    ["a document whose paths are null", { openapi: "3.1.1", paths: null, components: null }],
    ["a document of something else", { openapi: "3.1.1", paths: { "/x": { get: 1, put: {} } } }],
  ])("is found out by every judge that reads it: %s", { timeout }, async (_name, given) => {
    const disagreements = await disagreementsOn(
      given as unknown as Document,
      (id) => few.has(id) || id === "the documented statuses",
    );
    const judges = disagreements.map(({ judge }) => judge);
    // The client refuses by itself what its own validators refuse.
    const dependent = READERS.filter((judge) => judge !== "client");
    expect(judges).toEqual(expect.arrayContaining(dependent));
  });
});

describe("a part of the contract", () => {
  it("stops at the first disagreement if that is enough", async () => {
    const document = await loadCommitted();
    set(document, limitAt, limit + 1);
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
    set(document, limitAt, limit + 1);
    const folder = await mkdtemp(joinPath(tmpdir(), "dew-tags-"));
    const path = joinPath(folder, "other.json");
    await writeFile(path, JSON.stringify(document));
    const { code, output } = await testWith(path);
    await rm(folder, { recursive: true });
    expect(code).toBe(1);
    expect(output).toMatch(/ Tests {2}[1-9] failed \| [1-9]\d* passed /);
    expect(output).toContain(`${limited.id} (${operation}, `);
    expect(output).toContain("curl -gsS -i -X ");
  });
});

/** Runs the tests of two subjects as `npm run test:contract` does. */
async function testWith(SPEC: string): Promise<{ code: number; output: string }> {
  const [table] = limited.source.table.split(",");
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

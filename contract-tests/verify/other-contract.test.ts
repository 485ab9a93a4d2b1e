import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { token } from "huaweicloud-dew-tags";
import { type RunningMock, startMock } from "huaweicloud-dew-tags/mock";
import { afterAll, beforeAll, expect, it } from "vitest";
import { generate } from "../../scripts/generator/index.js";
import { announce } from "../../src/cli/announce.js";
import type { VerifySettings } from "../../src/cli/verify-options.js";
import { type Contract, createContract } from "../../src/verify/contract.js";
import { plan } from "../../src/verify/plan.js";
import { verify } from "../../src/verify/verify.js";
import { depot } from "../other-operations/depot/cases/index.js";
import { createWorkspace, ROOT, type Workspace } from "../support/workspace.js";

// Operations of other shapes, and none that adds tags: queries, headers, GET, PUT, PATCH, DELETE.

let workspace: Workspace;
let mock: RunningMock;
let contract: Contract;

beforeAll(async () => {
  workspace = await createWorkspace("package.json");
  const spec = join(ROOT, "contract-tests/other-operations/depot/spec/openapi.yaml");
  for (const [name, text] of await generate(spec)) {
    if (/^(openapi\.json|operations\.ts|validators\.js)$/.test(name)) {
      await workspace.write(name, text);
    }
  }
  mock = await startMock({ spec: join(workspace.path, "openapi.json") });
  const generatedFrom = { title: "Depot", version: "1", sha256: "0" };
  contract = createContract({
    ...(await imported("operations.ts")),
    ...(await imported("validators.js")),
    cases: { generatedFrom, requests: depot.requests },
  });
});
afterAll(async () => {
  await mock?.close();
  await workspace?.remove();
});

it("every case passes at the mock", async () => {
  const options = { baseUrl: mock.url, auth: token("token"), rate: Infinity, strict: true };
  const report = await verify(contract, plan(contract), options);
  const { passed, cases } = report.summary;
  expect(report.results.filter(({ finding }) => finding !== undefined)).toEqual([]);
  expect({ passed, outcome: report.outcome }).toEqual({ passed: cases, outcome: "passed" });
});

it("a real provider gets nothing that cannot be undone, unless that is asked for", () => {
  const names = [...contract.operations.values()].flatMap(({ pathExamples }) => [...pathExamples]);
  const real = { real: true, path: Object.fromEntries(names) as Record<string, string> };
  const sent = plan(contract, real).filter(({ skip }) => skip === undefined);
  expect(new Set(sent.map(({ operation }) => operation.method))).toEqual(new Set(["GET"]));
  const all = plan(contract, { ...real, unsafeCases: true });
  expect(all.some(({ skip, operation }) => !skip && operation.method === "DELETE")).toBe(true);
});

it("what is announced is what is sent", () => {
  const settings = { baseUrl: mock.url, rate: Infinity, credential: { origin: "a token" } };
  const say = (steps: ReturnType<typeof plan>): string =>
    announce(contract, steps, settings as VerifySettings).replace(/\s+/g, " ");
  const all = say(plan(contract));
  expect(all).toMatch(/must accept \d+ of \d+ requests.* Not undone: what \d+ requests of /);
  expect(all).not.toContain("tag");
  const readOnly = plan(contract, { readOnly: true });
  const allowed = readOnly.filter((one) => !one.skip && one.expectation.kind === "accept");
  expect(allowed.length).toBeGreaterThan(0);
  expect(allowed.every(({ operation }) => operation.isReadOnly)).toBe(true);
});

// biome-ignore lint/suspicious/noExplicitAny: what is generated there has types of its own.
function imported(file: string): Promise<any> {
  return import(/* @vite-ignore */ pathToFileURL(join(workspace.path, file)).href);
}

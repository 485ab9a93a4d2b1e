import { type ChildProcess, execFile, spawn } from "node:child_process";
import { cp, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { compileIn } from "../support/tsc.js";
import { ROOT, type Workspace } from "../support/workspace.js";
import { copyProject, listSuite, npm } from "./workspace.js";

// A contract of other shapes takes the place of the first: its spec, its cases and its wires, and
// nothing else is changed. Every command does for it what it does for the first.

let workspace: Workspace;

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });
beforeAll(async () => {
  workspace = await copyProject();
  const spec = join(workspace.path, "spec");
  for (const name of await readdir(spec)) {
    if (name !== "lint" && name !== "redocly.yaml") await rm(join(spec, name), { recursive: true });
  }
  await cp(join(ROOT, "contract-tests/other-operations/depot/spec"), spec, { recursive: true });
  await listSuite(workspace, "depot", "depot/cases", "alone");
  await npm(workspace, "generate");
});
afterAll(() => workspace?.remove());

describe("another contract", () => {
  it("passes the lint of the spec", async () => {
    await npm(workspace, "spec:lint");
  });

  it("leaves scripts, src, cases and kit compiling", async () => {
    const config = JSON.parse(await workspace.read("tsconfig.json"));
    const tests = ["cases", "kit", "contract", "other-operations"];
    const include = ["src", "scripts", "generated", ...tests.map((one) => `contract-tests/${one}`)];
    await workspace.write("tsconfig.json", JSON.stringify({ ...config, include }));
    expect(await compileIn(workspace.path)).toBe("");
  });

  it("passes the contract tests, which cover all of it", async () => {
    const output = await npm(workspace, "test:contract", "contract-tests/contract");
    expect(output).toMatch(/operations +6\/6\n/);
    expect(output).not.toContain("missing");
  });

  // All of them take minutes: these stand for the others.
  it("has mutants, of which none survives", async () => {
    const some = " parameters /components/parameters/(Depot|RequestKey|Sizes)/";
    expect(await npm(workspace, "test:mutation", "requests", "-t", some)).toMatch(/score: 100 %/);
  });

  it("is shown by the demo", async () => {
    const output = await npm(workspace, "demo");
    for (const operation of ["listParcels", "deleteParcel"]) expect(output).toContain(operation);
  });

  describe("served by npm start", () => {
    let started: ChildProcess;
    let url: string;
    beforeAll(async () => {
      const options = ["--import", "tsx", "scripts/start.ts", "--port", "0"];
      started = spawn(process.execPath, options, { cwd: workspace.path });
      url = await new Promise<string>((resolve, reject) => {
        let output = "";
        started.once("exit", () => reject(new Error(output)));
        for (const stream of [started.stdout, started.stderr]) {
          stream?.setEncoding("utf8").on("data", (chunk: string) => {
            output += chunk;
            const [found] = /http:\/\/127\.0\.0\.1:\d+/.exec(output) ?? [];
            if (found !== undefined) resolve(found);
          });
        }
      });
    });
    afterAll(() => started?.kill("SIGKILL"));

    it("answers a query, and one that is wrong, by the explorer's document", async () => {
      const ask = (query: string) =>
        fetch(`${url}/depots/7/parcels?${query}`, { headers: { "X-Auth-Token": "t" } });
      expect((await ask("zone=north&state=waiting&state=lost&sizes=1,2")).status).toBe(200);
      expect((await ask("zone=north&state=found&state=lost")).status).toBe(400);
      expect((await fetch(`${url}/docs/`)).status).toBe(200);
    });

    it("passes verify", async () => {
      await npm(workspace, "verify", "--base-url", url, "--yes", "--rate", "unlimited");
    });
  });

  it("has numbers within objects read by the test service", async () => {
    const object =
      "type: object, properties: { min: { type: integer } }, x-source: 'ours: made up'";
    const style = `style: deepObject\n  description: Sizes.\n  schema: { ${object} }\n  example: {}\n`;
    const parameters = "spec/parcels/parameters.yaml";
    await workspace.edit(parameters, /(?<=name: sizes\n {2}in: query\n {2}).*?(?=^\w)/ms, style);
    await npm(workspace, "generate");
    const script = `
      import { createTestService } from "./src/testing/index.js";
      const { fetch } = createTestService();
      const headers = { "X-Auth-Token": "t" };
      for (const size of ["1", "x"]) {
        const url = "https://a.example/depots/7/parcels?zone=north&sizes[min]=" + size;
        console.log((await fetch(url, { headers })).status);
      }`;
    await workspace.write("service.ts", script);
    const argv = ["--import", "tsx", "service.ts"];
    const { stdout } = await promisify(execFile)(process.execPath, argv, { cwd: workspace.path });
    expect(stdout).toBe("200\n400\n");
  });
});

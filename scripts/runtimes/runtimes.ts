import { spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { launchBrowser } from "../../contract-tests/support/browser.js";
import { freePort } from "../lib/free-port.js";
import type { Sample } from "./sample.js";
import type { TestServer } from "./server.js";

export interface Setup {
  readonly origin: string;
  readonly closed: string;
  readonly sample: Sample;
}

/** Outcomes by the behaviour of the server. */
export type Outcomes = Readonly<Record<string, string>>;

export interface Runtime {
  readonly id: string;
  /** Whether it tells a program why a connection failed. Browsers and workers do not. */
  readonly isPrecise: boolean;
  /** @param folder where the package and the contract are installed */
  run(folder: string, setup: Setup, server: TestServer): Promise<Outcomes>;
}

const MODULES = fileURLToPath(new URL("node_modules/", import.meta.url));

const node = (version: number): Runtime => ({
  id: `Node ${version}`,
  isPrecise: true,
  run: (folder, setup) =>
    runProgram(folder, join(MODULES, `node-${version}/bin/node`), ["run.js"], setup),
});

export const runtimes: readonly Runtime[] = [
  node(20),
  node(22),
  node(24),
  node(26),
  {
    id: "Deno",
    isPrecise: false,
    run: (folder, setup) =>
      runProgram(
        folder,
        join(MODULES, "@deno/linux-x64-glibc/deno"),
        ["run", "--no-remote", "--allow-net=127.0.0.1", "--allow-env", "--allow-read", "run.js"],
        setup,
      ),
  },
  {
    id: "Bun",
    isPrecise: false,
    run: (folder, setup) =>
      runProgram(folder, join(MODULES, "@oven/bun-linux-x64/bin/bun"), ["run.js"], setup),
  },
  { id: "workerd", isPrecise: false, run: runInWorkerd },
  { id: "Chromium", isPrecise: false, run: runInChromium },
];

async function runProgram(
  cwd: string,
  command: string,
  args: readonly string[],
  setup: Setup,
): Promise<Outcomes> {
  const child = spawn(command, [...args, JSON.stringify(setup)], {
    cwd,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, DENO_NO_UPDATE_CHECK: "1", DENO_DIR: join(cwd, ".deno") },
  });
  const [out, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
  try {
    return JSON.parse(out) as Outcomes;
  } catch {
    throw new Error(`${command} printed no outcomes: ${out}${errors}`);
  }
}

async function runInWorkerd(folder: string, setup: Setup): Promise<Outcomes> {
  const port = await freePort();
  await writeFile(join(folder, "bundle.js"), await bundle(folder, "worker.js", ["workerd"]));
  await writeFile(
    join(folder, "workerd.capnp"),
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = (
      modules = [(name = "worker.js", esModule = embed "bundle.js")],
      compatibilityDate = "2026-01-01",
    )),
    # By default a worker reaches public addresses only.
    (name = "internet", network = (allow = ["local"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
);
`,
  );
  const child = spawn(
    join(MODULES, "@cloudflare/workerd-linux-64/bin/workerd"),
    ["serve", "workerd.capnp"],
    { cwd: folder, stdio: ["ignore", "ignore", "pipe"] },
  );
  const errors = text(child.stderr);
  try {
    const url = `http://127.0.0.1:${port}/`;
    for (let wait = 0; wait < 100 && child.exitCode === null; wait++) {
      const answer = await fetch(url, { method: "POST", body: JSON.stringify(setup) }).catch(
        () => undefined,
      );
      if (answer?.ok) return (await answer.json()) as Outcomes;
      if (answer !== undefined) throw new Error(`workerd: ${await answer.text()}`);
      await sleep(100);
    }
    child.kill();
    throw new Error(`workerd did not start: ${await errors}`);
  } finally {
    child.kill();
  }
}

/** In a page of the server's own origin, as fetch in a page may reach. */
async function runInChromium(folder: string, setup: Setup, server: TestServer): Promise<Outcomes> {
  const script = await bundle(folder, "contract.js", ["browser"]);
  server.serve("page", "text/html", "<!doctype html><title>Runtimes</title>");
  server.serve("contract.js", "text/javascript", script);
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(`${new URL(setup.origin).origin}/page/`);
    return await page.evaluate(async ({ origin, closed, sample }: Setup) => {
      const url = "/contract.js/";
      const { run } = (await import(url)) as {
        run(origin: string, closed: string, sample: unknown): Promise<Outcomes>;
      };
      return run(origin, closed, sample);
    }, setup);
  } finally {
    await browser.close();
  }
}

/** One module, resolved under the conditions of a runtime, as its own tools bundle it. */
async function bundle(
  folder: string,
  entry: string,
  conditions: readonly string[],
): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: folder,
    entryPoints: [entry],
    bundle: true,
    format: "esm",
    platform: "browser",
    conditions: [...conditions],
    write: false,
    logLevel: "error",
  });
  return outputFiles[0]?.text ?? "";
}

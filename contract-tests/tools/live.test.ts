import { type ChildProcess, spawn } from "node:child_process";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { describeInBrowser, launchBrowser } from "../support/browser.js";
import { createWorkspace, type Workspace } from "../support/workspace.js";

const ROOT_FILE = "spec/openapi.yaml";
const PATIENTLY = { timeout: 120_000 };

let workspace: Workspace;
let child: ChildProcess;
let browser: Browser;
let page: Page;
let url: string;
let printed = "";
let original: string;

beforeAll(async () => {
  workspace = await createWorkspace(
    "src",
    "generated",
    "scripts",
    "spec",
    "package.json",
    "tsconfig.json",
    "contract-tests/cases",
  );
  original = await workspace.read(ROOT_FILE);
  const args = ["--import", "tsx", "scripts/start.ts", "--port", "0", "--watch"];
  child = spawn(process.execPath, args, { cwd: workspace.path, stdio: ["ignore", "pipe", "pipe"] });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (chunk: string) => {
      printed += chunk;
    });
  }
  await vi.waitUntil(() => printed.includes("Watching spec/"), PATIENTLY);
  url = /explorer.* at (http:\S+)/.exec(printed)?.[1] as string;
  browser = await launchBrowser();
  page = await browser.newPage();
  page.setDefaultTimeout(PATIENTLY.timeout);
  await page.goto(url);
  await page.locator(".opblock").first().waitFor();
});

afterAll(async () => {
  child?.kill("SIGKILL");
  await browser?.close();
  await workspace?.remove();
});

describeInBrowser("npm start -- --watch", () => {
  it("serves what is saved, reloads the page, and writes generated/", async () => {
    await workspace.write(ROOT_FILE, original.replace(/^( {2}title: ).*$/m, "$1Live title"));
    await expect.poll(titleServed, PATIENTLY).toBe("Live title");
    await expect.poll(() => page.title(), PATIENTLY).toContain("Live title");
    await expect
      .poll(() => workspace.read("generated/openapi.json"), PATIENTLY)
      .toContain('"title": "Live title"');
  });

  it("tells in the terminal and over the page what is broken, and serves on", async () => {
    await workspace.write(
      ROOT_FILE,
      original.replace(/^openapi: .*$/m, "openapi: 3.1.1\nnonsense: 1"),
    );
    const overlay = page.getByRole("alert");
    await expect
      .poll(() => overlay.textContent(), PATIENTLY)
      .toMatch(/spec\/openapi\.yaml:2.*nonsense/s);
    await expect.poll(() => printed, PATIENTLY).toMatch(/spec\/openapi\.yaml:2.*nonsense/s);
    expect(await titleServed()).toBe("Live title");

    await workspace.write(ROOT_FILE, original);
    await expect.poll(titleServed, PATIENTLY).not.toBe("Live title");
    await expect.poll(() => overlay.count(), PATIENTLY).toBe(0);
  });
});

async function titleServed(): Promise<string> {
  const response = await fetch(new URL("openapi.json", url));
  return ((await response.json()) as { info: { title: string } }).info.title;
}

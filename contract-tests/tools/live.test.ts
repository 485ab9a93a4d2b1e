import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeInBrowser, launchBrowser } from "../support/browser.js";
import { createWorkspace, type Workspace } from "../support/workspace.js";
import { npmStart, type Started } from "./npm-start.js";

const ROOT_FILE = "spec/openapi.yaml";
const PATIENTLY = { timeout: 120_000 };

let workspace: Workspace;
let started: Started;
let browser: Browser;
let page: Page;
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
  started = await npmStart(workspace.path, process.env, "--watch");
  browser = await launchBrowser();
  page = await browser.newPage();
  page.setDefaultTimeout(PATIENTLY.timeout);
  await page.goto(`${started.url}/docs/`);
  await page.locator(".opblock").first().waitFor();
});

afterAll(async () => {
  started?.process.kill("SIGKILL");
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
    const broken = original.replace(/^openapi: .*$/m, "openapi: 3.1.1\nnonsense: 1");
    await workspace.write(ROOT_FILE, broken);
    const overlay = page.getByRole("alert");
    await expect
      .poll(() => overlay.textContent(), PATIENTLY)
      .toMatch(/spec\/openapi\.yaml:2.*nonsense/s);
    await expect.poll(started.printed, PATIENTLY).toMatch(/spec\/openapi\.yaml:2.*nonsense/s);
    expect(await titleServed()).toBe("Live title");

    await workspace.write(ROOT_FILE, original);
    await expect.poll(titleServed, PATIENTLY).not.toBe("Live title");
    await expect.poll(() => overlay.count(), PATIENTLY).toBe(0);
  });
});

async function titleServed(): Promise<string> {
  const response = await fetch(`${started.url}/docs/openapi.json`);
  return ((await response.json()) as { info: { title: string } }).info.title;
}

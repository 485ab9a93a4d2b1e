// npm run release:rehearse: publishes the packed package to a registry on loopback, installs it
// from there into empty projects, and runs there what the README shows: in ESM, CommonJS,
// TypeScript, vitest and Jest. Exits 1 where a step fails.

import { type ChildProcess, execFile, execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { startMock } from "huaweicloud-dew-tags/mock";
import { freePort } from "./lib/free-port.js";
import { installFolder } from "./lib/install-folder.js";
import { pack } from "./lib/pack.js";
import { redirectTo } from "./lib/snippets.js";
import { consumers } from "./rehearse/consumers.js";

const here = fileURLToPath(new URL("rehearse/", import.meta.url));
const root = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "dew-tags-release-"));
const port = await freePort();
const registry = `http://127.0.0.1:${port}/`;
const env = {
  ...process.env,
  // Of this rehearsal alone: neither the user's own settings nor their credentials.
  npm_config_userconfig: join(folder, ".npmrc"),
  npm_config_cache: join(folder, "cache"),
  npm_config_registry: registry,
  npm_config_audit: "false",
  npm_config_fund: "false",
  npm_config_ignore_scripts: "true",
  npm_config_update_notifier: "false",
};
let passed = 0;
let failed = 0;

installFolder(here);
const upstream = execFileSync("npm", ["config", "get", "registry"], { encoding: "utf8" }).trim();
const server = await startRegistry();
const mock = await startMock();
try {
  const tarball = pack(folder);
  await step("npm publish --dry-run warns of nothing", async () => {
    const output = await npm(folder, ["publish", tarball, "--dry-run", "--loglevel=warn"]);
    if (/npm warn|npm error/i.test(output)) throw new Error(output);
  });
  await step("npm publish", () => npm(folder, ["publish", tarball, "--loglevel=error"]));
  for (const { name, manifest, packages, files, run } of consumers(readReadme())) {
    await step(`${name}: npm install, ${run}`, async () => {
      const project = join(folder, name.replace(/\W+/g, "-"));
      mkdirSync(project);
      const text = JSON.stringify({ private: true, ...manifest });
      writeFileSync(join(project, "package.json"), text);
      await npm(project, ["install", "--loglevel=error", "huaweicloud-dew-tags", ...packages]);
      writeFileSync(join(project, "redirect.mjs"), redirectTo(mock.url));
      for (const [path, content] of Object.entries(files)) {
        writeFileSync(join(project, path), content);
      }
      return execute("sh", ["-c", run], project);
    });
  }
} finally {
  server.kill();
  await mock.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
console.log(`${passed} passed, ${failed} failed`);
// The owner's part, such as the name of the repository, may be open while the rest is rehearsed.
const stops = await promisify(execFile)("npm", ["run", "--silent", "release:check"], {
  cwd: root,
}).then(
  () => "",
  ({ stderr }: { stderr: string }) => stderr,
);
if (stops !== "") console.log(`npm run release:check would stop the release:\n${stops}`);
if (failed > 0) process.exitCode = 1;

/** A local registry that takes our package, and fetches every other from where npm does. */
async function startRegistry(): Promise<ChildProcess> {
  const config = {
    storage: join(folder, "storage"),
    uplinks: { npm: { url: upstream, timeout: "60s" } },
    packages: {
      "huaweicloud-dew-tags": { access: "$all", publish: "$all" },
      "**": { access: "$all", proxy: "npm" },
    },
    auth: { htpasswd: { file: join(folder, "htpasswd") } },
    log: { type: "stdout", level: "fatal" },
  };
  // JSON is YAML.
  writeFileSync(join(folder, "verdaccio.yaml"), JSON.stringify(config));
  // npm publishes only with a token; this registry takes any.
  writeFileSync(join(folder, ".npmrc"), `//127.0.0.1:${port}/:_authToken=rehearsal\n`);
  const bin = join(here, "node_modules/verdaccio/bin/verdaccio");
  const args = [bin, "--config", join(folder, "verdaccio.yaml"), "--listen", `127.0.0.1:${port}`];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"] });
  for (let wait = 0; wait < 300 && child.exitCode === null; wait++) {
    if ((await fetch(`${registry}-/ping`).catch(() => undefined))?.ok) return child;
    await sleep(100);
  }
  child.kill();
  throw new Error("the local registry did not start");
}

async function step(name: string, work: () => unknown): Promise<void> {
  try {
    await work();
    passed++;
    console.log(`✓ ${name}`);
  } catch (error) {
    failed++;
    const { stdout = "", stderr = "", message } = error as Error & Record<string, string>;
    console.error(`✗ ${name}\n${stdout}${stderr || message}`);
  }
}

function npm(cwd: string, args: readonly string[]): Promise<string> {
  return execute("npm", args, cwd);
}

/** Asynchronous, because programs call the mock in this process. @returns what is printed */
async function execute(command: string, args: readonly string[], cwd: string): Promise<string> {
  const { stdout, stderr } = await promisify(execFile)(command, args, {
    cwd,
    env: {
      ...env,
      PATH: `${join(cwd, "node_modules/.bin")}:${process.env.PATH}`,
      HUAWEICLOUD_TOKEN: "token",
    },
  });
  return stdout + stderr;
}

function readReadme(): string {
  return readFileSync(join(root, "README.md"), "utf8");
}

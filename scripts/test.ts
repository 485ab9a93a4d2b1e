// npm test [-- ARG …]: npm run check and npm run test:contract side by side, because the tests also
// wait. Shows the tests as they run, and then what the check said. Exits 1 unless both hold.
// What is given beside goes to vitest.

import { spawn } from "node:child_process";

const npm = (script: string, output: "inherit" | "pipe", args: readonly string[] = []) =>
  spawn("npm", ["run", "--silent", script, "--", ...args], {
    stdio: ["ignore", output, output],
    shell: process.platform === "win32",
  });

const check = npm("check", "pipe");
let said = "";
for (const stream of [check.stdout, check.stderr]) {
  stream?.setEncoding("utf8").on("data", (chunk: string) => {
    said += chunk;
  });
}
const tests = npm("test:contract", "inherit", process.argv.slice(2));

// A terminal tells the children too; what they leave to say is waited for.
process.on("SIGINT", () => {});
process.on("SIGTERM", () => {
  for (const child of [check, tests]) child.kill("SIGTERM");
});

const [checkCode, testsCode] = await Promise.all(
  [check, tests].map((child) => new Promise((resolve) => child.once("close", resolve))),
);
console.log(`\nnpm run check:\n${said.trimEnd()}`);
if (checkCode !== 0) console.error("✗ npm run check");
if (testsCode !== 0) console.error("✗ npm run test:contract");
process.exitCode = checkCode === 0 && testsCode === 0 ? 0 : 1;

// npm test: npm run check and npm run test:contract side by side, because the tests also wait.
// Shows the tests as they run, and then what the check said. Exits 1 unless both hold.

import { spawn } from "node:child_process";

const npm = (script: string, output: "inherit" | "pipe") =>
  spawn("npm", ["run", "--silent", script], {
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
const tests = npm("test:contract", "inherit");

const [checkCode, testsCode] = await Promise.all(
  [check, tests].map((child) => new Promise((resolve) => child.once("close", resolve))),
);
console.log(`\nnpm run check:\n${said.trimEnd()}`);
if (checkCode !== 0) console.error("✗ npm run check");
if (testsCode !== 0) console.error("✗ npm run test:contract");
process.exitCode = checkCode === 0 && testsCode === 0 ? 0 : 1;

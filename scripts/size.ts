// npm run size: bundles of typical uses, in brotli bytes, against their budgets.

import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));

/** What a page would import, and the most that it may cost. Raise a budget in a commit of its own. */
const USES = [
  {
    name: "validators alone",
    budget: 3000,
    code: `export { requestValidators } from "./generated/validators.js";`,
  },
  {
    name: "client with a token",
    budget: 13_900,
    code: `
      import { createDewTagsClient, token } from "./src/index.js";
      export const dew = createDewTagsClient({ region: "cn-north-4", auth: token("t") });`,
  },
  {
    name: "client with AK/SK",
    budget: 14_650,
    code: `
      import { akSk, createDewTagsClient } from "./src/index.js";
      const auth = akSk({ accessKey: "a", secretKey: "s" });
      export const dew = createDewTagsClient({ region: "cn-north-4", auth });`,
  },
] as const;

for (const { name, budget, code } of USES) {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: root, loader: "ts" },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    write: false,
  });
  const size = brotliCompressSync(outputFiles[0]?.contents ?? "").length;
  const verdict = size <= budget ? "✓" : "✗";
  console.log(`${verdict} ${name.padEnd(20)} ${size} B of ${budget} B`);
  if (size > budget) process.exitCode = 1;
}
if (process.exitCode === 1) console.error("A bundle is over its budget: see what it gained.");

// npm run size: what a page loads at first, for typical uses, in brotli bytes, against budgets.

import { fileURLToPath } from "node:url";
import { weigh } from "./lib/weigh.js";

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
    budget: 11_500,
    code: `
      import { createDewTagsClient, token } from "./src/index.js";
      export const dew = createDewTagsClient({ region: "cn-north-4", auth: token("t") });`,
  },
  {
    name: "client with AK/SK",
    budget: 12_250,
    code: `
      import { akSk, createDewTagsClient } from "./src/index.js";
      const auth = akSk({ accessKey: "a", secretKey: "s" });
      export const dew = createDewTagsClient({ region: "cn-north-4", auth });`,
  },
] as const;

for (const { name, budget, code } of USES) {
  const stdin = { contents: code, resolveDir: root, loader: "ts" } as const;
  const { brotli, later } = await weigh({ stdin });
  const verdict = brotli <= budget ? "✓" : "✗";
  const rest = later > 0 ? `; ${later} B more where openapi-fetch is used` : "";
  console.log(`${verdict} ${name.padEnd(20)} ${brotli} B of ${budget} B${rest}`);
  if (brotli > budget) process.exitCode = 1;
}
if (process.exitCode === 1) console.error("A bundle is over its budget: see what it gained.");

// A child process: node answer.js SETUP, with the `mebibytes` of a success that is full of escapes,
// in each of which a secret could be spelled. The token has 3 kB, as those of IAM have.

import { createDewTagsClient, token } from "../../../dist/src/index.node.js";
import { printCost } from "./cost.js";

const { operationId, pathParams, body, mebibytes } = JSON.parse(process.argv[2] ?? "");
const maxResponseBytes = mebibytes * 2 ** 20;
const escapes = String.raw`\n\"\u00e9/`;
const text = `"${escapes.repeat((maxResponseBytes - 2) / escapes.length)}"`;
const client = createDewTagsClient({
  region: "cn-north-4",
  auth: token(Array.from({ length: 1400 }, (_, index) => (index + 100).toString(36)).join("")),
  fetch: async () => new Response(text),
  maxResponseBytes,
  timeout: 300_000,
});
await printCost(async () => {
  const { data } = await client[operationId]({ params: { path: pathParams }, body });
  if (typeof data !== "string") throw new Error("the answer was not read");
});

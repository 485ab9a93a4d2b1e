// A child process: node call.js SETUP. Sends the example to a server that answers with too much.

import { createDewTagsClient, token } from "../../../dist/src/index.node.js";
import { printCost } from "./cost.js";

const { baseUrl, operationId, pathParams, body, token: value } = JSON.parse(process.argv[2] ?? "");
const client = createDewTagsClient({ baseUrl, auth: token(value), retry: false });
await printCost(async () => {
  const call = client[operationId]({ params: { path: pathParams }, body });
  const { kind } = await call.catch((error) => error);
  if (kind !== "oversized") throw new Error(`the call was ${kind}`);
});
process.exit();

// A child process: answers 204 to the one request that is measured, once its body has arrived.

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { example } from "./sample.js";

const server = createServer((request, response) => {
  const { method, url, headers } = request;
  // Some close the path with a slash, or name a charset.
  const isExpected =
    method === example.method &&
    url === example.path &&
    headers["content-type"]?.startsWith("application/json");
  request.resume().once("end", () => {
    response.writeHead(isExpected ? 204 : 400).end();
  });
});
// Connections outlive the other contenders' turns.
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => {
  process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
process.once("disconnect", () => process.exit());

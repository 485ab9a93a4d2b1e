// npm start [-- --port N]: serves the mock until it is stopped.

import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { startMock } from "../src/mock/index.js";
import type { OpenApiDocument } from "./generator/document.js";
import { listOperations } from "./generator/operations.js";
import { curl } from "./lib/curl.js";
import { listRequestExamples } from "./lib/request-examples.js";
import { style } from "./lib/terminal.js";

const DEFAULT_PORT = 4010;

try {
  const mock = await startMock({ port: readPort() });
  const document: OpenApiDocument = JSON.parse(
    await readFile(new URL("../generated/openapi.json", import.meta.url), "utf8"),
  );
  console.log(
    `${document.info.title} ${document.info.version}, mocked at ${style("bold", mock.url)}\n`,
  );
  for (const { path, method, name, summary, body, operationId } of firstOfEach(document)) {
    const headers = { "X-Auth-Token": "any" };
    console.log(style("bold", operationId) + (name === undefined ? "" : ` (${name}: ${summary})`));
    console.log(`  ${curl({ method, url: mock.url + path, headers, body })}\n`);
  }
  const [operation] = listOperations(document);
  const errors = operation?.responses.filter(({ schema }) => schema !== undefined) ?? [];
  console.log(
    `Any token will do. To force a documented error, add one of these to a valid request:`,
  );
  for (const { status, description } of errors) {
    console.log(`  -H 'Prefer: code=${status}'  ${style("dim", description)}`);
  }
  console.log("\nStop it with Ctrl-C.");

  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void mock.close().then(() => process.exit(0)));
  }
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

function readPort(): number {
  const { values } = parseArgs({
    options: { port: { type: "string", default: `${DEFAULT_PORT}` } },
  });
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port > 65_535) {
    throw new Error(`--port takes a whole number from 0 to 65535, not ${values.port}`);
  }
  return port;
}

function firstOfEach(document: OpenApiDocument) {
  const examples = listRequestExamples(document);
  return examples.filter(
    ({ operationId }, index) =>
      examples.findIndex((other) => other.operationId === operationId) === index,
  );
}

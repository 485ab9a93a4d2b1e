// npm start [-- --port N] [--watch]: serves the mock, and the explorer beside it, until it is
// stopped. With --watch both follow the spec while it is edited.

import { parseArgs } from "node:util";
import { startMock } from "../src/mock/index.js";
import { curl } from "../src/text/curl.js";
import { style } from "../src/text/terminal.js";
import { DEFAULT_PORT, EXPLORER_PATH } from "./explorer/address.js";
import { readDocuments } from "./explorer/files.js";
import { serveExplorer } from "./explorer/serve.js";
import type { OpenApiDocument } from "./generator/document.js";
import { listOperations } from "./generator/operations.js";
import { listRequestExamples } from "./lib/request-examples.js";
import { watchSpec } from "./lib/watch-spec.js";

if (process.env.npm_lifecycle_event === "start") {
  // npm passes a signal on to its shell, and many a shell ends without passing it on in turn.
  const shell = process.ppid;
  setInterval(() => process.ppid === shell || process.exit(0), 200).unref();
}

try {
  const { port, watch } = readOptions();
  const documents = await readDocuments();
  const { document } = documents;
  const explorer = await serveExplorer(documents, { isLive: watch });
  const mock = await startMock({ port, intercept: explorer.handle });
  // Connections end with the process: there is nothing to wait for. Not before, because Prism's
  // loading would hold a handler up, where a signal without one ends the process at once.
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(0));
  console.log(
    `${document.info.title} ${document.info.version}, mocked at ${style("bold", mock.url)}`,
  );
  console.log(`Its explorer, for a browser, is at ${style("bold", mock.url + EXPLORER_PATH)}\n`);
  for (const example of firstOfEach(document)) {
    const { path, method, name, summary, body, operationId } = example;
    const headers = { "X-Auth-Token": "any", ...example.headers };
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
  if (watch) {
    console.log("Watching spec/: save a file there, and what is served follows.");
    watchSpec("spec/openapi.yaml", {
      async serve(next) {
        await mock.reload(next.document);
        explorer.update(next);
      },
      fail: explorer.fail,
    });
  }
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

function readOptions(): { port: number; watch: boolean } {
  const { values } = parseArgs({
    options: {
      port: { type: "string", default: `${DEFAULT_PORT}` },
      watch: { type: "boolean", default: false },
    },
  });
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port > 65_535) {
    throw new Error(`--port takes a whole number from 0 to 65535, not ${values.port}`);
  }
  return { port, watch: values.watch };
}

function firstOfEach(document: OpenApiDocument) {
  const examples = listRequestExamples(document);
  return examples.filter(
    ({ operationId }, index) =>
      examples.findIndex((other) => other.operationId === operationId) === index,
  );
}

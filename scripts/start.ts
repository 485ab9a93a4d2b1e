// npm start [-- --port N] [--watch]: serves the mock, and the explorer beside it, until it is
// stopped. With --watch both follow the spec while it is edited.

import { readArguments } from "../src/cli/arguments.js";
import { createProcessIo } from "../src/cli/io.js";
import { DEFAULT_PORT, readPort, serveMock } from "../src/cli/serve-mock.js";
import { EXPLORER_PATH } from "./explorer/address.js";
import { readDocuments } from "./explorer/files.js";
import { serveExplorer } from "./explorer/serve.js";
import { endWithShell } from "./lib/npm-shell.js";
import { watchSpec } from "./lib/watch-spec.js";

endWithShell("start");
const io = createProcessIo();
try {
  const { port, watch } = readArguments(process.argv.slice(2), {
    port: { type: "string", default: `${DEFAULT_PORT}` },
    watch: { type: "boolean", default: false },
  });
  const explorer = await serveExplorer(await readDocuments(), { isLive: watch });
  const exitCode = await serveMock(io, {
    port: readPort(port),
    intercept: explorer.handle,
    beside: (url) => `Its explorer, for a browser, is at ${url}${EXPLORER_PATH}`,
    onStart(mock) {
      if (!watch) return;
      io.stdout.write("Watching spec/: save a file there, and what is served follows.\n");
      watchSpec("spec/openapi.yaml", {
        async serve(next) {
          await mock.reload(next.document);
          explorer.update(next);
        },
        fail: explorer.fail,
      });
    },
  });
  // The watch goes with the process.
  process.exit(exitCode);
} catch (error) {
  io.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}

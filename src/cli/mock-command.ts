import { securityHeaders } from "../../generated/client.js";
import { serializePath } from "../client/path.js";
import { curl } from "../text/curl.js";
import { loadContract } from "../verify/contract.js";
import { readArguments, readInteger } from "./arguments.js";
import { mockHelp } from "./help.js";
import type { Io } from "./io.js";

const DEFAULT_PORT = 4010;

/** `mock [--port N]`: serves the mock until it is stopped. */
export async function runMock(args: readonly string[], io: Io): Promise<number> {
  const { port, help } = readArguments(args, {
    port: { type: "string", default: `${DEFAULT_PORT}` },
    help: { type: "boolean", short: "h", default: false },
  });
  if (help) {
    io.stdout.write(mockHelp());
    return 0;
  }
  const number = readInteger("--port", port, 0, 65_535);
  // Not before it is needed: it wants a package that the other commands do without.
  const { startMock } = await import("../mock/index.js");
  const stopped = new Promise<void>((resolve) => {
    const stop = io.onSignal(() => {
      stop();
      resolve();
    });
  });
  let mock: Awaited<ReturnType<typeof startMock>>;
  try {
    mock = await startMock({ port: number });
  } catch (error) {
    io.stderr.write(`${(error as Error).message}\n`);
    return 1;
  }
  const { title, version, operations } = await loadContract();
  io.stdout.write(`${title} ${version}, mocked at ${mock.url}\n\n`);
  for (const { id, method, path, parameters, example } of operations.values()) {
    const values = Object.fromEntries(
      [...parameters].map(([name, value]) => [name, value ?? name]),
    );
    const url = mock.url + serializePath(path, values);
    const headers = { [securityHeaders.AuthToken]: "any" };
    io.stdout.write(`${id}\n  ${curl({ method, url, headers, body: example })}\n\n`);
  }
  io.stdout.write("Any token will do. Stop it with Ctrl-C.\n");
  await stopped;
  await mock.close();
  return 0;
}

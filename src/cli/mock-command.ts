import { securityHeaders } from "../../generated/client.js";
import { curl } from "../text/curl.js";
import { loadContract } from "../verify/contract.js";
import { targetOf } from "../verify/target.js";
import { readArguments, readInteger } from "./arguments.js";
import type { Io } from "./io.js";

const DEFAULT_PORT = 4010;

/** `mock [--port N]`: serves the mock until it is stopped. */
export async function runMock(args: readonly string[], io: Io): Promise<number> {
  const { port } = readArguments(args, {
    port: { type: "string", default: `${DEFAULT_PORT}` },
  });
  const number = readInteger("--port", port, 0, 65_535);
  if (io.stderr.isTTY) io.stderr.write("Starting …");
  // Loaded only here: it needs a package that the other commands do without.
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
  } finally {
    if (io.stderr.isTTY) io.stderr.write("\r\x1b[K");
  }
  const { title, version, operations } = await loadContract();
  io.stdout.write(`${title} ${version}, mocked at ${mock.url}\n\n`);
  for (const operation of operations.values()) {
    const { id, method, parameters, example } = operation;
    const valuesOf = (place: string) =>
      Object.fromEntries(
        parameters
          .filter(({ in: at, required }) => at === place && required)
          .map(({ name, example: value = name }) => [name, String(value)]),
      );
    const url =
      mock.url + targetOf(operation, { path: valuesOf("path"), query: valuesOf("query") });
    const headers = { [securityHeaders.AuthToken]: "any", ...valuesOf("header") };
    io.stdout.write(`${id}\n  ${curl({ method, url, headers, body: example })}\n\n`);
  }
  io.stdout.write("Any token will do. Stop it with Ctrl-C.\n");
  await stopped;
  await mock.close();
  return 0;
}

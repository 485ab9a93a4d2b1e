import { securityHeaders } from "../../generated/client.js";
import { type OperationMetadata, operations } from "../../generated/operations.js";
import type { RunningMock, StartMockOptions } from "../mock/index.js";
import { curl } from "../text/curl.js";
import { createStyle } from "../text/terminal.js";
import { loadContract } from "../verify/contract.js";
import { targetOf } from "../verify/target.js";
import { readInteger } from "./arguments.js";
import type { Io } from "./io.js";

/** Where the mock listens unless told otherwise. */
export const DEFAULT_PORT = 4010;

/** @throws UsageError */
export const readPort = (text: string): number => readInteger("--port", text, 0, 65_535);

interface ServeOptions extends Pick<StartMockOptions, "port" | "intercept"> {
  /** What is served beside the mock, in a line; undefined: nothing. */
  readonly beside?: (url: string) => string;
  /** Called once all is told. */
  readonly onStart?: (mock: RunningMock) => void;
}

/**
 * Serves the mock of the contract, says how to call it, and resolves when a signal has stopped it.
 * @returns the exit code
 */
export async function serveMock(
  io: Io,
  { beside, onStart, ...options }: ServeOptions,
): Promise<number> {
  if (io.stderr.isTTY) io.stderr.write("Starting …");
  let mock: RunningMock;
  try {
    // Loaded only here: it needs a package that the other commands do without.
    const { startMock } = await import("../mock/index.js");
    mock = await startMock(options);
  } catch (error) {
    io.stderr.write(`${(error as Error).message}\n`);
    return 1;
  } finally {
    if (io.stderr.isTTY) io.stderr.write("\r\x1b[K");
  }
  // Not before: loading would hold a handler up, where a signal without one ends the process.
  const stopped = new Promise<void>((resolve) => {
    const stop = io.onSignal(() => {
      stop();
      resolve();
    });
  });
  const bold = (text: string): string => createStyle(io.stdout, io.env)("bold", text);
  const { title, version } = await loadContract();
  const lines = [
    `${title} ${version}, mocked at ${bold(mock.url)}`,
    ...(beside === undefined ? [] : [beside(bold(mock.url))]),
    "",
    ...Object.entries(operations).flatMap(([id, operation]) => [
      bold(id),
      `  ${curlOf(operation, mock.url)}`,
      "",
    ]),
    "Any token will do. To force a documented error, add one of these to a valid request:",
    ...errorsOf(Object.values(operations)),
    "",
    "Stop it with Ctrl-C.",
  ];
  io.stdout.write(`${lines.join("\n")}\n`);
  onStart?.(mock);
  await stopped;
  await mock.close();
  return 0;
}

/** The first example of an operation, as a line for the shell. */
function curlOf({ method, path, parameters, requestBody }: OperationMetadata, url: string): string {
  const valuesOf = (place: string): Record<string, string> =>
    Object.fromEntries(
      parameters
        .filter(({ in: at, required }) => at === place && required)
        .map(({ name, example = name }) => [name, String(example)]),
    );
  const request = { path: valuesOf("path"), query: valuesOf("query") };
  return curl({
    method,
    url: url + targetOf({ path, parameters }, request),
    headers: { [securityHeaders.AuthToken]: "any", ...valuesOf("header") },
    body: Object.values(requestBody?.examples ?? {})[0],
  });
}

function errorsOf([operation]: readonly OperationMetadata[]): string[] {
  return Object.entries(operation?.responses ?? {})
    .filter(([status]) => /^[45]\d\d$/.test(status))
    .map(([status, { description }]) => {
      const [meaning] = description.split("\n");
      return `  -H 'Prefer: code=${status}'  ${meaning}`;
    });
}

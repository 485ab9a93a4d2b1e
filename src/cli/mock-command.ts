import { readArguments } from "./arguments.js";
import type { Io } from "./io.js";
import { DEFAULT_PORT, readPort, serveMock } from "./serve-mock.js";

/** `mock [--port N]`: serves the mock until it is stopped. */
export async function runMock(args: readonly string[], io: Io): Promise<number> {
  const { port } = readArguments(args, {
    port: { type: "string", default: `${DEFAULT_PORT}` },
  });
  return serveMock(io, { port: readPort(port) });
}

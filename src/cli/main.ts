import { help } from "./help.js";
import { type Io, processIo } from "./io.js";
import { runMock } from "./mock-command.js";
import { UsageError } from "./usage-error.js";
import { runVerify } from "./verify-command.js";

const COMMANDS: Readonly<Record<string, (args: readonly string[], io: Io) => Promise<number>>> = {
  mock: runMock,
  verify: runVerify,
};

/**
 * Runs a command.
 * @returns the exit code
 */
export async function main(args: readonly string[], io: Io = processIo): Promise<number> {
  const [name, ...rest] = args;
  const command = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  try {
    if (command !== undefined) return await command(rest, io);
    if (name !== undefined && ["help", "--help", "-h"].includes(name)) {
      io.stdout.write(help());
      return 0;
    }
    // What else stands there may be a secret that slipped in.
    throw new UsageError(`the command must be ${Object.keys(COMMANDS).join(" or ")}; see --help`);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    io.stderr.write(`${error.message}\n`);
    return 2;
  }
}

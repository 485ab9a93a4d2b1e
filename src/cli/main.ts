import { createRequire } from "node:module";
import { help, mockHelp, verifyHelp } from "./help.js";
import { createProcessIo, type Io } from "./io.js";
import { runMock } from "./mock-command.js";
import { UsageError } from "./usage-error.js";
import { runVerify } from "./verify-command.js";

interface Command {
  readonly run: (args: readonly string[], io: Io) => Promise<number>;
  readonly help: () => string;
}

const COMMANDS: Readonly<Record<string, Command>> = {
  mock: { run: runMock, help: mockHelp },
  verify: { run: runVerify, help: verifyHelp },
};

/**
 * Runs a command.
 * @returns the exit code
 */
export async function main(args: readonly string[], io: Io = createProcessIo()): Promise<number> {
  const [name = "", ...rest] = args;
  try {
    if (["--version", "-v", "-V"].includes(name)) {
      io.stdout.write(`${readVersion()}\n`);
      return 0;
    }
    if (["help", "--help", "-h"].includes(name)) {
      io.stdout.write((commandOf(rest[0]) ?? { help }).help());
      return 0;
    }
    const command = commandOf(name);
    if (command === undefined) {
      // What was typed is not repeated: it may be a secret in the wrong place.
      throw new UsageError(`the command must be ${Object.keys(COMMANDS).join(" or ")}; see --help`);
    }
    if (rest.some((arg) => arg === "--help" || arg === "-h")) {
      io.stdout.write(command.help());
      return 0;
    }
    return await command.run(rest, io);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    io.stderr.write(`${error.message}\n`);
    return 2;
  }
}

function commandOf(name: string | undefined): Command | undefined {
  return name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
}

/** By the package's own name, which is the same place for the sources and for the build. */
function readVersion(): string {
  return createRequire(import.meta.url)("huaweicloud-dew-tags/package.json").version;
}

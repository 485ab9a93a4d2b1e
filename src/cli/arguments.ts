import { type ParseArgsConfig, parseArgs } from "node:util";
import { UsageError } from "./usage-error.js";

// No message repeats what was typed: it may be a secret in the wrong place.

type Options = NonNullable<ParseArgsConfig["options"]>;
type Values<T extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; options: T; strict: true }>
>["values"];

/** @throws UsageError */
export function readArguments<const T extends Options>(
  args: readonly string[],
  options: T,
): Values<T> {
  try {
    return parseArgs({ args: [...args], options, strict: true }).values;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL") {
      throw new UsageError("an argument belongs to no option; see --help");
    }
    if (code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") {
      const names = Object.keys(options).map((name) => `--${name}`);
      throw new UsageError(`there is an unknown option; the options are ${names.join(", ")}`);
    }
    throw new UsageError(`${message.split(/\.\s/)[0]}; see --help`);
  }
}

/** @throws UsageError */
export function readNumber(option: string, text: string, low: number, high: number): number {
  const number = Number(text);
  if (!/^\d+(\.\d+)?$/.test(text) || number < low || number > high) {
    throw new UsageError(`${option} takes a number from ${low} to ${high}`);
  }
  return number;
}

/** @throws UsageError */
export function readInteger(option: string, text: string, low: number, high: number): number {
  const number = readNumber(option, text, low, high);
  if (!Number.isSafeInteger(number)) throw new UsageError(`${option} takes a whole number`);
  return number;
}

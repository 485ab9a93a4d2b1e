import { baseUrlOf, isLoopback as isLoopbackHost } from "../client/base-url.js";
import { readArguments, readInteger, readNumber } from "./arguments.js";
import { type Credential, readCredential } from "./credential.js";
import type { Io } from "./io.js";
import { type ReportFile, readReportFile } from "./report-file.js";
import { UsageError } from "./usage-error.js";

export interface VerifySettings {
  /** Without a trailing slash. */
  readonly baseUrl: string;
  readonly isLoopback: boolean;
  readonly credential: Credential;
  readonly operations: readonly string[];
  /** Path parameters by name. */
  readonly path: Readonly<Record<string, string>>;
  /** Defaults from the environment, for operations that have these parameters. */
  readonly defaultPath: Readonly<Record<string, string>>;
  readonly only: readonly string[];
  readonly readOnly: boolean;
  readonly unsafeCases: boolean;
  readonly strict: boolean;
  readonly bail: boolean;
  readonly yes: boolean;
  readonly seed: number | undefined;
  readonly rate: number;
  readonly timeout: number | undefined;
  readonly reports: readonly ReportFile[];
}

/** The vendor allows a user 20 calls a second. */
const DEFAULT_RATE = 15;
const MAX_RATE = 19;

/** Ten minutes, in milliseconds: no provider takes longer for an answer. */
const MAX_TIMEOUT = 600_000;

/** @throws UsageError */
export function readVerifySettings(args: readonly string[], io: Io): VerifySettings {
  if (args.some((arg) => /^--(token|ak|sk|secret|password)(=|$)/.test(arg))) {
    throw new UsageError(
      "secrets are not accepted on the command line, where others can read them: set HUAWEICLOUD_TOKEN, or give --token-file",
    );
  }
  const values = readArguments(args, {
    "base-url": { type: "string" },
    operation: { type: "string", multiple: true, default: [] },
    path: { type: "string", multiple: true, default: [] },
    "token-file": { type: "string" },
    "read-only": { type: "boolean", default: false },
    "unsafe-cases": { type: "boolean", default: false },
    strict: { type: "boolean", default: false },
    only: { type: "string", multiple: true, default: [] },
    seed: { type: "string" },
    bail: { type: "boolean", default: false },
    rate: { type: "string" },
    timeout: { type: "string" },
    report: { type: "string", multiple: true, default: [] },
    yes: { type: "boolean", short: "y", default: false },
  });
  const baseUrl = readBaseUrl(values["base-url"]);
  const isLoopback = isLoopbackHost(new URL(baseUrl).hostname);
  const { seed, timeout } = values;
  return {
    baseUrl,
    isLoopback,
    operations: values.operation,
    path: readPath(values.path),
    defaultPath: defaultPathOf(io.env),
    only: values.only,
    readOnly: values["read-only"],
    unsafeCases: values["unsafe-cases"],
    strict: values.strict,
    bail: values.bail,
    yes: values.yes,
    seed: seed === undefined ? undefined : readInteger("--seed", seed, 0, 2 ** 32 - 1),
    rate: readRate(values.rate, isLoopback),
    timeout: timeout === undefined ? undefined : readInteger("--timeout", timeout, 1, MAX_TIMEOUT),
    reports: values.report.map(readReportFile),
    credential: readCredential(io.env, values["token-file"], isLoopback),
  };
}

function readBaseUrl(text: string | undefined): string {
  if (text === undefined) throw new UsageError("give --base-url URL; see --help");
  try {
    return baseUrlOf({ baseUrl: text });
  } catch (error) {
    throw new UsageError((error as Error).message.replace(/^baseUrl/, "--base-url"));
  }
}

/** The variable that the vendor's own tools read, too. */
function defaultPathOf({ HUAWEICLOUD_SDK_PROJECT_ID }: Io["env"]): Record<string, string> {
  return HUAWEICLOUD_SDK_PROJECT_ID ? { project_id: HUAWEICLOUD_SDK_PROJECT_ID } : {};
}

function readPath(entries: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    entries.map((entry) => {
      const [, name, value] = /^([^=]+)=(.+)$/s.exec(entry) ?? [];
      if (name === undefined || value === undefined) {
        throw new UsageError("--path takes NAME=VALUE");
      }
      return [name, value];
    }),
  );
}

function readRate(text: string | undefined, isLoopback: boolean): number {
  if (text === undefined) return DEFAULT_RATE;
  if (isLoopback) {
    return text === "unlimited" ? Infinity : readNumber("--rate", text, 0.1, 10_000);
  }
  if (text === "unlimited") throw new UsageError("--rate unlimited is for loopback addresses");
  return readNumber("--rate", text, 0.1, MAX_RATE);
}

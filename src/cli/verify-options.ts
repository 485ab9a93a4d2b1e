import { existsSync, statSync } from "node:fs";
import { dirname, extname } from "node:path";
import { baseUrlOf, isLoopback as isLoopbackHost } from "../client/base-url.js";
import { REPORT_FORMATS, type ReportFormat } from "../verify/reports/index.js";
import { readArguments, readInteger, readNumber } from "./arguments.js";
import { type Credential, readCredential } from "./credential.js";
import type { Io } from "./io.js";
import { UsageError } from "./usage-error.js";

export interface VerifySettings {
  /** Without a trailing slash. */
  readonly baseUrl: string;
  readonly isLoopback: boolean;
  readonly credential: Credential;
  readonly operations: readonly string[];
  /** Path parameters by name. */
  readonly path: Readonly<Record<string, string>>;
  /** The same from the environment, for those operations that have such a one. */
  readonly usualPath: Readonly<Record<string, string>>;
  readonly only: readonly string[];
  readonly readOnly: boolean;
  readonly strict: boolean;
  readonly bail: boolean;
  readonly yes: boolean;
  readonly seed: number | undefined;
  readonly rate: number;
  readonly timeout: number | undefined;
  readonly reports: readonly { readonly file: string; readonly format: ReportFormat }[];
}

/** The vendor allows a user 20 calls a second. */
const DEFAULT_RATE = 15;
const MAX_RATE = 19;

/**
 * @returns undefined where help is asked for
 * @throws UsageError
 */
export function readVerifySettings(args: readonly string[], io: Io): VerifySettings | undefined {
  if (args.some((arg) => /^--(token|ak|sk|secret|password)(=|$)/.test(arg))) {
    throw new UsageError(
      "secrets are not taken from the command line, which others can read: set HUAWEICLOUD_TOKEN, or give --token-file",
    );
  }
  const values = readArguments(args, {
    "base-url": { type: "string" },
    operation: { type: "string", multiple: true, default: [] },
    path: { type: "string", multiple: true, default: [] },
    "token-file": { type: "string" },
    "read-only": { type: "boolean", default: false },
    strict: { type: "boolean", default: false },
    only: { type: "string", multiple: true, default: [] },
    seed: { type: "string" },
    bail: { type: "boolean", default: false },
    rate: { type: "string" },
    timeout: { type: "string" },
    report: { type: "string", multiple: true, default: [] },
    yes: { type: "boolean", short: "y", default: false },
    help: { type: "boolean", short: "h", default: false },
  });
  if (values.help) return undefined;
  const baseUrl = readBaseUrl(values["base-url"]);
  const isLoopback = isLoopbackHost(new URL(baseUrl).hostname);
  const { seed, timeout } = values;
  return {
    baseUrl,
    isLoopback,
    operations: values.operation,
    path: readPath(values.path),
    usualPath: usualPathOf(io.env),
    only: values.only,
    readOnly: values["read-only"],
    strict: values.strict,
    bail: values.bail,
    yes: values.yes,
    seed: seed === undefined ? undefined : readInteger("--seed", seed, 0, 2 ** 32 - 1),
    rate: readRate(values.rate, isLoopback),
    timeout: timeout === undefined ? undefined : readInteger("--timeout", timeout, 1, 2 ** 31 - 1),
    reports: values.report.map(readReport),
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

/** What the vendor's own tools take from the environment, too. */
function usualPathOf({ HUAWEICLOUD_SDK_PROJECT_ID }: Io["env"]): Record<string, string> {
  return HUAWEICLOUD_SDK_PROJECT_ID ? { project_id: HUAWEICLOUD_SDK_PROJECT_ID } : {};
}

function readPath(entries: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    entries.map((entry) => {
      const [, name, value] = /^([^=]+)=(.+)$/s.exec(entry) ?? [];
      if (name === undefined || value === undefined) {
        throw new UsageError(`--path takes NAME=VALUE, not ${entry}`);
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

function readReport(file: string): { file: string; format: ReportFormat } {
  const format = REPORT_FORMATS.find((each) => extname(file).toLowerCase() === `.${each}`);
  if (format === undefined) {
    const names = REPORT_FORMATS.map((each) => `.${each}`).join(", ");
    throw new UsageError(`--report takes a file that ends in ${names}, not ${file}`);
  }
  // Before anything is sent: a report must not get lost at the end.
  const folder = dirname(file);
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw new UsageError(`--report ${file}: there is no folder ${folder}`);
  }
  return { file, format };
}

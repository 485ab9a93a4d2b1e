import { operations } from "../../generated/operations.js";
import { isBodiless } from "../text/statuses.js";

/** What a test wants for a call instead of the usual answer. */
export interface ForcedAnswer {
  /** Only a call of this operation gets it. Default: the next call of any. */
  readonly operationId?: keyof typeof operations;
  /**
   * A documented status, or 429 or 503, whose code then begins with `MOCK.` unless they are
   * documented. Any status will do beside `body`. Default: the documented success.
   */
  readonly status?: number;
  /** Name of a documented example of that status. Default: its first. */
  readonly example?: string;
  /** Answered as it is, also where the contract does not allow it. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds until the answer. */
  readonly delay?: number;
  /** The connection breaks instead of an answer: `fetch` rejects, with the code ECONNRESET. */
  readonly reset?: boolean;
  /** How many calls get it. Default: 1. */
  readonly times?: number;
}

type Rule = readonly [isRight: (value: unknown) => boolean, what: string];

const RULES: { readonly [name in keyof Required<ForcedAnswer>]: Rule } = {
  operationId: [
    (id) => typeof id === "string" && Object.hasOwn(operations, id),
    `one of ${Object.keys(operations).join(", ")}`,
  ],
  status: [isWithin(200, 599), "an integer from 200 to 599"],
  example: [(name) => typeof name === "string", "the name of an example"],
  body: [isWritable, "something that JSON can hold"],
  headers: [isHeaders, "an object of valid header names and values"],
  // Longer timers end at once.
  delay: [isWithin(0, 2 ** 31 - 1), "milliseconds from 0 to 2147483647"],
  reset: [(value) => typeof value === "boolean", "true or false"],
  times: [isWithin(1, Number.MAX_SAFE_INTEGER), "a positive integer"],
};

/** @throws TypeError naming the option and what would be right. */
export function checkForced(answer: ForcedAnswer): void {
  if (typeof answer !== "object" || answer === null || Array.isArray(answer)) {
    throw new TypeError("force: the answer must be an object, such as { status: 404 }");
  }
  for (const [name, value] of Object.entries(answer)) {
    if (!Object.hasOwn(RULES, name)) {
      const known = Object.keys(RULES).join(", ");
      throw new TypeError(`force: there is no option ${name}; there are ${known}`);
    }
    const [isRight, what] = RULES[name as keyof ForcedAnswer];
    if (value !== undefined && !isRight(value)) {
      throw new TypeError(`force: ${name} must be ${what}`);
    }
  }
  if (answer.body !== undefined && isBodiless(answer.status ?? 0)) {
    throw new TypeError(`force: a ${answer.status} never has a body: leave body out`);
  }
}

function isWithin(lowest: number, highest: number): (value: unknown) => boolean {
  return (value) => Number.isInteger(value) && lowest <= Number(value) && Number(value) <= highest;
}

function isWritable(value: unknown): boolean {
  try {
    return JSON.stringify(value) !== undefined;
  } catch {
    return false;
  }
}

function isHeaders(value: unknown): boolean {
  // Pairs, and an object of class Headers, are iterable.
  if (Symbol.iterator in Object(value)) return false;
  try {
    return new Headers(value as HeadersInit) !== null;
  } catch {
    return false;
  }
}

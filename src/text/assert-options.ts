/** What an option may be: anything, what its name says, numbers, further options, or these or false. */
export type OptionRule =
  | "any"
  | "a string"
  | "a boolean"
  | "a function"
  | "an object"
  | "an array"
  | "an AbortSignal"
  | readonly [low: number, high: number, isWhole?: boolean]
  | OptionRules
  | readonly [off: false, rules: OptionRules];

interface OptionRules {
  readonly [name: string]: OptionRule;
}

/**
 * Checks options by the rules of their names.
 * @param what stands for all of them in an error
 * @param prefix stands before each name in an error
 * @param noun what they must be
 * @throws TypeError that says what would be right
 */
export function assertOptions(
  what: string,
  options: unknown,
  rules: OptionRules,
  prefix = "",
  noun = "an object",
): void {
  assertIs(noun, what, options);
  for (const [name, value] of Object.entries(options as object)) {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    const full = prefix + name;
    if (rule === undefined) {
      throw new TypeError(`${full} is not an option: there are ${Object.keys(rules).join(", ")}`);
    }
    if (value === undefined || rule === "any") continue;
    if (typeof rule === "string") {
      assertIs(rule, full, value);
    } else if (Array.isArray(rule)) {
      const [low, high, isWhole] = rule;
      if (low === false) {
        if (value !== low) assertOptions(full, value, high, `${full}.`, "false or an object");
        continue;
      }
      const isIn = typeof value === "number" && value >= low && value <= high;
      if (!isIn || (isWhole && !Number.isInteger(value))) {
        const noun = isWhole ? "whole number" : "number";
        throw new TypeError(`${full} must be a ${noun} from ${low} to ${high}, not ${show(value)}`);
      }
    } else assertOptions(full, value, rule as OptionRules, `${full}.`);
  }
}

function assertIs(noun: string, what: string, value: unknown): void {
  const isSo =
    noun === "an AbortSignal"
      ? value === null || typeof (value as AbortSignal).addEventListener === "function"
      : noun.endsWith(typeOf(value)) && value !== "";
  if (!isSo) throw new TypeError(`${what} must be ${noun}, not ${show(value)}`);
}

/** Text is not shown: it may be a secret in the wrong place. */
function show(value: unknown): string {
  return value === ""
    ? "empty"
    : value && typeof value !== "number"
      ? typeOf(value)
      : String(value);
}

function typeOf(value: unknown): string {
  return Array.isArray(value) ? "array" : value === null ? "null" : typeof value;
}

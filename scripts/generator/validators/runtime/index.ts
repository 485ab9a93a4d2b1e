// Bundled into generated/validators.js: turns what Ajv's code finds into violations.

import type { Finding, Findings } from "./errors.js";
import { preview } from "./preview.js";
import type { Validator, Violation } from "./violation.js";

export * from "./errors.js";
export * from "./items.js";
export * from "./parameters.js";

/** A function of Ajv's. */
interface Validate {
  (value: unknown): boolean;
  errors?: Findings;
}

const MAX_VIOLATIONS = 200;
const MAX_POINTER_LENGTH = 1000;
const NONE: readonly Violation[] = Object.freeze([]);
const UNREADABLE: readonly Violation[] = Object.freeze([
  { pointer: "", keyword: "json", message: "must be JSON data that can be read to its end" },
]);

export function validator(validate: Validate): Validator {
  return (value) => {
    try {
      if (validate(value)) return NONE;
      const findings = (validate.errors ?? []).filter((finding) => finding !== undefined);
      // Kept there, they would keep parts of the value alive.
      validate.errors = null;
      return toViolations(findings, value);
    } catch {
      // A getter or a proxy threw, or the stack was too small for the depth of the value.
      return UNREADABLE;
    }
  };
}

/**
 * A validator of a request. A location that is absent is read as empty.
 * @param locations those that have parameters
 * @param read what makes values out of what is given for the parameters
 */
export function requestValidator(
  validate: Validate,
  locations: readonly string[],
  read: (location: string, given: unknown) => unknown = (_, given) => given,
): Validator {
  const check = validator(validate);
  return (request) => {
    if (!isObject(request)) return check(request);
    try {
      const complete: Record<string, unknown> = { body: request.body };
      for (const location of locations) {
        const given = request[location];
        complete[location] = read(location, given === undefined ? {} : given);
      }
      return check(complete);
    } catch {
      return UNREADABLE;
    }
  };
}

/** For a response that has no body. */
export const noContent: Validator = (body) =>
  body === undefined
    ? NONE
    : [{ pointer: "", keyword: "content", message: "must be absent", value: preview(body) }];

function toViolations(findings: readonly Finding[], root: unknown): readonly Violation[] {
  // Many violations of one object would otherwise read it as many times.
  const previews = new Map<string, string>();
  const violations = findings.slice(0, MAX_VIOLATIONS).map((finding): Violation => {
    const { path, rule, rest } = finding;
    const [keyword, demand, source] = rule;
    const value = previews.get(path) ?? previewAt(root, path);
    previews.set(path, value);
    // A property that is not allowed has a name from outside.
    const ending = /Properties$/.test(keyword) && rest !== undefined ? preview(rest) : rest;
    return {
      pointer: path.slice(0, MAX_POINTER_LENGTH),
      keyword,
      message: ["must", demand, ending].filter(Boolean).join(" "),
      ...(!/required/i.test(keyword) && { value }),
      ...(source !== undefined && { source }),
    };
  });
  if (findings.length > MAX_VIOLATIONS) {
    const message = `and more: only the first ${MAX_VIOLATIONS} violations are listed`;
    violations.push({ pointer: "", keyword: "truncated", message });
  }
  return violations;
}

function previewAt(root: unknown, pointer: string): string {
  try {
    const tokens = pointer.split("/").slice(1);
    const value = tokens
      .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"))
      .reduce((parent, token) => (parent as Record<string, unknown>)[token], root);
    return preview(value);
  } catch {
    return "…";
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

// Bundled into generated/validators.js: turns what Ajv's code finds into violations.

import { preview } from "./preview.js";
import type { Validator, Violation } from "./violation.js";

export * from "./errors.js";
export * from "./items.js";

/** What Ajv's code finds, as error-code.ts has it report. */
interface Finding {
  readonly instancePath: string;
  readonly keyword: string;
  /** What the value must be or do; the beginning of it if `params` has the rest. */
  readonly message: string;
  readonly source?: string;
  readonly params?: {
    readonly missingProperty?: string;
    readonly additionalProperty?: string;
    readonly unevaluatedProperty?: string;
    /** Of unique properties: the property, the index of the later item and of the first. */
    readonly property?: string;
    readonly item?: number;
    readonly first?: number;
  };
}

/** A function of Ajv's. Its errors may have gaps: see errors.ts. */
interface Validate {
  (value: unknown): boolean;
  errors?: readonly (Finding | undefined)[] | null;
}

const MAX_VIOLATIONS = 200;
const MAX_POINTER_LENGTH = 1000;
const NONE: readonly Violation[] = Object.freeze([]);

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
      return [
        {
          pointer: "",
          keyword: "json",
          message: "must be plain JSON data, not nested or long beyond measure: reading it failed",
        },
      ];
    }
  };
}

/**
 * A validator of a request. A location that is absent is read as empty, and names of headers are
 * compared without regard to case.
 * @param locations those that have parameters
 * @param headers the declared names
 */
export function requestValidator(
  validate: Validate,
  locations: readonly string[],
  headers: readonly string[],
): Validator {
  const check = validator(validate);
  return (request) => {
    if (!isObject(request)) return check(request);
    try {
      const complete: Record<string, unknown> = { body: request.body };
      for (const location of locations) {
        const given = request[location];
        complete[location] = given === undefined ? {} : given;
      }
      if (headers.length > 0) complete.header = renamed(complete.header, headers);
      return check(complete);
    } catch {
      return check(request);
    }
  };
}

/** For a response that has no body. */
export const noContent: Validator = (body) =>
  body === undefined
    ? NONE
    : [{ pointer: "", keyword: "content", message: "must be absent", value: preview(body) }];

/** The declared headers, in the spelling of the declaration. */
function renamed(given: unknown, names: readonly string[]): unknown {
  if (!isObject(given)) return given;
  const spelling = new Map(names.map((name) => [name.toLowerCase(), name]));
  const headers: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(given)) {
    const name = spelling.get(key.toLowerCase());
    if (name !== undefined && value !== undefined) headers[name] = value;
  }
  return headers;
}

function toViolations(findings: readonly Finding[], root: unknown): readonly Violation[] {
  // Many violations of one object would otherwise read it as many times.
  const previews = new Map<string, string>();
  const violations = findings.slice(0, MAX_VIOLATIONS).map((finding): Violation => {
    const { instancePath, keyword, params = {}, source } = finding;
    const { item, property } = params;
    const pointer =
      property === undefined ? instancePath : `${instancePath}/${item}/${escapeToken(property)}`;
    const value = previews.get(pointer) ?? previewAt(root, pointer);
    previews.set(pointer, value);
    return {
      pointer: pointer.slice(0, MAX_POINTER_LENGTH),
      keyword,
      message: messageOf(finding),
      ...(params.missingProperty === undefined && { value }),
      ...(source !== undefined && { source }),
    };
  });
  if (findings.length > MAX_VIOLATIONS) {
    const message = `and more: only the first ${MAX_VIOLATIONS} violations are listed`;
    violations.push({ pointer: "", keyword: "truncated", message });
  }
  return violations;
}

function messageOf({ message, params = {} }: Finding): string {
  const { missingProperty, additionalProperty = params.unevaluatedProperty } = params;
  const { item, property, first } = params;
  if (additionalProperty !== undefined) return `${message} ${preview(additionalProperty)}`;
  if (missingProperty !== undefined) return `${message} ${missingProperty}`;
  if (property !== undefined) return `${message} ${property} of item ${first}`;
  return first === undefined ? message : `${message} (items ${first} and ${item})`;
}

function escapeToken(token: string): string {
  return token.replaceAll("~", "~0").replaceAll("/", "~1");
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

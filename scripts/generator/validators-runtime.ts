// Bundled into generated/validators.js: turns Ajv's errors into violations.

import type { ErrorObject, ValidateFunction } from "ajv";

export interface Violation {
  /** JSON pointer into the validated value: `/body/tags/0/key`. */
  readonly pointer: string;
  /** The schema keyword that is violated. */
  readonly keyword: string;
  /** What would be right. */
  readonly message: string;
  /** The offending value as JSON, cut to fit a line; absent where it is a property that lacks. */
  readonly value?: string;
}

/** Every violation of a value; an empty array where it is valid. */
export type Validator = (value: unknown) => readonly Violation[];

const NONE: readonly Violation[] = Object.freeze([]);
const PREVIEW_LENGTH = 60;

/** @param patternDescriptions what each regex allows, in words, by its source */
export function validator(
  validate: ValidateFunction,
  patternDescriptions: Readonly<Record<string, string>>,
): Validator {
  return (value) =>
    validate(value)
      ? NONE
      : (validate.errors ?? []).map((error) => toViolation(error, value, patternDescriptions));
}

/** For a response that has no body. */
export const noContent: Validator = (body) =>
  body === undefined
    ? NONE
    : [{ pointer: "", keyword: "content", message: "must be absent", value: preview(body) }];

function toViolation(
  { instancePath, keyword, params }: ErrorObject,
  root: unknown,
  patternDescriptions: Readonly<Record<string, string>>,
): Violation {
  const pointer =
    params.item === undefined
      ? instancePath
      : `${instancePath}/${params.item}/${escapeToken(params.property)}`;
  const message = messageFor(keyword, params, patternDescriptions);
  const violation = { pointer, keyword, message };
  return keyword === "required" ? violation : { ...violation, value: preview(at(root, pointer)) };
}

function messageFor(
  keyword: string,
  params: ErrorObject["params"],
  patternDescriptions: Readonly<Record<string, string>>,
): string {
  const { limit } = params;
  switch (keyword) {
    case "required":
      return `must have the property ${params.missingProperty}`;
    case "additionalProperties":
      return `must not have the property ${preview(params.additionalProperty)}`;
    case "type":
      return `must be ${params.type}`;
    case "enum":
      return `must be one of ${params.allowedValues.map(preview).join(", ")}`;
    case "const":
      return `must be ${preview(params.allowedValue)}`;
    case "minLength":
      return `must have at least ${count(limit, "character")}`;
    case "maxLength":
      return `must have at most ${count(limit, "character")}`;
    case "minItems":
      return `must have at least ${count(limit, "item")}`;
    case "maxItems":
      return `must have at most ${count(limit, "item")}`;
    case "uniqueItems":
      return `must not hold the same item twice: ${params.j} and ${params.i} are equal`;
    case "x-unique-item-properties":
      return `must differ from the ${params.property} of item ${params.first}`;
    case "pattern": {
      const description = patternDescriptions[params.pattern];
      return description === undefined
        ? `must match ${params.pattern}`
        : `must be ${description}: ${params.pattern}`;
    }
    default:
      return limit === undefined
        ? `must satisfy ${keyword}`
        : `must be ${params.comparison} ${limit}`;
  }
}

function count(limit: number, unit: string): string {
  return `${limit} ${unit}${limit === 1 ? "" : "s"}`;
}

function escapeToken(token: string): string {
  return token.replaceAll("~", "~0").replaceAll("/", "~1");
}

function at(root: unknown, pointer: string): unknown {
  return pointer
    .split("/")
    .slice(1)
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce<unknown>(
      (parent, token) => (parent as Record<string, unknown> | undefined)?.[token],
      root,
    );
}

function preview(value: unknown): string {
  // Cut before it is serialized: a string of megabytes need not be copied for its first line.
  const head = typeof value === "string" ? value.slice(0, PREVIEW_LENGTH + 1) : value;
  const text = serialize(head);
  return text.length > PREVIEW_LENGTH ? `${text.slice(0, PREVIEW_LENGTH)}…` : text;
}

function serialize(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}

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
  /** Where the rule is from, such as `page, table 4`; absent where the contract does not say. */
  readonly source?: string;
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

/** The length of a text as JSON Schema counts it. */
export function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** @returns the indexes of the first two items that are equal as JSON, the lesser first */
export function equalItems(items: readonly unknown[]): [number, number] | undefined {
  const seen = new Map<string, number>();
  for (let index = 0; index < items.length; index++) {
    const key = canonical(items[index]);
    const first = seen.get(key);
    if (first !== undefined) return [first, index];
    seen.set(key, index);
  }
  return undefined;
}

/** What is equal (`===`) for values that are equal as JSON. */
export function identity(value: unknown): unknown {
  return isObject(value) ? `\0${canonical(value)}` : value;
}

/** JSON text that is the same for objects whose members stand in another order. */
function canonical(value: unknown): string {
  return serialize(value, (_key, part) =>
    isObject(part) && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function toViolation(
  { instancePath, keyword, params }: ErrorObject,
  root: unknown,
  patternDescriptions: Readonly<Record<string, string>>,
): Violation {
  const { item, property, j } = params;
  const path = property === undefined ? [] : [item, property];
  const pointer = [instancePath, ...path.map(escapeToken)].join("/");
  const violation = {
    pointer,
    // The check of unique properties does this one's work as well.
    keyword: j === undefined ? keyword : "uniqueItems",
    message: `must ${demand(keyword, params, patternDescriptions)}`,
  };
  return keyword === "required" ? violation : { ...violation, value: preview(at(root, pointer)) };
}

/** What a value must be or have, as the end of a sentence that begins with "must". */
function demand(
  keyword: string,
  params: ErrorObject["params"],
  patternDescriptions: Readonly<Record<string, string>>,
): string {
  const { limit, comparison, pattern, i, j } = params;
  if (j !== undefined) return `not hold an item twice: ${j} and ${i} are equal`;
  const [, bound, unit] = /^(min|max)(Length|Items)$/.exec(keyword) ?? [];
  if (unit !== undefined) {
    const noun = unit === "Items" ? "item" : "character";
    return `have at ${bound === "min" ? "least" : "most"} ${limit} ${noun}${limit === 1 ? "" : "s"}`;
  }
  switch (keyword) {
    case "required":
      return `have the property ${params.missingProperty}`;
    case "additionalProperties":
      return `not have the property ${preview(params.additionalProperty)}`;
    case "type":
      return `be ${params.type}`;
    case "enum":
      return `be ${params.allowedValues.map(preview).join(" or ")}`;
    case "const":
      return `be ${preview(params.allowedValue)}`;
    case "x-unique-item-properties":
      return `differ from the ${params.property} of item ${params.first}`;
    case "pattern":
      return `be ${patternDescriptions[pattern] ?? "text"}, matching ${pattern}`;
    default:
      return comparison === undefined ? `satisfy ${keyword}` : `be ${comparison} ${limit}`;
  }
}

function escapeToken(token: string | number): string {
  return String(token).replaceAll("~", "~0").replaceAll("/", "~1");
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
  const text = serialize(typeof value === "string" ? value.slice(0, PREVIEW_LENGTH + 1) : value);
  return text.length > PREVIEW_LENGTH ? `${text.slice(0, PREVIEW_LENGTH)}…` : text;
}

function serialize(value: unknown, replacer?: (key: string, part: unknown) => unknown): string {
  try {
    return JSON.stringify(value, replacer) ?? String(value);
  } catch {
    return String(value);
  }
}

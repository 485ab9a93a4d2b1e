import { RequestValidationError } from "./errors/request-validation-error.js";

/** Templates split into text and names in turn: each is filled at every call. */
const partsOf = new Map<string, readonly string[]>();

function split(template: string): readonly string[] {
  let parts = partsOf.get(template);
  if (parts === undefined) {
    parts = template.split(/\{([^{}]+)\}/);
    partsOf.set(template, parts);
  }
  return parts;
}

/** The names of the parameters of a path template. */
export function pathParameters(template: string): string[] {
  return split(template).filter((_, index) => index % 2 === 1);
}

/**
 * Fills a path template. Each value stays within its segment: reserved characters are
 * percent-encoded, and what no encoding can hold there is refused. `..`, even as `%2e%2e`, would
 * climb to another path when the URL is parsed.
 * @param operation its name in the error
 * @throws RequestValidationError
 */
export function serializePath(
  template: string,
  values: Readonly<Record<string, unknown>>,
  operation: string = template,
): string {
  let path = "";
  split(template).forEach((part, index) => {
    path += index % 2 === 0 ? part : serializeSegment(part, values[part], operation);
  });
  return path;
}

function serializeSegment(name: string, value: unknown, operation: string): string {
  try {
    if (isText(value) && !/^\.{0,2}$/.test(String(value))) return encodeURIComponent(String(value));
  } catch {
    // Half of a surrogate pair has no encoding.
  }
  throw new RequestValidationError(operation, [
    {
      pointer: `/path/${name}`,
      keyword: "path-segment",
      message: "must be text that a URL path can hold as one segment: not empty, not . or ..",
      value: typeof value === "string" ? JSON.stringify(value.slice(0, 60)) : typeof value,
    },
  ]);
}

/** Whether a value is one that paths and headers can hold as text. */
export function isText(value: unknown): boolean {
  return /^(string|number|boolean)$/.test(typeof value);
}

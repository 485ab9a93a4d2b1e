import { RequestValidationError } from "./errors/request-validation-error.js";

/**
 * Fills a path template. Each value stays within its segment: reserved characters are
 * percent-encoded, and what no encoding can hold there is refused. `..`, even as `%2e%2e`, would
 * climb to another path when the URL is parsed.
 * @throws RequestValidationError
 */
export function serializePath(template: string, values: Readonly<Record<string, unknown>>): string {
  return template.replace(/\{([^{}]+)\}/g, (_, name: string) =>
    segment(template, name, values[name]),
  );
}

function segment(template: string, name: string, value: unknown): string {
  const text = typeof value === "number" || typeof value === "boolean" ? String(value) : value;
  if (typeof text !== "string" || text === "" || text === "." || text === "..") {
    throw refusal(template, name, value);
  }
  try {
    return encodeURIComponent(text);
  } catch {
    throw refusal(template, name, value);
  }
}

function refusal(template: string, name: string, value: unknown): RequestValidationError {
  return new RequestValidationError(template, [
    {
      pointer: `/path/${name}`,
      keyword: "path-segment",
      message: "must be text that a URL path can hold as one segment: not empty, not . or ..",
      value: JSON.stringify(value) ?? String(value),
    },
  ]);
}

import { isObject } from "../../text/json-pointer.js";
import type { AjvError } from "../prism/types.js";
import type { Violation } from "../violations.js";

const MAX_VALUE_LENGTH = 60;

/** @param sourceOfRequired Where it is from that a parameter or the body is required. */
export function toViolation(
  error: AjvError,
  sourceOfRequired: (pointer: string, name: string) => unknown,
): Violation {
  const { instancePath: pointer, keyword, params, data, parentSchema } = error;
  const missing = keyword === "required" ? params.missingProperty : undefined;
  const stated =
    missing === undefined || pointer.startsWith("/body")
      ? parentSchema?.["x-source"]
      : sourceOfRequired(pointer, String(missing));
  const source = readSource(stated, keyword);
  const value = missing === undefined ? preview(data) : undefined;
  return {
    pointer,
    keyword,
    message: `${subjectOf(pointer)} ${demandOf(error)}`,
    ...(value !== undefined && { value }),
    ...(source !== undefined && { source }),
  };
}

export function wrongMediaType(given: string | undefined, wanted: readonly string[]): Violation {
  return {
    pointer: "",
    keyword: "415",
    message: `The content type must be ${wanted.join(" or ")}, not ${given ?? "absent"}.`,
  };
}

/** `x-source` is a text, or a map from keyword to text, with `*` for the rest. */
function readSource(stated: unknown, keyword: string): string | undefined {
  const text = isObject(stated) ? (stated[keyword] ?? stated["*"]) : stated;
  return typeof text === "string" ? text : undefined;
}

/** `/body/tags/0/key` is the request body property tags.0.key. */
function subjectOf(pointer: string): string {
  const [, location = "", ...names] = pointer.split("/");
  const name = names.map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~")).join(".");
  if (location === "") return "The request";
  if (location === "body") return name === "" ? "Request body" : `Request body property ${name}`;
  return name === "" ? `Request ${location}` : `Request ${location} parameter ${name}`;
}

function demandOf({ keyword, params, message = "is invalid" }: AjvError): string {
  switch (keyword) {
    case "additionalProperties":
      return `must NOT have additional properties; found '${params.additionalProperty}'`;
    case "unevaluatedProperties":
      return `must NOT have unevaluated properties; found '${params.unevaluatedProperty}'`;
    case "enum":
      return `${message}: ${JSON.stringify(params.allowedValues)}`;
    case "const":
      return `${message}: ${JSON.stringify(params.allowedValue)}`;
    default:
      return message;
  }
}

function preview(value: unknown): string | undefined {
  if (typeof value === "object" || value === undefined) return value === null ? "null" : undefined;
  const text = JSON.stringify(
    typeof value === "string" ? value.slice(0, MAX_VALUE_LENGTH + 1) : value,
  );
  return text.length > MAX_VALUE_LENGTH ? `${text.slice(0, MAX_VALUE_LENGTH)}…` : text;
}

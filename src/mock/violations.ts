import type { PrismDiagnostic, PrismOperation } from "./prism/types.js";

/** One rule of the document that a request breaks. */
export interface Violation {
  /**
   * JSON pointer into `{ path, query, header, body }` as Ajv's `instancePath` would give it, such
   * as `/body/tags/0/key`. A property that is missing or unexpected: the object that lacks or
   * holds it. Empty for the request as a whole: no body, no credentials, wrong content type.
   */
  readonly pointer: string;
  /** JSON Schema keyword, or `401` for credentials, or `415` for the content type. */
  readonly keyword: string;
  /** In English, for people. */
  readonly message: string;
  /** Only an error makes a request invalid. */
  readonly severity: "Error" | "Warning" | "Information" | "Hint";
}

const SEVERITIES = ["Error", "Warning", "Information", "Hint"] as const;

/** Node refuses messages whose headers exceed 16 KiB altogether. */
const MAX_HEADER_BYTES = 8 * 1024 - 100;

export function fromDiagnostic(
  { path = [], code, message, severity }: PrismDiagnostic,
  request: PrismOperation["request"],
): Violation {
  return {
    pointer: toPointer(path, request),
    keyword: String(code ?? ""),
    message,
    severity: SEVERITIES[severity] ?? "Error",
  };
}

/** Prism gives names of parameters in lower case; here they get their own case back. */
function toPointer(path: readonly string[], request: PrismOperation["request"]): string {
  const [location, name, ...rest] = path;
  if (location === undefined) return "";
  if (name === undefined || location === "body") return `/${path.join("/")}`;
  const parameters = request?.[location === "header" ? "headers" : (location as "path" | "query")];
  const declared = parameters?.find((parameter) => parameter.name.toLowerCase() === name);
  return `/${[location, declared?.name ?? name, ...rest].join("/")}`;
}

/**
 * Encodes violations for the response header `sl-violations`: JSON in ASCII, an array of
 * `{ location, severity, code, message }` like Prism's own. Always whole: where it would grow
 * beyond 8 KiB the last violations are left out, and one more entry with the code `truncated`
 * says how many.
 */
export function toHeader(violations: readonly Violation[]): string {
  const entries: string[] = [];
  const reserve = toEntry(leftOut(violations.length)).length;
  let bytes = 2 + reserve;
  for (const violation of violations) {
    const entry = toEntry(violation);
    bytes += entry.length + 1;
    if (bytes > MAX_HEADER_BYTES) {
      entries.push(toEntry(leftOut(violations.length - entries.length)));
      break;
    }
    entries.push(entry);
  }
  return `[${entries.join(",")}]`;
}

function leftOut(count: number): Violation {
  const message = `${count} more violations are left out`;
  return { pointer: "", keyword: "truncated", message, severity: "Information" };
}

function toEntry({ pointer, keyword, message, severity }: Violation): string {
  return toAscii(
    JSON.stringify({
      location: ["request", ...pointer.split("/").slice(1)],
      severity,
      // A number where Prism has one.
      code: /^\d+$/.test(keyword) ? Number(keyword) : keyword,
      message,
    }),
  );
}

/** A header with characters beyond Latin-1 makes Node throw, and other ones change on the way. */
function toAscii(json: string): string {
  return json.replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** One rule of the document that a request breaks. */
export interface Violation {
  /**
   * JSON pointer into `{ path, query, header, cookie, body }`, such as `/body/tags/0/key`. A
   * property that is missing or unexpected: the object that lacks or holds it. Empty for the
   * request as a whole: no body, no credentials, wrong content type.
   */
  readonly pointer: string;
  /** JSON Schema keyword, or `401` for credentials, or `415` for the content type. */
  readonly keyword: string;
  /** In English, for people. */
  readonly message: string;
  /** A scalar that breaks the rule, as JSON, cut to fit a line. */
  readonly value?: string;
  /** Where the rule is from, as the document says in `x-source`: `page, table 4`. */
  readonly source?: string;
}

/** Node refuses messages whose headers exceed 16 KiB altogether. */
const MAX_HEADER_BYTES = 8 * 1024 - 100;

/**
 * Encodes violations for the response header `sl-violations`: JSON in ASCII, an array of
 * `{ location, severity, code, message, source }` like Prism's own. Always whole: where it would grow
 * beyond 8 KiB the last violations are left out, and one more entry with the code `truncated`
 * says how many.
 */
export function toHeader(violations: readonly Violation[]): string {
  const entries: string[] = [];
  const reserve = encode(leftOut(violations.length)).length;
  let bytes = 2 + reserve;
  for (const violation of violations) {
    const entry = encode(toEntry(violation));
    bytes += entry.length + 1;
    if (bytes > MAX_HEADER_BYTES) {
      entries.push(encode(leftOut(violations.length - entries.length)));
      break;
    }
    entries.push(entry);
  }
  return `[${entries.join(",")}]`;
}

function leftOut(count: number): Entry {
  return {
    location: ["request"],
    severity: "Information",
    code: "truncated",
    message: `${count} more violations are left out`,
  };
}

interface Entry {
  readonly location: readonly string[];
  readonly severity: "Error" | "Information";
  readonly code: string | number;
  readonly message: string;
  readonly source?: string;
}

function toEntry({ pointer, keyword, message, source }: Violation): Entry {
  return {
    location: ["request", ...pointer.split("/").slice(1)],
    severity: "Error",
    // Prism has a number here.
    code: /^\d+$/.test(keyword) ? Number(keyword) : keyword,
    message,
    ...(source !== undefined && { source }),
  };
}

/** A header with characters beyond Latin-1 makes Node throw, and other ones change on the way. */
function encode(entry: Entry): string {
  return JSON.stringify(entry).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

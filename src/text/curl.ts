import { visible } from "./visible.js";

export interface CurlRequest {
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Headers whose value the shell fills in, such as `{ "X-Auth-Token": "$TOKEN" }`. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Sent as JSON; undefined: no body. */
  readonly body?: unknown;
}

/** A curl command on one line, that a POSIX shell runs as pasted. */
export function curl({ method, url, headers = {}, variables = {}, body }: CurlRequest): string {
  const json: Record<string, string> =
    body === undefined ? {} : { "Content-Type": "application/json" };
  return [
    // --globbing off: ids may hold brackets and braces.
    `curl -gsS -i -X ${method} ${quote(url)}`,
    ...Object.entries({ ...json, ...headers }).map(
      ([name, value]) => `-H ${quote(`${name}: ${value}`)}`,
    ),
    ...Object.entries(variables).map(([name, value]) => `-H "${name}: ${value}"`),
    ...(body === undefined ? [] : [`--data-raw ${quote(visible(JSON.stringify(body)))}`]),
  ].join(" ");
}

/** A word of a POSIX shell that stands for the text, whatever it holds. */
export function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

export interface CurlRequest {
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; undefined: no body. */
  readonly body?: unknown;
}

/** A curl command on one line, that a POSIX shell runs as pasted. */
export function curl({ method, url, headers = {}, body }: CurlRequest): string {
  const json: Record<string, string> =
    body === undefined ? {} : { "Content-Type": "application/json" };
  return [
    // --globbing off: ids may hold brackets and braces.
    `curl -gsS -i -X ${method} ${quote(url)}`,
    ...Object.entries({ ...json, ...headers }).map(
      ([name, value]) => `-H ${quote(`${name}: ${value}`)}`,
    ),
    ...(body === undefined ? [] : [`--data-raw ${quote(JSON.stringify(body))}`]),
  ].join(" ");
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

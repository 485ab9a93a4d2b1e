import { quote } from "../../../src/text/curl.js";
import type { Call } from "./call.js";

/** A curl command for any POSIX shell, with the credential taken from the environment. */
export function curlSnippet(call: Call): string {
  const { method, url, headers, body } = call;
  return [
    // --globbing off: ids may hold brackets and braces.
    `curl -gsS -i -X ${method} ${quote(url)}`,
    ...Object.entries(headers)
      .filter(([name, value]) => name.toLowerCase() !== "accept" || value !== "*/*")
      .map(([name, value]) => `-H ${header(call, name, value)}`),
    ...(body === undefined ? [] : [`--data-raw ${quote(body)}`]),
  ].join(" \\\n  ");
}

function header({ credentialHeaders, isMock }: Call, name: string, value: string): string {
  const index = credentialHeaders.indexOf(name.toLowerCase());
  if (index === -1) return quote(`${name}: ${value}`);
  const variable = index === 0 ? "TOKEN" : name.toUpperCase().replaceAll("-", "_");
  return `"${name}: \${HUAWEICLOUD_${variable}${isMock ? ":-any" : ":?"}}"`;
}

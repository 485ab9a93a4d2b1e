import type { TransportErrorKind } from "../errors/transport-error.js";

/** Codes of Node's sockets, DNS, TLS and undici. Browsers give none. */
const KINDS: readonly [code: RegExp, kind: TransportErrorKind][] = [
  [/^ECONNREFUSED/, "refused"],
  [/^(ENOTFOUND|EAI_)/, "unresolved"],
  [/^(ECONNRESET|EPIPE|UND_ERR_SOCKET)/, "reset"],
  [/^(ETIMEDOUT|UND_ERR_.*_TIMEOUT)/, "timeout"],
  [/^(HPE_|Z_|UND_ERR_(HEADERS_OVERFLOW|RES))/, "malformed"],
  [/^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/, "tls"],
];

/** Names a failure of `fetch` by the code that it or one of its causes carries. */
export function kindOfFailure(error: unknown, depth = 0): TransportErrorKind {
  if (typeof error !== "object" || error === null || depth > 5) return "network";
  const { code, cause, errors } = error as { code?: unknown; cause?: unknown; errors?: unknown[] };
  // Node tries each address of a name and reports all of their failures together.
  return (
    KINDS.find(([pattern]) => pattern.test(String(code)))?.[1] ??
    kindOfFailure(cause ?? errors?.[0], depth + 1)
  );
}

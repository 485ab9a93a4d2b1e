import type { TransportErrorKind } from "../errors/transport-error.js";

/** Codes of Node's sockets, DNS, TLS, zlib and HTTP, of undici, and of Bun. Browsers give none. */
const KINDS: readonly [code: RegExp, kind: TransportErrorKind][] = [
  [/^(ECONNREFUSED|ConnectionRefused)/, "refused"],
  [/^(ENOTFOUND|EAI_)/, "unresolved"],
  // A head that breaks off is the connection's fault, although the parser tells.
  [/^(ECONNRESET|EPIPE|UND_ERR_SOCKET|HPE_INVALID_EOF|Connection(Closed|Reset))/, "reset"],
  [/^(ETIMEDOUT|UND_ERR_.*_TIMEOUT)/, "timeout"],
  [/^(HPE_|HTTPParserError|Z_|ERR__ERROR|UND_ERR_(HEADERS_OVERFLOW|RES)|Malformed)/, "malformed"],
  [/^(ERR_(TLS|SSL|OSSL)|EPROTO|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|INVALID_CA)/, "tls"],
];

/** Names a failure by the code that it, or one of its causes, carries. */
export function kindOfFailure(error: unknown, depth = 0): TransportErrorKind {
  if (typeof error !== "object" || error === null || depth > 5) return "network";
  const { name, code, cause, errors } = error as Error & { code?: unknown; errors?: unknown[] };
  // Newer versions of undici give their parser's errors no code.
  const text = String(code ?? name);
  return (
    KINDS.find(([pattern]) => pattern.test(text))?.[1] ??
    // Node tries each address of a name and reports all of their failures together.
    kindOfFailure(cause ?? errors?.[0], depth + 1)
  );
}

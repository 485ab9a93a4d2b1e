import type { TransportErrorKind } from "../errors/transport-error.js";

/** Codes of Node's sockets, DNS, TLS and undici. Browsers give none. */
const KIND_BY_CODE: Readonly<Record<string, TransportErrorKind>> = {
  ECONNREFUSED: "refused",
  ENOTFOUND: "unresolved",
  EAI_AGAIN: "unresolved",
  ECONNRESET: "reset",
  EPIPE: "reset",
  UND_ERR_SOCKET: "reset",
  ETIMEDOUT: "timeout",
  UND_ERR_CONNECT_TIMEOUT: "timeout",
  UND_ERR_HEADERS_TIMEOUT: "timeout",
  UND_ERR_BODY_TIMEOUT: "timeout",
  UND_ERR_HEADERS_OVERFLOW: "malformed",
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: "malformed",
  UND_ERR_RES_EXCEEDED_MAX_SIZE: "malformed",
};

const KIND_BY_PREFIX: readonly [prefix: string, kind: TransportErrorKind][] = [
  ["HPE_", "malformed"],
  ["Z_", "malformed"],
  ["ERR_TLS", "tls"],
  ["ERR_SSL", "tls"],
  ["CERT_", "tls"],
  ["DEPTH_ZERO_SELF_SIGNED", "tls"],
  ["SELF_SIGNED", "tls"],
  ["UNABLE_TO_", "tls"],
];

/** Names a failure of `fetch` by the code that it or one of its causes carries. */
export function kindOfFailure(error: unknown): TransportErrorKind {
  for (
    let current = error, depth = 0;
    isObject(current) && depth < 5;
    current = current.cause, depth++
  ) {
    const { code, errors } = current;
    if (typeof code === "string") {
      const kind =
        KIND_BY_CODE[code] ?? KIND_BY_PREFIX.find(([prefix]) => code.startsWith(prefix))?.[1];
      if (kind !== undefined) return kind;
    }
    // Node tries each address of a name and reports all of their failures together.
    if (Array.isArray(errors) && errors.length > 0) return kindOfFailure(errors[0]);
  }
  return "network";
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

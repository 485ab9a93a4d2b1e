import { type RequestCase, type Wire, wires } from "../cases/index.js";

// The few facts of HTTP that hold for every operation of the vendor. Written by hand, as the wires.

/** Where both services of a region answer. */
export function originIn(region: string): string {
  return `https://kms.${region}.myhuaweicloud.com`;
}

/** The region that the document names by default. */
export const DEFAULT_REGION = "cn-north-4";

/** Each of these alone must do. */
export const CREDENTIALS: readonly Readonly<Record<string, string>>[] = [
  { "X-Auth-Token": "token" },
  { Authorization: "SDK-HMAC-SHA256 Access=ak, SignedHeaders=host, Signature=00" },
];

/** Answered where there is none of them. */
export const UNAUTHORIZED = 401;

export const MEDIA_TYPE = "application/json";

/** @throws Error where the cases do not say what the operation is on the wire */
export function wireOf(operation: string): Wire {
  const wire = wires[operation];
  if (wire === undefined) throw new Error(`no suite of contract-tests/cases has ${operation}`);
  return wire;
}

/** The path of a request, percent-encoded. */
export function targetOf(operation: string, path: RequestCase["request"]["path"]): string {
  return wireOf(operation).template.replace(/\{([^{}]+)\}/g, (_, name: string) =>
    encodeURIComponent(path[name] ?? ""),
  );
}

import { securityHeaders } from "../../../generated/client.js";
import { type Auth, assertHeaderValue, type OutgoingRequest } from "./auth.js";
import { createDigests } from "./digests.js";

export interface AkSkCredential {
  readonly accessKey: string;
  readonly secretKey: string;
  /** Of temporary keys; sent as `X-Security-Token`. */
  readonly securityToken?: string;
  /** Sent as `X-Project-Id`. */
  readonly projectId?: string;
}

const ALGORITHM = "SDK-HMAC-SHA256";

/**
 * Authorizes by signing each attempt with an access key and its secret key.
 * The secret key is never sent; the server refuses a clock that is 15 minutes off.
 */
export function akSk({ accessKey, secretKey, securityToken, projectId }: AkSkCredential): Auth {
  assertHeaderValue("accessKey", accessKey);
  assertHeaderValue("secretKey", secretKey);
  if (securityToken !== undefined) assertHeaderValue("securityToken", securityToken);
  if (projectId !== undefined) assertHeaderValue("projectId", projectId);
  const { hash, hmac } = createDigests(secretKey);

  return {
    async authorize(request) {
      const sent = {
        "X-Sdk-Date": timestamp(new Date()),
        ...(projectId === undefined ? {} : { "X-Project-Id": projectId }),
        ...(securityToken === undefined ? {} : { "X-Security-Token": securityToken }),
      };
      const signed = signedHeaders(request, sent);
      const names = signed.map(([name]) => name).join(";");
      const bodyHash = await hash(request.body ?? "");
      const canonical = canonicalRequest(request, signed, names, bodyHash);
      const signature = await hmac(
        [ALGORITHM, sent["X-Sdk-Date"], await hash(canonical)].join("\n"),
      );
      return {
        ...sent,
        [securityHeaders.AkSk]: `${ALGORITHM} Access=${accessKey}, SignedHeaders=${names}, Signature=${signature}`,
      };
    },
  };
}

/** Host, content type and what this module adds; a proxy may change any other header. */
function signedHeaders(
  { url, headers }: OutgoingRequest,
  sent: Readonly<Record<string, string>>,
): [name: string, value: string][] {
  const contentType = headers["content-type"];
  const all = {
    host: new URL(url).host,
    ...(contentType === undefined ? {} : { "content-type": contentType }),
    ...Object.fromEntries(Object.entries(sent).map(([name, value]) => [name.toLowerCase(), value])),
  };
  return Object.entries(all).sort(([a], [b]) => compare(a, b));
}

function canonicalRequest(
  { method, url }: OutgoingRequest,
  signed: readonly [string, string][],
  names: string,
  bodyHash: string,
): string {
  const { pathname, searchParams } = new URL(url);
  const path = pathname
    .split("/")
    .map((segment) => encode(decodeURIComponent(segment)))
    .join("/");
  const query = [...searchParams]
    .sort(([a, x], [b, y]) => compare(a, b) || compare(x, y))
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .join("&");
  return [
    method,
    path.endsWith("/") ? path : `${path}/`,
    query,
    ...signed.map(([name, value]) => `${name}:${value}`),
    "",
    names,
    bodyHash,
  ].join("\n");
}

/** By UTF-16 code units, which no locale changes. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** RFC 3986: everything but the unreserved characters. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** `YYYYMMDDTHHMMSSZ`, in UTC. */
function timestamp(date: Date): string {
  return date.toISOString().replace(/[-:]|\.\d+/g, "");
}

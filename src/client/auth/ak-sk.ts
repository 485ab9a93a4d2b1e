import { securityHeaders } from "../../../generated/client.js";
import { type Auth, type AuthHeaders, assertHeaderValue, type OutgoingRequest } from "./auth.js";
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

/** A server refuses a clock that is 15 minutes off; network and signing take some of them. */
const MAX_CLOCK_SKEW = 5 * 60_000;

/** From 2017 to 2096: a signature has no room for just any date that a server may name. */
const isPlausible = (time: number) => time > 1.5e12 && time < 4e12;

/**
 * Authorizes by signing each attempt with an access key and its secret key. The secret key is
 * never sent. Where a refused signature's clock turns out to be more than 5 minutes off the
 * server's, the server's time is used from then on.
 */
export function akSk(keys: AkSkCredential): Auth {
  // Credentials come from anywhere, and may say more.
  const { accessKey, secretKey, securityToken, projectId } = keys ?? {};
  assertHeaderValue("accessKey", accessKey);
  assertHeaderValue("secretKey", secretKey);
  if (securityToken !== undefined) assertHeaderValue("securityToken", securityToken);
  if (projectId !== undefined) assertHeaderValue("projectId", projectId);
  const { hash, hmac } = createDigests(secretKey);
  const fixed = {
    ...(projectId !== undefined && { "X-Project-Id": projectId }),
    ...(securityToken !== undefined && { "X-Security-Token": securityToken }),
  };
  let skew = 0;

  return {
    authorize(request) {
      const sent = { "X-Sdk-Date": timestamp(new Date(Date.now() + skew)), ...fixed };
      const signed = signedHeaders(request, sent);
      const names = signed.map(([name]) => name).join(";");
      const authorized = (signature: string): AuthHeaders => ({
        ...sent,
        [securityHeaders.AkSk]: `${ALGORITHM} Access=${accessKey}, SignedHeaders=${names}, Signature=${signature}`,
      });
      const toSign = (digest: string) => [ALGORITHM, sent["X-Sdk-Date"], digest].join("\n");
      const bodyHash = hash(request.body ?? "");
      if (typeof bodyHash === "string") {
        const digest = hash(canonicalRequest(request, signed, names, bodyHash)) as string;
        return authorized(hmac(toSign(digest)) as string);
      }
      return (async () => {
        const digest = await hash(canonicalRequest(request, signed, names, await bodyHash));
        return authorized(await hmac(toSign(digest)));
      })();
    },
    renew(_, serverTime) {
      const before = skew;
      const off = serverTime - Date.now();
      if (isPlausible(serverTime) && Math.abs(off - before) > MAX_CLOCK_SKEW) skew = off;
      return skew !== before;
    },
  };
}

/** Host, content type and what this module adds; a proxy may change any other header. */
function signedHeaders(
  { url, headers }: OutgoingRequest,
  sent: Readonly<Record<string, string>>,
): [name: string, value: string][] {
  const signed: [string, string][] = [["host", hostOf(url)]];
  const contentType = headers["content-type"];
  if (contentType !== undefined) signed.push(["content-type", contentType]);
  for (const [name, value] of Object.entries(sent)) signed.push([name.toLowerCase(), value]);
  return signed.sort(([a], [b]) => compare(a, b));
}

function canonicalRequest(
  { method, url }: OutgoingRequest,
  signed: readonly [string, string][],
  names: string,
  bodyHash: string,
): string {
  const { path, query } = canonicalTarget(url);
  return [
    method,
    path,
    query,
    ...signed.map(([name, value]) => `${name}:${value}`),
    "",
    names,
    bodyHash,
  ].join("\n");
}

/** The part of a URL between the scheme and the path. */
function hostOf(url: string): string {
  const start = url.indexOf("//") + 2;
  return url.slice(start, url.indexOf("/", start));
}

/** Path, with a trailing slash, and query as RFC 3986 encodes them. */
function canonicalTarget(url: string): { readonly path: string; readonly query: string } {
  const start = url.indexOf("/", url.indexOf("//") + 2);
  const target = url.slice(start);
  // Most paths are canonical already.
  if (/^[\w\-.~/]*$/.test(target)) return { path: closed(target), query: "" };
  const { pathname, searchParams } = new URL(url);
  const path = pathname.split("/").map((segment) => encode(decode(segment)));
  const query = [...searchParams]
    .sort(([a, x], [b, y]) => compare(a, b) || compare(x, y))
    .map(([name, value]) => `${encode(name)}=${encode(value)}`);
  return { path: closed(path.join("/")), query: query.join("&") };
}

function closed(path: string): string {
  return path.endsWith("/") ? path : `${path}/`;
}

/** What has a malformed escape stands for itself. */
function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
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

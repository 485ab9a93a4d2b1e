import { serverUrl } from "../../generated/client.js";

/**
 * Where the operations live, without a trailing slash.
 * @throws TypeError that says what would be right
 */
export function baseUrlOf({
  region,
  baseUrl,
}: {
  readonly region?: string | undefined;
  readonly baseUrl?: string | undefined;
}): string {
  if ((region === undefined) === (baseUrl === undefined)) {
    throw new TypeError("give either region, such as cn-north-4, or baseUrl");
  }
  if (baseUrl !== undefined) return checked(baseUrl);
  if (typeof region !== "string" || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(region)) {
    throw new TypeError(`region must be an id such as cn-north-4, not ${JSON.stringify(region)}`);
  }
  return serverUrl.replace("{region}", region);
}

function checked(baseUrl: string): string {
  const url = parse(baseUrl);
  // The URL is not quoted where it may hold a password.
  if (url.username !== "" || url.password !== "") {
    throw new TypeError("baseUrl must not hold credentials: give them as auth");
  }
  if (url.search !== "" || url.hash !== "" || /[?#]/.test(baseUrl)) {
    throw new TypeError("baseUrl must not have a query or a fragment");
  }
  if (url.protocol !== "https:" && !(url.protocol === "http:" && isLoopback(url.hostname))) {
    throw new TypeError("baseUrl must be https; http is for loopback addresses only");
  }
  return url.origin + url.pathname.replace(/\/+$/, "");
}

function parse(baseUrl: unknown): URL {
  try {
    const url = new URL(baseUrl as string);
    // A signature covers the path as it reads without escapes.
    decodeURIComponent(url.pathname);
    return url;
  } catch {
    throw new TypeError("baseUrl must be an absolute URL, such as https://kms.example.com");
  }
}

/** Whether a host name is of this machine, which no network sees. */
export function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127(\.\d+){3}$/.test(hostname);
}

import type { Answer } from "./wire.js";

/** Statuses that fetch would follow. */
const FOLLOWED: readonly number[] = [301, 302, 303, 307, 308];

/**
 * A followed redirect would carry the credential along, to wherever the response points.
 * @returns why it is not taken for the response; undefined where it is no redirect
 */
export function redirectOf({ status, headers }: Answer, url: string): string | undefined {
  const { location } = headers;
  if (!FOLLOWED.includes(status) && !(status >= 300 && status < 400 && location)) return undefined;
  const target =
    location === undefined
      ? ""
      : ` to ${URL.canParse(location, url) ? new URL(location, url).origin : "an invalid URL"}`;
  return `redirected with status ${status}${target}, which is not followed`;
}

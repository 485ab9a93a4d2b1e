import { standIn } from "../../text/stand-in.js";

/**
 * Stands for a `Response` until more is asked than its status: the platform's loads all of undici,
 * which takes longer than a process's first call does without it.
 */
export function lightResponse(status: number, url: string, make: () => Response): Response {
  const ok = status >= 200 && status < 300;
  const given = { status, ok, url, redirected: false, type: "default" } as const;
  return standIn(given, make, () => Response.prototype);
}

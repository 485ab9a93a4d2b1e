import { operations } from "../../generated/operations.js";
import type { TestService } from "./service.js";

type Resolver = (info: { readonly request: Request }) => Promise<Response>;

/** As much of MSW's `http` as is used here: handed over, so that nothing here imports MSW. */
export interface MswHttp<Handler> {
  all(path: string, resolver: Resolver): Handler;
}

/**
 * Makes handlers for Mock Service Worker, one for each path of the contract, at any host.
 *
 * @param http From `msw`, version 2.
 * @example
 * const server = setupServer(...mswHandlers(http, service));
 */
export function mswHandlers<Handler>(http: MswHttp<Handler>, service: TestService): Handler[] {
  const resolver: Resolver = ({ request }) =>
    // MSW's way to break a connection; an error that is thrown becomes a 500.
    service.fetch(request).catch(() => Response.error());
  const paths = new Set(Object.values(operations).map(({ path }) => path));
  return [...paths].map((path) => http.all(toPattern(path), resolver));
}

/** MSW has `:name` for a variable, and an asterisk for any host and prefix. */
function toPattern(template: string): string {
  let count = 0;
  return `*${template.replace(/\{[^{}]+\}/g, () => `:variable${count++}`)}`;
}

import { type Pair, splitQuery } from "../text/parameters.js";
import { isMisencoded, matchTemplate } from "../text/path-template.js";
import { MockError } from "./mock-error.js";
import type { PrismOperation } from "./prism/types.js";

export interface Target {
  /** Still percent-encoded, dot segments removed. */
  readonly pathname: string;
  readonly query: readonly Pair[];
}

/**
 * Parses a request target, such as `/v1/a%2Fb?limit=10`.
 *
 * @throws MockError 400 for a percent sign without two digits, or digits that are not UTF-8.
 */
export function parseTarget(target: string): Target {
  // Concatenated, because `new URL("//a/b", base)` would take `a` for the host.
  const text = target.startsWith("/") ? `http://localhost${target}` : target;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || isMisencoded(url)) {
    const message = `The request target ${target} is no path, or has a bad percent encoding.`;
    throw new MockError(400, "MOCK.InvalidPath", message);
  }
  return { pathname: url.pathname, query: splitQuery(url.search) };
}

export interface Route {
  readonly operation: PrismOperation;
  /** Path parameters by name, decoded. */
  readonly parameters: ReadonlyMap<string, string>;
}

/**
 * Finds the operation of a request. Of several templates that fit, the one with fewest variables
 * wins.
 *
 * @throws MockError 404, or 405 with the header `allow`.
 */
export function findRoute(
  operations: readonly PrismOperation[],
  method: string,
  pathname: string,
): Route {
  const routes = operations
    .flatMap((operation): Route[] => {
      const parameters = matchTemplate(operation.path, pathname);
      return parameters === undefined ? [] : [{ operation, parameters }];
    })
    .sort((a, b) => a.parameters.size - b.parameters.size);
  if (routes.length === 0) {
    throw new MockError(404, "MOCK.UnknownPath", `The document has no path ${pathname}.`);
  }
  const route = routes.find(({ operation }) => operation.method === method.toLowerCase());
  if (route === undefined) {
    const methods = new Set(routes.map(({ operation }) => operation.method.toUpperCase()));
    const allow = [...methods].join(", ");
    const message = `The path takes ${allow}, not ${method.toUpperCase()}.`;
    throw new MockError(405, "MOCK.WrongMethod", message, { headers: { allow } });
  }
  return route;
}

/**
 * The path of a route in one spelling. Prism compares literal segments undecoded, and takes a
 * bare comma in a parameter for a list.
 */
export function toPath({ operation, parameters }: Route): string {
  return operation.path.replace(VARIABLES, (_, name: string) =>
    encodeURIComponent(parameters.get(name) ?? ""),
  );
}

const VARIABLES = /\{([^}]+)\}/g;

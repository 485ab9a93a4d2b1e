import { securityHeaders } from "../../../generated/client.js";
import { type Auth, type AuthHeaders, assertHeaderValue } from "./auth.js";

/**
 * Authorizes with an IAM user token of project scope.
 * @param source the token, or a function that gets one. The function is asked once and its answer
 *   kept until the server refuses it; calls in parallel share one answer. What it throws, the call
 *   throws, and the next call asks again.
 */
export function token(source: string | (() => string | Promise<string>)): Auth {
  if (typeof source !== "function") {
    const headers = toHeaders(source);
    return { authorize: () => headers };
  }

  let held: AuthHeaders | Promise<AuthHeaders> | undefined;

  const ask = (): Promise<AuthHeaders> => {
    const asked: Promise<AuthHeaders> = Promise.resolve()
      .then(source)
      .then(toHeaders)
      .then(
        (headers) => {
          if (held === asked) held = headers;
          return headers;
        },
        (reason) => {
          if (held === asked) held = undefined;
          throw reason instanceof Error
            ? reason
            : new TypeError(
                // An object's own text may throw as well.
                `the token source failed with ${Object(reason) === reason ? "an object" : String(reason)}, which is no Error`,
              );
        },
      );
    return asked;
  };

  return {
    authorize() {
      held ??= ask();
      return held;
    },
    renew(refused) {
      // Of the calls that a server refused together, the first asks; the others share its answer.
      if (refused === held) held = undefined;
      return true;
    },
    forget(promised) {
      // A source that hangs is asked again by the next call.
      if (promised === held) held = undefined;
    },
  };
}

function toHeaders(value: unknown): AuthHeaders {
  assertHeaderValue("the token", value);
  return { [securityHeaders.AuthToken]: value };
}

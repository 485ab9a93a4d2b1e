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

  const ask = async (): Promise<AuthHeaders> => {
    try {
      // Later than the assignment of this promise, even where the source answers or throws at once.
      await undefined;
      held = toHeaders(await source());
      return held;
    } catch (error) {
      held = undefined;
      throw error;
    }
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
  };
}

function toHeaders(value: unknown): AuthHeaders {
  assertHeaderValue("the token", value);
  return { [securityHeaders.AuthToken]: value };
}

import { securityHeaders } from "../../generated/client.js";
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

  let current: Promise<AuthHeaders> | undefined;
  let held: AuthHeaders | undefined;

  const ask = (): Promise<AuthHeaders> => {
    held = undefined;
    const asked = (async () => toHeaders(await source()))();
    current = asked;
    asked.then(
      (headers) => {
        if (current === asked) held = headers;
      },
      () => {
        if (current === asked) current = undefined;
      },
    );
    return asked;
  };

  return {
    authorize: () => held ?? current ?? ask(),
    renew(refused) {
      // Of the calls that a server refused together, the first asks; the others share its answer.
      if (refused === held) {
        held = undefined;
        current = undefined;
      }
      return true;
    },
  };
}

function toHeaders(value: unknown): AuthHeaders {
  assertHeaderValue("the token", value);
  return { [securityHeaders.AuthToken]: value };
}

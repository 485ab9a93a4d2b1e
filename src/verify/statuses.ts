import type { Operation } from "./contract.js";

// What HTTP itself says of statuses (RFC 9110, section 15). The document says which of them an
// operation answers.

/** The credential is missing or wrong. */
export const UNAUTHENTICATED = 401;

/** The request is malformed, or its content makes no sense. */
const INVALID = [400, 422];

/** What was to be removed is not there. */
const GONE = [404, 410];

/** The caller sends too fast; the request was not carried out. */
export const THROTTLED = 429;

/** The caller may not send the request; it was not carried out. */
const TURNED_AWAY = [UNAUTHENTICATED, 403, THROTTLED];

export const isSuccess = (status: number): boolean => status >= 200 && status < 300;
export const isClientError = (status: number): boolean => status >= 400 && status < 500;
export const isRedirect = (status: number): boolean => status >= 300 && status < 400;
export const isGone = (status: number): boolean => GONE.includes(status);
export const isTurnedAway = (status: number): boolean => TURNED_AWAY.includes(status);

/** The key that documents a status: the status itself, a range such as `4XX`, or `default`. */
export function findDocumented({ responses }: Operation, status: number): string | undefined {
  const keys = [`${status}`, `${Math.floor(status / 100)}XX`, "default"];
  return keys.find((key) => responses.has(key));
}

/** The documented statuses of an invalid request; every client error if none is better. */
export function refusalsOf(operation: Operation): string[] {
  const documented = [...operation.responses.keys()];
  const exact = documented.filter((key) => INVALID.includes(Number(key)));
  return exact.length > 0 ? exact : documented.filter((key) => /^4|^default$/.test(key));
}

/** Whether a status says that the request is invalid. */
export function isRefusal(operation: Operation, status: number): boolean {
  const documented = findDocumented(operation, status);
  return (
    isClientError(status) && documented !== undefined && refusalsOf(operation).includes(documented)
  );
}

export function successesOf({ responses }: Operation): string[] {
  const successes = [...responses.keys()].filter((key) => key.startsWith("2"));
  return successes.length > 0 ? successes : ["2XX"];
}

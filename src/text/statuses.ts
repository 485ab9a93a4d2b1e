// Which of its documented responses an operation gives. Keys are statuses, ranges such as `4XX`,
// or `default`.

/**
 * What gateways answer before the service is asked, so that a client must cope with it though the
 * contract may not list it. Marked as not documented by the prefix `MOCK.`.
 */
const GATEWAY_ERRORS: Readonly<Record<string, GatewayError>> = {
  429: { code: "MOCK.TooManyRequests", meaning: "Too many requests." },
  503: { code: "MOCK.ServiceUnavailable", meaning: "The service is unavailable." },
};

/** Never with a body, whatever the operation documents (RFC 9110, section 15). */
const BODILESS = [204, 205, 304];

export const isBodiless = (status: number): boolean => BODILESS.includes(status);

interface GatewayError {
  readonly code: `MOCK.${string}`;
  readonly meaning: string;
}

/** Undefined for a status that must be documented to be had. */
export function gatewayError(status: string | number): GatewayError | undefined {
  return Object.hasOwn(GATEWAY_ERRORS, status) ? GATEWAY_ERRORS[status] : undefined;
}

/** Exact status, then its range, then `default`. */
export function findDocumented(
  keys: readonly string[],
  status: string | number,
): string | undefined {
  const text = String(status);
  if (!/^[1-5]\d\d$/.test(text)) return undefined;
  return [text, `${text[0]}XX`, "default"].find((key) => keys.includes(key));
}

/** The response to a valid request: the lowest 2xx, or the first of all. */
export function successOf(keys: readonly string[]): string | undefined {
  return keys.filter((key) => key.startsWith("2")).sort()[0] ?? keys[0];
}

/**
 * The status for an invalid request: 422, then 400, then by range or default; 415 before these
 * where the content type is wrong.
 */
export function refusalOf(keys: readonly string[], hasWrongType: boolean): number | undefined {
  const fitting = hasWrongType ? [415, 422, 400] : [422, 400];
  const isGeneral = keys.includes("4XX") || keys.includes("default");
  return (
    fitting.find((status) => keys.includes(`${status}`)) ?? (isGeneral ? fitting[0] : undefined)
  );
}

import type { IncomingHttpHeaders } from "node:http";
import type { MockRequest, MockResponse } from "huaweicloud-dew-tags/mock";
import { expect } from "vitest";
import { type OperationMetadata, operations } from "../../generated/operations.js";
import { type Wire, wires } from "../cases/index.js";

/** What the mock does with one operation it does with all, as the cases of the contract show. */
const [operationId, wire] = Object.entries(wires).find(([, { sample }]) =>
  Array.isArray((sample.body as { tags?: unknown } | undefined)?.tags),
) as [keyof typeof operations, Wire];

export const operation: OperationMetadata = operations[operationId];
export const sample: Wire["sample"] = wire.sample;
export const success: number = wire.success;
export const refusal: number = wire.refusal;

/** Documented errors other than the refusal of an invalid request. */
export const errors: readonly string[] = Object.keys(operation.responses).filter(
  (status) => Number(status) >= 400 && status !== `${refusal}`,
);

export const examplesOf = (status: string | number): [name: string, value: unknown][] =>
  Object.entries(operation.responses[status]?.examples ?? {});
export const firstOf = (status: string | number): unknown => examplesOf(status)[0]?.[1];

export const JSON_TYPE: object = { "content-type": "application/json" };
export const HEADERS: object = { ...JSON_TYPE, "x-auth-token": "t" };

export type Sent = MockRequest & { readonly path: string; readonly headers: object };

/** A valid request, but for what is changed. */
export function request(
  changes: { path?: object; headers?: object; prefer?: string; body?: unknown } = {},
): Sent {
  const { path, headers = HEADERS, prefer, body } = { body: sample.body, ...changes };
  const ids: Record<string, string> = { ...sample.path, ...path };
  return {
    method: operation.method,
    path: operation.path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(ids[name] ?? "")),
    headers: { ...headers, ...(prefer !== undefined && { prefer }) },
    body: body === undefined ? undefined : JSON.stringify(body),
  };
}

/** The rules that a request breaks, as `pointer keyword`. */
export function rules({ violations }: MockResponse): string[] {
  return violations.map(({ pointer, keyword }) => `${pointer} ${keyword}`).sort();
}

/** An error of the mock itself has the shape of the documented ones. */
export function expectOwnError(
  { headers, body }: { headers: IncomingHttpHeaders | MockResponse["headers"]; body: unknown },
  code: string,
  message = "",
): void {
  expect(headers["content-type"]).toBe("application/json");
  const error = { error_code: code, error_msg: expect.stringContaining(message) };
  expect(body).toEqual({ error });
}

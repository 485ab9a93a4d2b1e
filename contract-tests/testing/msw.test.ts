import { createDewTagsClient, token } from "huaweicloud-dew-tags";
import { createTestService, mswHandlers } from "huaweicloud-dew-tags/testing";
import { http } from "msw";
import { setupServer } from "msw/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { operations } from "../../generated/operations.js";
import { toWire, wireOf } from "../kit/wire.js";

const service = createTestService();
const server = setupServer(...mswHandlers(http, service));

beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
afterAll(() => server.close());

describe.each(Object.keys(operations) as (keyof typeof operations)[])("MSW, %s", (operationId) => {
  const { success, sample } = wireOf(operationId);
  const send = () => {
    const { path, body = null, ...wire } = toWire(operationId, sample);
    return fetch(`https://service.example/prefix${path}`, { ...wire, body });
  };

  it("answers what the contract documents, and what a test forces", async () => {
    expect((await send()).status).toBe(success);
    service.force({ status: 429 });
    expect((await send()).status).toBe(429);
    service.force({ reset: true });
    await expect(send()).rejects.toThrow();
    expect(service.calls.map(({ status }) => status)).toEqual([success, 429, undefined]);
    service.reset();
  });

  it("is met by the client without an option of its own", async () => {
    const auth = token("t");
    const dew = createDewTagsClient({ region: "cn-north-4", auth, retry: false });
    const call = dew[operationId] as (init: object) => Promise<{ error?: unknown }>;
    const { path, query, headers: header, body } = sample;
    expect((await call({ params: { path, query, header }, body })).error).toBeUndefined();
    expect(service.calls).toMatchObject([{ operationId, status: success }]);
    service.reset();
  });
});

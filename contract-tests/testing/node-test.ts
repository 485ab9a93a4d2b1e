// Run by node:test, as a consumer's tests are.

import assert from "node:assert/strict";
import { test } from "node:test";
import { operations } from "../../generated/operations.js";
import { createDewTagsClient, token } from "../../src/index.js";
import { createTestService } from "../../src/testing/index.js";

const [[operationId, { parameters, requestBody, responses }]] = Object.entries(operations) as [
  [keyof typeof operations, (typeof operations)[keyof typeof operations]],
];
const valuesIn = (location: string) =>
  Object.fromEntries(
    parameters
      .filter((each) => each.in === location && each.required)
      .map(({ name, example = name }) => [name, example]),
  );
const hasNoBody = Object.values(responses).some(({ mediaTypes }) => mediaTypes.length === 0);
const params = { path: valuesIn("path"), query: valuesIn("query"), header: valuesIn("header") };
const [body] = Object.values(requestBody?.examples ?? {});

const loaded = (process as unknown as { moduleLoadList: readonly string[] }).moduleLoadList;

test("a call meets a success without Node's fetch, which takes long to load", async () => {
  const { fetch } = createTestService();
  const dew = createDewTagsClient({ region: "cn-north-4", auth: token("t"), fetch });
  const method = dew[operationId] as (init: object) => Promise<{ error?: unknown }>;
  assert.equal((await method({ params, body })).error, undefined);
  if (hasNoBody) assert.ok(!loaded.some((name) => name.endsWith("undici/undici")));
});

test("a call meets a forced error, then succeeds", async () => {
  const service = createTestService();
  const dew = createDewTagsClient({
    region: "cn-north-4",
    auth: token("t"),
    fetch: service.fetch,
    retry: { initialDelay: 1 },
  });
  const method = dew[operationId] as (init: object) => Promise<{ error?: unknown }>;
  service.force({ status: 429 });
  assert.equal((await method({ params, body })).error, undefined);
  assert.equal(service.calls.length, 2);
  assert.equal(service.calls[0]?.status, 429);
});

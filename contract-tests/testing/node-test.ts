// Run by node:test, as a consumer's tests are.

import assert from "node:assert/strict";
import { test } from "node:test";
import { operations } from "../../generated/operations.js";
import { createDewTagsClient, token } from "../../src/index.js";
import { createTestService } from "../../src/testing/index.js";

const [[operationId, { parameters, requestBody }]] = Object.entries(operations) as [
  [keyof typeof operations, (typeof operations)[keyof typeof operations]],
];
const valuesIn = (location: string) =>
  Object.fromEntries(
    parameters
      .filter((each) => each.in === location && each.required)
      .map(({ name, example = name }) => [name, example]),
  );
const params = { path: valuesIn("path"), query: valuesIn("query"), header: valuesIn("header") };
const [body] = Object.values(requestBody?.examples ?? {});

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

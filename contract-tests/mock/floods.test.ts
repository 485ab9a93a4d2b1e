import { createMock, type Mock, type MockRequest } from "huaweicloud-dew-tags/mock";
import { beforeAll, expect, it } from "vitest";
import { refusal, request, sample, success } from "./requests.js";

/** Of processor time, in milliseconds: it takes a tenth of this, and minutes what is quadratic. */
const PATIENCE = 5_000;

let mock: Mock;
beforeAll(async () => {
  mock = await createMock();
  // What is compiled at the first long body is compiled.
  await mock.handle({ ...request(), body: list(100_000, () => "0") });
});

const valid = sample.body as Record<string, unknown>;
const [name, [firstItem]] = Object.entries(valid).find(([, value]) => Array.isArray(value)) as [
  string,
  unknown[],
];

it.each<[string, Partial<MockRequest>, status: number]>([
  ["50,000 items", { body: list(50_000, (index) => `{"key":"k${index}"}`) }, refusal],
  ["50,000 equal items", { body: list(50_000, () => JSON.stringify(firstItem)) }, refusal],
  ["1,000,000 zeros", { body: list(1_000_000, () => "0") }, refusal],
  ["as many zeros as are judged in full", { body: list(30_000, () => "0") }, refusal],
  ["300,000 properties", { body: `{${fill(300_000, (index) => `"k${index}":0`)}}` }, refusal],
  ["an item's keys", { body: list(1, () => `{${fill(300_000, (i) => `"k${i}":0`)}}`) }, refusal],
  ["arrays in arrays", { body: "[".repeat(4_000_000) + "]".repeat(4_000_000) }, refusal],
  ["objects in objects", { body: `${'{"a":'.repeat(900_000)}1${"}".repeat(900_000)}` }, refusal],
  ["a string of 9 MB", { body: JSON.stringify({ [name]: "x".repeat(9_000_000) }) }, refusal],
  ["a name of 9 MB", { body: JSON.stringify({ ...valid, ["x".repeat(9_000_000)]: 1 }) }, refusal],
  ["Prefer without an end", { headers: { prefer: "a".repeat(1_000_000) } }, success],
  ["Prefer with blanks", { headers: { prefer: `a${" ".repeat(1_000_000)}` } }, success],
  ["Prefer with open quotes", { headers: { prefer: 'a="'.repeat(300_000) } }, success],
  ["Prefer with commas", { headers: { prefer: ",".repeat(300_000) } }, success],
  ["a long content type", { headers: { "content-type": "a/".repeat(500_000) } }, refusal],
  ["a long credential", { headers: { "x-auth-token": "t ".repeat(500_000) } }, success],
  ["a long query", { path: `${request().path}?${"a=1&".repeat(100_000)}` }, success],
  ["many segments", { path: "/".repeat(100_000) }, 404],
])("answers %s at once", async (_, changes, status) => {
  const start = process.cpuUsage();
  const one = request();
  const headers = { ...one.headers, ...changes.headers };
  const answer = await mock.handle({ ...one, ...changes, headers });
  const { user, system } = process.cpuUsage(start);
  expect((user + system) / 1000).toBeLessThan(PATIENCE);
  expect(answer.status).toBe(status);
  expect(answer.headers["sl-violations"]?.length ?? 0).toBeLessThan(8 * 1024);
});

/** The body with so many items in its list. */
function list(count: number, item: (index: number) => string): string {
  const rest = JSON.stringify({ ...valid, [name]: null });
  return rest.replace(`"${name}":null`, () => `"${name}":[${fill(count, item)}]`);
}

function fill(count: number, item: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => item(index)).join();
}

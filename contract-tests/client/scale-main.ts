// npx tsx contract-tests/client/scale-main.ts [CALLS] [ALLOWED]: fires so many calls at once at a
// server that allows so many a second. With a rate none is lost, few are answered 429, at least
// 0.9 of what is allowed is used, and a waiting call takes a few kilobytes.

import { runScale } from "./scale-run.js";

const [calls = 10_000, allowed = 500] = process.argv.slice(2).map(Number);
const rate = { rate: allowed };
const few = Math.min(calls, allowed * 3);
console.log(`${calls} calls at once, of which the server allows ${allowed} a second`);
console.table({
  [`rate: ${allowed}`]: await runScale(calls, allowed, rate),
  "the same, aborted after 5 s": await runScale(calls, allowed, rate, AbortSignal.timeout(5000)),
  [`no rate, ${few} calls`]: await runScale(few, allowed, { retry: { maxAttempts: 9 } }),
});

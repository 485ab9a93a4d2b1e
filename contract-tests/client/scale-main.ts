// npx tsx contract-tests/client/scale-main.ts [CALLS] [ALLOWED]: prints the figures of runScale,
// for a client with a rate, and for one that has to learn it from 429s.

import { runScale } from "./scale-run.js";

const [calls = 10_000, allowed = 1000] = process.argv.slice(2).map(Number);
console.log(`${calls} calls at once, of which the server allows ${allowed} a second`);
console.log("rate:", await runScale(calls, allowed, { rate: allowed }));
const few = Math.min(calls, allowed * 3);
console.log(`no rate, ${few} calls:`, await runScale(few, allowed, { retry: { maxAttempts: 9 } }));

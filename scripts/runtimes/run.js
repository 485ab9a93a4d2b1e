// node run.js SETUP, and Deno's and Bun's likewise: prints the outcomes of the contract as JSON.

import { run } from "./contract.js";

const { origin, closed, sample } = JSON.parse(process.argv[2] ?? "");
console.log(JSON.stringify(await run(origin, closed, sample)));
process.exit();

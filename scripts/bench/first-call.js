// A child process: node first-call.js MODULE [SETUP]. Imports a contender, and with a setup (JSON)
// lets it send the example once.

import { pathToFileURL } from "node:url";

const [module = "", setup] = process.argv.slice(2);
const { start } = await import(pathToFileURL(module).href);
if (setup !== undefined) {
  const status = await start(JSON.parse(setup))();
  if (status !== 204) throw new Error(`${module} got ${status}`);
  // Open connections would keep some waiting.
  process.exit();
}

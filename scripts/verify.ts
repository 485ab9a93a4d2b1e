// npm run verify -- --base-url URL …: holds a running provider against the contract.

import { main } from "../src/cli/main.js";
import { endWithShell } from "./lib/npm-shell.js";

endWithShell("verify");
process.exitCode = await main(["verify", ...process.argv.slice(2)]);

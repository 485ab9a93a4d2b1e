// npm run verify -- --base-url URL …: holds a running provider against the contract.

import { main } from "../src/cli/main.js";

if (process.env.npm_lifecycle_event === "verify") {
  // npm passes a signal on to its shell, and many a shell ends without passing it on in turn.
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    process.kill(process.pid, "SIGHUP");
  }, 200).unref();
}

process.exitCode = await main(["verify", ...process.argv.slice(2)]);

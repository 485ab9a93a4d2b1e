// Runs every fault on every operation, says nothing, and must end by itself: what is left open
// would keep it from that, and a rejection that nobody handles would end it with an error.

import { runFault } from "./fault-run.js";
import { faults } from "./faults.js";
import { transports } from "./support/client.js";
import { operations } from "./support/operations.js";

await Promise.all(
  transports.flatMap(([, options]) =>
    operations.flatMap((operation) => faults.map((fault) => runFault(fault, operation, options))),
  ),
);

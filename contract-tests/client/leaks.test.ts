import { getEventListeners } from "node:events";
import { token } from "huaweicloud-dew-tags";
import { expect, it } from "vitest";
import { collectGarbage } from "../support/garbage.js";
import { startFaultServer } from "./fault-server.js";
import { faults } from "./faults.js";
import { clientOf, outcomeOf } from "./support/client.js";
import { call, operation } from "./support/operations.js";

const CALLS = 300;
const PARALLEL = 10;

/** All that fails, but for what takes long in itself. */
const failures = faults
  .filter(({ server, error }) => error && !/[MG]B|100,000/.test(server))
  .flatMap(({ answers }) => answers);

it(`${CALLS} failing calls leave no socket, no listener and no memory behind`, async () => {
  let count = 0;
  // Each request gets the next failure, so that the attempts of one call differ as well.
  const server = await startFaultServer([
    (...request) => failures[count++ % failures.length]?.(...request),
  ]);
  const { signal } = new AbortController();
  const dew = clientOf({ baseUrl: server.url, auth: token(() => "t"), timeout: 100 });
  const alive: WeakRef<object>[] = [];

  const fail = async () => {
    const { error, response } = await outcomeOf(call(dew, operation, { signal }));
    expect(error).toBeDefined();
    alive.push(new WeakRef(error as Error), new WeakRef(response ?? {}));
  };
  const failMany = async (calls: number) => {
    let next = 0;
    const worker = async () => {
      while (next++ < calls) await fail();
    };
    await Promise.all(Array.from({ length: PARALLEL }, worker));
    await settle();
    const kept = alive.filter((ref) => ref.deref() !== undefined).length;
    // What the test itself has kept is not to be counted.
    alive.length = 0;
    server.requests.length = 0;
    await settle();
    const timers = process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
    return { kept, sockets: server.open, timers, heap: process.memoryUsage().heapUsed };
  };

  // Enough that what is made once has been made.
  const before = await failMany(100);
  const after = await failMany(CALLS);
  await server.close();

  expect(after.kept, "errors and responses that are kept").toBeLessThan(PARALLEL);
  expect(getEventListeners(signal, "abort"), "listeners of the caller's signal").toEqual([]);
  expect(after.sockets, "open sockets").toBeLessThanOrEqual(3 * PARALLEL);
  expect(after.timers, "timers").toBeLessThanOrEqual(before.timers + 2);
  expect(after.heap - before.heap, "growth of the heap in bytes").toBeLessThan(3e6);
}, 600_000);

/** Gives connections time to close, and collects garbage. */
async function settle(): Promise<void> {
  for (let i = 0; i < 3; i++) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    collectGarbage();
  }
}

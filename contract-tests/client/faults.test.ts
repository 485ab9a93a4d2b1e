import { execFile } from "node:child_process";
import type { Socket } from "node:net";
import { fileURLToPath } from "node:url";
import { inspect, promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { runFault, SECRET } from "./fault-run.js";
import type { Answer } from "./fault-server.js";
import { faults } from "./faults.js";
import { transports } from "./support/client.js";
import { operations } from "./support/operations.js";

const run = promisify(execFile);

const rows = transports.flatMap(([transport, options]) =>
  operations.flatMap((operation) =>
    faults.map(
      (fault) =>
        [operation.operationId, transport, fault.server, operation, fault, options] as const,
    ),
  ),
);

describe("a call", () => {
  const title = "of %s by %s, where the server %s";
  const check = async (...[, , , operation, fault, options]: (typeof rows)[number]) => {
    const { seen, requests, elsewhere } = await runFault(fault, operation, options);
    if (fault.error) expect(seen.error).toMatchObject(fault.error);
    else expect(seen.error).toBeUndefined();
    expect(requests).toBe(fault.requests);
    expect(elsewhere, "requests to another origin").toBe(0);
    expect(inspect(seen, { depth: Infinity, showHidden: true })).not.toContain(SECRET);
  };

  it.each(rows.filter(([, , , , { timeout }]) => timeout === undefined))(title, check);
  // These only wait, and so can wait together.
  it.concurrent.each(rows.filter(([, , , , { timeout }]) => timeout !== undefined))(title, check);
});

it.each(transports)("reads an error of 50 MB to a limit by %s", async (_, options) => {
  const [answer] = faults.find(({ server }) => server.endsWith("50 MB"))?.answers ?? [];
  const sockets: Socket[] = [];
  const watched: Answer = (socket, place) => {
    sockets.push(socket);
    answer?.(socket, place);
  };
  await runFault({ answers: [watched] }, operations[0] as never, options);
  expect(sockets).toHaveLength(1);
  expect(sockets[0]?.bytesWritten).toBeLessThan(10e6);
});

it("leaves nothing open, nothing unhandled and nothing printed", async () => {
  const main = fileURLToPath(new URL("fault-main.ts", import.meta.url));
  // Killed where it does not end by itself; what it prints and how it ends is in what is thrown.
  const { stdout, stderr } = await run(process.execPath, ["--import", "tsx", main], {
    timeout: 50_000,
  });
  expect({ stdout, stderr }).toEqual({ stdout: "", stderr: "" });
}, 60_000);

it("is written up in faults.md as it is (vitest -u rewrites it)", async () => {
  await expect(renderFaultTable()).toMatchFileSnapshot("../../src/client/transport/faults.md");
});

/** A document with a table of the faults against their outcomes. */
function renderFaultTable(): string {
  const rows = faults.map(({ server, error, requests }) => {
    if (error === undefined) return `| ${server} | succeeds | ${requests} |`;
    const what = error.name === "ApiError" ? `status ${error.status}` : `kind \`${error.kind}\``;
    const attempts = error.attempts > 1 ? `, ${error.attempts} attempts` : "";
    return `| ${server} | fails: \`${error.name}\`, ${what}${attempts} | ${requests} |`;
  });
  return `${[
    "# What a call comes to, fault by fault",
    "",
    "Tested with both transports, by `node:http` and by `fetch`, and written by the test itself.",
    "",
    "| The server … | The call … | Requests |",
    "|---|---|--:|",
    ...rows,
  ].join("\n")}\n`;
}

import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { inspect, promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { runFault, SECRET } from "./fault-run.js";
import { type Fault, faults, type Outcome } from "./faults.js";
import { operations } from "./support/operations.js";
import { transports } from "./support/transports.js";

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
    const { outcome, requests, elsewhere, seen } = await runFault(fault, operation, options);
    expect({ outcome, requests }).toEqual({ outcome: fault.outcome, requests: fault.requests });
    expect(elsewhere, "requests to another origin").toBe(0);
    expect(inspect(seen, { depth: Infinity, showHidden: true })).not.toContain(SECRET);
  };

  it.each(rows.filter(([, , , , { timeout }]) => timeout === undefined))(title, check);
  // These only wait, and so can wait together.
  it.concurrent.each(rows.filter(([, , , , { timeout }]) => timeout !== undefined))(title, check);
});

it("reads an error of 50 MB to a limit", async () => {
  const [fault] = faults.filter(({ server }) => server.endsWith("50 MB"));
  if (fault === undefined) throw new Error("there is no such fault");
  for (const [, options] of transports) {
    const { bytesWritten } = await runFault(fault, operations[0] as never, options);
    expect(bytesWritten).toBeLessThan(10e6);
  }
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
  await expect(renderFaultTable(faults)).toMatchFileSnapshot("faults.md");
});

/** A document with a table of the faults against their outcomes. */
function renderFaultTable(faults: readonly Fault[]): string {
  const rows = faults.map(
    ({ server, outcome, requests }) => `| ${server} | ${render(outcome)} | ${requests} |`,
  );
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

function render(outcome: Outcome): string {
  if (outcome === "success") return "succeeds";
  const what =
    outcome.error === "ApiError" ? `status ${outcome.status}` : `kind \`${outcome.kind}\``;
  const attempts = outcome.attempts > 1 ? `, ${outcome.attempts} attempts` : "";
  return `fails: \`${outcome.error}\`, ${what}${attempts}`;
}

import { expect, it } from "vitest";
import { weigh } from "../../src/verify/weight.js";
import { faults } from "./faults.js";
import { startProvider } from "./provider.js";
import { runVerify } from "./run.js";
import { only, SAMPLE } from "./select.js";

// What a provider is told depends on where the rules that it breaks are from.

const LOOSE = "refuses with an error without error_msg";
it.each([
  ["accepts everything", [], 1, "breaks the contract", "(0 %)"],
  ["accepts everything", ["--strict"], 1, "breaks the contract", "(0 %)"],
  [LOOSE, [], 0, "keeps the contract, with warnings", "(100 %)"],
  [LOOSE, ["--strict"], 1, "breaks the contract", "(100 %)"],
  ["is right", [], 0, "keeps the contract", "(100 %)"],
  ["is right", ["--strict"], 0, "keeps the contract", "(100 %)"],
])("a provider that %s, with %j", async (name, options, code, headline, share) => {
  const fault = faults.find((one) => one.name === name);
  const { url, altered } = await startProvider(fault);
  const { exitCode, output, report, html } = await runVerify(url, [...options, ...only(SAMPLE)]);
  expect([exitCode, altered.size > 0]).toEqual([code, name !== "is right"]);
  for (const text of [output, html]) {
    expect(text).toContain(`The provider ${headline}`);
    expect(text).toContain(share);
    expect(text.includes("With --strict")).toBe(report.summary.warnings > 0);
  }
  expect(report.summary.warnings === 0).toBe(options.length > 0 || fault === undefined);
  const problems = report.results.flatMap(({ finding }) => finding?.problems ?? []);
  for (const { severity, sources } of problems) {
    expect(sources.length).toBeGreaterThan(0);
    expect(severity).toBe(weigh(sources, options.length > 0));
  }
});

it.each([
  [["page, table 4"], "error"],
  [["vendor: API definition"], "warning"],
  [["ours: requests are closed", "vendor: API definition"], "warning"],
  [["ours: requests are closed", "page, table 4"], "error"],
  // A document that names no source is the authority itself.
  [["table 4 of somebody"], "error"],
])("rules from %j make an %s", (sources, severity) => {
  expect([weigh(sources, false), weigh(sources, true)]).toEqual([severity, "error"]);
});

import { afterEach, expect, it } from "vitest";
import { weigh } from "../../src/verify/weight.js";
import { type Provider, type ProviderOptions, startProvider } from "./provider.js";
import { runVerify } from "./run.js";
import { only, SAMPLE } from "./select.js";

// What a provider is told depends on where the rules that it breaks are from.

let provider: Provider;
afterEach(() => provider?.close());

const acceptsEverything: ProviderOptions["alter"] = ({ right }) =>
  right.status === 401 ? undefined : { status: 204 };
const omitsMessage: ProviderOptions["alter"] = ({ right }) =>
  right.status === 400
    ? {
        status: 400,
        headers: { "content-type": "application/json" },
        body: { error: { error_code: "X.1" } },
      }
    : undefined;
const isRight: ProviderOptions["alter"] = () => undefined;

it.each([
  ["accepts everything", acceptsEverything, [], 1, "breaks the contract", "(0 %)"],
  ["accepts everything", acceptsEverything, ["--strict"], 1, "breaks the contract", "(0 %)"],
  ["omits error_msg", omitsMessage, [], 0, "keeps the contract, with warnings", "(100 %)"],
  ["omits error_msg", omitsMessage, ["--strict"], 1, "breaks the contract", "(100 %)"],
  ["is right", isRight, [], 0, "keeps the contract", "(100 %)"],
  ["is right", isRight, ["--strict"], 0, "keeps the contract", "(100 %)"],
] as const)("a provider that %s", async (_, alter, options, code, headline, share) => {
  provider = await startProvider({ alter });
  const { exitCode, output, report, html } = await runVerify(provider.url, [
    ...options,
    ...only(SAMPLE),
  ]);
  expect(exitCode).toBe(code);
  for (const text of [output, html]) {
    expect(text).toContain(`The provider ${headline}`);
    expect(text).toContain(share);
    expect(text.includes("With --strict")).toBe(report.summary.warnings > 0);
  }
  expect(report.summary.warnings === 0).toBe(options.length > 0 || alter === isRight);
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
] as const)("rules from %j make an %s", (sources, severity) => {
  expect(weigh(sources, false)).toBe(severity);
  expect(weigh(sources, true)).toBe("error");
});

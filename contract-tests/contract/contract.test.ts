import { afterAll, describe, expect, it } from "vitest";
import { formatDisagreements } from "../kit/compare.js";
import { type Check, openContract } from "../kit/contract.js";
import { record } from "../kit/coverage/collect.js";
import { loadCommitted, loadDocument } from "../kit/document/load.js";

// The cases, held against every judge of the document: `SPEC=path npm run test:contract`, or else
// against the committed contract.

const contract = openContract(await loadDocument(), await loadCommitted());
afterAll(() => contract.close());

const operations = [...new Set(contract.checks.map(({ operation }) => operation))];

describe.each(operations)("%s", (operation) => {
  const checks = contract.checks.filter((check) => check.operation === operation);

  const titled = checks.map((check) => [titleOf(check), check] as const);

  it.each(titled)("%s", { timeout: 120_000 }, async (_title, check) => {
    expect(check.size).toBeGreaterThan(0);
    const disagreements = await check.run({ onCase: record });
    if (disagreements.length > 0) expect.fail(`\n\n${formatDisagreements(disagreements)}\n`);
  });
});

function titleOf({ judge, subject, size }: Check): string {
  return `${subject}: the ${judge} agrees (${size})`;
}

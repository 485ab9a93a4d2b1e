import { afterAll, describe, expect, it } from "vitest";
import { formatDisagreements } from "../kit/compare.js";
import { openContract, type Part } from "../kit/contract.js";
import { record } from "../kit/coverage/collect.js";
import { loadCommitted, loadDocument } from "../kit/document/load.js";

// The cases, put to every judge of the document: `SPEC=path npm run test:contract`, or else
// against the committed contract.

const contract = openContract(await loadDocument(), await loadCommitted());
afterAll(() => contract.close());

const operations = [...new Set(contract.parts.map(({ operation }) => operation))];

describe.each(operations)("%s", (operation) => {
  const parts = contract.parts.filter((part) => part.operation === operation);

  const titled = parts.map((part) => [titleOf(part), part] as const);

  it.each(titled)("%s", { timeout: 120_000 }, async (_title, part) => {
    expect(part.size).toBeGreaterThan(0);
    const disagreements = await part.run({ onCase: record });
    if (disagreements.length > 0) expect.fail(`\n\n${formatDisagreements(disagreements)}\n`);
  });
});

function titleOf({ judge, subject, size }: Part): string {
  return `${subject}: the ${judge} agrees (${size})`;
}

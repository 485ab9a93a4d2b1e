import { afterAll, describe, expect, it } from "vitest";
import { formatDisagreements } from "../kit/compare.js";
import { type Disagreement, openContract } from "../kit/contract.js";
import { record } from "../kit/coverage/collect.js";
import { loadCommitted, loadDocument } from "../kit/document/load.js";

// The cases, put to every judge of the document: `SPEC=path npm run test:contract`, or else
// against the committed contract.

const contract = openContract(await loadDocument(), await loadCommitted());
afterAll(() => contract.close());

const operations = [...new Set(contract.parts.map(({ operation }) => operation))];

describe.each(operations)("%s", (operation) => {
  const parts = contract.parts.filter((part) => part.operation === operation);
  const subjects = [...new Set(parts.map(({ subject }) => subject))];

  it.each(subjects)("%s: all judges agree", { timeout: 300_000 }, async (subject) => {
    const disagreements: Disagreement[] = [];
    for (const part of parts.filter((one) => one.subject === subject)) {
      expect(part.size).toBeGreaterThan(0);
      disagreements.push(...(await part.run({ onCase: record })));
    }
    if (disagreements.length > 0) expect.fail(`\n\n${formatDisagreements(disagreements)}\n`);
  });
});

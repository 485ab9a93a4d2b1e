import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { type RequestCase, requestCases, wires } from "../cases/index.js";
import { changedRequests } from "../kit/arbitraries.js";
import { compare, type Disagreement, formatDisagreements } from "../kit/compare.js";
import { loadDocument } from "../kit/document/load.js";
import type { Judge } from "../kit/judge.js";
import { ajvJudge } from "../kit/judges/ajv.js";
import { mockJudge } from "../kit/judges/mock.js";
import { validatorJudge } from "../kit/judges/validator.js";

// Requests that nobody thought of. DEW_RUNS draws more of them, DEW_SEED others; a failure prints
// the seed, the smallest request that fails, and a curl line.

const settings = {
  numRuns: Number(process.env.DEW_RUNS || 300),
  seed: Number(process.env.DEW_SEED || 20_240_229),
};

/** Generous: a busy machine must not make it fail. */
const timeout = 120_000 + 50 * settings.numRuns;

const about = { id: "drawn", source: { page: "ours", table: "drawn" } };

const document = await loadDocument();
let judges: readonly Judge[];

beforeAll(async () => {
  judges = [ajvJudge(document), validatorJudge, await mockJudge(document)];
}, 60_000);

describe.each(Object.keys(wires))("of any request of %s", (operation) => {
  const own = requestCases.filter((one) => one.operation === operation);
  const accepted = own.filter(({ verdict }) => verdict === "accept");

  it("ajv, the validator and the mock find the same violations", { timeout }, async () => {
    const verdicts = new Set<string>();
    const requests = changedRequests(accepted.map(({ request }) => request));
    const property = fc.asyncProperty(requests, async (request) => {
      const [ajv] = judges as [Judge];
      const drawn: RequestCase = { ...about, operation, request, verdict: "accept" };
      const expected = await ajv.judge(drawn);
      verdicts.add(expected.verdict);
      await expectAgreement({ ...drawn, ...expected });
    });
    await fc.assert(property, settings);
    // Else this would try only one side of the rules.
    expect(verdicts).toEqual(new Set(["accept", "reject"]));
  });
});

async function expectAgreement(expected: RequestCase): Promise<void> {
  const disagreements: Disagreement[] = [];
  for (const judge of judges) {
    const opinion = await Promise.resolve(expected)
      .then((one) => judge.judge(one))
      .catch((error: Error) => error);
    disagreements.push(...compare(expected, { judge: judge.name, subject: "drawn" }, opinion));
  }
  if (disagreements.length > 0) throw new Error(`\n${formatDisagreements(disagreements)}\n`);
}

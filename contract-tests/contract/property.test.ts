import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { type RequestCase, wires } from "../cases/index.js";
import { brokenRequests, validRequests } from "../kit/arbitraries.js";
import { compare, formatDisagreements } from "../kit/compare.js";
import { loadDocument } from "../kit/document/load.js";
import { ajvJudge, type Judge, type Judgement, mockJudge, validatorJudge } from "../kit/judges.js";

// Requests that nobody thought of. DEW_RUNS draws more of them, DEW_SEED others; a failure prints
// the seed, the smallest request that fails, and a curl line.

const settings = {
  numRuns: Number(process.env.DEW_RUNS || 200),
  seed: Number(process.env.DEW_SEED || 20_240_229),
};

/** Generous: a busy machine must not make it fail. */
const timeout = 120_000 + 50 * settings.numRuns;

const document = await loadDocument();
let judges: readonly Judge[];

beforeAll(async () => {
  judges = [ajvJudge(document), validatorJudge(), await mockJudge(document)];
}, 60_000);

describe.each(Object.keys(wires))("of any request of %s", (operation) => {
  it("ajv, the validator and the mock accept what the document allows", { timeout }, async () => {
    const property = fc.asyncProperty(validRequests(document, operation), async (request) => {
      const verdict = "accept" as const;
      await expectAgreement({ operation, request, verdict });
    });
    await fc.assert(property, settings);
  });

  it("ajv, the validator and the mock find the same violations", { timeout }, async () => {
    let rejected = 0;
    const property = fc.asyncProperty(brokenRequests(document, operation), async (request) => {
      const [ajv] = judges as [Judge];
      const expected = await ajv.judge(toCase({ operation, request, verdict: "accept" }));
      if (expected.verdict === "reject") rejected++;
      await expectAgreement({ operation, request, ...expected });
    });
    await fc.assert(property, settings);
    // About half of the changes break something; else this would try the same as the test above.
    expect(rejected).toBeGreaterThanOrEqual(Math.floor(settings.numRuns / 10));
  });
});

type Expected = Pick<RequestCase, "operation" | "request"> & Partial<Judgement>;

function toCase(expected: Expected & Pick<Judgement, "verdict">): RequestCase {
  return { ...expected, id: "drawn", source: { page: "vendor", table: "drawn" } };
}

async function expectAgreement(expected: Expected & Pick<Judgement, "verdict">): Promise<void> {
  const drawn = toCase(expected);
  const opinions: Record<string, Judgement | Error> = {};
  for (const judge of judges) {
    opinions[judge.name] = await Promise.resolve(drawn)
      .then((one) => judge.judge(one))
      .catch((error: Error) => error);
  }
  const disagreements = compare(drawn, "drawn", opinions);
  if (disagreements.length > 0) throw new Error(`\n${formatDisagreements(disagreements)}\n`);
}

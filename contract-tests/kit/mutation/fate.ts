import { createMock } from "huaweicloud-dew-tags/mock";
import { type Check, openContract } from "../contract.js";
import { loadCommitted, type OpenApiDocument } from "../document/load.js";

/** What becomes of a mutant. */
export type Fate =
  /** A case, or what else the contract tries, saw the change. */
  | {
      readonly outcome: "killed";
      readonly judge: string;
      readonly by: string;
      readonly got: string;
    }
  /** No tool takes the document: the mock says at its start that it would not be armed. */
  | { readonly outcome: "refused"; readonly reason: string }
  | { readonly outcome: "survived" };

const committed = await loadCommitted();

/** When each check last killed, so that it comes first for the neighbours of what it killed. */
const lastKill = new Map<string, number>();
let clock = 0;

/** Holds a mutant against the contract, as far as the first disagreement. */
export async function fateOf(document: OpenApiDocument): Promise<Fate> {
  const contract = openContract(document, committed);
  try {
    for (const check of inOrder(contract.checks.filter(seesMutants))) {
      const [disagreement] = await check.run({ bail: true });
      if (disagreement === undefined) continue;
      lastKill.set(nameOf(check), ++clock);
      const { id, got } = disagreement;
      const reason = await refusalOf(document);
      if (reason !== undefined) return { outcome: "refused", reason };
      return { outcome: "killed", judge: check.judge, by: id, got };
    }
    return { outcome: "survived" };
  } finally {
    await contract.close();
  }
}

/**
 * What the document says by itself is its text, with one exception: where its servers lead is
 * nowhere else to be seen. The committed validators do not depend on the mutant; and a client sends
 * its mock, over HTTP, what the mock was asked before, which takes seconds and finds no more.
 */
function seesMutants({ judge, subject }: Check): boolean {
  return judge === TEXT ? subject === "server" : !/^(validator|client)/.test(judge);
}

const TEXT = "document";

/** The judges from cheap to dear, as they come; of each the checks that killed last come first. */
function inOrder(checks: readonly Check[]): Check[] {
  const judges = [...new Set(checks.map(({ judge }) => judge))];
  const killedAt = (check: Check): number => lastKill.get(nameOf(check)) ?? 0;
  return [...judges.filter((judge) => judge !== TEXT), TEXT].flatMap((judge) =>
    checks
      .filter((check) => check.judge === judge)
      .sort((one, other) => killedAt(other) - killedAt(one)),
  );
}

function nameOf({ judge, operation, subject }: Check): string {
  return [judge, operation, subject].join(" ");
}

async function refusalOf(document: OpenApiDocument): Promise<string | undefined> {
  try {
    await createMock({ spec: document });
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

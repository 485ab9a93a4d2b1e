import { createMock } from "huaweicloud-dew-tags/mock";
import { openContract, type Part } from "../contract.js";
import { type Document, loadCommitted } from "../document/load.js";

/** What becomes of a mutant. */
export type Outcome =
  /** A case, or what else the contract tries, saw the change. */
  | { readonly is: "killed"; readonly judge: string; readonly by: string; readonly got: string }
  /** No tool takes the document: the mock says at its start that it cannot validate. */
  | { readonly is: "refused"; readonly reason: string }
  | { readonly is: "survived" };

const committed = await loadCommitted();

/** When each part last killed, so that it comes first for the neighbours of what it killed. */
const lastKill = new Map<string, number>();
let clock = 0;

/** Compares a mutant with the contract, as far as the first disagreement. */
export async function outcomeOf(document: Document): Promise<Outcome> {
  const contract = openContract(document, committed);
  try {
    for (const part of inOrder(contract.parts.filter(seesMutants))) {
      const [disagreement] = await part.run({ bail: true });
      if (disagreement === undefined) continue;
      lastKill.set(nameOf(part), ++clock);
      const { id, got } = disagreement;
      const reason = await refusalOf(document);
      if (reason !== undefined) return { is: "refused", reason };
      return { is: "killed", judge: part.judge, by: id, got };
    }
    return { is: "survived" };
  } finally {
    await contract.close();
  }
}

/**
 * What the document says by itself is its text, with one exception: where its servers lead is
 * nowhere else to be seen. The committed validators do not depend on the mutant; and a client sends
 * its mock, over HTTP, what the mock was asked before, which takes seconds and finds no more.
 */
function seesMutants({ judge, subject }: Part): boolean {
  return judge === TEXT ? subject === "server" : !/^(validator|client)/.test(judge);
}

const TEXT = "document";

/** The judges from cheap to dear, as they come; of each the parts that killed last come first. */
function inOrder(parts: readonly Part[]): Part[] {
  const judges = parts.map(({ judge }) => judge);
  const rank = ({ judge }: Part): number => (judge === TEXT ? Infinity : judges.indexOf(judge));
  const killedAt = (part: Part): number => lastKill.get(nameOf(part)) ?? 0;
  return parts.toSorted((a, b) =>
    a.judge === b.judge ? killedAt(b) - killedAt(a) : rank(a) - rank(b),
  );
}

function nameOf({ judge, operation, subject }: Part): string {
  return [judge, operation, subject].join(" ");
}

function refusalOf(spec: Document): Promise<string | undefined> {
  return createMock({ spec }).then(
    () => undefined,
    (error: Error) => error.message,
  );
}

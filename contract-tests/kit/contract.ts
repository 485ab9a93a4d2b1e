import { type Case, requestCases, responseCases } from "../cases/index.js";
import { type Checks, runCheck } from "./checks/check.js";
import { documentChecks } from "./checks/document.js";
import { mockChecks } from "./checks/mock.js";
import { compare, type Disagreement, groupBy } from "./compare.js";
import type { Document } from "./document/load.js";
import type { Judge } from "./judge.js";
import { ajvJudge, ajvResponseJudge } from "./judges/ajv.js";
import { clientJudge } from "./judges/client.js";
import { mockJudge } from "./judges/mock.js";
import { validatorJudge, validatorResponseJudge } from "./judges/validator.js";
import { once } from "./once.js";

export type { Disagreement };

export interface RunOptions {
  /** Whether the first disagreement is enough. */
  readonly bail?: boolean;
  /** Told of each case, before it is judged. */
  readonly onCase?: (id: string, part: Part) => void;
  /** Which cases are judged. Default: all. */
  readonly only?: (id: string, part: Part) => boolean;
}

/** What one judge says of one subject of one operation. */
export interface Part {
  readonly judge: string;
  readonly operation: string;
  readonly subject: string;
  /** How many cases it holds. */
  readonly size: number;
  run(options?: RunOptions): Promise<Disagreement[]>;
}

export interface Contract {
  /** The cheap ones first. */
  readonly parts: readonly Part[];
  /** Stops what the judges started. */
  close(): Promise<void>;
}

/**
 * The comparison of a document with the contract: the cases, the wires, and the committed document
 * for what neither says, such as the examples. Nothing in it rejects because of what a document
 * lacks or gets wrong: that is a disagreement.
 *
 * @param committed what the document is expected to say
 */
export function openContract(document: Document, committed: Document): Contract {
  const opened: Promise<Judge>[] = [];
  /** Made when first asked, because some take a second, and kept until the end. */
  const lazily = (make: () => Promise<Judge>) =>
    once(() => {
      const judge = make();
      opened.push(judge);
      return judge;
    });
  const ajv = once(() => ajvJudge(document));
  const ajvForResponses = once(() => ajvResponseJudge(document));
  const mock = lazily(() => mockJudge(document));
  const client = (validate: boolean) => lazily(() => clientJudge(document, validate));
  return {
    parts: [
      ...documentChecks(document, committed).map(partOfChecks),
      ...partsOfCases("ajv", ajv, requestCases),
      ...partsOfCases("ajv", ajvForResponses, responseCases),
      ...partsOfCases("validator", () => validatorJudge, requestCases),
      ...partsOfCases("validator", () => validatorResponseJudge, responseCases),
      ...mockChecks(document, committed).map(partOfChecks),
      ...partsOfCases("mock", mock, requestCases),
      ...partsOfCases("client", client(true), requestCases),
      ...partsOfCases("client without validation", client(false), requestCases),
    ],
    async close() {
      for (const judge of await Promise.allSettled(opened)) {
        if (judge.status === "fulfilled") await judge.value.close?.();
      }
    },
  };
}

/** One part for each operation and subject, in the order of the cases. */
function partsOfCases<C extends Case>(
  judge: string,
  open: () => Judge<C> | Promise<Judge<C>>,
  cases: readonly C[],
): Part[] {
  return groupBy(cases, (one) => [one.operation, subjectOf(one)]).map((group) => {
    const about = { judge, operation: group[0].operation, subject: subjectOf(group[0]) };
    return partOf(about, group, async (one) => {
      const opinion = await Promise.resolve()
        .then(open)
        .then((opened) => opened.judge(one))
        .catch((error) => (error instanceof Error ? error : new Error(String(error))));
      return compare(one, { judge, subject: one.source.table }, opinion);
    });
  });
}

/** The part of the page that a case is about: `table 4` of `table 4, key`. */
function subjectOf(one: Case): string {
  return "status" in one ? "responses" : (one.source.table.split(",")[0] as string);
}

function partOfChecks({ checks, ...about }: Checks): Part {
  return partOf(about, checks, (check) => runCheck(check, about));
}

function partOf<T extends { readonly id: string }>(
  about: Pick<Part, "judge" | "operation" | "subject">,
  all: readonly T[],
  judge: (one: T) => Promise<Disagreement[]>,
): Part {
  const part: Part = {
    ...about,
    size: all.length,
    async run({ bail = false, onCase, only = () => true } = {}) {
      const disagreements: Disagreement[] = [];
      for (const one of all.filter(({ id }) => only(id, part))) {
        onCase?.(one.id, part);
        disagreements.push(...(await judge(one)));
        if (bail && disagreements.length > 0) break;
      }
      return disagreements;
    },
  };
  return part;
}

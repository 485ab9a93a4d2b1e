import {
  type RequestCase,
  type ResponseCase,
  requestCases,
  responseCases,
} from "../cases/index.js";
import { type CheckGroup, runCheck } from "./checks/check.js";
import { listDocumentChecks } from "./checks/document.js";
import { listMockChecks } from "./checks/mock.js";
import { compare, type Disagreement } from "./compare.js";
import { loadCommitted, type OpenApiDocument } from "./document/load.js";
import type { Judge, Judgement } from "./judge.js";
import { ajvJudge, ajvResponseJudge } from "./judges/ajv.js";
import { clientJudge, uncheckedClientJudge } from "./judges/client.js";
import { mockJudge } from "./judges/mock.js";
import { validatorJudge, validatorResponseJudge } from "./judges/validator.js";

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
 * Compares a document with the contract: the cases, the wires, and the committed document for what
 * neither says, such as the examples.
 *
 * @returns every disagreement; none where the document is the contract. Never rejects because of
 *   what a document lacks or gets wrong.
 */
export async function runContract(
  document: OpenApiDocument,
  options: RunOptions = {},
): Promise<Disagreement[]> {
  const contract = openContract(document, await loadCommitted());
  const disagreements: Disagreement[] = [];
  try {
    for (const check of contract.parts) {
      disagreements.push(...(await check.run(options)));
      if (options.bail && disagreements.length > 0) break;
    }
  } finally {
    await contract.close();
  }
  return disagreements;
}

/** @param committed what the document is expected to say */
export function openContract(document: OpenApiDocument, committed: OpenApiDocument): Contract {
  const opened: Promise<Judge>[] = [];
  /** Made when first asked, because some take a second, and kept until the end. */
  const lazy = (make: () => Promise<Judge>): (() => Promise<Judge>) => {
    let judge: Promise<Judge> | undefined;
    return () => {
      if (judge === undefined) {
        judge = make();
        opened.push(judge);
      }
      return judge;
    };
  };
  const parts = [
    ...listDocumentChecks(document, committed).map(partOf),
    ...judgeAll(
      "ajv",
      once(() => ajvJudge(document)),
      requestCases,
      subjectOf,
    ),
    ...judgeAll(
      "ajv",
      once(() => ajvResponseJudge(document)),
      responseCases,
      () => "responses",
    ),
    ...judgeAll("validator", once(validatorJudge), requestCases, subjectOf),
    ...judgeAll("validator", once(validatorResponseJudge), responseCases, () => "responses"),
    ...listMockChecks(document, committed).map(partOf),
    ...judgeAll(
      "mock",
      lazy(() => mockJudge(document)),
      requestCases,
      subjectOf,
    ),
    ...judgeAll(
      "client",
      lazy(() => clientJudge(document)),
      requestCases,
      subjectOf,
    ),
    ...judgeAll(
      "client without validation",
      lazy(() => uncheckedClientJudge(document)),
      requestCases,
      subjectOf,
    ),
  ];
  return {
    parts,
    async close() {
      const judges = await Promise.allSettled(opened);
      for (const judge of judges) {
        if (judge.status === "fulfilled") await judge.value.close?.();
      }
    },
  };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

type Case = RequestCase | ResponseCase;

/** One part for each operation and subject, in the order of the cases. */
function judgeAll<C extends Case>(
  name: string,
  judge: () => Judge<C> | Promise<Judge<C>>,
  cases: readonly C[],
  subjectOf: (one: C) => string,
): Part[] {
  const groups = new Map<string, C[]>();
  for (const one of cases) {
    const key = JSON.stringify([one.operation, subjectOf(one)]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups].map(([key, group]) => {
    const [operation, subject] = JSON.parse(key) as [string, string];
    const part: Part = {
      judge: name,
      operation,
      subject,
      size: group.length,
      async run({ bail = false, onCase, only = () => true } = {}) {
        const disagreements: Disagreement[] = [];
        for (const one of group.filter(({ id }) => only(id, part))) {
          onCase?.(one.id, part);
          const opinion = await opinionOf(judge, one);
          disagreements.push(...compare(one, one.source.table, { [name]: opinion }));
          if (bail && disagreements.length > 0) break;
        }
        return disagreements;
      },
    };
    return part;
  });
}

function partOf({ checks, ...about }: CheckGroup): Part {
  const part: Part = {
    ...about,
    size: checks.length,
    async run({ bail = false, onCase, only = () => true } = {}) {
      const disagreements: Disagreement[] = [];
      for (const one of checks.filter(({ id }) => only(id, part))) {
        onCase?.(one.id, part);
        disagreements.push(...(await runCheck(one, about)));
        if (bail && disagreements.length > 0) break;
      }
      return disagreements;
    },
  };
  return part;
}

async function opinionOf<C>(
  judge: () => Judge<C> | Promise<Judge<C>>,
  one: C,
): Promise<Judgement | Error> {
  try {
    return await (await judge()).judge(one);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** The part of the page that a case is about: `table 4` of `table 4, key`. */
function subjectOf({ source }: RequestCase): string {
  return source.table.split(",")[0] as string;
}

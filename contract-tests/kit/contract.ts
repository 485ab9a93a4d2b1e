import {
  type RequestCase,
  type ResponseCase,
  requestCases,
  responseCases,
} from "../cases/index.js";
import { ask } from "./checks/check.js";
import { listSurroundings, type ProbeGroup } from "./checks/surroundings.js";
import { compare, type Disagreement } from "./compare.js";
import { loadCommitted, type OpenApiDocument } from "./document/load.js";
import {
  ajvJudge,
  ajvResponseJudge,
  clientJudge,
  type Judge,
  type Judgement,
  mockJudge,
  uncheckedClientJudge,
  validatorJudge,
  validatorResponseJudge,
} from "./judges.js";

export type { Disagreement };

export interface RunOptions {
  /** Whether the first disagreement is enough. */
  readonly bail?: boolean;
  /** Told of each case, before it is judged. */
  readonly onCase?: (id: string, check: Check) => void;
  /** Which cases are judged. Default: all. */
  readonly only?: (id: string, check: Check) => boolean;
}

/** What one judge says of one subject of one operation. */
export interface Check {
  readonly judge: string;
  readonly operation: string;
  readonly subject: string;
  /** How many cases it holds. */
  readonly size: number;
  run(options?: RunOptions): Promise<Disagreement[]>;
}

export interface Contract {
  /** The cheap ones first. */
  readonly checks: readonly Check[];
  /** Stops what the judges started. */
  close(): Promise<void>;
}

/**
 * Holds a document against the contract: the cases, the wires, and the committed document for what
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
    for (const check of contract.checks) {
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
  const { ofDocument, ofMock } = listSurroundings(document, committed);
  const checks = [
    ...ofDocument.map(checkOf),
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
    ...ofMock.map(checkOf),
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
    checks,
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

/** One check for each operation and subject, in the order of the cases. */
function judgeAll<C extends Case>(
  name: string,
  judge: () => Judge<C> | Promise<Judge<C>>,
  cases: readonly C[],
  subjectOf: (one: C) => string,
): Check[] {
  const groups = new Map<string, C[]>();
  for (const one of cases) {
    const key = JSON.stringify([one.operation, subjectOf(one)]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups].map(([key, group]) => {
    const [operation, subject] = JSON.parse(key) as [string, string];
    const check: Check = {
      judge: name,
      operation,
      subject,
      size: group.length,
      async run({ bail = false, onCase, only = () => true } = {}) {
        const disagreements: Disagreement[] = [];
        for (const one of group.filter(({ id }) => only(id, check))) {
          onCase?.(one.id, check);
          const opinion = await opinionOf(judge, one);
          disagreements.push(...compare(one, one.source.table, { [name]: opinion }));
          if (bail && disagreements.length > 0) break;
        }
        return disagreements;
      },
    };
    return check;
  });
}

function checkOf({ probes, ...about }: ProbeGroup): Check {
  const check: Check = {
    ...about,
    size: probes.length,
    async run({ bail = false, onCase, only = () => true } = {}) {
      const disagreements: Disagreement[] = [];
      for (const probe of probes.filter(({ id }) => only(id, check))) {
        onCase?.(probe.id, check);
        disagreements.push(...(await ask(probe, about)));
        if (bail && disagreements.length > 0) break;
      }
      return disagreements;
    },
  };
  return check;
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

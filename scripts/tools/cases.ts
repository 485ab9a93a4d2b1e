import { readFileSync } from "node:fs";
import type { RequestCase } from "../../generated/contract-cases.js";
import { type OperationId, operations } from "../../generated/operations.js";

/** A request whose verdict hangs on its body alone. */
export interface BodyCase {
  readonly id: string;
  readonly operationId: OperationId;
  readonly method: string;
  /** Path and query, encoded. */
  readonly target: string;
  readonly body: unknown;
  readonly accepted: boolean;
}

const { requests } = JSON.parse(
  readFileSync(new URL("../../generated/contract-cases.json", import.meta.url), "utf8"),
) as { requests: readonly RequestCase[] };

/** What the contract accepts, and what breaks a pattern of a body. Text is what tools get wrong. */
const bodyCases: readonly BodyCase[] = requests
  .filter(
    ({ request, verdict, violations = [] }) =>
      request.body !== undefined &&
      (verdict === "accept" ||
        violations.every(
          ({ pointer, keyword }) => keyword === "pattern" && pointer.startsWith("/body/"),
        )),
  )
  .map(({ id, operation, request, verdict }) => {
    const operationId = operation as OperationId;
    const { method, path } = operations[operationId];
    const target = path.replace(/\{([^{}]+)\}/g, (_, name) =>
      encodeURIComponent(String(request.path[name])),
    );
    return { id, operationId, method, target, body: request.body, accepted: verdict === "accept" };
  });

/** Whether a text of the case is shorter in characters than in UTF-16 units. */
export function isBeyondUtf16({ body }: BodyCase): boolean {
  return /[\u{10000}-\u{10FFFF}]/u.test(JSON.stringify(body));
}

/** @throws Error that names the cases where a tool and the contract disagree, but for known ones */
export async function assertAgrees(
  accepts: (one: BodyCase) => boolean | Promise<boolean>,
  isKnown: (one: BodyCase) => boolean = () => false,
): Promise<void> {
  const wrong: string[] = [];
  for (const one of bodyCases) {
    if ((await accepts(one)) !== one.accepted && !isKnown(one)) wrong.push(one.id);
  }
  if (wrong.length > 0) {
    throw new Error(`${wrong.length} of ${bodyCases.length} cases disagree: ${wrong.join(", ")}`);
  }
}

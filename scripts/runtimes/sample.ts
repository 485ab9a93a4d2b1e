import type { CaseRequest, RequestCase } from "../../generated/contract-cases.js";
import cases from "../../generated/contract-cases.json" with { type: "json" };
import { type OperationId, operations } from "../../generated/operations.js";

/** An argument of a client's method. */
export interface Init {
  readonly params: Pick<CaseRequest, "path" | "query"> & {
    readonly header?: CaseRequest["headers"];
  };
  readonly body: unknown;
}

/** What the contract of the runtimes sends and is answered: the contract cases' own. */
export interface Sample {
  readonly operationId: string;
  /** Arguments that the contract allows. */
  readonly valid: Init;
  readonly unicode: Init;
  /** One that it does not allow, and the keyword of the rule that it breaks. */
  readonly invalid: Init;
  readonly keyword: string;
  /** A documented error. */
  readonly error: { readonly status: number; readonly code: string; readonly body: unknown };
  readonly accessKey: string;
  readonly secretKey: string;
}

/** Taken from the first operation with a body that has cases of each kind. */
export function makeSample(): Sample {
  const requests = (cases.requests as readonly RequestCase[]).filter(
    ({ request }) => request.body !== undefined,
  );
  const operationId = requests[0]?.operation as OperationId;
  const own = requests.filter(({ operation }) => operation === operationId);
  const find = (what: string, fits: (one: RequestCase) => boolean): RequestCase => {
    const found = own.find(fits);
    if (found === undefined) throw new Error(`${operationId} has no case ${what}`);
    return found;
  };
  const isAscii = ({ request }: RequestCase) => /^[ -~]*$/.test(JSON.stringify(request.body));
  const accepted = (one: RequestCase) => one.verdict === "accept";
  const invalid = find("that is refused for its body", ({ verdict, violations = [] }) => {
    return (
      verdict === "reject" &&
      violations.length === 1 &&
      violations[0]?.pointer.startsWith("/body/") === true
    );
  });
  return {
    operationId,
    valid: init(find("that is accepted", (one) => accepted(one) && isAscii(one))),
    unicode: init(find("beyond ASCII", (one) => accepted(one) && !isAscii(one))),
    invalid: init(invalid),
    keyword: invalid.violations?.[0]?.keyword ?? "",
    error: firstError(operationId),
    accessKey: "an-access-key",
    secretKey: "a-secret-key",
  };
}

function init({ request: { body, headers, ...params } }: RequestCase): Init {
  return { params: headers === undefined ? params : { ...params, header: headers }, body };
}

/** The first documented status of a client's mistake, other than those about credentials. */
function firstError(operationId: OperationId): Sample["error"] {
  for (const [status, { examples }] of Object.entries(operations[operationId].responses)) {
    const [body] = Object.values(examples);
    const { error } = (body ?? {}) as { error?: { error_code?: string } };
    if (status >= "402" && status < "500" && error?.error_code !== undefined) {
      return { status: Number(status), code: error.error_code, body };
    }
  }
  throw new Error(`${operationId} documents no error with an example`);
}

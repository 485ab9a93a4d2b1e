import { requestValidators, type Validator } from "../../generated/validators.js";
import { serializePath } from "../client/path.js";
import type { CaseRequest, ExpectedViolation, RequestCase, Source } from "./case.js";
import type { Contract, Operation } from "./contract.js";
import { markKeys } from "./mark.js";
import { shuffle } from "./shuffle.js";
import { adds, keysOf, removes } from "./tags.js";

/** They change nothing (RFC 9110, section 9.2.1). */
const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/** What an answer must say of a request. */
export type Expectation =
  | {
      readonly kind: "accept";
      /** It names a resource that need not exist: not found, or forbidden, will do. */
      readonly foreign: boolean;
    }
  | { readonly kind: "reject"; readonly violations: readonly ExpectedViolation[] }
  /** Valid but for the credential, which it lacks. */
  | { readonly kind: "unauthenticated" };

/** One request to the provider, or the reason why it is not sent. */
export interface Step {
  readonly id: string;
  readonly operation: Operation;
  readonly source: Source;
  readonly expectation: Expectation;
  readonly request: CaseRequest;
  /** Keys that it names and that carry no mark. */
  readonly unmarked: readonly string[];
  readonly skip: string | undefined;
}

export interface PlanOptions {
  /** Ids of operations; all where there are none. */
  readonly operations?: readonly string[];
  /** Path parameters by name, instead of the document's examples. */
  readonly path?: Readonly<Record<string, string>>;
  /** Ids of cases; all where there are none. */
  readonly only?: readonly string[];
  /** Whether nothing is sent but what must be refused. */
  readonly readOnly?: boolean;
  /** Shuffles the order, the same for the same number. */
  readonly seed?: number | undefined;
  /**
   * Whether the provider may hold what is worth something: then every path parameter must be
   * given, and nothing is sent to a resource that is not named, unless it must be refused.
   */
  readonly real?: boolean;
}

/**
 * Decides what is sent, and in which order.
 * @throws RangeError that says which option names something that is not there
 */
export function plan(contract: Contract, options: PlanOptions = {}): Step[] {
  const operations = selectOperations(contract, options);
  assertPath(operations, options);
  const isWanted = selectIds(contract, operations, options);
  const steps = operations.flatMap((operation) => {
    const cases = contract.cases.filter((one) => one.operation === operation.id);
    return [
      ...(isWanted(withoutCredentialId(operation))
        ? withoutCredential(operation, cases, options)
        : []),
      ...cases.filter(({ id }) => isWanted(id)).map((one) => toStep(operation, one, options)),
    ];
  });
  return shuffle(steps, options.seed);
}

function selectOperations(contract: Contract, { operations = [] }: PlanOptions): Operation[] {
  const all = [...contract.operations.values()];
  const unknown = operations.find((id) => !contract.operations.has(id));
  if (unknown !== undefined) {
    const ids = all.map(({ id }) => id).join(", ");
    throw new RangeError(`there is no operation ${unknown}; there are ${ids}`);
  }
  return operations.length === 0 ? all : all.filter(({ id }) => operations.includes(id));
}

function selectIds(
  { cases }: Contract,
  operations: readonly Operation[],
  { only = [] }: PlanOptions,
): (id: string) => boolean {
  if (only.length === 0) return () => true;
  const own = cases.filter(({ operation }) => operations.some(({ id }) => id === operation));
  const known = new Set([...own.map(({ id }) => id), ...operations.map(withoutCredentialId)]);
  const unknown = only.find((id) => !known.has(id));
  if (unknown !== undefined) {
    throw new RangeError(
      `there is no case ${unknown} of these operations; see contract-cases.json`,
    );
  }
  const wanted = new Set(only);
  return (id) => wanted.has(id);
}

/** Holds the given path parameters against what the operations have and allow. */
function assertPath(operations: readonly Operation[], { path = {}, real }: PlanOptions): void {
  const names = new Set(operations.flatMap(({ parameters }) => [...parameters.keys()]));
  const listed = [...names].join(", ");
  for (const name of Object.keys(path)) {
    if (!names.has(name))
      throw new RangeError(`there is no path parameter ${name}; give ${listed}`);
  }
  const missing = [...names].filter((name) => path[name] === undefined);
  if (real && missing.length > 0) {
    throw new RangeError(
      `name the resource to use, with ${missing.map((name) => `--path ${name}=…`).join(" ")}`,
    );
  }
  for (const { id, parameters, example } of operations) {
    const filled = Object.fromEntries(
      [...parameters].map(([name, value]) => [name, path[name] ?? value ?? ""]),
    );
    const validate = (requestValidators as Readonly<Record<string, Validator>>)[id];
    for (const { pointer, message } of validate?.({ path: filled, body: example }) ?? []) {
      const name = pointer.replace(/^\/path\//, "");
      if (path[name] !== undefined) throw new RangeError(`path parameter ${name} ${message}`);
    }
  }
}

function toStep(operation: Operation, one: RequestCase, options: PlanOptions): Step {
  const { id, source, verdict, violations = [] } = one;
  const { body, unmarked } = markKeys(one);
  const { path, foreign } = placePath(operation, one.request.path, options);
  const request = { ...one.request, path, ...(body === undefined ? {} : { body }) };
  const expectation: Expectation =
    verdict === "accept" ? { kind: "accept", foreign } : { kind: "reject", violations };
  const skip = reasonToSkip(operation, request, expectation, foreign, options);
  return { id, operation, source, expectation, request, unmarked, skip };
}

/** Whether what a request names cannot be. */
export function breaksPath(violations: readonly ExpectedViolation[]): boolean {
  return violations.some(({ pointer }) => pointer.startsWith("/path/"));
}

/** Puts the given path parameters in the place of the document's examples. */
function placePath(
  { parameters }: Operation,
  path: CaseRequest["path"],
  { path: given = {} }: PlanOptions,
): { path: CaseRequest["path"]; foreign: boolean } {
  const isUsual = ([name, value]: [string, string]): boolean => parameters.get(name) === value;
  const entries = Object.entries(path);
  return {
    path: Object.fromEntries(
      entries.map((entry) => [
        entry[0],
        (isUsual(entry) ? given[entry[0]] : undefined) ?? entry[1],
      ]),
    ),
    foreign: !entries.every(isUsual),
  };
}

function reasonToSkip(
  operation: Operation,
  { path, body }: CaseRequest,
  expectation: Expectation,
  foreign: boolean,
  { readOnly, real }: PlanOptions,
): string | undefined {
  try {
    serializePath(operation.path, path);
  } catch {
    return "no URL can carry its path parameters";
  }
  if (readOnly && expectation.kind === "accept") return "it would be carried out (--read-only)";
  const isNowhere = expectation.kind === "reject" && breaksPath(expectation.violations);
  if (real && foreign && !isNowhere) return "it names a resource other than the given one";
  if (expectation.kind !== "accept") return undefined;
  const canBeUndone = SAFE_METHODS.has(operation.method) || adds(body) || removes(body);
  return real && !canBeUndone ? "what it does cannot be undone" : undefined;
}

const withoutCredentialId = ({ id }: Operation): string => `${id}-without-credential`;

/** A call without a credential, that would do no harm if it were carried out. */
function withoutCredential(
  operation: Operation,
  cases: readonly RequestCase[],
  options: PlanOptions,
): Step[] {
  if (!operation.needsCredential) return [];
  const accepted = cases.filter(({ verdict }) => verdict === "accept");
  const removing = accepted
    .filter(({ request }) => removes(request.body))
    .sort((a, b) => keysOf(a.request.body).length - keysOf(b.request.body).length);
  for (const one of [...removing, ...accepted]) {
    const step = toStep(operation, one, { ...options, readOnly: false });
    if (step.skip !== undefined || step.unmarked.length > 0) continue;
    const expectation = { kind: "unauthenticated" } as const;
    const source = { page: one.source.page, table: "credential" };
    return [{ ...step, id: withoutCredentialId(operation), source, expectation }];
  }
  return [];
}

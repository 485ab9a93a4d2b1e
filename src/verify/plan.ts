import type {
  CaseRequest,
  ExpectedViolation,
  RequestCase,
  Source,
} from "../../generated/contract-cases.js";
import { serializePath } from "../client/path.js";
import type { Contract, Operation } from "./contract.js";
import { shuffle } from "./shuffle.js";
import { addSuffix } from "./suffix.js";
import { keysOf, removes } from "./tags.js";

/** What the provider must do with a request. */
export type Expectation =
  | {
      readonly kind: "accept";
      /** It names a resource that need not exist: "not found" or "forbidden" will do. */
      readonly foreign: boolean;
    }
  | { readonly kind: "reject"; readonly violations: readonly ExpectedViolation[] }
  /** Valid, but it lacks the credential. */
  | { readonly kind: "unauthenticated" };

/** One request to the provider, or the reason why it is not sent. */
export interface Step {
  readonly id: string;
  readonly operation: Operation;
  readonly source: Source;
  readonly expectation: Expectation;
  readonly request: CaseRequest;
  /** Keys of tags that it names, or may be taken to name, and that do not carry the suffix. */
  readonly unsuffixed: readonly string[];
  /** Whether it may change something that cannot be undone. */
  readonly isIrreversible: boolean;
  readonly skip: string | undefined;
}

export interface PlanOptions {
  /** Ids of operations; all if empty. */
  readonly operations?: readonly string[];
  /** Path parameters by name, in place of the document's examples. */
  readonly path?: Readonly<Record<string, string>>;
  /** Ids of cases; all if empty. */
  readonly only?: readonly string[];
  /** Whether to send nothing that the provider should carry out and that changes something. */
  readonly readOnly?: boolean;
  /** Shuffles the order, the same for the same number. */
  readonly seed?: number | undefined;
  /**
   * Whether the provider may hold something of value. Then every path parameter must be given,
   * nothing that could be carried out goes to another resource, and whatever could touch something
   * that verify did not make is skipped.
   */
  readonly real?: boolean;
  /** Whether to send to a real provider also what could touch something that verify did not make. */
  readonly unsafeCases?: boolean;
}

/**
 * Decides what to send, and in which order.
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
    throw new RangeError(`--operation names no operation of the contract; it has ${ids}`);
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
  const position = only.findIndex((id) => !known.has(id));
  if (position !== -1) {
    const which = only.length === 1 ? "--only" : `number ${position + 1} of --only`;
    throw new RangeError(`${which} names no case of these operations; see contract-cases.json`);
  }
  const wanted = new Set(only);
  return (id) => wanted.has(id);
}

/** Checks the given path parameters against those that the operations have and allow. */
function assertPath(operations: readonly Operation[], { path = {}, real }: PlanOptions): void {
  const names = new Set(operations.flatMap(({ pathExamples }) => [...pathExamples.keys()]));
  const listed = [...names].join(", ");
  if (Object.keys(path).some((name) => !names.has(name))) {
    throw new RangeError(`--path names no path parameter of these operations; they have ${listed}`);
  }
  const missing = [...names].filter((name) => path[name] === undefined);
  if (real && missing.length > 0) {
    throw new RangeError(
      `name the resource to use, with ${missing.map((name) => `--path ${name}=…`).join(" ")}`,
    );
  }
  for (const { pathExamples, validateRequest, example } of operations) {
    const filled = Object.fromEntries(
      [...pathExamples].map(([name, value]) => [name, path[name] ?? value ?? ""]),
    );
    for (const { pointer, message } of validateRequest({ path: filled, body: example })) {
      const name = pointer.replace(/^\/path\//, "");
      if (path[name] !== undefined) throw new RangeError(`path parameter ${name} ${message}`);
    }
  }
}

function toStep(operation: Operation, one: RequestCase, options: PlanOptions): Step {
  const { id, source, verdict, violations = [] } = one;
  const { body, unsuffixed, isSafe } = addSuffix(operation, one);
  const { path, foreign } = placePath(operation, one.request.path, options);
  const request = { ...one.request, path, ...(body === undefined ? {} : { body }) };
  const expectation: Expectation =
    verdict === "accept" ? { kind: "accept", foreign } : { kind: "reject", violations };
  const isIrreversible = !operation.isReadOnly && !operation.changesTags;
  const step = { id, operation, source, expectation, request, unsuffixed, isIrreversible };
  return { ...step, skip: reasonToSkip(step, isSafe, foreign, options) };
}

/** Whether the path names something that cannot exist. */
export function breaksPath(violations: readonly ExpectedViolation[]): boolean {
  return violations.some(({ pointer }) => pointer.startsWith("/path/"));
}

/** Replaces the document's examples by the given path parameters. */
function placePath(
  { pathExamples }: Operation,
  path: CaseRequest["path"],
  { path: given = {} }: PlanOptions,
): { path: CaseRequest["path"]; foreign: boolean } {
  const isExample = ([name, value]: [string, string]): boolean => pathExamples.get(name) === value;
  const entries = Object.entries(path);
  return {
    path: Object.fromEntries(
      entries.map((entry) => [
        entry[0],
        (isExample(entry) ? given[entry[0]] : undefined) ?? entry[1],
      ]),
    ),
    foreign: !entries.every(isExample),
  };
}

function reasonToSkip(
  { operation, request, expectation, isIrreversible }: Omit<Step, "skip">,
  isSafe: boolean,
  foreign: boolean,
  { readOnly, real, unsafeCases }: PlanOptions,
): string | undefined {
  try {
    serializePath(operation.path, request.path);
  } catch {
    return "no URL can carry its path parameters";
  }
  if (readOnly && expectation.kind === "accept" && !operation.isReadOnly) {
    return "the request changes something (--read-only)";
  }
  if (!real) return undefined;
  const isNowhere = expectation.kind === "reject" && breaksPath(expectation.violations);
  if (foreign && !isNowhere) return "it names a resource other than the given one";
  if (unsafeCases) return undefined;
  if (isIrreversible) return "what it may change cannot be undone (--unsafe-cases sends it)";
  if (!isSafe) return "it could touch a tag of somebody else (--unsafe-cases sends it)";
  return undefined;
}

const withoutCredentialId = ({ id }: Operation): string => `${id}-without-credential`;

/** A call without a credential that would do no harm if it were carried out. */
function withoutCredential(
  operation: Operation,
  cases: readonly RequestCase[],
  options: PlanOptions,
): Step[] {
  if (!operation.needsCredential) return [];
  const accepted = cases.filter(({ verdict }) => verdict === "accept");
  const removing = accepted
    .filter(({ request }) => removes(request.body))
    .sort((a, b) => keysOf(a.request.body).texts.length - keysOf(b.request.body).texts.length);
  const steps = [...removing, ...accepted].map((one) =>
    toStep(operation, one, { ...options, readOnly: false }),
  );
  const step =
    steps.find(({ skip, unsuffixed }) => skip === undefined && unsuffixed.length === 0) ??
    steps.find(({ skip }) => skip !== undefined);
  if (step === undefined) return [];
  const expectation = { kind: "unauthenticated" } as const;
  const source = { page: step.source.page, table: "credential" };
  return [{ ...step, id: withoutCredentialId(operation), source, expectation }];
}

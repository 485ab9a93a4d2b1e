import type { Auth } from "../client/auth/auth.js";
import { createRedact } from "../text/mask.js";
import type { CaseRequest } from "./case.js";
import type { Contract } from "./contract.js";
import { curlOf, type Place, toFinding } from "./finding.js";
import { judge } from "./judge.js";
import { type Held, Ledger } from "./ledger.js";
import type { Step } from "./plan.js";
import type { Report, Result } from "./report.js";
import { createSender, type Outcome, type Sender } from "./sender.js";
import { isSuccess, UNAUTHENTICATED } from "./statuses.js";
import { inverse, removal, removes } from "./tags.js";

export interface VerifyOptions extends Place {
  readonly auth: Auth;
  /** What must never be in a report. */
  readonly secrets?: readonly string[];
  readonly readOnly?: boolean;
  readonly strict?: boolean;
  readonly seed?: number | undefined;
  /** Requests a second at most; `Infinity`: no limit. */
  readonly rate: number;
  /** Milliseconds a request. */
  readonly timeout?: number | undefined;
  /** Whether the first error ends the run. */
  readonly bail?: boolean;
  /** Ends the run; what it has added is removed all the same. */
  readonly signal?: AbortSignal;
  /** Told of each result. */
  readonly onResult?: (result: Result) => void;
  /** Told when the cases are over and tags are still to be removed. */
  readonly onCleanUp?: (held: readonly Held[]) => void;
}

/** So many requests in a row without an answer, or with a refused credential, end a run. */
const HOPELESS = 5;

/**
 * Sends what was planned, and holds each answer against the contract. Whatever it adds it removes
 * again, at once where it can, and at the end also after a failure.
 */
export async function verify(
  contract: Contract,
  steps: readonly Step[],
  options: VerifyOptions,
): Promise<Report> {
  const started = new Date();
  const sender = createSender(options);
  const ledger = new Ledger(sender);
  const results: Result[] = [];
  let stopped: string | null;
  let left: readonly Held[] = [];
  try {
    stopped = await takeAll(steps, { sender, ledger, options }, results);
  } finally {
    const held = ledger.held();
    if (held.length > 0) {
      options.onCleanUp?.(held);
      left = await ledger.removeAll();
    }
  }

  const { baseUrl, readOnly = false, strict = false, seed = null, rate, signal } = options;
  const count = (outcome: Result["outcome"]): number =>
    results.filter((result) => result.outcome === outcome).length;
  const isFailed = count("error") > 0 || left.length > 0;
  return {
    format: 1,
    contract: { title: contract.title, version: contract.version, sha256: contract.sha256 },
    provider: { baseUrl, operations: [...new Set(steps.map(({ operation }) => operation.id))] },
    options: { readOnly, strict, seed, rate: Number.isFinite(rate) ? rate : null },
    startedAt: started.toISOString(),
    duration: Date.now() - started.getTime(),
    outcome: signal?.aborted ? "interrupted" : isFailed ? "failed" : "passed",
    stopped,
    summary: {
      cases: steps.length,
      passed: count("passed"),
      errors: count("error"),
      warnings: count("warning"),
      skipped: count("skipped"),
      requests: sender.sent,
    },
    results,
    leftBehind: left.map(({ operation, path, keys }) => ({
      operation: operation.id,
      path,
      keys,
      curl: curlOf(options, operation, { path, body: removal(keys) }),
    })),
  };
}

interface Run {
  readonly sender: Sender;
  readonly ledger: Ledger;
  readonly options: VerifyOptions;
}

/** @returns why it ended before the last step; null where it did not */
async function takeAll(
  steps: readonly Step[],
  run: Run,
  results: Result[],
): Promise<string | null> {
  const { signal, bail, onResult } = run.options;
  let hopeless = 0;
  for (const step of steps) {
    const { result, outcome } = await take(step, run);
    if (signal?.aborted) return "it was interrupted";
    results.push(result);
    onResult?.(result);
    if (results.length === steps.length) break;
    if (bail && result.outcome === "error") return "the first error ends the run (--bail)";
    if (outcome !== undefined) hopeless = isHopeless(step, outcome) ? hopeless + 1 : 0;
    if (hopeless === HOPELESS) {
      return outcome !== undefined && "failure" in outcome
        ? `${HOPELESS} requests in a row got no answer`
        : `the credential was refused ${HOPELESS} times in a row`;
    }
  }
  return null;
}

/** Whether there is no more to be learned, if it goes on like this. */
function isHopeless({ expectation }: Step, outcome: Outcome): boolean {
  if ("failure" in outcome) return true;
  return outcome.status === UNAUTHENTICATED && expectation.kind !== "unauthenticated";
}

/** Sends the request of a step, undoes what it does, and judges the answer. */
async function take(
  step: Step,
  { sender, ledger, options }: Run,
): Promise<{ result: Result; outcome?: Outcome }> {
  const { id, operation, source, expectation, request, skip } = step;
  const { signal, strict = false, secrets = [] } = options;
  const started = performance.now();
  const conclude = (rest: Pick<Result, "outcome" | "reason" | "finding">): Result => ({
    id,
    operation: operation.id,
    source: { ...source, url: operation.page ?? null },
    duration: rest.outcome === "skipped" ? 0 : Math.round(performance.now() - started),
    ...rest,
  });
  if (skip !== undefined) return { result: conclude({ outcome: "skipped", reason: skip }) };

  const exchange = async (one: CaseRequest, withCredential: boolean): Promise<Outcome> => {
    const settle = ledger.note(operation, one, expectation.kind === "accept");
    const outcome = await sender.send(operation, one, { withCredential, signal });
    settle(outcome);
    return outcome;
  };

  // What is to be removed must be there first.
  let isPrepared = true;
  if (expectation.kind === "accept" && removes(request.body)) {
    const outcome = await exchange({ ...request, body: inverse(request.body) }, true);
    isPrepared = "status" in outcome && isSuccess(outcome.status);
  }
  const outcome = await exchange(request, expectation.kind !== "unauthenticated");
  if (!signal?.aborted) await ledger.remove(operation, request);

  const problems = judge(operation, expectation, outcome, strict);
  if (problems.length === 0) return { result: conclude({ outcome: "passed" }), outcome };
  if (!isPrepared) {
    const reason = "the tags that it removes could not be added first";
    return { result: conclude({ outcome: "skipped", reason }), outcome };
  }
  const finding = toFinding(step, outcome, problems, options, createRedact(secrets));
  const isError = problems.some(({ severity }) => severity === "error");
  return { result: conclude({ outcome: isError ? "error" : "warning", finding }), outcome };
}

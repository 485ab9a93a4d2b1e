import type { CaseRequest } from "../../generated/contract-cases.js";
import type { Auth } from "../client/auth/auth.js";
import type { Fetch } from "../client/transport/wire.js";
import type { Contract } from "./contract.js";
import { curlOf, type Target, toFinding } from "./finding.js";
import { judge } from "./judge.js";
import { Ledger, type Pending } from "./ledger.js";
import { createReportMask } from "./mask.js";
import type { Step } from "./plan.js";
import type { Report, Result } from "./report.js";
import { createSender, type Outcome, type Sender } from "./sender.js";
import { isSuccess, THROTTLED, UNAUTHENTICATED } from "./statuses.js";
import { inverse, removal, removes } from "./tags.js";

export interface VerifyOptions extends Target {
  readonly auth: Auth;
  /** What must never be in a report. */
  readonly secrets?: readonly string[];
  readonly readOnly?: boolean;
  readonly unsafeCases?: boolean;
  readonly strict?: boolean;
  readonly seed?: number | undefined;
  /** The most requests a second; `Infinity`: no limit. */
  readonly rate: number;
  /** The most milliseconds that a request may take. */
  readonly timeout?: number | undefined;
  /** Takes the place of the network. */
  readonly fetch?: Fetch | undefined;
  /** Whether the first error ends the run. */
  readonly bail?: boolean;
  /** Ends the run. What it has added is removed all the same. */
  readonly signal?: AbortSignal;
  /** Called with each result. */
  readonly onResult?: (result: Result) => void;
  /** Called when the cases are over and tags are still to be removed. */
  readonly onCleanUp?: (pending: readonly Pending[]) => void;
}

/** This many requests in a row without an answer, or turned away, end a run. */
const HOPELESS = 5;

/**
 * Sends the planned requests and checks each answer against the contract. Whatever it adds it
 * removes again: at once if it can, and at the end, also after a failure.
 */
export async function verify(
  contract: Contract,
  steps: readonly Step[],
  options: VerifyOptions,
): Promise<Report> {
  const started = new Date();
  const sender = createSender(options);
  // Removing what a provider refused to add is a change as well, if there is such a tag.
  const ledger = new Ledger(sender, options.readOnly);
  const results: Result[] = [];
  const refusals = { invalid: 0, refused: 0 };
  let stopped: string | null;
  let left: readonly Pending[] = [];
  try {
    stopped = await takeAll(steps, { sender, ledger, options, refusals }, results);
  } finally {
    const pending = ledger.pending();
    if (pending.length > 0) {
      options.onCleanUp?.(pending);
      left = await ledger.removeAll();
    }
  }

  const { baseUrl, readOnly = false, unsafeCases = false, strict = false } = options;
  const { seed = null, rate, signal } = options;
  const count = (outcome: Result["outcome"]): number =>
    results.filter((result) => result.outcome === outcome).length;
  const isFailed = count("error") > 0 || stopped !== null || left.length > 0;
  return {
    format: 1,
    contract: { title: contract.title, version: contract.version, sha256: contract.sha256 },
    provider: { baseUrl, operations: [...new Set(steps.map(({ operation }) => operation.id))] },
    options: { readOnly, unsafeCases, strict, seed, rate: Number.isFinite(rate) ? rate : null },
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
      ...refusals,
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
  readonly refusals: { invalid: number; refused: number };
}

/** @returns why it ended before the last step; null if it did not */
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
    if (run.sender.isExhausted) return "the provider asked too often to wait; lower --rate";
    if (outcome === undefined) continue;
    const reason = hopelessness(step, outcome);
    hopeless = reason === undefined ? 0 : hopeless + 1;
    if (hopeless === HOPELESS) return `${HOPELESS} requests in a row ${reason}`;
  }
  return null;
}

/** Why there is nothing more to learn, if it goes on like this. */
function hopelessness({ expectation }: Step, outcome: Outcome): string | undefined {
  if ("failure" in outcome) return "got no answer";
  if (outcome.status === THROTTLED) return "were throttled";
  const isRefused = outcome.status === UNAUTHENTICATED && expectation.kind !== "unauthenticated";
  return isRefused ? "were refused for their credential" : undefined;
}

/** Sends the request of a step, undoes what it does, and judges the answer. */
async function take(
  step: Step,
  { sender, ledger, options, refusals }: Run,
): Promise<{ result: Result; outcome?: Outcome }> {
  const { id, operation, source, expectation, request, skip } = step;
  const { signal, strict = false, secrets = [] } = options;
  const isAllowed = expectation.kind === "accept";
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
    const settle = ledger.note(operation, one, isAllowed);
    const outcome = await sender.send(operation, one, { withCredential, signal });
    settle(outcome);
    return outcome;
  };

  // What is to be removed must exist first.
  let isPrepared = true;
  if (operation.changesTags && isAllowed && removes(request.body)) {
    const outcome = await exchange({ ...request, body: inverse(request.body) }, true);
    isPrepared = "status" in outcome && isSuccess(outcome.status);
  }
  const outcome = await exchange(request, expectation.kind !== "unauthenticated");
  if (!signal?.aborted) await ledger.remove(operation, request, outcome, isAllowed);

  if (expectation.kind === "reject" && "status" in outcome) {
    refusals.invalid++;
    if (!isSuccess(outcome.status)) refusals.refused++;
  }
  const problems = judge(step, outcome, strict);
  if (problems.length === 0) return { result: conclude({ outcome: "passed" }), outcome };
  if (!isPrepared) {
    const reason = "the tags that it removes could not be added first";
    return { result: conclude({ outcome: "skipped", reason }), outcome };
  }
  const finding = toFinding(step, outcome, problems, options, createReportMask(secrets));
  const isError = problems.some(({ severity }) => severity === "error");
  return { result: conclude({ outcome: isError ? "error" : "warning", finding }), outcome };
}

import type { ExpectedViolation } from "../../generated/contract-cases.js";
import { isBodiless } from "../text/statuses.js";
import type { Operation } from "./contract.js";
import { parseJson } from "./json.js";
import { breaksPath, type Expectation, type Step } from "./plan.js";
import type { Answer, Outcome } from "./sender.js";
import {
  findDocumented,
  isClientError,
  isRedirect,
  isRefusal,
  isSuccess,
  refusalsOf,
  successesOf,
  UNAUTHENTICATED,
} from "./statuses.js";
import { type RuleSource, sourceOfCase, weigh } from "./weight.js";

/**
 * The rules that answers must keep:
 *
 * | rule | an answer breaks it if it |
 * |---|---|
 * | `answer` | does not come: time runs out, the connection closes, it is not HTTP |
 * | `redirect` | points elsewhere; it is not followed |
 * | `status` | has a status that the operation does not document |
 * | `media-type` | has a body of a media type that the status does not document |
 * | `no-body` | has or announces a body where the status has none |
 * | `json` | has a body that is not JSON |
 * | `schema` | has a body that its schema does not allow, or lacks one |
 * | `accepted` | refuses a request that the contract allows |
 * | `refused` | accepts a request that the contract does not allow |
 * | `refusal-status` | refuses such a request, but not as an invalid one |
 * | `credential` | does not refuse a request without a credential for that reason |
 */
export type Rule =
  | "answer"
  | "redirect"
  | "status"
  | "media-type"
  | "no-body"
  | "json"
  | "schema"
  | "accepted"
  | "refused"
  | "refusal-status"
  | "credential";

export interface Problem {
  readonly rule: Rule;
  readonly severity: "error" | "warning";
  readonly message: string;
  /** What the broken rules are from: a part of the vendor's page, `vendor: …` or `ours: …`. */
  readonly sources: readonly RuleSource[];
}

/** What is wrong with an answer; empty if it keeps the contract. */
export function judge(step: Step, outcome: Outcome, strict: boolean): Problem[] {
  const { operation } = step;
  if ("failure" in outcome) return [error("answer", `does not answer: ${outcome.message}`)];
  const { status, headers } = outcome;
  const { location } = headers;
  if (isRedirect(status) && location !== undefined) {
    const origin = originOf(location);
    return [error("redirect", `redirects with ${status} to ${origin}, which is not followed`)];
  }
  const documented = findDocumented(operation, status);
  return [
    ...(documented === undefined
      ? [error("status", `answers ${status}, but ${listOf(operation)} are documented`)]
      : judgeBody(operation, documented, outcome, strict)),
    ...judgeVerdict(step, status, documented !== undefined, strict),
  ];
}

/** What the provider must do, in words. */
export function describeExpectation(operation: Operation, expectation: Expectation): string {
  const accepted = `accepted with ${successesOf(operation).join(" or ")}`;
  const refused = `refused with ${refusalsOf(operation).join(" or ")}`;
  switch (expectation.kind) {
    case "accept":
      return expectation.foreign
        ? `${accepted}, or refused because the resource does not exist`
        : accepted;
    case "unauthenticated":
      return `refused with ${UNAUTHENTICATED}, because it carries no credential`;
    case "reject":
      return `${refused}, because of ${describeViolations(expectation.violations)}`;
  }
}

function describeViolations(violations: readonly ExpectedViolation[]): string {
  const rules = violations.map(({ pointer, keyword }) =>
    pointer === "" ? keyword : `${keyword} at ${pointer}`,
  );
  return [...new Set(rules)].join(", ");
}

function judgeVerdict(
  { operation, expectation, request, source }: Step,
  status: number,
  isDocumented: boolean,
  strict: boolean,
): Problem[] {
  switch (expectation.kind) {
    case "accept": {
      if (isSuccess(status)) return [];
      const saysAbsent = isDocumented && isClientError(status) && status !== UNAUTHENTICATED;
      if (expectation.foreign && saysAbsent && !isRefusal(operation, status)) return [];
      const message = `answers ${status} to a request that the contract allows`;
      return [problem("accepted", message, [sourceOfCase(source)], strict)];
    }
    case "unauthenticated":
      if (status === UNAUTHENTICATED) return [];
      return [error("credential", `answers ${status} to a request without a credential`)];
    case "reject": {
      const broken = operation.validateRequest(request).flatMap((one) => one.source ?? []);
      const sources = broken.length > 0 ? broken : [sourceOfCase(source)];
      if (isSuccess(status)) {
        const message = `accepts, with ${status}, a request that the contract does not allow`;
        return [problem("refused", message, sources, strict)];
      }
      // An undocumented status is a problem already.
      if (!isDocumented || isRefusal(operation, status)) return [];
      // A wrong path may name something that does not exist.
      const mayBeAbsent = breaksPath(expectation.violations);
      if (mayBeAbsent && isClientError(status) && status !== UNAUTHENTICATED) return [];
      return [
        problem("refusal-status", `answers ${status} to an invalid request`, sources, strict),
      ];
    }
  }
}

function judgeBody(
  operation: Operation,
  documented: string,
  answer: Answer,
  strict: boolean,
): Problem[] {
  const { status, headers, text, cut } = answer;
  const mediaTypes = operation.responses.get(documented) ?? [];
  if (mediaTypes.length === 0) return judgeNoBody(answer);
  if (text === "") return judgeSchema(operation, documented, undefined, strict);
  const given = headers["content-type"];
  const mediaType = given?.split(";")[0]?.trim().toLowerCase();
  const problems = mediaTypes.some((each) => each.toLowerCase() === mediaType)
    ? []
    : [
        error(
          "media-type",
          `answers ${status} with a body of ${given ?? "no media type"}, not ${mediaTypes.join(" or ")}`,
        ),
      ];
  // Only JSON has a schema here.
  if (problems.length === 0 && !/[/+]json$/.test(mediaType ?? "")) return [];
  let body: unknown;
  try {
    body = parseJson(text);
  } catch (reason) {
    const what = cut
      ? "is too long to be read"
      : reason instanceof RangeError
        ? reason.message
        : "is not JSON";
    return [...problems, error("json", `answers ${status} with a body that ${what}`)];
  }
  return [...problems, ...judgeSchema(operation, documented, body, strict)];
}

/** HTTP does not allow the body itself, so it is not read; what announces it is. */
function judgeNoBody({ status, headers, text }: Answer): Problem[] {
  const announced =
    Number(headers["content-length"] ?? 0) > 0 ||
    (isBodiless(status) && headers["transfer-encoding"] !== undefined);
  if (text === "" && !announced) return [];
  return [error("no-body", `answers ${status} with a body, but the contract has none there`)];
}

function judgeSchema(
  operation: Operation,
  documented: string,
  body: unknown,
  strict: boolean,
): Problem[] {
  const violations = operation.validateResponse(documented, body);
  if (violations.length === 0) return [];
  const sources = violations.map(({ source }) => source ?? "page");
  if (body === undefined) {
    return [problem("schema", `answers ${documented} without a body`, sources, strict)];
  }
  const list = violations.map(({ pointer, message }) => `${pointer || "the body"} ${message}`);
  const message = `answers ${documented} with a body that is wrong: ${list.join("; ")}`;
  return [problem("schema", message, sources, strict)];
}

function problem(
  rule: Rule,
  message: string,
  sources: readonly RuleSource[],
  strict: boolean,
): Problem {
  return { rule, severity: weigh(sources, strict), message, sources: [...new Set(sources)] };
}

/** A rule of the protocol, which holds whatever the sources say. */
function error(rule: Rule, message: string): Problem {
  return { rule, severity: "error", message, sources: [] };
}

function listOf({ responses }: Operation): string {
  return [...responses.keys()].join(", ");
}

function originOf(location: string): string {
  try {
    return new URL(location).origin;
  } catch {
    return "another path";
  }
}

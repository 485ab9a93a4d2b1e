import { responseValidators, type Validator } from "../../generated/validators.js";
import type { ExpectedViolation } from "./case.js";
import type { Operation } from "./contract.js";
import { breaksPath, type Expectation } from "./plan.js";
import type { Answer, Outcome } from "./sender.js";
import {
  findDocumented,
  isBodiless,
  isClientError,
  isRedirect,
  isRefusal,
  isSuccess,
  refusalsOf,
  successesOf,
  UNAUTHENTICATED,
} from "./statuses.js";

/**
 * What an answer must keep to:
 *
 * | rule | an answer breaks it that |
 * |---|---|
 * | `answer` | does not come: time runs out, the connection closes, it is not HTTP |
 * | `redirect` | points elsewhere; it is not followed |
 * | `status` | has a status that the operation does not document |
 * | `media-type` | has a body of a media type that the status does not document |
 * | `no-body` | has or announces a body where the status has none |
 * | `json` | has a body that is not JSON |
 * | `schema` | has a body that its schema does not allow, or none where there must be one |
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
}

/** What is wrong with an answer; an empty array where it keeps to the contract. */
export function judge(
  operation: Operation,
  expectation: Expectation,
  outcome: Outcome,
  strict: boolean,
): Problem[] {
  if ("failure" in outcome) return [error("answer", `does not answer: ${outcome.message}`)];
  const { status, headers } = outcome;
  if (isRedirect(status) && headers.has("location")) {
    const place = originOf(headers.get("location") as string);
    return [error("redirect", `redirects with ${status} to ${place}, which is not followed`)];
  }
  const documented = findDocumented(operation, status);
  return [
    ...(documented === undefined
      ? [error("status", `answers ${status}, but documented are ${listOf(operation)}`)]
      : judgeBody(operation, documented, outcome)),
    ...judgeVerdict(operation, expectation, status, documented !== undefined, strict),
  ];
}

/** In words: what an answer must say. */
export function describe(operation: Operation, expectation: Expectation): string {
  const accepted = `accepted with ${successesOf(operation).join(" or ")}`;
  const refused = `refused with ${refusalsOf(operation).join(" or ")}`;
  switch (expectation.kind) {
    case "accept":
      return expectation.foreign ? `${accepted}, or refused because it is not there` : accepted;
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
  operation: Operation,
  expectation: Expectation,
  status: number,
  isDocumented: boolean,
  strict: boolean,
): Problem[] {
  switch (expectation.kind) {
    case "accept": {
      if (isSuccess(status)) return [];
      const saysAbsent = isDocumented && isClientError(status) && status !== UNAUTHENTICATED;
      if (expectation.foreign && saysAbsent && !isRefusal(operation, status)) return [];
      return [error("accepted", `answers ${status} to a request that the contract allows`)];
    }
    case "unauthenticated":
      if (status === UNAUTHENTICATED) return [];
      return [error("credential", `answers ${status} to a request without a credential`)];
    case "reject": {
      if (isSuccess(status)) {
        const message = `accepts, with ${status}, a request that the contract does not allow`;
        return [{ rule: "refused", severity: strict ? "error" : "warning", message }];
      }
      // An undocumented status is wrong already.
      if (!isDocumented || isRefusal(operation, status)) return [];
      // What a wrong path names may just as well not be there.
      const mayBeAbsent = breaksPath(expectation.violations);
      if (mayBeAbsent && isClientError(status) && status !== UNAUTHENTICATED) return [];
      const message = `answers ${status} to an invalid request`;
      return [error("refusal-status", message)];
    }
  }
}

function judgeBody(operation: Operation, documented: string, answer: Answer): Problem[] {
  const { headers, text, cut } = answer;
  const mediaTypes = operation.responses.get(documented) ?? [];
  if (mediaTypes.length === 0) return judgeNoBody(answer);
  if (text === "") return judgeSchema(operation, documented, undefined);
  const given = headers.get("content-type");
  const mediaType = given?.split(";")[0]?.trim().toLowerCase();
  const problems = mediaTypes.some((each) => each.toLowerCase() === mediaType)
    ? []
    : [
        error(
          "media-type",
          `answers ${answer.status} with a body of ${given ?? "no media type"}, not ${mediaTypes.join(" or ")}`,
        ),
      ];
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    const reason = cut ? "that is too long to be read" : "that is not JSON";
    return [...problems, error("json", `answers ${answer.status} with a body ${reason}`)];
  }
  return [...problems, ...judgeSchema(operation, documented, body)];
}

/** `fetch` hides a body that HTTP does not allow, but not what announces it. */
function judgeNoBody({ status, headers, text }: Answer): Problem[] {
  const announced =
    Number(headers.get("content-length") ?? 0) > 0 ||
    (isBodiless(status) && headers.has("transfer-encoding"));
  if (text === "" && !announced) return [];
  return [error("no-body", `answers ${status} with a body, where there must be none`)];
}

function judgeSchema(operation: Operation, documented: string, body: unknown): Problem[] {
  const validators = responseValidators as Readonly<
    Record<string, Readonly<Record<string, Validator>>>
  >;
  const violations = validators[operation.id]?.[documented]?.(body) ?? [];
  if (violations.length === 0) return [];
  if (body === undefined) return [error("schema", `answers ${documented} without a body`)];
  const list = violations.map(({ pointer, message }) => `${pointer || "the body"} ${message}`);
  return [error("schema", `answers ${documented} with a body that is wrong: ${list.join("; ")}`)];
}

function error(rule: Rule, message: string): Problem {
  return { rule, severity: "error", message };
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

import { errorCodes, securityHeaders } from "../../generated/client.js";
import type { CaseRequest } from "../../generated/contract-cases.js";
import { readErrorBody } from "../client/errors/error-body.js";
import { curl } from "../text/curl.js";
import type { Operation } from "./contract.js";
import { parseJson } from "./json.js";
import { describeExpectation, type Problem } from "./judge.js";
import type { Step } from "./plan.js";
import type { Finding } from "./report.js";
import type { Outcome } from "./sender.js";
import { targetOf } from "./target.js";

/** What a report may show of the provider and of the credential. */
export interface Target {
  /** Without a trailing slash. */
  readonly baseUrl: string;
  /** Stands for the token in curl lines, where the shell sees it. Default `$HUAWEICLOUD_TOKEN`. */
  readonly tokenText?: string | undefined;
}

const BODY_LENGTH = 2000;

/** Describes an answer that does not keep the contract. */
export function toFinding(
  { operation, expectation, request }: Step,
  outcome: Outcome,
  problems: readonly Problem[],
  target: Target,
  mask: (text: string) => string,
): Finding {
  return {
    expected: describeExpectation(operation, expectation),
    ...describeAnswer(outcome, mask),
    problems: problems.map((problem) => ({ ...problem, message: mask(problem.message) })),
    curl: curlOf(target, operation, request, expectation.kind !== "unauthenticated"),
  };
}

/** The shell fills in the token: a secret has no place in a report. */
export function curlOf(
  { baseUrl, tokenText = "$HUAWEICLOUD_TOKEN" }: Target,
  operation: Operation,
  request: CaseRequest,
  withCredential = true,
): string {
  return curl({
    method: operation.method,
    url: baseUrl + targetOf(operation, request),
    headers: request.headers ?? {},
    body: request.body,
    ...(withCredential ? { variables: { [securityHeaders.AuthToken]: tokenText } } : {}),
  });
}

function describeAnswer(
  outcome: Outcome,
  mask: (text: string) => string,
): Pick<Finding, "answer" | "advice"> {
  if ("failure" in outcome) return { answer: null };
  const { status, headers, text } = outcome;
  const body = mask(text);
  const { code = "", requestId } = readErrorBody(parse(body));
  const header = (name: string): string | undefined => {
    const value = headers[name];
    return value === undefined ? undefined : mask(value);
  };
  return {
    answer: {
      status,
      mediaType: header("content-type") ?? null,
      requestId: header("x-request-id") ?? requestId ?? null,
      body: body.length > BODY_LENGTH ? `${body.slice(0, BODY_LENGTH)}…` : body,
    },
    ...(Object.hasOwn(errorCodes, code)
      ? { advice: errorCodes[code as keyof typeof errorCodes] }
      : {}),
  };
}

function parse(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return text;
  }
}

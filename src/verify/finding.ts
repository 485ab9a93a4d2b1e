import { errorCodes, securityHeaders } from "../../generated/client.js";
import { readErrorBody } from "../client/errors/error-body.js";
import { serializePath } from "../client/path.js";
import { curl } from "../text/curl.js";
import type { CaseRequest } from "./case.js";
import type { Operation } from "./contract.js";
import { describe, type Problem } from "./judge.js";
import type { Step } from "./plan.js";
import type { Finding } from "./report.js";
import type { Outcome } from "./sender.js";

/** What a report may show of a provider and a credential. */
export interface Place {
  /** Without a trailing slash. */
  readonly baseUrl: string;
  /** Stands for the token in curl lines, where the shell sees it. Default `$HUAWEICLOUD_TOKEN`. */
  readonly tokenText?: string | undefined;
}

const BODY_LENGTH = 2000;

/** Describes an answer that does not keep to the contract. */
export function toFinding(
  { operation, expectation, request }: Step,
  outcome: Outcome,
  problems: readonly Problem[],
  place: Place,
  redact: (text: string) => string,
): Finding {
  return {
    expected: describe(operation, expectation),
    ...describeAnswer(outcome, redact),
    problems: problems.map((problem) => ({ ...problem, message: redact(problem.message) })),
    curl: curlOf(place, operation, request, expectation.kind !== "unauthenticated"),
  };
}

/** The shell fills in the token: a secret has no place in a report. */
export function curlOf(
  { baseUrl, tokenText = "$HUAWEICLOUD_TOKEN" }: Place,
  operation: Operation,
  { path, headers = {}, body }: CaseRequest,
  withCredential = true,
): string {
  return curl({
    method: operation.method,
    url: baseUrl + serializePath(operation.path, path),
    headers,
    body,
    ...(withCredential ? { variables: { [securityHeaders.AuthToken]: tokenText } } : {}),
  });
}

function describeAnswer(
  outcome: Outcome,
  redact: (text: string) => string,
): Pick<Finding, "answer" | "advice"> {
  if ("failure" in outcome) return { answer: null };
  const { status, headers, text } = outcome;
  const body = redact(text);
  const { code = "", requestId } = readErrorBody(parse(body));
  const header = (name: string): string | undefined => {
    const value = headers.get(name);
    return value === null ? undefined : redact(value);
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
    return JSON.parse(text);
  } catch {
    return text;
  }
}

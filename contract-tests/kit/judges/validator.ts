// By its path, because this also runs outside vitest, where a path of tsconfig.json leads to the
// declarations.
import { requestValidators, responseValidators } from "../../../generated/validators.js";
import type { Judge, Judgement, ResponseJudge, Violation } from "../judge.js";

type Validate = (value: unknown) => readonly Violation[];

const requests: Readonly<Record<string, Validate>> = requestValidators;
const responses: Readonly<Record<string, Readonly<Record<string, Validate>>>> = responseValidators;

/** The committed validators of requests. */
export const validatorJudge: Judge = {
  name: "validator",
  judge: ({ operation, request: { path, query = {}, headers = {}, body } }) =>
    judge(requests[operation], operation, { path, query, header: headers, body }),
};

/** The committed validators of responses. */
export const validatorResponseJudge: ResponseJudge = {
  name: "validator",
  judge: ({ operation, status, body }) =>
    judge(responses[operation]?.[status], `${operation} ${status}`, body),
};

function judge(validate: Validate | undefined, what: string, value: unknown): Judgement {
  if (validate === undefined) throw new Error(`there is no validator of ${what}`);
  const violations = validate(value);
  return { verdict: violations.length === 0 ? "accept" : "reject", violations };
}

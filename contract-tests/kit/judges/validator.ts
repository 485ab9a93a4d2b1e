// By its path, because this also runs outside vitest, where a path of tsconfig.json leads to the
// declarations.
import { requestValidators, responseValidators } from "../../../generated/validators.js";
import type { Judge, Judgement, ResponseJudge, Violation } from "../judge.js";

type Validate = (value: unknown) => readonly Violation[];

/** The committed validator. */
export function validatorJudge(): Judge {
  return {
    name: "validator",
    judge({ operation, request: { path, query = {}, headers = {}, body } }) {
      const validate = (requestValidators as Readonly<Record<string, Validate>>)[operation];
      if (validate === undefined) throw new Error(`there is no request validator of ${operation}`);
      return toJudgement(validate({ path, query, header: headers, body }));
    },
  };
}

/** The committed validators of responses. */
export function validatorResponseJudge(): ResponseJudge {
  return {
    name: "validator",
    judge({ operation, status, body }) {
      const byOperation = responseValidators as Readonly<
        Record<string, Readonly<Record<string, Validate>>>
      >;
      const validate = byOperation[operation]?.[status];
      if (validate === undefined) {
        throw new Error(`there is no response validator of ${operation} ${status}`);
      }
      return toJudgement(validate(body));
    },
  };
}

function toJudgement(violations: readonly Violation[]): Judgement {
  return { verdict: violations.length === 0 ? "accept" : "reject", violations };
}

import type { RequestCase, ResponseCase, Suite, Wire } from "./case.js";
import { csms } from "./csms/index.js";
import { kms } from "./kms/index.js";

export type {
  Case,
  CaseRequest,
  ExpectedViolation,
  QueryValue,
  RequestCase,
  ResponseCase,
  Source,
  Suite,
  Wire,
} from "./case.js";

const suites: readonly Suite[] = [csms, kms];

/** Every request of which the contract has an opinion. */
export const requestCases: readonly RequestCase[] = suites.flatMap(({ requests }) => requests);

/** Every response of which the contract has an opinion. */
export const responseCases: readonly ResponseCase[] = suites.flatMap(({ responses }) => responses);

/** What each operation is on the wire, by operationId. */
export const wires: Readonly<Record<string, Wire>> = Object.assign(
  {},
  ...suites.map(({ operations }) => operations),
);

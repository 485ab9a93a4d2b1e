// The cases, as the schema beside them describes them.
export type {
  CaseRequest,
  ExpectedViolation,
  RequestCase,
  Source,
} from "../../generated/contract-cases.js";

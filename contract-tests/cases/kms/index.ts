import type { Suite } from "../case.js";
import { operation, wire } from "./operation.js";
import { pathCases } from "./path.js";
import { requestCases } from "./request.js";
import { responseCases } from "./responses.js";
import { tagKeyCases } from "./tag-key.js";
import { tagValueCases } from "./tag-value.js";
import { tagsCases } from "./tags.js";

export const kms: Suite = {
  operations: { [operation]: wire },
  requests: [...tagKeyCases, ...tagValueCases, ...tagsCases, ...requestCases, ...pathCases],
  responses: responseCases,
};

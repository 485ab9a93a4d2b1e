import type { Suite } from "../case.js";
import { operation, wire } from "./operation.js";
import { pathCases } from "./path.js";
import { requestCases } from "./request.js";
import { responseCases } from "./responses.js";
import { tagKeyCharacterCases, tagValueCharacterCases } from "./tag-characters.js";
import { tagKeyCases } from "./tag-key.js";
import { tagValueCases } from "./tag-value.js";
import { tagsCases } from "./tags.js";

export const csms: Suite = {
  operations: { [operation]: wire },
  requests: [
    ...tagKeyCases,
    ...tagKeyCharacterCases,
    ...tagValueCases,
    ...tagValueCharacterCases,
    ...tagsCases,
    ...requestCases,
    ...pathCases,
  ],
  responses: responseCases,
};

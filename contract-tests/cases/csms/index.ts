import type { Suite } from "../case.js";
import { operation, wire } from "./operation.js";
import { pathCases } from "./path.js";
import { requestCases } from "./request.js";
import { responseCases } from "./responses.js";
import { tagKeyCases } from "./tag-key.js";
import { tagKeyCharacterCases } from "./tag-key-characters.js";
import { tagValueCases } from "./tag-value.js";
import { tagValueCharacterCases } from "./tag-value-characters.js";
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

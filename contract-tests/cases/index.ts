import type { RequestCase, ResponseCase } from "./case.js";
import { pathCases as csmsPathCases } from "./csms/path.js";
import { requestCases as csmsRequestCases } from "./csms/request.js";
import { responseCases as csmsResponseCases } from "./csms/responses.js";
import { tagKeyCases as csmsTagKeyCases } from "./csms/tag-key.js";
import { tagKeyCharacterCases as csmsTagKeyCharacterCases } from "./csms/tag-key-characters.js";
import { tagValueCases as csmsTagValueCases } from "./csms/tag-value.js";
import { tagValueCharacterCases as csmsTagValueCharacterCases } from "./csms/tag-value-characters.js";
import { tagsCases as csmsTagsCases } from "./csms/tags.js";
import { pathCases as kmsPathCases } from "./kms/path.js";
import { requestCases as kmsRequestCases } from "./kms/request.js";
import { responseCases as kmsResponseCases } from "./kms/responses.js";
import { tagKeyCases as kmsTagKeyCases } from "./kms/tag-key.js";
import { tagValueCases as kmsTagValueCases } from "./kms/tag-value.js";
import { tagsCases as kmsTagsCases } from "./kms/tags.js";

export type { ExpectedViolation, RequestCase, ResponseCase, Source } from "./case.js";

/** Every request of which the contract has an opinion. */
export const requestCases: readonly RequestCase[] = [
  ...csmsTagKeyCases,
  ...csmsTagKeyCharacterCases,
  ...csmsTagValueCases,
  ...csmsTagValueCharacterCases,
  ...csmsTagsCases,
  ...csmsRequestCases,
  ...csmsPathCases,
  ...kmsTagKeyCases,
  ...kmsTagValueCases,
  ...kmsTagsCases,
  ...kmsRequestCases,
  ...kmsPathCases,
];

/** Every response of which the contract has an opinion. */
export const responseCases: readonly ResponseCase[] = [...csmsResponseCases, ...kmsResponseCases];

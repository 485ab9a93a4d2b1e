import type { Operator } from "../mutant.js";
import { retargeted } from "./references.js";
import { operations, parameters, paths, requestBodies, security, servers } from "./requests.js";
import { examples, mediaTypes, responses } from "./responses.js";
import {
  additionalProperties,
  arrays,
  enums,
  limits,
  patterns,
  properties,
  tightened,
  types,
} from "./schemas.js";

/**
 * The operators by name, and these by the suite that runs them: one file of `suites/` each, because
 * files are what the test runner spreads over processes and shards.
 */
export const suites: Readonly<Record<string, Readonly<Record<string, Operator>>>> = {
  examples: { examples },
  "media-types": { mediaTypes },
  patterns: { patterns },
  references: { retargeted },
  requests: { operations, parameters, paths, requestBodies, security, servers },
  responses: { responses },
  schemas: { additionalProperties, arrays, enums, limits, properties, tightened },
  types: { types },
};

import type { Operator } from "../mutant.js";
import { examples } from "./examples.js";
import { mediaTypes } from "./media-types.js";
import { operations, requestBodies } from "./operations.js";
import { parameters } from "./parameters.js";
import { paths } from "./paths.js";
import { retargeted } from "./references.js";
import { responses } from "./responses.js";
import { arrays } from "./schema-arrays.js";
import { enums } from "./schema-enums.js";
import { limits } from "./schema-limits.js";
import { patterns } from "./schema-patterns.js";
import { additionalProperties, properties } from "./schema-properties.js";
import { tightened } from "./schema-tightened.js";
import { types } from "./schema-types.js";
import { security } from "./security.js";
import { servers } from "./servers.js";

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

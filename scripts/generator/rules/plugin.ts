import type { Plugin } from "@redocly/openapi-core";
import { schemasCompile } from "./compilable.js";
import { mediaTypeExamples, validDefaults } from "./examples.js";
import { parametersPlain, serversShared } from "./sendable.js";
import {
  headerNames,
  mediaTypeNames,
  namesUsable,
  noContentWithoutBody,
  operationIdFree,
  pathParametersRequired,
  referencesPlain,
  responsesDocumented,
  uniquePropertiesExist,
} from "./soundness.js";

const rules = {
  "media-type-examples": mediaTypeExamples,
  "valid-defaults": validDefaults,
  "header-names": headerNames,
  "media-type-names": mediaTypeNames,
  "names-usable": namesUsable,
  "no-content-without-body": noContentWithoutBody,
  "operation-id-free": operationIdFree,
  "parameters-plain": parametersPlain,
  "path-parameters-required": pathParametersRequired,
  "references-plain": referencesPlain,
  "responses-documented": responsesDocumented,
  "servers-shared": serversShared,
  "unique-properties-exist": uniquePropertiesExist,
};

/** What generation relies on and Redocly does not check. */
export const generatorPlugin: Plugin = {
  id: "generator",
  rules: { oas3: { ...rules, "schemas-compile": schemasCompile } },
};

export const GENERATOR_RULES: Readonly<Record<string, "error">> = Object.fromEntries(
  Object.keys(rules).map((name) => [`generator/${name}`, "error"]),
);

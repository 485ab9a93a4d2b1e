import { createHash } from "node:crypto";
import { resolve } from "node:path";
import SwaggerParser from "@apidevtools/swagger-parser";
import {
  bundle,
  createConfig,
  getLineColLocation,
  lint,
  type NormalizedProblem,
} from "@redocly/openapi-core";
import dewPlugin from "../../spec/lint/plugin.js";
import { circularReferences } from "./circular-references.js";
import type { OpenApiDocument } from "./document.js";
import { GENERATOR_RULES, generatorPlugin } from "./rules/plugin.js";
import { display, SpecError, type SpecProblem } from "./spec-error.js";
import { SpecFolder } from "./spec-folder.js";

/**
 * What a document must hold for anything to be generated from it. Conventions (descriptions,
 * examples, naming) are the business of `npm run spec:lint`.
 */
const SOUNDNESS_RULES = {
  struct: "error",
  "no-unresolved-refs": "error",
  "spec-strict-refs": "off",
  "component-name-unique": "error",
  "operation-operationId": "error",
  "operation-operationId-unique": "error",
  "path-parameters-defined": "error",
  "path-declaration-must-exist": "error",
  "no-identical-paths": "error",
  "no-enum-type-mismatch": "error",
  "no-invalid-parameter-examples": "error",
  "no-invalid-schema-examples": "error",
  "security-defined": "off",
  "dew/regex-unicode": "error",
  "dew/bounds-ordered": "error",
  "dew/operation-id-identifier": "error",
  "dew/unique-item-properties": "error",
  ...GENERATOR_RULES,
} as const;

export interface LoadedSpec {
  /** One document; every `$ref` in it points into its own `components`. */
  readonly document: OpenApiDocument;
  /** SHA-256 of the document, in hex: changes exactly when the contract does. */
  readonly sha256: string;
}

/**
 * Reads, checks and bundles the spec.
 * @param path of the root document, absolute or relative to the working directory
 * @throws SpecError naming file, line and reason of every flaw
 */
export async function loadSpec(path: string): Promise<LoadedSpec> {
  const ref = resolve(path);
  const config = await createConfig({
    rules: SOUNDNESS_RULES,
    plugins: [dewPlugin(), generatorPlugin],
  });
  // Shared, so that each file is read and parsed once.
  const externalRefResolver = await orSpecError(
    ref,
    async () => new SpecFolder(ref, config.resolve),
  );
  const options = { ref, config, externalRefResolver };
  failOnProblems(
    await orSpecError(ref, () => lint(options)).catch(async (error: unknown) => {
      const circles = await circularReferences(externalRefResolver);
      throw circles.length === 0 ? error : new SpecError(circles);
    }),
  );
  const { bundle: bundled, problems } = await bundle(options);
  failOnProblems(problems);
  const text = JSON.stringify(bundled.parsed);
  // A second opinion on the structure. Dereferences in place, so what is returned is another copy.
  await orSpecError(ref, () =>
    SwaggerParser.validate(bundled.parsed as never, { resolve: { external: false } }),
  );
  const sha256 = createHash("sha256").update(text).digest("hex");
  return { document: JSON.parse(text), sha256 };
}

/**
 * Names the schemas that do not compile, file and line.
 * @param reason of the failure, for the case that each compiles by itself
 */
export async function locateUncompilable(path: string, reason: SpecError): Promise<SpecError> {
  const ref = resolve(path);
  const config = await createConfig({
    rules: { "generator/schemas-compile": "error" },
    plugins: [generatorPlugin],
  });
  const externalRefResolver = new SpecFolder(ref, config.resolve);
  const problems = await lint({ ref, config, externalRefResolver });
  const errors = problems.filter(({ severity }) => severity === "error");
  return errors.length > 0 ? new SpecError(errors.map(toProblem)) : reason;
}

/** Bad YAML in the root document and structural flaws are thrown, not reported. */
async function orSpecError<T>(ref: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { message } = error as Error;
    throw new SpecError([{ where: display(ref), message, rule: "readable" }]);
  }
}

function failOnProblems(problems: readonly NormalizedProblem[]): void {
  const errors = problems.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new SpecError(errors.map(toProblem));
}

function toProblem({
  location: [first],
  message,
  ruleId,
  suggest,
}: NormalizedProblem): SpecProblem {
  const hint = suggest.length > 0 ? ` Did you mean ${suggest.join(" or ")}?` : "";
  if (first === undefined) return { where: "spec", message: message + hint, rule: ruleId };
  const { line, col } = getLineColLocation(first).start;
  const pointer = first.pointer === undefined ? "" : ` ${first.pointer}`;
  return {
    where: `${display(first.source.absoluteRef)}:${line}:${col}${pointer}`,
    message: message + hint,
    rule: ruleId,
  };
}

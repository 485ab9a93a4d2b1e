import { emitCases } from "./cases.js";
import { emitClient } from "./client.js";
import { emitLimits } from "./limits.js";
import { type LoadedSpec, loadSpec, locateUncompilable } from "./load-spec.js";
import { emitOpenapi30 } from "./openapi-3.0.js";
import { emitOperationMetadata } from "./operation-metadata.js";
import { listOperations, type Operation } from "./operations.js";
import { SpecError } from "./spec-error.js";
import { emitTranslation } from "./translation.js";
import { emitTypes } from "./types.js";
import { emitValidators, emitValidatorTypes } from "./validators/index.js";

/**
 * Makes every generated file from a spec, in memory.
 * @param warn is told what is not perfect, but no reason to stop
 * @returns the text of each file by its name
 * @throws SpecError where the spec is broken
 */
export async function generate(
  specPath: string,
  warn: (warning: string) => void = () => {},
): Promise<Map<string, string>> {
  const spec = await loadSpec(specPath);
  const operations = listOperations(spec.document);
  return new Map([
    ["types.ts", emitTypes(spec)],
    ["client.ts", emitClient(spec, operations)],
    ["operations.ts", emitOperationMetadata(spec, operations)],
    ["limits.ts", emitLimits(spec, operations)],
    ["validators.js", await validatorsOf(spec, operations, specPath)],
    ["validators.d.ts", emitValidatorTypes(spec, operations)],
    ["openapi.json", `${JSON.stringify(spec.document, null, 2)}\n`],
    ["openapi-3.0.json", emitOpenapi30(spec.document)],
    ...(await emitTranslation(spec, specPath, warn)),
    ...(await emitCases(spec)),
  ]);
}

async function validatorsOf(
  spec: LoadedSpec,
  operations: readonly Operation[],
  specPath: string,
): Promise<string> {
  try {
    return await emitValidators(spec, operations);
  } catch (error) {
    if (error instanceof SpecError) throw await locateUncompilable(specPath, error);
    throw error;
  }
}

import { createAjv } from "./ajv.js";
import { emitCases } from "./cases.js";
import { emitClient } from "./client.js";
import { compileValidators } from "./compile-validators.js";
import { findUnfitExamples } from "./examples.js";
import { failOnExamples, loadSpec } from "./load-spec.js";
import { listOperations } from "./operations.js";
import { emitTypes } from "./types.js";
import { emitValidators, emitValidatorTypes } from "./validators.js";

/**
 * Makes every generated file from a spec, in memory.
 * @returns the text of each file by its name
 * @throws SpecError where the spec is broken
 */
export async function generate(specPath: string): Promise<Map<string, string>> {
  const spec = await loadSpec(specPath);
  const operations = listOperations(spec.document);
  const ajv = createAjv(spec.document);
  const compiled = compileValidators(ajv, operations);
  // Later, because Ajv numbers the functions that it compiles: an example more changes no other.
  const unfit = findUnfitExamples(spec.document, ajv);
  if (unfit.length > 0) await failOnExamples(specPath, unfit);
  // esbuild has a process of its own, so the types are made meanwhile.
  const [validators, types] = await Promise.all([emitValidators(spec, compiled), emitTypes(spec)]);
  return new Map([
    ["types.ts", types],
    ["client.ts", emitClient(spec, operations)],
    ["validators.js", validators],
    ["validators.d.ts", emitValidatorTypes(spec, operations)],
    ["openapi.json", `${JSON.stringify(spec.document, null, 2)}\n`],
    ...(await emitCases(spec)),
  ]);
}

import type { Ajv2020 } from "ajv/dist/2020.js";
import { compile } from "./ajv.js";
import { type OpenApiDocument, type Reference, resolveRef, type Schema } from "./document.js";
import type { SpecProblem } from "./spec-error.js";
import { type Validator, validator } from "./validators-runtime.js";
import { walk } from "./walk.js";

interface Example {
  readonly schema: Schema;
  readonly value: unknown;
  /** JSON pointer into the bundle. */
  readonly pointer: string;
}

/**
 * Holds the examples of schemas, parameters, headers and bodies against their schemas.
 * @returns those that do not fit
 */
export function findUnfitExamples(document: OpenApiDocument, ajv: Ajv2020): SpecProblem[] {
  const validators = new Map<string, Validator>();
  // Many schemas are spelled alike, and the spelling is all that a verdict depends on.
  const validatorOf = ({ schema, pointer }: Example): Validator => {
    const key = JSON.stringify(schema);
    const known = validators.get(key) ?? validator(compile(ajv, schema, pointer), {});
    validators.set(key, known);
    return known;
  };
  return listExamples(document).flatMap((example) =>
    validatorOf(example)(example.value).map(({ pointer, message }) => ({
      where: `#${example.pointer}`,
      message: `The example does not fit its schema: ${pointer || "it"} ${message}`,
      rule: "example-fits-schema",
    })),
  );
}

interface HoldsExamples {
  readonly schema?: Schema;
  readonly example?: unknown;
  /** Of a schema: a list of values; of anything else: Example Objects by name. */
  readonly examples?: object;
}

function listExamples(document: OpenApiDocument): Example[] {
  const found: Example[] = [];
  walk(document, (object, pointer, isSchema) => {
    const { schema, example, examples = {} } = object as HoldsExamples;
    const own = isSchema ? (object as Schema) : schema;
    if (own === undefined) return;
    const add = (value: unknown, path: string) =>
      value !== undefined && found.push({ schema: own, value, pointer: `${pointer}/${path}` });
    add(example, "example");
    for (const [name, entry] of Object.entries(examples)) {
      const value = isSchema
        ? entry
        : resolveRef<{ value?: unknown }>(document, entry as Reference)?.value;
      add(value, `examples/${name}`);
    }
  });
  return found;
}

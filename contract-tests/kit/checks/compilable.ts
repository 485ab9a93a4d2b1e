import type { Document } from "../document/load.js";
import { locate } from "../document/locate.js";
import { schemasOf, subschemasOf } from "../document/places.js";
import { type JsonObject, join, set } from "../document/pointer.js";
import { createAjv } from "../judges/ajv.js";

/** A schema that validators cannot use: Prism would let every request of its operation pass. */
export interface Flaw {
  /** JSON pointer into the document. */
  readonly pointer: string;
  readonly reason: string;
}

/**
 * Compiles every schema of a document, each on its own, in Ajv's strict mode: regexes in Unicode
 * mode, no unknown keyword or format, and no reference that leads nowhere.
 */
export function findUncompilable(document: Document): Flaw[] {
  const ajv = createAjv(document);
  return schemasOf(document).flatMap(({ pointer, value }) => {
    try {
      if (typeof value.$ref === "string") locate(document, pointer);
      ajv.compile(withoutSubschemas(value));
      return [];
    } catch (error) {
      return [{ pointer, reason: (error as Error).message }];
    }
  });
}

/** A schema with its own keywords alone, so that what fails is here and not somewhere beneath. */
function withoutSubschemas(schema: JsonObject): JsonObject {
  const { $ref: _, ...own } = schema;
  const copy = structuredClone(own);
  for (const [tokens] of subschemasOf(own)) set(copy, join("", ...tokens), true);
  return copy;
}

import { type OpenApiDocument, resolveRef, type Schema } from "./document.js";
import { header } from "./header.js";
import { literal } from "./literal.js";
import type { LoadedSpec } from "./load-spec.js";
import type { Operation } from "./operations.js";

/** Keywords that bound a value, and the name that each has in limits.ts. */
const KEYWORDS: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...["minLength", "maxLength", "pattern", "minItems", "maxItems", "minProperties"],
    ...["maxProperties", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"],
    "multipleOf",
  ]
    .map((name) => [name, name])
    .concat([["x-unique-item-properties", "uniqueItemProperties"]]),
);

type Limits = Record<string, Record<string, unknown>>;

/** limits.ts: what bounds each value of a request. */
export function emitLimits(spec: LoadedSpec, operations: readonly Operation[]): string {
  const limits = Object.fromEntries(
    operations.map(({ operationId, parameters, requestBody }) => {
      const found: Limits = {};
      for (const parameter of parameters) {
        const pointer = `/${parameter.in}/${escapeToken(parameter.name)}`;
        collect(spec.document, parameter.schema ?? {}, pointer, found, []);
      }
      collect(spec.document, requestBody?.schema ?? {}, "/body", found, []);
      return [operationId, found];
    }),
  );
  return `${header(spec)}/**
 * What bounds each value of a request: by operationId, and by JSON pointer into
 * \`{ path, query, header, body }\`, in which \`*\` stands for any item.
 */
export const limits = ${literal(limits)} as const;
`;
}

function collect(
  document: OpenApiDocument,
  node: Schema,
  pointer: string,
  found: Limits,
  ancestors: readonly Schema[],
): void {
  const schema = resolveRef<Schema>(document, node as Schema & { readonly $ref: string });
  // A schema may hold itself, to any depth.
  if (ancestors.includes(schema)) return;
  const within = [...ancestors, schema];
  const own = Object.entries(schema).flatMap(([keyword, value]) => {
    const name = Object.hasOwn(KEYWORDS, keyword) ? KEYWORDS[keyword] : undefined;
    return name === undefined ? [] : [[name, value]];
  });
  if (own.length > 0) found[pointer] = { ...found[pointer], ...Object.fromEntries(own) };
  for (const part of (schema.allOf ?? []) as Schema[]) {
    collect(document, part, pointer, found, within);
  }
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    collect(document, property, `${pointer}/${escapeToken(name)}`, found, within);
  }
  if (schema.items) collect(document, schema.items, `${pointer}/*`, found, within);
}

function escapeToken(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}

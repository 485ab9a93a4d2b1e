import { type OpenApiDocument, resolveRef } from "../generator/document.js";

/** A schema of zod; each method gives another. */
export interface ZodSchema {
  min(limit: number): ZodSchema;
  max(limit: number): ZodSchema;
  regex(pattern: RegExp): ZodSchema;
  refine(check: (value: never) => boolean): ZodSchema;
  optional(): ZodSchema;
  safeParse(value: unknown): { readonly success: boolean };
}

export interface Zod {
  string(): ZodSchema;
  enum(values: readonly string[]): ZodSchema;
  array(item: ZodSchema): ZodSchema;
  object(properties: Readonly<Record<string, ZodSchema>>): ZodSchema;
  strictObject(properties: Readonly<Record<string, ZodSchema>>): ZodSchema;
}

interface JsonSchema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly "x-unique-item-properties"?: readonly string[];
}

/**
 * A request schema of the document as one would write it for zod: patterns in Unicode mode,
 * lengths in code points, keys unique. zod's own reader of JSON Schema does neither of the three.
 */
export function toZod(z: Zod, document: OpenApiDocument, node: object): ZodSchema {
  const schema = resolveRef<JsonSchema>(document, node as never);
  if (schema.enum !== undefined) return z.enum(schema.enum);
  if (schema.type === "object") {
    const properties = Object.entries(schema.properties ?? {}).map(([name, property]) => {
      const value = toZod(z, document, property);
      return [name, schema.required?.includes(name) ? value : value.optional()] as const;
    });
    const make = schema.additionalProperties === false ? z.strictObject : z.object;
    return make(Object.fromEntries(properties));
  }
  if (schema.type === "array") {
    const { minItems = 0, maxItems = Number.POSITIVE_INFINITY } = schema;
    const list = z
      .array(toZod(z, document, schema.items ?? {}))
      .min(minItems)
      .max(maxItems);
    return (schema["x-unique-item-properties"] ?? []).reduce(
      (list, name) => list.refine(areUnique(name)),
      list,
    );
  }
  if (schema.type !== "string") throw new Error(`zod-schema.ts cannot read ${schema.type} yet`);
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY, pattern } = schema;
  const text = z.string().refine(hasLength(minLength, maxLength));
  return pattern === undefined ? text : text.regex(new RegExp(pattern, "u"));
}

function areUnique(name: string) {
  return (items: readonly Readonly<Record<string, unknown>>[]): boolean =>
    new Set(items.map((item) => item[name])).size === items.length;
}

function hasLength(least: number, most: number) {
  return (text: string): boolean => {
    // Code points are at most as many as code units, and at least half as many.
    if (text.length <= most && text.length >= 2 * least) return true;
    const length = [...text].length;
    return length >= least && length <= most;
  };
}

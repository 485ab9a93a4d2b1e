import { type OpenApiDocument, resolvePointer, resolveRef, type Schema } from "../document.js";

/** Who sends the value: a request need not hold what is `readOnly`, nor a response `writeOnly`. */
export type Direction = "request" | "response";

const LEFT_OUT = { request: "readOnly", response: "writeOnly" } as const;

/** Keywords that hold schemas by name: a property may be called like a keyword. */
const SCHEMA_MAPS = new Set(["properties", "patternProperties", "$defs", "dependentSchemas"]);
/** Keywords that hold data. */
const DATA = new Set(["enum", "const", "default"]);
/** Keywords that say nothing about validity, and would only be carried along. */
const ANNOTATIONS = new Set([
  "title",
  "description",
  "example",
  "examples",
  "externalDocs",
  "deprecated",
  "discriminator",
  "xml",
]);
/** Extensions that the validators read. */
export const EXTENSIONS: readonly string[] = [
  "x-unique-item-properties",
  "x-pattern-description",
  "x-source",
];

/** Turns the schemas of a document into those that Ajv compiles, each on its own. */
export class AjvSchemas {
  /** What has been referred to so far, by id, and everything that it refers to. */
  readonly byId: Map<string, Schema> = new Map();
  readonly #document: OpenApiDocument;
  /** Whether a schema is another in requests than in responses. */
  readonly #differs: Map<string, boolean> = new Map();

  constructor(document: OpenApiDocument) {
    this.#document = document;
  }

  /** Adds a schema that stands nowhere in the document. */
  add(id: string, schema: Schema, direction: Direction): void {
    this.byId.set(id, this.#convert(schema, direction) as Schema);
  }

  /** A schema without its annotations, and with the ids of what it refers to. */
  #convert(schema: unknown, direction: Direction, siblings: readonly Schema[] = []): unknown {
    if (Array.isArray(schema)) return schema.map((item) => this.#convert(item, direction));
    if (typeof schema !== "object" || schema === null) return schema;
    const whole = [...siblings, schema as Schema];
    return Object.fromEntries(
      Object.entries(schema)
        .filter(([key]) => !ANNOTATIONS.has(key))
        .filter(([key]) => !key.startsWith("x-") || EXTENSIONS.includes(key))
        .map(([key, value]) => {
          if (DATA.has(key) || key.startsWith("x-")) return [key, value];
          if (key === "required" && Array.isArray(value))
            return [key, value.filter((name) => !this.#isLeftOut(name, whole, direction))];
          if (key === "$ref") return [key, this.#reference(value as string, direction)];
          if (key === "allOf" && Array.isArray(value))
            return [key, value.map((part) => this.#convert(part, direction, [...whole, ...value]))];
          if (!SCHEMA_MAPS.has(key)) return [key, this.#convert(value, direction)];
          const members = Object.entries(value as Record<string, unknown>);
          return [
            key,
            Object.fromEntries(
              members.map(([name, part]) => [name, this.#convert(part, direction)]),
            ),
          ];
        }),
    );
  }

  /** @returns the id of the schema that a `$ref` points to */
  #reference(reference: string, direction: Direction): string {
    const suffix = this.#differsByDirection(reference) ? `:${direction}` : "";
    const id = `schema:${encodeURIComponent(reference.replace(/^#\/components\/schemas\//, ""))}${suffix}`;
    if (!this.byId.has(id)) {
      // Before it is converted, because it may refer to itself.
      this.byId.set(id, {});
      this.byId.set(
        id,
        this.#convert(resolvePointer(this.#document, reference), direction) as Schema,
      );
    }
    return id;
  }

  /** Whether a property is marked as one that the other side sends. */
  #isLeftOut(name: string, schemas: readonly Schema[], direction: Direction): boolean {
    return schemas.some((schema) => {
      const resolved = resolveRef<Schema>(this.#document, schema);
      const property = resolved.properties?.[name];
      if (property === undefined) return false;
      const keyword = LEFT_OUT[direction];
      return (
        property[keyword] === true || resolveRef<Schema>(this.#document, property)[keyword] === true
      );
    });
  }

  #differsByDirection(reference: string): boolean {
    const known = this.#differs.get(reference);
    if (known !== undefined) return known;
    this.#differs.set(reference, false);
    const text = JSON.stringify(resolvePointer(this.#document, reference));
    const differs =
      /"(readOnly|writeOnly)":true/.test(text) ||
      [...text.matchAll(/"\$ref":("(?:[^"\\]|\\.)*")/g)].some(([, ref]) =>
        this.#differsByDirection(JSON.parse(ref ?? "")),
      );
    this.#differs.set(reference, differs);
    return differs;
  }
}

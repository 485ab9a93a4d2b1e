import { type OpenApiDocument, resolvePointer, resolveRef, type Schema } from "../document.js";
import { LEFT_OUT, rewrite } from "../schema-walk.js";

/** Who sends the value: a request need not hold what is `readOnly`, nor a response `writeOnly`. */
export type Direction = "request" | "response";

const HIDDEN = { request: "readOnly", response: "writeOnly" } as const;

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
    return rewrite(schema, {
      keyword: (key, value, node) => {
        if (ANNOTATIONS.has(key)) return LEFT_OUT;
        if (key.startsWith("x-")) return EXTENSIONS.includes(key) ? value : LEFT_OUT;
        if (key === "$ref") return this.#reference(value as string, direction);
        if (!Array.isArray(value)) return undefined;
        const whole = node === schema ? [...siblings, node] : [node];
        if (key === "required")
          return value.filter((name) => !this.#isLeftOut(name, whole, direction));
        if (key !== "allOf") return undefined;
        return value.map((part) => this.#convert(part, direction, [...whole, ...value]));
      },
    });
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
      const keyword = HIDDEN[direction];
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

import type { Location, UserContext } from "@redocly/openapi-core";

type Direction = "request" | "response";
const LEFT_OUT = { request: "readOnly", response: "writeOnly" } as const;

/** Keywords whose value is data, in which `$ref` and `required` mean nothing. */
const DATA = new Set(["enum", "const", "default", "example", "examples"]);
/** Keywords that hold schemas by name. */
const SCHEMA_MAPS = new Set(["properties", "patternProperties", "$defs", "dependentSchemas"]);

/**
 * A schema of the spec with all that it refers to, as one schema that stands by itself.
 * @param direction of the value: what only the other side sends is not required
 */
export function standaloneSchema(
  schema: unknown,
  location: Location,
  { resolve }: Pick<UserContext, "resolve">,
  direction?: Direction,
): Record<string, unknown> {
  const names = new Map<string, string>();
  const $defs: Record<string, unknown> = {};

  function follow(reference: string, from: string) {
    return resolve<Record<string, unknown>>({ $ref: reference }, from);
  }

  /** @param isMap its keys are names, not keywords */
  function convert(node: unknown, file: string, isMap = false): unknown {
    if (Array.isArray(node)) return node.map((item) => convert(item, file));
    if (typeof node !== "object" || node === null) return node;
    const { properties, required } = node as Record<string, unknown>;
    return Object.fromEntries(
      Object.entries(node).map(([key, value]) => {
        if (isMap) return [key, convert(value, file)];
        if (DATA.has(key)) return [key, value];
        if (SCHEMA_MAPS.has(key)) return [key, convert(value, file, true)];
        if (key === "$ref" && typeof value === "string") return [key, reference(value, file)];
        if (key === "required" && Array.isArray(required) && isObject(properties)) {
          return [key, required.filter((name) => !isLeftOut(properties[name], file))];
        }
        return [key, convert(value, file)];
      }),
    );
  }

  function reference(value: string, file: string): string {
    const { node, location: target } = follow(value, file);
    if (node === undefined || target === undefined) return "#/$defs/unknown";
    const known = names.get(target.absolutePointer);
    const name = known ?? `s${names.size}`;
    if (known === undefined) {
      names.set(target.absolutePointer, name);
      $defs[name] = convert(node, target.source.absoluteRef);
    }
    return `#/$defs/${name}`;
  }

  function isLeftOut(property: unknown, file: string): boolean {
    if (direction === undefined || !isObject(property)) return false;
    const keyword = LEFT_OUT[direction];
    if (property[keyword] === true) return true;
    const { $ref } = property;
    return typeof $ref === "string" && follow($ref, file).node?.[keyword] === true;
  }

  $defs.unknown = true;
  const root = convert(schema, location.source.absoluteRef) as Record<string, unknown>;
  return { ...root, $defs };
}

/** Whether it has members by name. */
function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

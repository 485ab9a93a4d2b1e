import type { Location, UserContext } from "@redocly/openapi-core";
import { isObject, rewrite } from "../schema-walk.js";

type Direction = "request" | "response";
const HIDDEN = { request: "readOnly", response: "writeOnly" } as const;

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

  function convert(schema: unknown, file: string): unknown {
    return rewrite(schema, {
      keyword(key, value, { properties }) {
        if (key === "$ref" && typeof value === "string") return reference(value, file);
        if (key !== "required" || !Array.isArray(value) || !isObject(properties)) return undefined;
        return value.filter((name) => !isLeftOut(properties[name], file));
      },
    });
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
    const keyword = HIDDEN[direction];
    if (property[keyword] === true) return true;
    const { $ref } = property;
    return typeof $ref === "string" && follow($ref, file).node?.[keyword] === true;
  }

  $defs.unknown = true;
  const root = convert(schema, location.source.absoluteRef) as Record<string, unknown>;
  return { ...root, $defs };
}

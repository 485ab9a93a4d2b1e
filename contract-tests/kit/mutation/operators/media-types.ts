import { places } from "../../document/places.js";
import { isTree, join } from "../../document/pointer.js";
import { add, drop, type Mutation, type Operator, rename } from "../mutant.js";

const OTHERS = ["application/xml", "text/plain", "application/merge-patch+json", "*/*"];

/** Each media type gone, another, and beside another; each body without a schema. */
export const mediaTypes: Operator = function* (document): Iterable<Mutation> {
  for (const { kind, pointer, value } of places(document, "requestBody", "response")) {
    const content = join(pointer, "content");
    if (!isTree(value.content)) {
      yield add(content, { "application/json": { schema: { type: "object" } } });
      continue;
    }
    if (kind === "response") yield drop(document, content);
    for (const [mediaType, object] of Object.entries(value.content)) {
      const place = join(content, mediaType);
      yield drop(document, place);
      for (const other of OTHERS) {
        yield rename(place, other);
        yield add(join(content, other), { schema: (object as { schema?: unknown }).schema });
      }
      if (isTree(object) && object.schema !== undefined) {
        yield drop(document, join(place, "schema"));
      }
    }
  }
};

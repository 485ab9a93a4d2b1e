import { isDeepStrictEqual } from "node:util";
import type { Document } from "../document/load.js";
import { operationsOf } from "../document/operation.js";
import { at } from "../document/pointer.js";
import type { Mutant } from "./mutant.js";

/** Mutants that nothing can tell from the document, by the operator that makes them. */
export const equivalents: Readonly<
  Record<string, (mutant: Mutant, document: Document) => boolean>
> = {
  // A slash means the same with a backslash and without.
  patterns: ({ change }) => /^backslash at \d+: \\\/ → \/$/.test(change),

  // The mock answers the first example named after the operation's service, and that is the same.
  examples: ({ change, document: changed }, document) =>
    change === "order turned round" &&
    isDeepStrictEqual(usualExamples(changed), usualExamples(document)),

  // A parameter of text takes any text: a value of another type never arrives.
  types: ({ pointer, change }, document) => {
    const [, parameter] = /^(.*)\/schema(?:\/items)?\/type$/.exec(pointer) ?? [];
    const isText = /^"string" (dropped$|→ \["string",)/.test(change);
    return isText && locationAt(document, parameter) !== undefined;
  },

  // No path is without its parameters, whether they are required or not.
  parameters: ({ pointer }, document) => {
    const [, parameter] = /^(.*)\/required$/.exec(pointer) ?? [];
    return locationAt(document, parameter) === "path";
  },

  // Prism takes every media type that ends in +json for JSON, documented or not.
  mediaTypes: ({ pointer, change }) =>
    /\/requestBody\/content\/[^/]+\+json$/.test(pointer) && change.endsWith(" added"),

  // Both responses are the same but for their words.
  retargeted: ({ pointer, change }, document) => {
    const [, before = "", after = ""] = /^"#(.*)" → "#(.*)"$/.exec(change) ?? [];
    const [one, other] = [before, after].map((target) => wordless(at(document, target)));
    return pointer.endsWith("/$ref") && isDeepStrictEqual(one, other);
  },
};

export function isEquivalent(operator: string, mutant: Mutant, document: Document): boolean {
  return equivalents[operator]?.(mutant, document) === true;
}

/** Where the parameter at a pointer is sent; undefined where there is none. */
function locationAt(document: Document, pointer: string | undefined): string | undefined {
  const parameter = pointer === undefined ? undefined : at(document, pointer);
  return (parameter as { readonly in?: string } | undefined)?.in;
}

/** A response without descriptions, sources, and names of examples. */
function wordless(response: unknown): unknown {
  const text = JSON.stringify(response, (name, value) => {
    if (/^(description|summary|x-.*)$/.test(name)) return undefined;
    return name === "examples" ? Object.values(value) : value;
  });
  return text && JSON.parse(text);
}

function usualExamples(document: Document): unknown {
  return [...operationsOf(document).values()].map((operation) =>
    operation.statuses().map((status) =>
      operation
        .response(status)
        .mediaTypes()
        .map((type) => operation.usualExample(status, type)),
    ),
  );
}

import { isDeepStrictEqual } from "node:util";
import { mediaTypesOf, statusesOf, usualExampleOf } from "../document/examples.js";
import type { OpenApiDocument } from "../document/load.js";
import { locateOperations } from "../document/locate.js";
import { at } from "../document/pointer.js";
import type { Mutant } from "./mutant.js";

/** Mutants that nothing can tell from the contract, and why. */
interface Equivalents {
  /** A name of operators/index.ts. */
  readonly operator: string;
  readonly reason: string;
  readonly includes: (mutant: Mutant, document: OpenApiDocument) => boolean;
}

export const equivalents: readonly Equivalents[] = [
  {
    operator: "patterns",
    reason: "A slash means the same with a backslash and without.",
    includes: ({ change }) => /^backslash at \d+: \\\/ → \/$/.test(change),
  },
  {
    operator: "examples",
    reason:
      "The mock answers the first example named after the operation's service, and that is the same.",
    includes: ({ change, document: changed }, document) =>
      change === "order turned round" &&
      isDeepStrictEqual(usualExamples(changed), usualExamples(document)),
  },
  {
    operator: "types",
    reason: "A parameter of text takes any text: a value of another type never arrives.",
    includes: ({ pointer, change }, document) => {
      const [, parameter = ""] = /^(.*)\/schema(?:\/items)?\/type$/.exec(pointer) ?? [];
      const { in: location } = (at(document, parameter) ?? {}) as { in?: string };
      return location !== undefined && /^"string" (dropped$|→ \["string",)/.test(change);
    },
  },
  {
    operator: "parameters",
    reason: "No path is without its parameters, whether they are required or not.",
    includes: ({ pointer }, document) => {
      const parameter = at(document, pointer.replace(/\/required$/, ""));
      return pointer.endsWith("/required") && (parameter as { in?: string })?.in === "path";
    },
  },
  {
    operator: "mediaTypes",
    reason: "Prism takes every media type that ends in +json for JSON, documented or not.",
    includes: ({ pointer, change }) =>
      /\/requestBody\/content\/[^/]+\+json$/.test(pointer) && change.endsWith(" added"),
  },
  {
    operator: "retargeted",
    reason: "Both responses are the same but for their words.",
    includes: ({ pointer, change }, document) => {
      const targets = /^"#(.*)" → "#(.*)"$/.exec(change) ?? [];
      const [before, after] = targets.slice(1).map((target) => at(document, target));
      return pointer.endsWith("/$ref") && isDeepStrictEqual(wordless(before), wordless(after));
    },
  },
];

/** A response without descriptions, sources, and names of examples. */
function wordless(response: unknown): unknown {
  const text = JSON.stringify(response, (name, value) => {
    if (/^(description|summary|x-.*)$/.test(name)) return undefined;
    return name === "examples" ? Object.values(value) : value;
  });
  return text && JSON.parse(text);
}

function usualExamples(document: OpenApiDocument): unknown {
  return [...locateOperations(document).keys()].map((operation) =>
    statusesOf(document, operation).map((status) =>
      mediaTypesOf(document, operation, status).map((type) =>
        usualExampleOf(document, operation, status, type),
      ),
    ),
  );
}

/** Why nothing can tell a mutant from the document; undefined where something should. */
export function reasonOf(
  operator: string,
  mutant: Mutant,
  document: OpenApiDocument,
): string | undefined {
  return equivalents.find((one) => one.operator === operator && one.includes(mutant, document))
    ?.reason;
}

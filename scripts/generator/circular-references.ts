import { type Document, getLineColLocation, type Source } from "@redocly/openapi-core";
import { resolvePointer } from "./document.js";
import { display, type SpecProblem } from "./spec-error.js";
import type { SpecFolder } from "./spec-folder.js";

/** A `$ref`, or what it points to: a value of a file. */
interface Place {
  readonly source: Source;
  readonly pointer: string;
  readonly value: unknown;
}

/** Finds the references that lead back to themselves; Redocly says that there are, but not where. */
export async function circularReferences(files: SpecFolder): Promise<readonly SpecProblem[]> {
  const documents = new Map<string, Document>();
  for (const [path, document] of files.cache) {
    const loaded = await document.catch((error: Error) => error);
    if (!(loaded instanceof Error)) documents.set(path, loaded);
  }
  const follow = ({ source, value }: Place): Place | undefined => {
    const reference = referenceOf(value);
    if (reference === undefined) return undefined;
    const [file = "", pointer = ""] = reference.split("#");
    const path =
      file === "" ? source.absoluteRef : files.resolveExternalRef(source.absoluteRef, file);
    const target = documents.get(path);
    if (target === undefined) return undefined;
    return {
      ...target,
      pointer: `#${pointer}`,
      value: resolvePointer(target.parsed, `#${pointer}`),
    };
  };
  const isCircular = (place: Place): boolean => {
    const seen = new Set<unknown>();
    let at: Place | undefined = place;
    while (at !== undefined && !seen.has(at.value)) {
      seen.add(at.value);
      at = follow(at);
    }
    return at !== undefined;
  };
  return [...documents.values()]
    .flatMap(({ source, parsed }) => referencesIn(parsed).map((found) => ({ source, ...found })))
    .filter(isCircular)
    .map(({ source, pointer }) => {
      const { line, col } = getLineColLocation({ source, pointer, reportOnKey: false }).start;
      return {
        where: `${display(source.absoluteRef)}:${line}:${col} ${pointer}`,
        message: "This $ref leads back to itself: nothing is defined. Write out what is meant.",
        rule: "circular-references",
      };
    });
}

function referencesIn(node: unknown, pointer = "#"): { pointer: string; value: unknown }[] {
  if (typeof node !== "object" || node === null) return [];
  const own = referenceOf(node) === undefined ? [] : [{ pointer: `${pointer}/$ref`, value: node }];
  const below = Object.entries(node).flatMap(([key, child]) =>
    referencesIn(child, `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`),
  );
  return [...own, ...below];
}

function referenceOf(node: unknown): string | undefined {
  const { $ref } = Object(node) as { $ref?: unknown };
  return typeof $ref === "string" ? $ref : undefined;
}

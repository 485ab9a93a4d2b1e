import { createHash } from "node:crypto";
import type { OpenApiDocument } from "../../../scripts/generator/document.js";
import * as json from "../document/pointer.js";
import { unshare } from "./unshared.js";

/** One change of one place of a document. */
export interface Mutation {
  /** JSON pointer: what is changed, or where something is added. */
  readonly pointer: string;
  /** The change, on a line. */
  readonly change: string;
  /** Makes the change in place. */
  readonly edit: (document: json.JsonObject) => void;
}

/** All mutations of one sort that a document allows. */
export type Operator = (document: OpenApiDocument) => Iterable<Mutation>;

export interface Mutant extends Pick<Mutation, "pointer" | "change"> {
  /** The same from run to run: `npm run test:mutation -- -t ID` runs it alone. */
  readonly id: string;
  /** Where the place is shared: the operation for which alone it is changed. */
  readonly operation?: string;
  readonly document: OpenApiDocument;
}

/**
 * The mutants of one operator: of each place of the document, and of each place that operations
 * share for each of them alone. Those that come out equal to the document are left out.
 */
export function mutantsOf(operator: Operator, document: OpenApiDocument): Mutant[] {
  const unshared = unshare(document);
  const seen = new Set([JSON.stringify(document), JSON.stringify(unshared.document)]);
  const mutants: Mutant[] = [];
  const put = (
    from: OpenApiDocument,
    { edit, change, pointer }: Mutation,
    operation?: string,
  ): void => {
    const copy = structuredClone(from);
    edit(copy as unknown as json.JsonObject);
    const text = JSON.stringify(copy);
    if (seen.has(text)) return;
    seen.add(text);
    const place = { pointer, change, ...(operation && { operation }) };
    const id = createHash("sha256").update(describe(place)).digest("hex").slice(0, 8);
    mutants.push({ id, ...place, document: copy });
  };
  for (const mutation of operator(document)) put(document, mutation);
  for (const mutation of operator(unshared.document)) {
    const origin = unshared.originOf(mutation.pointer);
    // References among the copies are no more than how they were made.
    if (origin === undefined || mutation.pointer.endsWith("/$ref")) continue;
    put(unshared.document, { ...mutation, pointer: origin.pointer }, origin.operation);
  }
  return mutants;
}

/** On one line: where, what, and for whom. */
export function describe({
  pointer,
  change,
  operation,
}: Pick<Mutant, "pointer" | "change" | "operation">): string {
  return `${pointer} ${change}${operation === undefined ? "" : ` (for ${operation} alone)`}`;
}

export function replace(document: object, pointer: string, value: unknown): Mutation {
  const change = `${show(json.at(document, pointer))} → ${show(value)}`;
  return { pointer, change, edit: (copy) => json.set(copy, pointer, value) };
}

export function drop(document: object, pointer: string): Mutation {
  const change = `${show(json.at(document, pointer))} dropped`;
  return { pointer, change, edit: (copy) => json.remove(copy, pointer) };
}

/** @param pointer of the new property, or of an item behind the last */
export function add(pointer: string, value: unknown): Mutation {
  const change = `${show(value)} added`;
  return { pointer, change, edit: (copy) => json.set(copy, pointer, value) };
}

export function rename(pointer: string, name: string): Mutation {
  const change = `renamed ${name}`;
  return { pointer, change, edit: (copy) => json.rename(copy, pointer, name) };
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

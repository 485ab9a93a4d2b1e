import { createHash } from "node:crypto";
import type { Document } from "../document/load.js";
import { type Kind, type Place, places } from "../document/places.js";
import * as json from "../document/pointer.js";
import { unshare } from "./unshared.js";

/** One change of one place of a document. */
export interface Mutation {
  /** JSON pointer: what is changed, or where something is added. */
  readonly pointer: string;
  /** The change, on a line. */
  readonly change: string;
  /** Makes the change in place. */
  readonly edit: (document: object) => void;
}

/** All mutations of one sort that a document allows. */
export type Operator = (document: Document) => Iterable<Mutation>;

type Tokens = readonly (string | number)[];

/** A place of a document, and changes of it: of what is at these tokens from it. */
export interface Site extends Place {
  readonly document: Document;
  /** Replaces what is there, or adds it; in an array behind the last, too. */
  set(value: unknown, ...at: Tokens): Mutation;
  drop(...at: Tokens): Mutation;
  rename(name: string, ...at: Tokens): Mutation;
}

/** The mutations of every place of these kinds. */
export function each(kinds: Kind | Kind[], mutate: (site: Site) => Iterable<Mutation>): Operator {
  return function* (document) {
    for (const place of places(document, ...[kinds].flat())) yield* mutate(siteOf(document, place));
  };
}

export function siteOf(document: Document, place: Place): Site {
  const pointerTo = (at: Tokens): string => json.join(place.pointer, ...at);
  const was = (pointer: string): string => show(json.at(document, pointer));
  return {
    ...place,
    document,
    set(value, ...at) {
      const pointer = pointerTo(at);
      const isNew = json.at(document, pointer) === undefined;
      const change = isNew ? `${show(value)} added` : `${was(pointer)} → ${show(value)}`;
      return { pointer, change, edit: (copy) => json.set(copy, pointer, value) };
    },
    drop(...at) {
      const pointer = pointerTo(at);
      const change = `${was(pointer)} dropped`;
      return { pointer, change, edit: (copy) => json.remove(copy, pointer) };
    },
    rename(name, ...at) {
      const pointer = pointerTo(at);
      const change = `renamed ${name}`;
      return { pointer, change, edit: (copy) => json.rename(copy, pointer, name) };
    },
  };
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

export interface Mutant extends Pick<Mutation, "pointer" | "change"> {
  /** The same from run to run: `npm run test:mutation -- -t ID` runs it alone. */
  readonly id: string;
  /** Where the place is shared: the operation for which alone it is changed. */
  readonly operation?: string;
  readonly document: Document;
}

/**
 * The mutants of one operator: of each place of the document, and of each place that operations
 * share for each of them alone. Those that come out equal to the document are left out.
 */
export function mutantsOf(operator: Operator, document: Document): Mutant[] {
  const unshared = unshare(document);
  const seen = new Set([JSON.stringify(document), JSON.stringify(unshared.document)]);
  const mutants: Mutant[] = [];
  const put = (from: Document, { edit, change, pointer }: Mutation, operation?: string) => {
    const copy = structuredClone(from);
    edit(copy);
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
export function describe(mutant: Pick<Mutant, "pointer" | "change" | "operation">): string {
  const { pointer, change, operation } = mutant;
  return `${pointer} ${change}${operation === undefined ? "" : ` (for ${operation} alone)`}`;
}

import type { Spread } from "./stats.js";

/** What a number counts, which decides how it is printed. */
export type Unit = "×" | "µs" | "ms" | "B" | "/s";

/** One run: every output is made from it. */
export interface Report {
  /** Day of the run, in UTC. */
  readonly date: string;
  readonly node: string;
  readonly quick: boolean;
  readonly tables: readonly Table[];
}

export interface Table {
  /** Begins with the subject: `generate`, `generate-cold`. */
  readonly id: string;
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** What one must know to read it. */
  readonly note?: string;
}

export interface Column {
  readonly id: string;
  readonly heading: string;
  readonly unit: Unit;
}

export interface Row {
  readonly id: string;
  readonly name: string;
  /** By column; absent: there is no such thing. */
  readonly figures: Readonly<Record<string, Figure>>;
}

/** One number, with the middle half of its samples where it is a median. */
export type Figure = Spread | number;

export function numberOf(figure: Figure): number {
  return typeof figure === "number" ? figure : figure.median;
}

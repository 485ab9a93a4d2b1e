/** What there is to cover, in the order of the report. */
export const DIMENSIONS = {
  path: "paths",
  operation: "operations",
  parameter: "parameters",
  valid: "parameter values, allowed",
  invalid: "parameter values, refused",
  contentType: "content types",
  status: "statuses by validator, allowed",
  wrongStatus: "statuses by validator, refused",
  forced: "statuses by force: examples alone",
  example: "response examples, by force",
  requestProperty: "request properties",
  responseProperty: "response properties",
  met: "keywords met, at their limit",
  broken: "keywords broken, next to it",
} as const;

export type Dimension = keyof typeof DIMENSIONS;

/** One thing of the document that a case should reach. */
export interface Item {
  readonly dimension: Dimension;
  readonly operation: string;
  /** JSON pointer into the document, of the place where it is written. */
  readonly pointer: string;
  /** What it is, on a line. */
  readonly text: string;
  /** The cases that reach it, by id, or what else was tried. */
  readonly cases: readonly string[];
}

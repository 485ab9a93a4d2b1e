/** The semantic version that a change asks for. */
export type Impact = "major" | "minor" | "patch";

/** What of Redocly's JSON report is read. */
export interface Report {
  readonly infoVersions: { readonly base: string; readonly revision: string };
  readonly changes: readonly ReportedChange[];
}

export interface ReportedChange {
  /** JSON pointer with a leading `#`, through each `$ref`. */
  readonly path: string;
  readonly kind: "added" | "removed" | "modified";
  readonly impact: Impact;
  readonly property?: string;
  readonly verdicts: readonly Verdict[];
  readonly base?: Place;
  readonly revision?: Place;
}

/** Why a change is a break. */
export interface Verdict {
  readonly ruleId: string;
  readonly message: string;
}

export interface Place {
  readonly file: string;
  /** Undefined where it is not known. */
  readonly line: number | undefined;
  readonly value: unknown;
}

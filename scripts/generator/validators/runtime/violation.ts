export interface Violation {
  /** JSON pointer into the validated value: `/body/tags/0/key`. Cut after 1,000 characters. */
  readonly pointer: string;
  /**
   * The schema keyword that is violated. Three are not JSON Schema's: `content` for a body where
   * there is none, `json` for a value that cannot be read as plain JSON data, and `truncated` for
   * the last entry of a list that would have been longer.
   */
  readonly keyword: string;
  /** What would be right. */
  readonly message: string;
  /** The offending value as JSON, cut to fit a line; absent if a required property is missing. */
  readonly value?: string;
  /** Where the rule is from, such as `page, table 4`; absent if the contract does not say. */
  readonly source?: string;
}

/**
 * The violations of a value, at most 200 of them; an empty array if it is valid. Never throws,
 * whatever the value is.
 */
export type Validator = (value: unknown) => readonly Violation[];

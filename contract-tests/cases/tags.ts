/** A body that adds tags. */
export const create = (tags: unknown): object => ({ action: "create", tags });

/** So many tags: key01, key02 and on, all with the same value or none. */
export const numbered = (count: number, value?: string): object[] =>
  Array.from({ length: count }, (_, index) => ({
    key: `key${String(index + 1).padStart(2, "0")}`,
    ...(value !== undefined && { value }),
  }));

/** Tags such as `env=prod`; without a value such as `env`. */
export const tagged = (...texts: string[]): object[] =>
  texts.map((text) => {
    const [key, value] = text.split("=");
    return { key, ...(value !== undefined && { value }) };
  });

/** The violation of a tag whose key an earlier one has. */
export const repeats = (index: number): string =>
  `x-unique-item-properties /body/tags/${index}/key`;

/** By which a server may send much as little. */
export const ENCODINGS = ["gzip", "br"] as const;

import type { DewTagsClientOptions } from "huaweicloud-dew-tags";

/** Both ways to send a request on Node: its own, and fetch, which all other platforms have. */
export const transports: readonly (readonly [name: string, Partial<DewTagsClientOptions>])[] = [
  ["node:http", {}],
  ["fetch", { fetch: (url, init) => globalThis.fetch(url, init) }],
];

import { drop, type Mutation, type Operator, replace } from "../mutant.js";

/** Each server gone, on another host, at another path, and without encryption. */
export const servers: Operator = function* (document): Iterable<Mutation> {
  for (const [index, { url }] of (document.servers ?? []).entries()) {
    const pointer = `/servers/${index}`;
    yield drop(document, pointer);
    for (const other of [
      url.replace("//", "//other."),
      url.replace(/^https:/, "http:"),
      `${url}/v1`,
      url.replace(/\{[^}]+\}/, "other"),
    ]) {
      yield replace(document, `${pointer}/url`, other);
    }
  }
};

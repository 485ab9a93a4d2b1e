import type { PrismOperation } from "./types.js";

/**
 * Services that share a response name its examples after themselves, such as `kmsQuotaReached`.
 * Prism answers with the first example; this puts those of the operation's own service, which is
 * its tag, before the others.
 */
export function putOwnExamplesFirst(operation: PrismOperation): PrismOperation {
  const services = (operation.tags ?? []).map(({ name }) => name.toLowerCase());
  const isOwn = ({ key }: { readonly key: string }) =>
    services.some((service) => key.toLowerCase().startsWith(service));
  return {
    ...operation,
    responses: operation.responses.map((response) => ({
      ...response,
      contents: (response.contents ?? []).map(({ examples = [], ...content }) => ({
        ...content,
        // The sort is stable: within each group the document's order stays.
        examples: [...examples].sort((a, b) => Number(isOwn(b)) - Number(isOwn(a))),
      })),
    })),
  };
}

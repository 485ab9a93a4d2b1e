import { excessOf } from "../../text/excess.js";

/** The parser below the reference parser's own: its trees show aliases, and do not unfold them. */
export interface YamlTrees {
  load(text: string): Node | undefined;
}

interface Node {
  /** The target of an alias, or the text of a scalar. */
  readonly value?: unknown;
  readonly items?: readonly unknown[];
  readonly mappings?: readonly { readonly value: unknown }[];
}

/** @returns what is wrong with what the aliases of a text unfold to, before anything unfolds them */
export function excessOfYaml(text: string, yaml: YamlTrees): string | undefined {
  // Without an anchor and an alias, a text holds no more than it shows.
  if (!text.includes("&") || !text.includes("*")) return undefined;
  return excessOf(yaml.load(text), childrenOf);
}

function childrenOf({ mappings, items, value }: Node): readonly unknown[] {
  return mappings?.map((mapping) => mapping.value) ?? items ?? [value];
}

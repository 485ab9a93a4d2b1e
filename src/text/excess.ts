// A few lines of YAML can unfold to billions of values by way of aliases.

/** Far more than a contract has, and still walked in a moment. */
const MAX_NODES = 1_000_000;
const MAX_DEPTH = 500;

type ChildrenOf = (node: object) => readonly unknown[];

/** @returns what is wrong with what the aliases of a document unfold to */
export function excessOf(
  root: unknown,
  childrenOf: ChildrenOf = Object.values,
): string | undefined {
  const sizes = new Map<object, number>();
  const open = new Set<object>();
  const sizeOf = (node: unknown, depth: number): number => {
    if (typeof node !== "object" || node === null) return 1;
    if (open.has(node)) throw new Error("an alias stands within its own anchor: write it out");
    if (depth > MAX_DEPTH) throw new Error(`it is nested more than ${MAX_DEPTH} deep`);
    const known = sizes.get(node);
    if (known !== undefined) return known;
    open.add(node);
    let size = 1;
    for (const child of childrenOf(node)) size += sizeOf(child, depth + 1);
    open.delete(node);
    sizes.set(node, size);
    return size;
  };
  try {
    const size = sizeOf(root, 0);
    return size > MAX_NODES ? `its aliases unfold to more than ${MAX_NODES} values` : undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

/** More than any body that is read into memory holds; an array can claim any length for free. */
const MAX_ITEMS = 10_000_000;
/** An array that is too long is invalid whatever its further items are. */
const CHECKED_ITEMS = 1000;

/** How many items of an array to check. */
export function itemCount({ length }: readonly unknown[], maxItems?: number): number {
  if (maxItems !== undefined) return Math.min(length, Math.max(maxItems, CHECKED_ITEMS));
  if (length > MAX_ITEMS) throw new RangeError();
  return length;
}

/**
 * @returns a function that gives the same value (by `===`) for values that are equal as JSON, in
 * time and memory that grow with the size of what it is given
 */
export function identities(): (value: unknown) => unknown {
  /** Of objects, and of shapes: what objects look like, with identities in the place of parts. */
  const known = new Map<unknown, unknown>();

  function identityOf(value: unknown): unknown {
    if (typeof value !== "object" || value === null) return value;
    if (!known.has(value)) {
      // Reads as no other part does. A value within itself equals nothing else.
      const own = [`#${known.size}`];
      known.set(value, own);
      const shape = shapeOf(value);
      const identity = known.get(shape) ?? own;
      known.set(shape, identity).set(value, identity);
    }
    return known.get(value);
  }

  function shapeOf(value: object): string {
    if (Array.isArray(value)) {
      let shape = "[";
      const length = itemCount(value);
      for (let i = 0; i < length; i++) shape += `${textOf(value[i])},`;
      return shape;
    }
    let shape = "{";
    for (const key of Object.keys(value).sort()) {
      const member = (value as Record<string, unknown>)[key];
      if (member !== undefined) shape += `${textOf(key)}:${textOf(member)},`;
    }
    return shape;
  }

  function textOf(part: unknown): string {
    return typeof part === "string" ? JSON.stringify(part) : String(identityOf(part));
  }

  return identityOf;
}

/** @returns which of the first items are the first two that are equal as JSON, in words */
export function equalItems(
  items: readonly unknown[],
  count: number,
  identityOf: (value: unknown) => unknown,
): string | undefined {
  const seen = new Map<unknown, number>();
  for (let index = 0; index < count; index++) {
    const identity = identityOf(items[index]);
    const first = seen.get(identity);
    if (first !== undefined) return `${first} and ${index}`;
    seen.set(identity, index);
  }
  return undefined;
}

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
  const representatives = new Map<object, object>();
  const byShape = new Map<string, object>();
  const numbers = new Map<object, number>();

  function textOf(part: unknown): string {
    if (typeof part === "string") return JSON.stringify(part);
    if (typeof part !== "object" || part === null) return String(part);
    const representative = identityOf(part) as object;
    const number = numbers.get(representative) ?? numbers.size;
    numbers.set(representative, number);
    return `#${number}`;
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
      if (member !== undefined) shape += `${JSON.stringify(key)}:${textOf(member)},`;
    }
    return shape;
  }

  function identityOf(value: unknown): unknown {
    if (typeof value !== "object" || value === null) return value;
    const known = representatives.get(value);
    if (known !== undefined) return known;
    // A value within itself equals nothing else.
    representatives.set(value, value);
    const shape = shapeOf(value);
    const representative = byShape.get(shape) ?? value;
    byShape.set(shape, representative);
    representatives.set(value, representative);
    return representative;
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

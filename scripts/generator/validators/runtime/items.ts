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
  const numbers = new Map<unknown, number>();

  function numberOf(part: unknown): number {
    const identity = identityOf(part);
    const known = numbers.get(identity);
    if (known !== undefined) return known;
    numbers.set(identity, numbers.size);
    return numbers.size - 1;
  }

  function shapeOf(value: object): string {
    if (Array.isArray(value)) {
      let shape = "[";
      const length = itemCount(value);
      for (let i = 0; i < length; i++) shape += `${numberOf(value[i])},`;
      return shape;
    }
    let shape = "{";
    for (const key of Object.keys(value).sort()) {
      const member = (value as Record<string, unknown>)[key];
      if (member !== undefined) shape += `${numberOf(key)}:${numberOf(member)},`;
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

/** @returns which items are the first two that are equal as JSON, in words */
export function equalItems(items: readonly unknown[], maxItems?: number): string | undefined {
  const identityOf = identities();
  const seen = new Map<unknown, number>();
  const count = itemCount(items, maxItems);
  for (let index = 0; index < count; index++) {
    const identity = identityOf(items[index]);
    const first = seen.get(identity);
    if (first !== undefined) return `${first} and ${index}`;
    seen.set(identity, index);
  }
  return undefined;
}

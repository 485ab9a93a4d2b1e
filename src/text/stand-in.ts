/**
 * Stands for an object that takes long to make, until more of it is asked for than is given here.
 *
 * @param prototypeOf What the object is an instance of.
 */
export function standIn<T extends object>(
  given: Partial<T>,
  make: () => T,
  prototypeOf: () => object,
): T {
  let made: T | undefined;
  const real = (): T => {
    made ??= make();
    return made;
  };
  return new Proxy(Object.assign(Object.create(null), given), {
    get(light, name) {
      // An await asks for it; nothing that this stands for is a promise.
      if (name in light || name === "then") return Reflect.get(light, name);
      const value = Reflect.get(real(), name, real());
      return typeof value === "function" ? value.bind(real()) : value;
    },
    has: (light, name) => name in light || name in real(),
    getPrototypeOf: prototypeOf,
  }) as T;
}

/**
 * Puts a code and a message into a copy of an example, so that an error has the shape of the
 * documented ones.
 *
 * @returns Undefined where the example has no place for a code and a message.
 */
export function fillErrorExample(
  example: unknown,
  error: { readonly code: string; readonly message: string },
): unknown {
  const names = stringProperties(example);
  return names.some(isCode) && names.some(isMessage) ? fill(example, error) : undefined;
}

const isCode = (name: string): boolean => /code$/i.test(name);
const isMessage = (name: string): boolean => /(msg|message|detail|description)$/i.test(name);

function stringProperties(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    typeof inner === "string" ? [name] : stringProperties(inner),
  );
}

function fill(value: unknown, error: { readonly code: string; readonly message: string }): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((inner) => fill(inner, error));
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      if (typeof inner !== "string") return [name, fill(inner, error)];
      if (isCode(name)) return [name, error.code];
      return [name, isMessage(name) ? error.message : inner];
    }),
  );
}

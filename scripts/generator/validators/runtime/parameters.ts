/** The types that a text may stand for; none: it stays text. */
export type TextType = "number" | "boolean" | "null";

/** How to read one parameter that is given as text, as it is on the wire. */
export interface ParameterReading {
  readonly types?: readonly TextType[];
  /** Of an array: how to read its items. */
  readonly items?: readonly TextType[];
  /** Whether items that are given as one text are joined by commas. */
  readonly isList?: boolean;
}

/** By location and name. */
export type Reading = Readonly<Record<string, Readonly<Record<string, ParameterReading>>>>;

/** JSON's own grammar, so that text such as `01` or `+1` stays text. */
const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

/**
 * @returns a function that reads what is given for the parameters of a location: text becomes
 *   what the contract wants, and a header is found in whatever case its name is given
 */
export function parameterReader(reading: Reading): (location: string, given: unknown) => unknown {
  return (location, given) => {
    const byName = reading[location];
    if (byName === undefined || typeof given !== "object" || given === null) return given;
    const keyOf = (name: string) => (location === "header" ? name.toLowerCase() : name);
    const names = new Map(Object.keys(byName).map((name) => [keyOf(name), name]));
    const values: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(given)) {
      const name = names.get(keyOf(key));
      if (name === undefined) values[key] = value;
      else if (value !== undefined) values[name] = readValue(value, byName[name] ?? {});
    }
    return values;
  };
}

function readValue(value: unknown, { types, items, isList }: ParameterReading): unknown {
  const parts = isList && typeof value === "string" ? splitList(value) : value;
  if (!Array.isArray(parts)) return readText(parts, types);
  return items === undefined ? parts : parts.map((part) => readText(part, items));
}

function splitList(text: string): string[] {
  return text === "" ? [] : text.split(",").map((part) => part.trim());
}

function readText(text: unknown, types: readonly TextType[] = []): unknown {
  if (typeof text !== "string") return text;
  if (types.includes("number") && NUMBER.test(text)) return Number(text);
  if (types.includes("boolean") && /^(true|false)$/.test(text)) return text === "true";
  return types.includes("null") && text === "null" ? null : text;
}

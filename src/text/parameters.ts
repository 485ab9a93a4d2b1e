import type { Schema, SchemaReader } from "./schema-reader.js";

/** How a parameter is written as text, in OpenAPI's words. */
export interface TextParameter {
  readonly name: string;
  readonly in: "path" | "query" | "header" | "cookie";
  /** Default: `form` in queries and cookies, `simple` elsewhere. */
  readonly style?: string;
  /** Default: true of `form` alone. */
  readonly explode?: boolean;
  readonly schema?: Schema;
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}

/** A name and a value of a query, as they stand in the request target: percent-encoded. */
export type Pair = readonly [name: string, value: string];

/** Splits the query of a URL, such as `?a=1&b`, into its pairs. */
export function splitQuery(search: string): Pair[] {
  return search
    .replace(/^\?/, "")
    .split("&")
    .filter((part) => part !== "")
    .map((part) => splitAt(part, "="));
}

/** What a request gives for its parameters, before their styles are known. */
export interface RawParameters {
  /** Decoded. */
  readonly path: ReadonlyMap<string, string>;
  readonly query: readonly Pair[];
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Reads a parameter by its style and schema: text becomes the number, boolean, array or object
 * that the schema wants, and stays text where it cannot be one.
 *
 * @param parameters All of the operation: an exploded object takes the names that no other has.
 * @returns Undefined where the request does not have it.
 */
export function readParameter(
  parameter: TextParameter,
  parameters: readonly TextParameter[],
  raw: RawParameters,
  schemas: SchemaReader,
): unknown {
  const { name, schema = {} } = parameter;
  switch (parameter.in) {
    case "path": {
      const text = raw.path.get(name);
      return text === undefined ? undefined : readSimple(text, parameter, schemas);
    }
    case "header": {
      const text = raw.headers[name.toLowerCase()];
      return text === undefined ? undefined : readSimple(text, parameter, schemas);
    }
    case "cookie": {
      const text = readCookies(raw.headers.cookie ?? "").get(name);
      return text === undefined ? undefined : schemas.coerce(text, schema);
    }
    case "query":
      return readQuery(parameter, parameters, raw.query, schemas);
  }
}

/** Lists by comma; objects as `a,1,b,2`, or `a=1,b=2` exploded. */
function readSimple(
  text: string,
  { schema = {}, content, explode = false }: TextParameter,
  schemas: SchemaReader,
): unknown {
  if (content !== undefined) return parseJson(text);
  const shape = schemas.shapeOf(schema);
  if (shape === "scalar") return schemas.coerce(text, schema);
  const parts = text === "" ? [] : text.split(",").map((part) => part.trim());
  if (shape === "array") return coerceItems(parts, schema, schemas);
  const entries = explode ? parts.map((part) => splitAt(part, "=")) : pairsOf(parts);
  return coerceProperties(entries, schema, schemas);
}

function readQuery(
  parameter: TextParameter,
  parameters: readonly TextParameter[],
  query: readonly Pair[],
  schemas: SchemaReader,
): unknown {
  const { name, schema = {}, content, style = "form" } = parameter;
  const explode = parameter.explode ?? style === "form";
  const values = query.flatMap(([key, value]) => (decode(key) === name ? [value] : []));
  const [first] = values;
  if (content !== undefined) return first === undefined ? undefined : parseJson(decode(first));

  const shape = schemas.shapeOf(schema, values.length);
  if (shape === "object") {
    const entries = objectEntries(parameter, explode, parameters, query, values, schemas);
    return entries.length === 0 ? undefined : coerceProperties(entries, schema, schemas);
  }
  if (first === undefined) return undefined;
  if (shape === "array") {
    const items = explode
      ? values
      : values.flatMap((value) => value.split(DELIMITERS[style] ?? ","));
    return coerceItems(items.map(decode), schema, schemas);
  }
  // A value that stands twice is not one value: only an array could be both.
  return values.length > 1 ? values.map(decode) : schemas.coerce(decode(first), schema);
}

/** In the encoded text: a delimiter within a value is encoded, but for these two, which must be. */
const DELIMITERS: Readonly<Record<string, RegExp>> = {
  spaceDelimited: /%20|\+/,
  pipeDelimited: /\||%7C/i,
};

function objectEntries(
  { name, schema = {}, style }: TextParameter,
  explode: boolean,
  parameters: readonly TextParameter[],
  query: readonly Pair[],
  values: readonly string[],
  schemas: SchemaReader,
): Pair[] {
  const decoded = query.map(([key, value]): Pair => [decode(key), decode(value)]);
  if (style === "deepObject") {
    return decoded.flatMap(([key, value]): Pair[] =>
      key.startsWith(`${name}[`) && key.endsWith("]")
        ? [[key.slice(name.length + 1, -1), value]]
        : [],
    );
  }
  if (!explode) return pairsOf(values.flatMap((value) => value.split(",")).map(decode));
  const others = new Set(parameters.flatMap((other) => (other.in === "query" ? other.name : [])));
  const own = new Set(schemas.propertyNames(schema));
  return decoded.filter(([key]) => own.has(key) || !others.has(key));
}

function coerceItems(items: readonly string[], schema: object, schemas: SchemaReader): unknown[] {
  return items.map((item) => schemas.coerce(item, schemas.itemsOf(schema)));
}

function coerceProperties(
  entries: readonly Pair[],
  schema: object,
  schemas: SchemaReader,
): Record<string, unknown> {
  const values = new Map<string, string[]>();
  for (const [name, value] of entries) {
    const known = values.get(name);
    if (known === undefined) values.set(name, [value]);
    else known.push(value);
  }
  return Object.fromEntries(
    [...values].map(([name, texts]) => {
      const property = schemas.propertyOf(schema, name);
      return schemas.shapeOf(property, texts.length) === "array"
        ? [name, coerceItems(texts, property, schemas)]
        : [name, texts.length > 1 ? texts : schemas.coerce(texts[0] as string, property)];
    }),
  );
}

function pairsOf(parts: readonly string[]): Pair[] {
  const pairs: Pair[] = [];
  for (let index = 0; index < parts.length; index += 2) {
    pairs.push([parts[index] as string, parts[index + 1] ?? ""]);
  }
  return pairs;
}

function splitAt(text: string, separator: string): Pair {
  const at = text.indexOf(separator);
  return at === -1 ? [text, ""] : [text.slice(0, at), text.slice(at + separator.length)];
}

function readCookies(header: string): Map<string, string> {
  return new Map(header.split(";").map((cookie) => splitAt(cookie.trim(), "=")));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** As forms encode: a plus sign is a space. */
function decode(text: string): string {
  return decodeURIComponent(text.replaceAll("+", " "));
}

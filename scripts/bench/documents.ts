import type { OpenApiDocument, OperationObject } from "../generator/document.js";

/** So many operations share one set of request schemas, as those of one service do. */
const OPERATIONS_A_SERVICE = 10;
const METHOD_NAMES = new Set(["get", "put", "post", "delete", "patch"]);

/**
 * The document with so many operations: its own over and over, each copy with a path and an
 * operationId of its own, and each service with request schemas of its own.
 */
export function multiply(document: OpenApiDocument, operations: number): OpenApiDocument {
  const originals = Object.entries(document.paths);
  const schemas: Record<string, unknown> = { ...document.components?.schemas };
  const paths: Record<string, Readonly<Record<string, unknown>>> = {};
  for (let i = 0; i < operations; i++) {
    const [path, item] = originals[i % originals.length] as (typeof originals)[0];
    const service = Math.floor(i / OPERATIONS_A_SERVICE);
    const names = service === 0 ? [] : schemasBelow(document, item);
    const copy = <T>(value: T) => rename(value, names, `${service}`);
    for (const name of names) schemas[name + service] ??= copy(schemas[name]);
    paths[i < originals.length ? path : `/n${i}${path}`] =
      i < originals.length ? item : withOwnIds(copy(item), i);
  }
  return { ...document, paths, components: { ...document.components, schemas } };
}

function withOwnIds(item: Readonly<Record<string, unknown>>, i: number): typeof item {
  return Object.fromEntries(
    Object.entries(item).map(([key, value]) => {
      if (!METHOD_NAMES.has(key)) return [key, value];
      const { operationId } = value as OperationObject;
      return [key, { ...(value as OperationObject), operationId: operationId + i }];
    }),
  );
}

/** Names of the schemas that a node refers to, and of those that these refer to. */
function schemasBelow(document: OpenApiDocument, node: unknown): string[] {
  const names = new Set<string>();
  const visit = (node: unknown): void => {
    for (const [, name = ""] of JSON.stringify(node).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      if (names.has(name)) continue;
      names.add(name);
      visit(document.components?.schemas?.[name]);
    }
  };
  visit(node);
  return [...names];
}

/** A copy that refers to `<name><suffix>` for each of the names. */
function rename<T>(value: T, names: readonly string[], suffix: string): T {
  const renamed = JSON.stringify(value).replace(
    /"(#\/components\/schemas\/(\w+))"/g,
    (text, pointer: string, name: string) =>
      names.includes(name) ? JSON.stringify(pointer + suffix) : text,
  );
  return JSON.parse(renamed);
}

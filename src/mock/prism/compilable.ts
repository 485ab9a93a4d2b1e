import type { Compile, PrismOperation } from "./types.js";

/**
 * Makes sure that every schema of every request compiles. Where one does not, because of a regex
 * that Unicode mode refuses or `type: strng`, Prism says nothing and lets every request pass.
 *
 * @throws Error naming the operation and the schema.
 */
export function assertCompilable(operations: readonly PrismOperation[], compile: Compile): void {
  for (const operation of operations) {
    const { body, path = [], query = [], headers = [] } = operation.request ?? {};
    const schemas = [
      ...(body?.contents ?? []).map(({ mediaType, schema }) => [mediaType, schema] as const),
      ...[...path, ...query, ...headers].map(({ name, schema }) => [name, schema] as const),
    ];
    for (const [name, schema] of schemas) {
      try {
        if (schema !== undefined) compile(schema, operation);
      } catch (cause) {
        const { iid = `${operation.method} ${operation.path}` } = operation;
        const reason = (cause as Error).message;
        throw new Error(`cannot validate requests of ${iid}: schema of ${name}: ${reason}`, {
          cause,
        });
      }
    }
  }
}

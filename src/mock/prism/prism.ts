import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { putOwnExamplesFirst } from "./own-examples.js";
import type { AjvError, Compile, PrismInstance, PrismOperation } from "./types.js";
import { canonical } from "./unique-items.js";

export interface Prism {
  /** A fresh engine that logs nothing. */
  createInstance(): PrismInstance;
  /** Reads a document and lists its operations with all references resolved. */
  readOperations(document: string | URL | object): Promise<PrismOperation[]>;
  readonly compile: Compile;
}

/**
 * Loads Prism, which takes 1 to 3 seconds the first time in a process.
 *
 * @param from URL of the module on whose behalf Prism is looked up.
 * @throws Error with one line of advice where `@stoplight/prism-cli` is not installed.
 */
export function loadPrism(from: string | URL = import.meta.url): Prism {
  const fromCli = requireFromPrism(from);
  const http = fromCli("@stoplight/prism-http") as PrismHttp;
  const Parser = fromCli("@stoplight/json-schema-ref-parser") as new () => RefParser;
  return {
    createInstance: () => http.createInstance({}, { logger: silentLogger }),
    async readOperations(document) {
      try {
        // Bundling a clone, because the parser writes into the object that it is given.
        const bundle = await new Parser().bundle(
          isLocation(document) ? toPath(document) : structuredClone(document),
        );
        const operations = await http.getHttpOperationsFromSpec(withDialect(bundle));
        return operations.map(putOwnExamplesFirst);
      } catch (cause) {
        const name = isLocation(document) ? ` ${toPath(document)}` : "";
        const reason = cause instanceof Error ? cause.message : String(cause);
        throw new Error(`cannot read the OpenAPI document${name}: ${reason}`, { cause });
      }
    },
    compile: createCompile(createRequire(fromCli.resolve("@stoplight/prism-http"))),
  };
}

interface PrismHttp {
  createInstance(config: object, components: { logger: object }): PrismInstance;
  getHttpOperationsFromSpec(document: object): Promise<PrismOperation[]>;
}

interface RefParser {
  bundle(document: string | object): Promise<Record<string, unknown>>;
}

/** The engine is a dependency of the command line tool, and need not be reachable from here. */
function requireFromPrism(from: string | URL): NodeJS.Require {
  let cli: string;
  try {
    cli = createRequire(from).resolve("@stoplight/prism-cli/package.json");
  } catch (cause) {
    throw new Error(
      "huaweicloud-dew-tags/mock needs @stoplight/prism-cli: npm i -D @stoplight/prism-cli",
      { cause },
    );
  }
  return createRequire(cli);
}

/**
 * Prism takes an OpenAPI 3.1 schema for JSON Schema draft 7 unless told otherwise, and then
 * ignores newer keywords such as `dependentRequired` and `unevaluatedProperties`.
 */
function withDialect(document: Record<string, unknown>): object {
  return String(document.openapi).startsWith("3.1")
    ? { jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema", ...document }
    : document;
}

function createCompile(load: NodeJS.Require): Compile {
  const { Ajv2020 } = load("ajv/dist/2020") as { Ajv2020: new (options: object) => Ajv };
  const addFormats = load("ajv-formats") as (ajv: Ajv) => void;
  const ajv = new Ajv2020({ allErrors: true, strict: false, logger: false });
  addFormats(ajv);
  // Ajv compares items by their `valueOf` and `toString`, and throws where JSON put those there.
  ajv.removeKeyword("uniqueItems");
  ajv.addKeyword({
    keyword: "uniqueItems",
    type: "array",
    schemaType: "boolean",
    validate: (unique: boolean, items: readonly unknown[]) =>
      !unique || new Set(items.map(canonical)).size === items.length,
  });
  // By content, because each mock of a process reads its document anew.
  const compiled = new Map<string, AjvFunction>();
  return (schema, { __bundled__ }) => {
    // Prism puts in a dialect that this Ajv may not know.
    const self = { ...schema, $schema: undefined, __bundled__ };
    const key = JSON.stringify(self);
    const validate = compiled.get(key) ?? ajv.compile(JSON.parse(key));
    compiled.set(key, validate);
    return (value) => (validate(value) ? [] : (validate.errors ?? []));
  };
}

interface AjvFunction {
  (value: unknown): boolean;
  readonly errors?: readonly AjvError[] | null;
}

interface Ajv {
  removeKeyword(keyword: string): void;
  addKeyword(definition: object): void;
  compile(schema: object): AjvFunction;
}

function isLocation(document: string | URL | object): document is string | URL {
  return typeof document === "string" || document instanceof URL;
}

function toPath(location: string | URL): string {
  if (typeof location === "string") return location;
  return location.protocol === "file:" ? fileURLToPath(location) : location.href;
}

const silentLogger: object = (() => {
  const nothing = (): void => {};
  const logger: Record<string, unknown> = { child: () => logger };
  for (const level of ["trace", "debug", "info", "success", "warn", "error", "fatal"]) {
    logger[level] = nothing;
  }
  return logger;
})();

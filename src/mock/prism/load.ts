import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { excessOf } from "../../text/excess.js";
import type { Document } from "../document.js";
import { type ConfinedResolver, confinedTo, type FileUrls } from "./confined.js";
import type { Ajv, PrismInstance, PrismOperation } from "./types.js";
import { excessOfYaml, type YamlTrees } from "./yaml-excess.js";

export interface Prism {
  /** A fresh engine that logs nothing. */
  createInstance(): PrismInstance;
  /**
   * Reads a document, and nothing outside its folder. Its references point into itself.
   *
   * @throws Error naming the document and the reason.
   */
  readDocument(spec: string | URL | object): Promise<LoadedDocument>;
  /** The Ajv that Prism brings along, for JSON Schema 2020-12, with the standard formats. */
  createAjv(options: object): Ajv;
}

export interface LoadedDocument {
  readonly document: Document;
  /** As Prism wants them, all references resolved. */
  readonly operations: readonly PrismOperation[];
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
  const urls = fromCli("@stoplight/json-schema-ref-parser/lib/util/url") as FileUrls;
  const fromYaml = ["@stoplight/json-schema-ref-parser", "@stoplight/yaml"].reduce(
    (from, name) => createRequire(from.resolve(name)),
    fromCli,
  );
  const yaml = fromYaml("@stoplight/yaml-ast-parser") as YamlTrees;
  const fromHttp = createRequire(fromCli.resolve("@stoplight/prism-http"));
  return {
    createInstance: () => http.createInstance({}, { logger: silentLogger }),
    async readDocument(spec) {
      const path = isLocation(spec) ? toPath(spec) : undefined;
      let resolver: ConfinedResolver | undefined;
      try {
        resolver = await confinedTo(path, urls, (text) => excessOfYaml(text, yaml));
        const excess = path === undefined ? excessOf(spec) : undefined;
        if (excess !== undefined) throw new Error(excess);
        const options = { resolve: { file: resolver.file, http: false } };
        // A clone, because the parser writes into the object that it is given.
        const document = await new Parser().bundle(path ?? structuredClone(spec), options);
        const operations = await http.getHttpOperationsFromSpec(structuredClone(document));
        return { document, operations };
      } catch (cause) {
        const message = cause instanceof Error ? cause.message : String(cause);
        const reason = resolver?.failure() ?? message;
        const name = path === undefined ? "" : ` ${path}`;
        throw new Error(`cannot read the OpenAPI document${name}: ${reason}`, { cause });
      }
    },
    createAjv(options) {
      const { Ajv2020 } = fromHttp("ajv/dist/2020") as { Ajv2020: new (options: object) => Ajv };
      const addFormats = fromHttp("ajv-formats") as (ajv: Ajv) => void;
      const ajv = new Ajv2020({ strict: false, verbose: true, logger: false, ...options });
      addFormats(ajv);
      return ajv;
    },
  };
}

interface PrismHttp {
  createInstance(config: object, components: { logger: object }): PrismInstance;
  getHttpOperationsFromSpec(document: object): Promise<PrismOperation[]>;
}

interface RefParser {
  bundle(document: string | object, options: object): Promise<Document>;
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

function isLocation(spec: string | URL | object): spec is string | URL {
  return typeof spec === "string" || spec instanceof URL;
}

function toPath(location: string | URL): string {
  const text = String(location);
  if (text.startsWith("file:")) return fileURLToPath(text);
  if (/^https?:/.test(text)) {
    throw new Error(
      `spec must be a file or a parsed document, not ${text}: the mock reads nothing over the network`,
    );
  }
  return text;
}

const silentLogger: object = (() => {
  const nothing = (): void => {};
  const logger: Record<string, unknown> = { child: () => logger };
  for (const level of ["trace", "debug", "info", "success", "warn", "error", "fatal"]) {
    logger[level] = nothing;
  }
  return logger;
})();

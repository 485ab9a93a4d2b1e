import { readFile } from "node:fs/promises";
import type { RequestCase } from "./case.js";

export interface Contract {
  readonly title: string;
  readonly version: string;
  /** Of the document. */
  readonly sha256: string;
  /** By operationId, in the order of the document. */
  readonly operations: ReadonlyMap<string, Operation>;
  readonly cases: readonly RequestCase[];
}

export interface Operation {
  readonly id: string;
  /** In capitals. */
  readonly method: string;
  /** The template, such as `/v1/{id}`. */
  readonly path: string;
  /** The vendor's page. */
  readonly page: string | undefined;
  /** Example of each path parameter, by name; undefined where it has none. */
  readonly parameters: ReadonlyMap<string, string | undefined>;
  /** A request body that the document gives as an example. */
  readonly example: unknown;
  /** Whether a call without a credential must be refused. */
  readonly needsCredential: boolean;
  /** By status, range such as `4XX`, or `default`: media types of the body, none where it has none. */
  readonly responses: ReadonlyMap<string, readonly string[]>;
}

/** The same place seen from the sources and from the build. */
const GENERATED = new URL("../../generated/", import.meta.url);

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** The contract that this package carries. */
export async function loadContract(): Promise<Contract> {
  const [document, { generatedFrom, requests }] = await Promise.all([
    readJson("openapi.json"),
    readJson("contract-cases.json"),
  ]);
  const operations = Object.entries(document.paths as Json).flatMap(([path, item]) =>
    METHODS.filter((method) => item[method] !== undefined).map((method) =>
      readOperation(document, path, method, item),
    ),
  );
  return {
    title: document.info.title,
    version: document.info.version,
    sha256: generatedFrom.sha256,
    operations: new Map(operations.map((operation) => [operation.id, operation])),
    cases: requests,
  };
}

// biome-ignore lint/suspicious/noExplicitAny: made from a document that the generator has checked.
type Json = Readonly<Record<string, any>>;

async function readJson(name: string): Promise<Json> {
  return JSON.parse(await readFile(new URL(name, GENERATED), "utf8"));
}

function readOperation(document: Json, path: string, method: string, item: Json): Operation {
  const { operationId, externalDocs, security = document.security ?? [], ...rest } = item[method];
  const resolve = (node: Json | undefined): Json => resolveRef(document, node ?? {});
  const parameters = [...(item.parameters ?? []), ...(rest.parameters ?? [])].map(resolve);
  const contents: Json[] = Object.values(resolve(rest.requestBody).content ?? {});
  return {
    id: operationId,
    method: method.toUpperCase(),
    path,
    page: externalDocs?.url,
    parameters: new Map(
      parameters
        .filter((parameter) => parameter.in === "path")
        .map(({ name, example }) => [name, example === undefined ? undefined : String(example)]),
    ),
    example: Object.values<Json>(contents[0]?.examples ?? {})[0]?.value,
    // An empty alternative makes the credential optional.
    needsCredential:
      security.length > 0 && security.every((one: Json) => Object.keys(one).length > 0),
    responses: new Map(
      Object.entries<Json>(rest.responses).map(([status, response]) => [
        status,
        Object.keys(resolve(response).content ?? {}),
      ]),
    ),
  };
}

function resolveRef(document: Json, node: Json): Json {
  let current = node;
  while (typeof current.$ref === "string") {
    current = current.$ref
      .split("/")
      .slice(1)
      .map((token: string) => decodeURIComponent(token).replaceAll("~1", "/").replaceAll("~0", "~"))
      .reduce((parent: Json, token: string) => parent[token], document);
  }
  return current;
}

import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import { build } from "esbuild";
import { addKeywords } from "./ajv-keywords.js";
import type { OpenApiDocument, Schema } from "./document.js";
import { header } from "./header.js";
import type { LoadedSpec } from "./load-spec.js";
import type { Operation } from "./operations.js";
import { SpecError } from "./spec-error.js";

const RUNTIME = fileURLToPath(new URL("./validators-runtime.ts", import.meta.url));
const DOCUMENT_ID = "openapi";

/** Compiled functions by the name they have in the code, and the value that says where each is. */
interface Compiled {
  readonly code: string;
  readonly requests: Readonly<Record<string, string>>;
  readonly responses: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** validators.js: Ajv standalone code, bundled with its helpers until it depends on nothing. */
export async function emitValidators(
  spec: LoadedSpec,
  operations: readonly Operation[],
): Promise<string> {
  const { code, requests, responses } = compile(spec.document, operations);
  const patterns = JSON.stringify(patternDescriptions(spec.document));
  const object = (entries: Readonly<Record<string, string>>) =>
    `{\n${Object.entries(entries)
      .map(([name, value]) => `  ${JSON.stringify(name)}: ${value},\n`)
      .join("")}}`;
  const wrap = (name: string) =>
    name === "noContent" ? name : `/* @__PURE__ */ validator(${name}, patternDescriptions)`;
  const mapValues = <T, U>(map: Readonly<Record<string, T>>, to: (value: T) => U) =>
    Object.fromEntries(Object.entries(map).map(([key, value]) => [key, to(value)]));

  const entry = `${code}
import { noContent, validator } from ${JSON.stringify(RUNTIME)};
const patternDescriptions = ${patterns};
export const requestValidators = ${object(mapValues(requests, wrap))};
export const responseValidators = ${object(mapValues(responses, (byStatus) => object(mapValues(byStatus, wrap))))};
`;
  const result = await build({
    stdin: {
      contents: entry,
      resolveDir: process.cwd(),
      loader: "js",
      sourcefile: "validators.js",
    },
    bundle: true,
    format: "esm",
    platform: "neutral",
    mainFields: ["module", "main"],
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    treeShaking: true,
    write: false,
  });
  const text = result.outputFiles[0]?.text ?? "";
  // esbuild heads each part with the path of its source, which differs between machines.
  return header(spec) + text.replace(/^\/\/ .*\n/gm, "");
}

/** validators.d.ts: what validators.js exports. */
export function emitValidatorTypes(spec: LoadedSpec, operations: readonly Operation[]): string {
  const requests = operations.map(
    ({ operationId, parameters, requestBody }) =>
      `  /** Of \`{ ${[...new Set(parameters.map((p) => p.in)), ...(requestBody ? ["body"] : [])].join(", ")} }\`. */\n  readonly ${operationId}: Validator;\n`,
  );
  const responses = operations.map(
    ({ operationId, responses }) =>
      `  readonly ${operationId}: {\n${responses.map(({ status }) => `    readonly ${JSON.stringify(status)}: Validator;\n`).join("")}  };\n`,
  );
  return `${header(spec)}export interface Violation {
  /** JSON pointer into the validated value: \`/body/tags/0/key\`. */
  readonly pointer: string;
  /** The schema keyword that is violated. */
  readonly keyword: string;
  /** What would be right. */
  readonly message: string;
  /** The offending value as JSON, cut to fit a line; absent where a property is missing. */
  readonly value?: string;
}

/** Every violation of a value; an empty array where it is valid. */
export type Validator = (value: unknown) => readonly Violation[];

/** A validator of the whole request for each operationId. */
export declare const requestValidators: {
${requests.join("")}};

/** A validator of the body for each operationId and status; \`undefined\` stands for no body. */
export declare const responseValidators: {
${responses.join("")}};
`;
}

function compile(document: OpenApiDocument, operations: readonly Operation[]): Compiled {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
    strictRequired: "log",
    messages: false,
    code: { source: true, esm: true },
  });
  addKeywords(ajv);
  ajv.addVocabulary([
    "x-error-codes",
    "components",
    "example",
    "externalDocs",
    "xml",
    "discriminator",
    "x-pattern-description",
  ]);
  ajv.addSchema(
    { $id: DOCUMENT_ID, components: document.components ?? {} } as Schema,
    undefined,
    undefined,
    false,
  );

  const names: Record<string, string> = {};
  const add = (name: string, where: string, schema: Schema): string => {
    try {
      ajv.compile({ $id: name, ...(absoluteRefs(schema) as Schema) });
    } catch (error) {
      throw new SpecError([{ where, message: (error as Error).message, rule: "ajv strict mode" }]);
    }
    names[name] = name;
    return name;
  };

  const requests: Record<string, string> = {};
  const responses: Record<string, Record<string, string>> = {};
  const bodies = new Map<string, string>();
  for (const operation of operations) {
    const { operationId } = operation;
    requests[operationId] = add(
      `${operationId}Request`,
      `request of ${operationId}`,
      requestSchema(operation),
    );
    const byStatus: Record<string, string> = {};
    for (const { status, schema } of operation.responses) {
      const key = JSON.stringify(schema);
      const name =
        schema === undefined
          ? "noContent"
          : (bodies.get(key) ??
            add(`${operationId}Response${status}`, `response ${status} of ${operationId}`, schema));
      if (schema !== undefined) bodies.set(key, name);
      byStatus[status] = name;
    }
    responses[operationId] = byStatus;
  }
  return { code: standalone.default(ajv, names), requests, responses };
}

/** One schema of all that a request holds: its parameters by location, and its body. */
function requestSchema({ parameters, requestBody }: Operation): Schema {
  const properties: Record<string, Schema> = {};
  const required: string[] = [];
  for (const location of ["path", "query", "header", "cookie"] as const) {
    const group = parameters.filter((parameter) => parameter.in === location);
    if (group.length === 0) continue;
    const mandatory = group.filter((parameter) => parameter.required === true);
    properties[location] = {
      type: "object",
      properties: Object.fromEntries(group.map(({ name, schema = {} }) => [name, schema])),
      required: mandatory.map(({ name }) => name),
    };
    if (mandatory.length > 0) required.push(location);
  }
  if (requestBody !== undefined) {
    properties.body = requestBody.schema;
    if (requestBody.required) required.push("body");
  }
  return { type: "object", properties, required };
}

/** References within the document are absolute to a schema that is compiled on its own. */
function absoluteRefs(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(absoluteRefs);
  if (typeof node !== "object" || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key,
      key === "$ref" && typeof value === "string" && value.startsWith("#/")
        ? DOCUMENT_ID + value
        : absoluteRefs(value),
    ]),
  );
}

/** The `x-pattern-description` of each regex of the document. */
function patternDescriptions(document: OpenApiDocument): Record<string, string> {
  const found: Record<string, string> = {};
  JSON.stringify(document, (_key, value) => {
    const description = value?.["x-pattern-description"];
    if (typeof description === "string")
      found[value.pattern] = description.trim().replaceAll("\n", " ");
    return value;
  });
  return found;
}

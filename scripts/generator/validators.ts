import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { compileValidators } from "./compile-validators.js";
import type { OpenApiDocument } from "./document.js";
import { header } from "./header.js";
import type { LoadedSpec } from "./load-spec.js";
import type { Operation } from "./operations.js";

const RUNTIME = fileURLToPath(new URL("./validators-runtime.ts", import.meta.url));
/** validators.js: Ajv standalone code, bundled with its helpers until it depends on nothing. */
export async function emitValidators(
  spec: LoadedSpec,
  operations: readonly Operation[],
): Promise<string> {
  const { code, functions, requests, responses } = compileValidators(spec.document, operations);
  // Violations name a keyword and a pointer; where in the schema it stands would be dead weight.
  const entry = `${code.replace(/ ?schemaPath:"(?:[^"\\]|\\.)*",/g, "")}
import * as runtime from ${JSON.stringify(RUNTIME)};
const patternDescriptions = ${JSON.stringify(patternDescriptions(spec.document))};
${functions.map((name) => `const ${validatorOf(name)} = /* @__PURE__ */ runtime.validator(${name}, patternDescriptions);\n`).join("")}
export const requestValidators = ${objectLiteral(requests, validatorOf)};
export const responseValidators = ${objectLiteral(responses, (byStatus) => objectLiteral(byStatus, validatorOf))};
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
  /** Where the rule is from, such as \`page, table 4\`; absent where the contract does not say. */
  readonly source?: string;
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

/** The name of the validator that a function of Ajv is made into. */
function validatorOf(name: string | undefined): string {
  return name === undefined ? "runtime.noContent" : `${name}Validator`;
}

function objectLiteral<T>(map: Readonly<Record<string, T>>, code: (value: T) => string): string {
  const members = Object.entries(map).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${code(value)},\n`,
  );
  return `{\n${members.join("")}}`;
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

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { OpenApiDocument } from "../document.js";
import { header } from "../header.js";
import { literal, memberName } from "../literal.js";
import type { LoadedSpec } from "../load-spec.js";
import type { Operation } from "../operations.js";
import { compileValidators } from "./compile.js";
import { readingOf } from "./parameter-reading.js";
import { LOCATIONS } from "./request-schema.js";

const RUNTIME = fileURLToPath(new URL("./runtime/index.ts", import.meta.url));
const VIOLATION = fileURLToPath(new URL("./runtime/violation.ts", import.meta.url));

/** validators.js: Ajv standalone code, bundled with its helpers until it depends on nothing. */
export async function emitValidators(
  spec: LoadedSpec,
  operations: readonly Operation[],
): Promise<string> {
  const { code, functions, requests, responses } = compileValidators(spec.document, operations);
  const byRequest = new Map(operations.map((each) => [requests[each.operationId], each]));
  const entry = `${code}
import * as runtime from ${JSON.stringify(RUNTIME)};
${functions.map((name) => `const ${validatorOf(name)} = /* @__PURE__ */ ${wrap(spec.document, name, byRequest.get(name))};\n`).join("")}
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
      `  readonly ${operationId}: {\n${responses.map(({ status }) => `    readonly ${literal(status)}: Validator;\n`).join("")}  };\n`,
  );
  return `${header(spec)}${readFileSync(VIOLATION, "utf8")}
/** A validator of the whole request for each operationId. */
export declare const requestValidators: {
${requests.join("")}};

/** A validator of the body for each operationId and status; \`undefined\` stands for no body. */
export declare const responseValidators: {
${responses.join("")}};
`;
}

/** @param operation whose request the function validates; undefined: a response */
function wrap(document: OpenApiDocument, name: string, operation: Operation | undefined): string {
  if (operation === undefined) return `runtime.validator(${name})`;
  const { parameters } = operation;
  const locations = LOCATIONS.filter((location) => parameters.some((p) => p.in === location));
  const reading = readingOf(document, parameters);
  const read = reading === undefined ? "" : `, runtime.parameterReader(${literal(reading)})`;
  return `runtime.requestValidator(${name}, ${literal(locations)}${read})`;
}

/** The name of the validator that a function of Ajv is made into. */
function validatorOf(name: string | undefined): string {
  return name === undefined ? "runtime.noContent" : `${name}Validator`;
}

function objectLiteral<T>(map: Readonly<Record<string, T>>, code: (value: T) => string): string {
  const members = Object.entries(map).map(
    ([key, value]) => `  ${memberName(key)}: ${code(value)},\n`,
  );
  return `{\n${members.join("")}}`;
}

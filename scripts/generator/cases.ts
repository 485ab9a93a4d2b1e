import { readFile } from "node:fs/promises";
import { Ajv2020 } from "ajv/dist/2020.js";
import openapiTS, { astToString } from "openapi-typescript";
import { requestCases, responseCases } from "../../contract-tests/cases/index.js";
import { header } from "./header.js";
import type { LoadedSpec } from "./load-spec.js";

const SCHEMA = new URL("./contract-cases.schema.json", import.meta.url);
const SCHEMA_NAME = "contract-cases.schema.json";

/** The contract cases as JSON, and the JSON Schema and the types that describe them. */
export async function emitCases(spec: LoadedSpec): Promise<[string, string][]> {
  const schema = await readFile(SCHEMA, "utf8");
  const { title, version } = spec.document.info;
  const text = print({
    $schema: `./${SCHEMA_NAME}`,
    generatedFrom: { title, version, sha256: spec.sha256 },
    requests: requestCases,
    responses: responseCases,
  });
  const ajv = new Ajv2020({ allErrors: true, strictTypes: false, strictRequired: false });
  const validate = ajv.compile(JSON.parse(schema));
  // As data of other languages: what JSON drops is not there.
  if (!validate(JSON.parse(text))) {
    throw new Error(
      `contract-tests/cases do not fit their schema: ${ajv.errorsText(validate.errors)}`,
    );
  }
  const types = await typesOf(JSON.parse(schema));
  return [
    ["contract-cases.json", text],
    ["contract-cases.d.ts", header(spec) + types],
    ["contract-cases.d.cts", header(spec) + commonJsTypes(types)],
    [SCHEMA_NAME, schema],
  ];
}

/** One case a line, so that a diff shows cases. */
function print({ requests, responses, ...head }: Record<string, unknown>): string {
  const lists = Object.entries({ requests, responses }).map(([name, cases]) => {
    const lines = (cases as readonly unknown[]).map((one) => `\n  ${JSON.stringify(one)}`);
    return `,\n "${name}": [${lines}\n ]`;
  });
  return `${JSON.stringify(head, null, 1).slice(0, -2)}${lists.join("")}\n}\n`;
}

/** The definitions of a JSON Schema as types of TypeScript. */
async function typesOf({ $defs }: { readonly $defs: object }): Promise<string> {
  const document = {
    openapi: "3.1.1",
    info: { title: "", version: "" },
    paths: {},
    components: { schemas: $defs },
  };
  const ast = await openapiTS(
    JSON.stringify(document).replaceAll("#/$defs/", "#/components/schemas/"),
    { immutable: true, rootTypes: true, rootTypesNoSchemaPrefix: true, silent: true },
  );
  // Of a document there is nothing but its schemas.
  const isEmpty = /^export (interface|type) (paths|webhooks|operations|\$defs)\b/;
  const types = ast.map((node) => astToString([node])).filter((each) => !isEmpty.test(each));
  return `${types.join("")}declare const contractCases: ContractCases;\nexport default contractCases;\n`;
}

/** The same types for TypeScript before 5.7, which takes JSON for a CommonJS module. */
function commonJsTypes(types: string): string {
  const names = [...types.matchAll(/^export type (\w+) = components/gm)].map(([, name]) => name);
  const aliases = names.map((name) => `  export type ${name} = cases.${name};\n`);
  return `import type * as cases from "./contract-cases.js" with { "resolution-mode": "import" };
declare const contractCases: cases.ContractCases;
declare namespace contractCases {
${aliases.join("")}}
export = contractCases;
`;
}

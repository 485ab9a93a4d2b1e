import { readFile } from "node:fs/promises";
import { Ajv2020 } from "ajv/dist/2020.js";
import { requestCases, responseCases } from "../../contract-tests/cases/index.js";
import type { LoadedSpec } from "./load-spec.js";

const SCHEMA = new URL("../../contract-tests/cases/contract-cases.schema.json", import.meta.url);
const SCHEMA_NAME = "contract-cases.schema.json";

/** The contract cases as JSON, and the JSON Schema that describes them. */
export async function emitCases({ document, sha256 }: LoadedSpec): Promise<[string, string][]> {
  const schema = await readFile(SCHEMA, "utf8");
  const { title, version } = document.info;
  const cases = {
    $schema: `./${SCHEMA_NAME}`,
    generatedFrom: { title, version, sha256 },
    requests: requestCases,
    responses: responseCases,
  };
  // As data of other languages: what JSON drops is not there.
  const text = `${JSON.stringify(cases, null, 1)}\n`;
  const ajv = new Ajv2020({ allErrors: true, strictTypes: false, strictRequired: false });
  const validate = ajv.compile(JSON.parse(schema));
  if (!validate(JSON.parse(text))) {
    throw new Error(
      `contract-tests/cases do not fit their schema: ${ajv.errorsText(validate.errors)}`,
    );
  }
  return [
    ["contract-cases.json", text],
    [SCHEMA_NAME, schema],
  ];
}

import type { Schema } from "../document.js";
import { literal } from "../literal.js";
import { sourceOf } from "./source-of.js";
import { demandOf } from "./words.js";

const STRING = String.raw`"(?:[^"\\]|\\.)*"`;
const CONTEXT = new RegExp(
  String.raw`\{instancePath(?::((?:[^{}"]|${STRING})*?))?,parentData\b(?:[^{}"]|${STRING})*?,rootData\}`,
  "g",
);
const LITERAL = new RegExp(`^${STRING}$`);
const ERROR_OBJECT = new RegExp(
  String.raw`\{instancePath(?::((?:[^{}"]|${STRING})*))?,schemaPath:(${STRING}),` +
    String.raw`keyword:${STRING},params:(\{(?:[^{}"]|${STRING})*\})(?:,propertyName:\w+)?\}`,
  "g",
);
/** The code of the member that has the rest of the message, which the schema does not tell. */
const REST = memberOf("missingProperty|additionalProperty|unevaluatedProperty|rest");
/** And of the one that says where the value is, below the one that the keyword is about. */
const AT = memberOf("at");

function memberOf(names: string): RegExp {
  return new RegExp(String.raw`\b(?:${names}): ((?:[^,}"]|${STRING})+)`);
}

/**
 * Rewrites how Ajv's code reports errors: each names its rule, a constant that holds what is known
 * beforehand, and the list of errors is bounded.
 * @param schemas by id, as Ajv was given them; each path of a rule begins with an id
 */
export function rewriteErrors(code: string, schemas: ReadonlyMap<string, Schema>): string {
  const rules = new Map<string, string>();
  const nameOf = (rule: string): string => {
    const name = rules.get(rule) ?? `rule${rules.size}`;
    rules.set(rule, name);
    return name;
  };
  const rewritten = code
    .replace(ERROR_OBJECT, (_, path = "instancePath", schemaPath: string, params: string) => {
      const { keyword, schema } = ruleAt(JSON.parse(schemaPath), schemas);
      const source = sourceOf(schema, keyword)?.trim();
      const rest = REST.exec(params)?.[1];
      const demand = demandOf(keyword, schema);
      const isKnown = rest !== undefined && LITERAL.test(rest);
      const message = isKnown ? `${demand} ${JSON.parse(rest)}` : demand;
      const rule = nameOf(literal([keyword, message, ...(source ? [source] : [])]));
      const at = AT.exec(params)?.[1];
      const place = at === undefined ? path : `${path} + ${at}`;
      return `{${[place, rule, ...(rest === undefined || isKnown ? [] : [rest])].join(", ")}}`;
    })
    .replace(
      /const (\w+) = \{(.*?)\};if\(vErrors === null\)\{vErrors = \[\1\];\}else \{vErrors\.push\(\1\);\}/g,
      (_, _name, finding: string) =>
        `vErrors = runtime.addError(${["vErrors", finding].filter(Boolean).join(", ")});`,
    )
    // Ends the loop over properties that are not allowed, where it has found enough of them.
    .replace(/, key\d*\);errors\+\+;/g, "$&if(runtime.isFull(vErrors))break;")
    .replace(
      /vErrors = vErrors === null \? ([\w.]+)\.errors : vErrors\.concat\(\1\.errors\);errors = vErrors\.length;/g,
      "vErrors = runtime.addErrors(vErrors, $1);errors++;",
    )
    .replace(/const (len\d+) = (data\d*)\.length;/g, "const $1 = runtime.itemCount($2);")
    // Of its context, a function needs the path alone.
    .replaceAll(
      '{instancePath="", parentData, parentDataProperty, rootData=data}={}',
      'instancePath = ""',
    )
    .replace(CONTEXT, (_, path) => path ?? "instancePath");
  assertKnown(rewritten);
  const constants = [...rules].map(([rule, name]) => `const ${name} = ${rule};\n`);
  return constants.join("") + rewritten;
}

function assertKnown(code: string): void {
  const unknown = /schemaPath:|parentData|vErrors\.(push|concat)|errors = vErrors\.length/.exec(
    code,
  );
  if (unknown === null) return;
  const near = code.slice(Math.max(0, unknown.index - 100), unknown.index + 200);
  throw new Error(`Ajv reports an error in a form that is not known here: ${near}`);
}

/** @param path an id, the tokens of a JSON pointer, and a keyword, joined by slashes */
function ruleAt(
  path: string,
  schemas: ReadonlyMap<string, Schema>,
): { readonly keyword: string; readonly schema: Schema } {
  const [id = "", ...tokens] = path
    .split("/")
    .map((token) => decodeURIComponent(token).replaceAll("~1", "/").replaceAll("~0", "~"));
  const keyword = tokens.pop() ?? "";
  const schema = tokens.reduce<unknown>(
    (parent, token) => (parent as Record<string, unknown> | undefined)?.[token],
    schemas.get(id),
  );
  if (schema === undefined) throw new Error(`no schema at ${path}`);
  return { keyword, schema: schema as Schema };
}

import type { Schema } from "../document.js";
import { literal } from "../literal.js";
import { sourceOf } from "./source-of.js";
import { messageOf, TOLD_AT_RUN_TIME } from "./words.js";

const STRING = String.raw`"(?:[^"\\]|\\.)*"`;

/**
 * Rewrites how Ajv's code reports errors. In place of the path of the rule in its schema stand the
 * rule's message and its source; and the list of errors is bounded.
 * @param schemas by id, as Ajv was given them; each path of a rule begins with an id
 */
export function rewriteErrors(code: string, schemas: ReadonlyMap<string, Schema>): string {
  const rewritten = code
    .replace(
      new RegExp(
        String.raw`schemaPath:(${STRING}),keyword:(${STRING}),params:(\{(?:[^{}"]|${STRING})*\})`,
        "g",
      ),
      (_, path: string, _keyword: string, params: string) => {
        const { keyword, schema } = ruleAt(JSON.parse(path), schemas);
        const source = sourceOf(schema, keyword);
        return [
          `keyword:${literal(keyword)}`,
          `message:${literal(messageOf(keyword, schema))}`,
          ...(source === undefined ? [] : [`source:${literal(source.trim())}`]),
          ...(TOLD_AT_RUN_TIME.has(keyword) ? [`params:${params}`] : []),
        ].join(",");
      },
    )
    .replace(
      /if\(vErrors === null\)\{vErrors = \[(\w+)\];\}else \{vErrors\.push\(\1\);\}/g,
      "vErrors = runtime.addError(vErrors, $1);",
    )
    .replace(
      /vErrors = vErrors === null \? (\w+)\.errors : vErrors\.concat\(\1\.errors\);errors = vErrors\.length;/g,
      "vErrors = runtime.addErrors(vErrors, $1);errors++;",
    )
    .replace(/const (len\d+) = (data\d*)\.length;/g, "const $1 = runtime.itemCount($2);");
  const missed = /schemaPath:|vErrors\.(push|concat)|errors = vErrors\.length/.exec(rewritten);
  if (missed !== null) {
    const near = rewritten.slice(Math.max(0, missed.index - 100), missed.index + 200);
    throw new Error(`Ajv reports an error in a form that is not known here: ${near}`);
  }
  return rewritten;
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

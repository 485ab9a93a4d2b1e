import { _, type Ajv, type Code, type CodeKeywordDefinition, type KeywordCxt } from "ajv";
import { getProperty } from "ajv/dist/compile/codegen/index.js";
import { asciiPattern } from "./ascii-pattern.js";
import { codePoints, equalItems, identity } from "./validators-runtime.js";

/** A helper of validators-runtime.ts, which the generated file holds beside Ajv's code. */
function helper(
  cxt: KeywordCxt,
  ref: typeof codePoints | typeof equalItems | typeof identity,
): Code {
  return cxt.gen.scopeValue("func", { ref, code: _`runtime${getProperty(ref.name)}` });
}

/**
 * Lengths count code points, which takes a walk over the string. Its length in UTF-16 units is
 * known and bounds that count from both sides, so the walk is needed only in between.
 */
const limitLength: CodeKeywordDefinition = {
  keyword: ["minLength", "maxLength"],
  type: "string",
  schemaType: "number",
  error: { message: "", params: ({ schemaCode }) => _`{limit: ${schemaCode}}` },
  code(cxt: KeywordCxt) {
    const { keyword, data, schema: limit } = cxt;
    const length = _`${data}.length`;
    if (keyword === "maxLength") {
      cxt.fail(_`${length} > ${limit} && ${helper(cxt, codePoints)}(${data}) > ${limit}`);
    } else if (limit === 1) {
      cxt.fail(_`${length} === 0`);
    } else {
      cxt.fail(_`${length} < ${2 * limit} && ${helper(cxt, codePoints)}(${data}) < ${limit}`);
    }
  },
};

/** A regex, in Unicode mode as JSON Schema has it; most values pass a cheaper one before. */
const pattern: CodeKeywordDefinition = {
  keyword: "pattern",
  type: "string",
  schemaType: "string",
  error: { message: "", params: ({ schemaCode }) => _`{pattern: ${schemaCode}}` },
  code(cxt: KeywordCxt) {
    const { gen, data, schema } = cxt;
    const regex = (source: string, flags: string) => {
      const code = _`new RegExp(${source}, ${flags})`;
      return gen.scopeValue("pattern", { key: code.toString(), ref: RegExp(source, flags), code });
    };
    const ascii = asciiPattern(schema as string);
    const full = _`${regex(schema as string, "u")}.test(${data})`;
    cxt.fail(ascii === undefined ? _`!${full}` : _`!${regex(ascii, "")}.test(${data}) && !${full}`);
  },
};

/**
 * No two items of an array have the same value in any of these properties. Reports the later
 * item; the runtime completes the pointer from `item` and `property`.
 *
 * Checks `uniqueItems` too where both stand: it compares all pairs, and items that differ in a
 * property that each of them has cannot be equal.
 */
const uniqueItemProperties: CodeKeywordDefinition = {
  keyword: "x-unique-item-properties",
  type: "array",
  schemaType: "array",
  error: {
    message: "",
    params: ({ params: { property, item, first } }) =>
      property === undefined
        ? _`{i: ${item}, j: ${first}}`
        : _`{property: ${property}, item: ${item}, first: ${first}}`,
  },
  code(cxt: KeywordCxt) {
    const { gen, data, parentSchema } = cxt;
    const alike = gen.let("alike", false);
    for (const property of cxt.schema as string[]) {
      const seen = gen.const("seen", _`new Map()`);
      gen.forRange("i", 0, _`${data}.length`, (item) => {
        const value = gen.const(
          "value",
          _`${helper(cxt, identity)}(${data}[${item}]?.[${property}])`,
        );
        gen.if(
          _`${value} === undefined`,
          () => gen.assign(alike, true),
          () => {
            const first = gen.const("first", _`${seen}.get(${value})`);
            gen.if(
              _`${first} === undefined`,
              () => gen.code(_`${seen}.set(${value}, ${item})`),
              () => {
                gen.assign(alike, true);
                cxt.error(true, { property: property as never, item, first });
              },
            );
          },
        );
      });
    }
    if (parentSchema.uniqueItems === true) {
      gen.if(alike, () => {
        const pair = gen.const("pair", _`${helper(cxt, equalItems)}(${data})`);
        gen.if(pair, () => cxt.error(true, { item: _`${pair}[1]`, first: _`${pair}[0]` }));
      });
    }
  },
};

const uniqueItems: CodeKeywordDefinition = {
  keyword: "uniqueItems",
  type: "array",
  schemaType: "boolean",
  error: { message: "", params: ({ params }) => _`{i: ${params.pair}[1], j: ${params.pair}[0]}` },
  code(cxt: KeywordCxt) {
    if (cxt.schema !== true || "x-unique-item-properties" in cxt.parentSchema) return;
    const pair = cxt.gen.const("pair", _`${helper(cxt, equalItems)}(${cxt.data})`);
    cxt.setParams({ pair });
    cxt.fail(pair);
  },
};

export function addKeywords(ajv: Ajv): void {
  for (const keyword of ["minLength", "maxLength", "pattern", "uniqueItems"])
    ajv.removeKeyword(keyword);
  for (const definition of [limitLength, pattern, uniqueItems, uniqueItemProperties])
    ajv.addKeyword(definition);
}

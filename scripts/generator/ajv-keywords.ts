import { _, type Ajv, type CodeKeywordDefinition, type KeywordCxt } from "ajv";
import { useFunc } from "ajv/dist/compile/util.js";
import ucs2length from "ajv/dist/runtime/ucs2length.js";

/**
 * Lengths count code points, which takes a walk over the string. Its length in UTF-16 units is
 * known and bounds that count from both sides, so the walk is needed only in between.
 */
const limitLength: CodeKeywordDefinition = {
  keyword: ["minLength", "maxLength"],
  type: "string",
  schemaType: "number",
  error: {
    message: "",
    params: ({ schemaCode }) => _`{limit: ${schemaCode}}`,
  },
  code(cxt: KeywordCxt) {
    const { keyword, data, schema: limit, gen } = cxt;
    // `default` because Ajv is CommonJS: under Node its function hides behind the namespace.
    const count = useFunc(
      gen,
      ("default" in ucs2length ? ucs2length.default : ucs2length) as never,
    );
    cxt.fail(
      keyword === "maxLength"
        ? _`${data}.length > ${limit} && ${count}(${data}) > ${limit}`
        : _`${data}.length < ${limit * 2} && (${data}.length < ${limit} || ${count}(${data}) < ${limit})`,
    );
  },
};

/**
 * No two items of an array have the same value in any of these properties. Reports the later
 * item; the runtime completes the pointer from `item` and `property`.
 */
const uniqueItemProperties: CodeKeywordDefinition = {
  keyword: "x-unique-item-properties",
  type: "array",
  schemaType: "array",
  error: {
    message: "",
    params: ({ params: { property, item, first } }) =>
      _`{property: ${property}, item: ${item}, first: ${first}}`,
  },
  code(cxt: KeywordCxt) {
    const { gen, data } = cxt;
    for (const property of cxt.schema as string[]) {
      const seen = gen.const("seen", _`new Map()`);
      gen.forRange("i", 0, _`${data}.length`, (item) => {
        const value = gen.const("value", _`${data}[${item}]?.[${property}]`);
        gen.if(_`${value} !== undefined`, () => {
          const first = gen.const("first", _`${seen}.get(${value})`);
          gen.if(
            _`${first} === undefined`,
            () => gen.code(_`${seen}.set(${value}, ${item})`),
            () => cxt.error(true, { property: property as never, item, first }),
          );
        });
      });
    }
  },
};

export function addKeywords(ajv: Ajv): void {
  for (const keyword of ["minLength", "maxLength"]) ajv.removeKeyword(keyword);
  ajv.addKeyword(limitLength);
  ajv.addKeyword(uniqueItemProperties);
}

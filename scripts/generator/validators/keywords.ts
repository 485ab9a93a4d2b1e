import { _, type Ajv, type Code, type CodeKeywordDefinition, type KeywordCxt, Name } from "ajv";
import { getProperty, not } from "ajv/dist/compile/codegen/index.js";
import { alwaysValidSchema, escapeJsonPointer, Type } from "ajv/dist/compile/util.js";
import { validateAdditionalItems } from "ajv/dist/vocabularies/applicator/additionalItems.js";
import { asciiPattern } from "./ascii-pattern.js";
import { isFull } from "./runtime/errors.js";
import { equalItems, identities, itemCount } from "./runtime/items.js";

/** Ajv's own names: how many errors there are, and the list of them. */
const [ERRORS, LIST] = [new Name("errors"), new Name("vErrors")];

type Helper = typeof equalItems | typeof identities | typeof isFull | typeof itemCount;

/** A helper of runtime/, which the generated file holds beside Ajv's code. */
function helper(cxt: KeywordCxt, ref: Helper): Code {
  return cxt.gen.scopeValue("func", { ref, code: _`runtime${getProperty(ref.name)}` });
}

/** The code that says how many items of the array to check. */
function countOf(cxt: KeywordCxt): Code {
  const { data, parentSchema } = cxt;
  const { maxItems } = parentSchema;
  return maxItems === undefined
    ? _`${helper(cxt, itemCount)}(${data})`
    : _`${helper(cxt, itemCount)}(${data}, ${maxItems})`;
}

/**
 * Lengths count code points, which takes a walk over the string. Its length in UTF-16 units is
 * known and bounds that count from both sides, so the walk is needed only in between.
 */
const limitLength: CodeKeywordDefinition = {
  keyword: ["minLength", "maxLength"],
  type: "string",
  schemaType: "number",
  code(cxt: KeywordCxt) {
    const { keyword, data, schema: limit } = cxt;
    const length = _`${data}.length`;
    const count = _`[...${data}].length`;
    if (keyword === "maxLength") {
      cxt.fail(_`${length} > ${limit} && (${length} > ${2 * limit} || ${count} > ${limit})`);
    } else if (limit === 1) {
      cxt.fail(_`${length} === 0`);
    } else {
      cxt.fail(_`${length} < ${2 * limit} && ${count} < ${limit}`);
    }
  },
};

/** A regex, in Unicode mode as JSON Schema has it; most values pass a cheaper one before. */
const pattern: CodeKeywordDefinition = {
  keyword: "pattern",
  type: "string",
  schemaType: "string",
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
 * No two items of an array have the same value in any of these properties. Reports the property
 * of the later item, which `at` says below the array.
 *
 * Checks `uniqueItems` too where both stand: items that differ in a property that each of them
 * has cannot be equal.
 */
const uniqueItemProperties: CodeKeywordDefinition = {
  keyword: "x-unique-item-properties",
  type: "array",
  schemaType: "array",
  error: {
    message: "",
    params: ({ params: { at, rest } }) =>
      at === undefined ? _`{rest: ${rest}}` : _`{at: ${at}, rest: ${rest}}`,
  },
  code(cxt: KeywordCxt) {
    const { gen, data, parentSchema } = cxt;
    const alike = gen.let("alike", false);
    const count = gen.const("count", countOf(cxt));
    const identityOf = gen.const("identityOf", _`${helper(cxt, identities)}()`);
    for (const property of cxt.schema as string[]) {
      const seen = gen.const("seen", _`new Map()`);
      gen.forRange("i", 0, count, (item) => {
        const value = gen.const("value", _`${identityOf}(${data}[${item}]?.[${property}])`);
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
                cxt.error(true, {
                  at: _`"/" + ${item} + ${`/${escapeJsonPointer(property)}`}` as never,
                  rest: _`${`${property} of item `} + ${first}` as never,
                });
              },
            );
          },
        );
      });
    }
    if (parentSchema.uniqueItems === true) {
      const place = { parentSchema: true, schemaPath: "uniqueItems" };
      gen.if(alike, () => reportEqualItems(cxt, identityOf, place));
    }
  },
};

const uniqueItems: CodeKeywordDefinition = {
  keyword: "uniqueItems",
  type: "array",
  schemaType: "boolean",
  error: { message: "", params: ({ params: { rest } }) => _`{rest: ${rest}}` },
  code(cxt: KeywordCxt) {
    if (cxt.schema !== true || "x-unique-item-properties" in cxt.parentSchema) return;
    reportEqualItems(cxt, _`${helper(cxt, identities)}()`);
  },
};

function reportEqualItems(
  cxt: KeywordCxt,
  identityOf: Code,
  place?: Parameters<KeywordCxt["error"]>[2],
): void {
  const { gen, data } = cxt;
  const count = countOf(cxt);
  const pair = gen.const("pair", _`${helper(cxt, equalItems)}(${data}, ${count}, ${identityOf})`);
  gen.if(pair, () => cxt.error(true, { rest: pair }, place));
}

/** Ajv's own, but for arrays whose length is beyond measure. */
const items: CodeKeywordDefinition = {
  keyword: "items",
  type: "array",
  schemaType: ["object", "boolean"],
  before: "uniqueItems",
  error: { message: "", params: _`{}` },
  code(cxt: KeywordCxt) {
    const { gen, schema, parentSchema, it } = cxt;
    it.items = true;
    if (alwaysValidSchema(it, schema)) return;
    if (parentSchema.prefixItems) {
      validateAdditionalItems(cxt, parentSchema.prefixItems);
      return;
    }
    const count = gen.const("count", countOf(cxt));
    const areValid = gen.let("valid", true);
    const before = gen.const("before", ERRORS);
    gen.forRange("i", 0, count, (dataProp) => {
      const isValid = gen.name("valid");
      cxt.subschema({ keyword: "items", dataProp, dataPropType: Type.Num }, isValid);
      if (it.allErrors) {
        // The array is invalid already, and what the other items break would not be listed.
        gen.if(_`${ERRORS} > ${before} && ${helper(cxt, isFull)}(${LIST})`, () => gen.break());
      } else {
        gen.if(not(isValid), () => {
          gen.assign(areValid, false);
          gen.break();
        });
      }
    });
    // Otherwise the errors of the items are there already.
    if (!it.allErrors) cxt.ok(areValid);
  },
};

export function addKeywords(ajv: Ajv): void {
  for (const keyword of ["minLength", "maxLength", "pattern", "uniqueItems", "items"])
    ajv.removeKeyword(keyword);
  for (const definition of [limitLength, pattern, uniqueItems, items, uniqueItemProperties])
    ajv.addKeyword(definition);
}

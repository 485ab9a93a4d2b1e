import type { RequestCase, Source } from "../case.js";
import { create } from "../tags.js";
import { inBody } from "./operation.js";

const source: Source = { page: "kms", table: "request parameters, tags" };
const optional: Source = { page: "vendor", table: "API definition of batchCreateKmsTags, value" };

const tag = inBody(optional, "/body/tags/0", (tag) => create([tag]));
const body = inBody(optional, "/body", (body) => body);
const optionalValue = inBody(optional, "/body/tags/0/value", (value) =>
  create([{ key: "env", value }]),
);
const value = inBody(source, "/body/tags/0/value", (value) => create([{ key: "env", value }]));

/** The value of a tag: presence, type, length, and freedom of characters. */
export const tagValueCases: readonly RequestCase[] = [
  // Optional, but a string if it is there. The page does not say whether it may be absent or empty.
  tag.accepts("kms-value-absent", { key: "env" }),
  body.accepts("kms-value-absent-delete", { action: "delete", tags: [{ key: "env" }] }),
  optionalValue.accepts("kms-value-0", ""),
  value.rejects("kms-value-null", null, "type"),
  value.rejects("kms-value-number", 1, "type"),
  value.rejects("kms-value-boolean", true, "type"),
  value.rejects("kms-value-array", ["env"], "type"),
  value.rejects("kms-value-object", {}, "type"),

  // At most 43 characters: code points, not UTF-16 units or bytes.
  // The ASCII texts of the lengths count themselves: a number ends at the position it names.
  // beyond-bmp: U+20000 to U+20009, two UTF-16 units and four bytes each.
  value.accepts("kms-value-1", "v"),
  value.accepts("kms-value-43-ascii", "--------10--------20--------30--------40-43"),
  value.rejects("kms-value-44-ascii", "--------10--------20--------30--------40--44", "maxLength"),
  ...value.acceptsEach({
    "kms-value-43-cjk":
      "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三",
  }),
  ...value.rejectsEach("maxLength", {
    "kms-value-44-cjk":
      "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四",
  }),
  ...value.acceptsEach({
    "kms-value-43-beyond-bmp":
      "𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂",
  }),
  ...value.rejectsEach("maxLength", {
    "kms-value-44-beyond-bmp":
      "𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃",
  }),
  ...value.acceptsEach({
    "kms-value-43-emoji":
      "😀😁😂🤣😃😄😅😆😇😈😀😁😂🤣😃😄😅😆😇😈😀😁😂🤣😃😄😅😆😇😈😀😁😂🤣😃😄😅😆😇😈😀😁😂",
  }),
  ...value.rejectsEach("maxLength", {
    "kms-value-44-emoji":
      "😀😁😂🤣😃😄😅😆😇😈😀😁😂🤣😃😄😅😆😇😈😀😁😂🤣😃😄😅😆😇😈😀😁😂🤣😃😄😅😆😇😈😀😁😂🤣",
  }),

  // Code points, not what a reader takes for characters: e and U+0301 COMBINING ACUTE ACCENT are two,
  // though NFC would join them; a family of four (emoji joined by U+200D ZERO WIDTH JOINER) is seven.
  value.accepts(
    "kms-value-43-combining",
    "e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e",
  ),
  value.rejects(
    "kms-value-44-combining",
    "e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}",
    "maxLength",
  ),
  value.accepts(
    "kms-value-43-joined-emoji",
    "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{200D}\u{1F466}\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{200D}\u{1F466}\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{200D}\u{1F466}\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{200D}\u{1F466}\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{200D}\u{1F466}\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{200D}\u{1F466}-",
  ),
  value.rejects(
    "kms-value-44-joined-emoji",
    "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{200D}\u{1F466}\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{200D}\u{1F466}\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{200D}\u{1F466}\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{200D}\u{1F466}\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{200D}\u{1F466}\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{200D}\u{1F466}--",
    "maxLength",
  ),

  // The page restricts no characters. (A newer vendor page rules out the first five, and ASCII control
  // characters: a note in the contract, not a rule.)
  value.accepts("kms-value-free-asterisk", "a*b"),
  value.accepts("kms-value-free-less-than", "a<b"),
  value.accepts("kms-value-free-greater-than", "a>b"),
  value.accepts("kms-value-free-backslash", "a\\b"),
  value.accepts("kms-value-free-equals", "a=b"),
  value.accepts("kms-value-free-null", "a\u{0000}b"), // U+0000 NULL
  value.accepts("kms-value-free-tab", "a\u{0009}b"), // U+0009 TAB
  value.accepts("kms-value-free-line-feed", "a\u{000A}b"), // U+000A LINE FEED
  value.accepts("kms-value-free-unit-separator", "a\u{001F}b"), // U+001F INFORMATION SEPARATOR ONE
  value.accepts("kms-value-free-delete", "a\u{007F}b"), // U+007F DELETE

  // What the regexes of CSMS would refuse.
  value.accepts("kms-value-free-slash", "a/b"),
  value.accepts("kms-value-free-punctuation", "!#$%&'(),;?[]^`{|}~"),
  value.accepts("kms-value-free-double-quote", 'a"b'),
  value.accepts("kms-value-free-sys", "_sys_"),
  value.accepts("kms-value-free-sys-x", "_sys_x"),
  value.accepts("kms-value-free-emoji", "🔒"),
  value.accepts("kms-value-free-chinese-punctuation", "环境。"),
  value.accepts("kms-value-free-leading-blank", "\u{0020}prod"), // U+0020 SPACE
  value.accepts("kms-value-free-trailing-blank", "prod\u{0020}"), // U+0020 SPACE
  value.accepts("kms-value-free-blank-alone", "\u{0020}"), // U+0020 SPACE
  value.accepts("kms-value-free-ideographic-blank-alone", "\u{3000}"), // U+3000 IDEOGRAPHIC SPACE
  value.accepts("kms-value-free-trailing-line-feed", "prod\u{000A}"), // U+000A LINE FEED
  value.accepts("kms-value-free-byte-order-mark", "\u{FEFF}prod"), // U+FEFF ZERO WIDTH NO-BREAK SPACE
  value.accepts("kms-value-free-zero-width-space", "a\u{200B}b"), // U+200B ZERO WIDTH SPACE
  value.accepts("kms-value-free-combining", "e\u{0301}"), // U+0301 COMBINING ACUTE ACCENT
  value.accepts("kms-value-free-private-use", "\u{E000}"), // U+E000 private use
  value.accepts("kms-value-free-noncharacter", "\u{FFFF}"), // U+FFFF a noncharacter
];

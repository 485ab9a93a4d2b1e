import type { RequestCase, Source } from "../case.js";
import { create } from "../tags.js";
import { inBody } from "./operation.js";

const source: Source = { page: "kms", table: "request parameters, tags" };

const tag = inBody(source, "/body/tags/0", (tag) => create([tag]));
const keyOf = inBody(source, "/body/tags/0/key", (key) => create([{ key, value: "prod" }]));

/** The key of a tag: presence, type, length, and freedom of characters. */
export const tagKeyCases: readonly RequestCase[] = [
  // Mandatory, and a string.
  tag.rejects("kms-key-absent", { value: "prod" }, "required"),
  keyOf.rejects("kms-key-null", null, "type"),
  keyOf.rejects("kms-key-number", 1, "type"),
  keyOf.rejects("kms-key-boolean", true, "type"),
  keyOf.rejects("kms-key-array", ["env"], "type"),
  keyOf.rejects("kms-key-object", {}, "type"),

  // From 1 to 36 characters: code points, not UTF-16 units or bytes.
  // The ASCII texts of the lengths count themselves: a number ends at the position it names.
  // beyond-bmp: U+20000 to U+20009, two UTF-16 units and four bytes each.
  keyOf.rejects("kms-key-0", "", "minLength"),
  keyOf.accepts("kms-key-1-ascii", "k"),
  keyOf.accepts("kms-key-1-emoji", "🔑"),
  keyOf.accepts("kms-key-36-ascii", "--------10--------20--------30----36"),
  keyOf.rejects("kms-key-37-ascii", "--------10--------20--------30-----37", "maxLength"),
  ...keyOf.acceptsEach({
    "kms-key-36-cjk": "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六",
  }),
  ...keyOf.rejectsEach("maxLength", {
    "kms-key-37-cjk": "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七",
  }),
  ...keyOf.acceptsEach({
    "kms-key-36-beyond-bmp":
      "𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅",
  }),
  ...keyOf.rejectsEach("maxLength", {
    "kms-key-37-beyond-bmp":
      "𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆",
  }),
  ...keyOf.acceptsEach({
    "kms-key-36-emoji": "😀😁😂🤣😃😄😅😆😇😈😀😁😂🤣😃😄😅😆😇😈😀😁😂🤣😃😄😅😆😇😈😀😁😂🤣😃😄",
  }),
  ...keyOf.rejectsEach("maxLength", {
    "kms-key-37-emoji":
      "😀😁😂🤣😃😄😅😆😇😈😀😁😂🤣😃😄😅😆😇😈😀😁😂🤣😃😄😅😆😇😈😀😁😂🤣😃😄😅",
  }),

  // Code points, not what a reader takes for characters: e and U+0301 COMBINING ACUTE ACCENT are two,
  // though NFC would join them; a family of four (emoji joined by U+200D ZERO WIDTH JOINER) is seven.
  keyOf.accepts(
    "kms-key-36-combining",
    "e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}",
  ),
  keyOf.rejects(
    "kms-key-37-combining",
    "e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e\u{0301}e",
    "maxLength",
  ),
  keyOf.accepts(
    "kms-key-36-joined-emoji",
    "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{200D}\u{1F466}\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{200D}\u{1F466}\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{200D}\u{1F466}\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{200D}\u{1F466}\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{200D}\u{1F466}-",
  ),
  keyOf.rejects(
    "kms-key-37-joined-emoji",
    "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{200D}\u{1F466}\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{200D}\u{1F466}\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{200D}\u{1F466}\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{200D}\u{1F466}\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{200D}\u{1F466}--",
    "maxLength",
  ),

  // The page restricts no characters. (A newer vendor page rules out the first five, and ASCII control
  // characters: a note in the contract, not a rule.)
  keyOf.accepts("kms-key-free-asterisk", "a*b"),
  keyOf.accepts("kms-key-free-less-than", "a<b"),
  keyOf.accepts("kms-key-free-greater-than", "a>b"),
  keyOf.accepts("kms-key-free-backslash", "a\\b"),
  keyOf.accepts("kms-key-free-equals", "a=b"),
  keyOf.accepts("kms-key-free-null", "a\u{0000}b"), // U+0000 NULL
  keyOf.accepts("kms-key-free-tab", "a\u{0009}b"), // U+0009 TAB
  keyOf.accepts("kms-key-free-line-feed", "a\u{000A}b"), // U+000A LINE FEED
  keyOf.accepts("kms-key-free-unit-separator", "a\u{001F}b"), // U+001F INFORMATION SEPARATOR ONE
  keyOf.accepts("kms-key-free-delete", "a\u{007F}b"), // U+007F DELETE

  // What the regexes of CSMS would refuse.
  keyOf.accepts("kms-key-free-slash", "a/b"),
  keyOf.accepts("kms-key-free-punctuation", "!#$%&'(),;?[]^`{|}~"),
  keyOf.accepts("kms-key-free-double-quote", 'a"b'),
  keyOf.accepts("kms-key-free-sys", "_sys_"),
  keyOf.accepts("kms-key-free-sys-x", "_sys_x"),
  keyOf.accepts("kms-key-free-emoji", "🔒"),
  keyOf.accepts("kms-key-free-chinese-punctuation", "环境。"),
  keyOf.accepts("kms-key-free-leading-blank", "\u{0020}env"), // U+0020 SPACE
  keyOf.accepts("kms-key-free-trailing-blank", "env\u{0020}"), // U+0020 SPACE
  keyOf.accepts("kms-key-free-blank-alone", "\u{0020}"), // U+0020 SPACE
  keyOf.accepts("kms-key-free-ideographic-blank-alone", "\u{3000}"), // U+3000 IDEOGRAPHIC SPACE
  keyOf.accepts("kms-key-free-trailing-line-feed", "env\u{000A}"), // U+000A LINE FEED
  keyOf.accepts("kms-key-free-byte-order-mark", "\u{FEFF}env"), // U+FEFF ZERO WIDTH NO-BREAK SPACE
  keyOf.accepts("kms-key-free-zero-width-space", "a\u{200B}b"), // U+200B ZERO WIDTH SPACE
  keyOf.accepts("kms-key-free-combining", "e\u{0301}"), // U+0301 COMBINING ACUTE ACCENT
  keyOf.accepts("kms-key-free-private-use", "\u{E000}"), // U+E000 private use
  keyOf.accepts("kms-key-free-noncharacter", "\u{FFFF}"), // U+FFFF a noncharacter
];

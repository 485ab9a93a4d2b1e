import type { RequestCase, Source } from "../case.js";
import { create } from "../tags.js";
import { inBody } from "./operation.js";

const source: Source = { page: "csms", table: "table 4, key" };

const tag = inBody(source, "/body/tags/0", (tag) => create([tag]));
const key = inBody(source, "/body/tags/0/key", (key) => create([{ key }]));

/** The key of a tag: presence, type, length, blanks at its ends, and the reserved prefix. */
export const tagKeyCases: readonly RequestCase[] = [
  // Mandatory, and a string.
  tag.rejects("csms-key-absent", { value: "prod" }, "required"),
  key.rejects("csms-key-null", null, "type"),
  key.rejects("csms-key-number", 1, "type"),
  key.rejects("csms-key-boolean", true, "type"),
  key.rejects("csms-key-array", ["env"], "type"),
  key.rejects("csms-key-object", {}, "type"),

  // From 1 to 128 characters: code points, not UTF-16 units or bytes.
  // The ASCII texts of the lengths count themselves: a number ends at the position it names.
  // beyond-bmp: U+20000 to U+20009, two UTF-16 units and four bytes each.

  // The pattern alone would allow it.
  key.rejects("csms-key-0", "", "minLength"),
  key.accepts("csms-key-1-ascii", "k"),
  key.accepts("csms-key-1-beyond-bmp", "\u{20000}"), // U+20000 CJK UNIFIED IDEOGRAPH-20000
  key.accepts(
    "csms-key-128-ascii",
    "--------10--------20--------30--------40--------50--------60--------70--------80--------90-------100-------110-------120-----128",
  ),
  key.rejects(
    "csms-key-129-ascii",
    "--------10--------20--------30--------40--------50--------60--------70--------80--------90-------100-------110-------120------129",
    "maxLength",
  ),
  key.accepts(
    "csms-key-128-cjk",
    "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八",
  ),
  key.rejects(
    "csms-key-129-cjk",
    "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九",
    "maxLength",
  ),
  key.accepts(
    "csms-key-128-beyond-bmp",
    "𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇",
  ),
  key.rejects(
    "csms-key-129-beyond-bmp",
    "𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈",
    "maxLength",
  ),

  // No blank of any kind at the beginning.

  // U+0020 SPACE
  key.rejects("csms-key-leading-space", "\u{0020}env", "pattern"),
  key.rejects("csms-key-leading-no-break-space", "\u{00A0}env", "pattern"), // U+00A0 NO-BREAK SPACE
  key.rejects("csms-key-leading-ogham-space", "\u{1680}env", "pattern"), // U+1680 OGHAM SPACE MARK
  key.rejects("csms-key-leading-en-quad", "\u{2000}env", "pattern"), // U+2000 EN QUAD
  key.rejects("csms-key-leading-em-space", "\u{2003}env", "pattern"), // U+2003 EM SPACE
  key.rejects("csms-key-leading-hair-space", "\u{200A}env", "pattern"), // U+200A HAIR SPACE
  key.rejects("csms-key-leading-line-separator", "\u{2028}env", "pattern"), // U+2028 LINE SEPARATOR
  key.rejects("csms-key-leading-paragraph-separator", "\u{2029}env", "pattern"), // U+2029 PARAGRAPH SEPARATOR
  key.rejects("csms-key-leading-narrow-no-break-space", "\u{202F}env", "pattern"), // U+202F NARROW NO-BREAK SPACE
  key.rejects("csms-key-leading-mathematical-space", "\u{205F}env", "pattern"), // U+205F MEDIUM MATHEMATICAL SPACE
  key.rejects("csms-key-leading-ideographic-space", "\u{3000}env", "pattern"), // U+3000 IDEOGRAPHIC SPACE

  // No blank of any kind at the end.

  // U+0020 SPACE
  key.rejects("csms-key-trailing-space", "env\u{0020}", "pattern"),
  key.rejects("csms-key-trailing-no-break-space", "env\u{00A0}", "pattern"), // U+00A0 NO-BREAK SPACE
  key.rejects("csms-key-trailing-ogham-space", "env\u{1680}", "pattern"), // U+1680 OGHAM SPACE MARK
  key.rejects("csms-key-trailing-en-quad", "env\u{2000}", "pattern"), // U+2000 EN QUAD
  key.rejects("csms-key-trailing-em-space", "env\u{2003}", "pattern"), // U+2003 EM SPACE
  key.rejects("csms-key-trailing-hair-space", "env\u{200A}", "pattern"), // U+200A HAIR SPACE
  key.rejects("csms-key-trailing-line-separator", "env\u{2028}", "pattern"), // U+2028 LINE SEPARATOR
  key.rejects("csms-key-trailing-paragraph-separator", "env\u{2029}", "pattern"), // U+2029 PARAGRAPH SEPARATOR
  key.rejects("csms-key-trailing-narrow-no-break-space", "env\u{202F}", "pattern"), // U+202F NARROW NO-BREAK SPACE
  key.rejects("csms-key-trailing-mathematical-space", "env\u{205F}", "pattern"), // U+205F MEDIUM MATHEMATICAL SPACE
  key.rejects("csms-key-trailing-ideographic-space", "env\u{3000}", "pattern"), // U+3000 IDEOGRAPHIC SPACE

  // Blanks at both ends, and nothing but blanks.

  // U+0020 SPACE
  key.rejects("csms-key-blank-both-ends", "\u{0020}env\u{0020}", "pattern"),
  key.rejects("csms-key-blank-alone", "\u{0020}", "pattern"), // U+0020 SPACE
  key.rejects("csms-key-ideographic-blank-alone", "\u{3000}", "pattern"), // U+3000 IDEOGRAPHIC SPACE
  key.rejects("csms-key-blanks-alone", "\u{0020}\u{0020}", "pattern"), // U+0020 SPACE, twice

  // _sys_ is a reserved prefix. The printed page shows sys: its converter took the underscores for
  // emphasis, and the vendor's SDKs and API definition have them.
  key.rejects("csms-key-reserved-alone", "_sys_", "pattern"),
  key.rejects("csms-key-reserved-then-letter", "_sys_x", "pattern"),
  key.rejects("csms-key-reserved-then-underscore", "_sys__", "pattern"),
  key.rejects("csms-key-reserved-then-digit", "_sys_1", "pattern"),
  key.rejects("csms-key-reserved-then-cjk", "_sys_环境", "pattern"),
  key.rejects("csms-key-reserved-twice", "_sys__sys_", "pattern"),

  // Near it, but free.
  key.accepts("csms-key-free-sys", "sys"),
  key.accepts("csms-key-free-sys-word", "system"),
  key.accepts("csms-key-free-sys-underscore", "sys_"),
  key.accepts("csms-key-free-sys-underscore-x", "sys_x"),
  key.accepts("csms-key-free-underscore-sys", "_sys"),
  key.accepts("csms-key-free-underscore-sys-word", "_system"),
  key.accepts("csms-key-free-underscore-sys-dot", "_sys.x"),
  key.accepts("csms-key-free-hyphen-sys", "-sys_x"),
  key.accepts("csms-key-free-two-underscores", "__sys_x"),
  key.accepts("csms-key-free-second-letter-other", "_sas_x"),
  key.accepts("csms-key-free-third-letter-other", "_syb_x"),
  key.accepts("csms-key-free-capitals", "_SYS_x"),
  key.accepts("csms-key-free-capital", "_Sys_x"),
  key.accepts("csms-key-free-inside", "x_sys_"),
  key.accepts("csms-key-free-after-blank", "x _sys_"),
  key.accepts("csms-key-free-underscore", "_"),
];

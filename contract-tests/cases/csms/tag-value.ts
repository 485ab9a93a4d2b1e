import type { RequestCase, Source } from "../case.js";
import { create } from "../tags.js";
import { inBody } from "./operation.js";

const source: Source = { page: "csms", table: "table 4, value" };

const tag = inBody(source, "/body/tags/0", (tag) => create([tag]));
const value = inBody(source, "/body/tags/0/value", (value) => create([{ key: "env", value }]));

/** The value of a tag: presence, type, length, and blanks at its ends. */
export const tagValueCases: readonly RequestCase[] = [
  // Optional, but a string if it is there.
  tag.accepts("csms-value-absent", { key: "env" }),
  value.rejects("csms-value-null", null, "type"),
  value.rejects("csms-value-number", 1, "type"),
  value.rejects("csms-value-boolean", true, "type"),
  value.rejects("csms-value-array", ["env"], "type"),
  value.rejects("csms-value-object", {}, "type"),

  // At most 255 characters: code points, not UTF-16 units or bytes.
  // The ASCII texts of the lengths count themselves: a number ends at the position it names.
  // beyond-bmp: U+20000 to U+20009, two UTF-16 units and four bytes each.
  value.accepts("csms-value-0", ""),
  value.accepts("csms-value-1", "v"),
  value.accepts(
    "csms-value-255-ascii",
    "--------10--------20--------30--------40--------50--------60--------70--------80--------90-------100-------110-------120-------130-------140-------150-------160-------170-------180-------190-------200-------210-------220-------230-------240-------250--255",
  ),
  value.rejects(
    "csms-value-256-ascii",
    "--------10--------20--------30--------40--------50--------60--------70--------80--------90-------100-------110-------120-------130-------140-------150-------160-------170-------180-------190-------200-------210-------220-------230-------240-------250---256",
    "maxLength",
  ),
  value.accepts(
    "csms-value-255-cjk",
    "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五",
  ),
  value.rejects(
    "csms-value-256-cjk",
    "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六",
    "maxLength",
  ),
  value.accepts(
    "csms-value-255-beyond-bmp",
    "𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄",
  ),
  value.rejects(
    "csms-value-256-beyond-bmp",
    "𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀀𠀁𠀂𠀃𠀄𠀅",
    "maxLength",
  ),

  // Blanks are free at the ends of a value.

  // U+0020 SPACE
  value.accepts("csms-value-leading-space", "\u{0020}prod"),
  value.accepts("csms-value-leading-no-break-space", "\u{00A0}prod"), // U+00A0 NO-BREAK SPACE
  value.accepts("csms-value-leading-ogham-space", "\u{1680}prod"), // U+1680 OGHAM SPACE MARK
  value.accepts("csms-value-leading-en-quad", "\u{2000}prod"), // U+2000 EN QUAD
  value.accepts("csms-value-leading-em-space", "\u{2003}prod"), // U+2003 EM SPACE
  value.accepts("csms-value-leading-hair-space", "\u{200A}prod"), // U+200A HAIR SPACE
  value.accepts("csms-value-leading-line-separator", "\u{2028}prod"), // U+2028 LINE SEPARATOR
  value.accepts("csms-value-leading-paragraph-separator", "\u{2029}prod"), // U+2029 PARAGRAPH SEPARATOR
  value.accepts("csms-value-leading-narrow-no-break-space", "\u{202F}prod"), // U+202F NARROW NO-BREAK SPACE
  value.accepts("csms-value-leading-mathematical-space", "\u{205F}prod"), // U+205F MEDIUM MATHEMATICAL SPACE
  value.accepts("csms-value-leading-ideographic-space", "\u{3000}prod"), // U+3000 IDEOGRAPHIC SPACE
  value.accepts("csms-value-trailing-space", "prod\u{0020}"), // U+0020 SPACE
  value.accepts("csms-value-trailing-no-break-space", "prod\u{00A0}"), // U+00A0 NO-BREAK SPACE
  value.accepts("csms-value-trailing-ogham-space", "prod\u{1680}"), // U+1680 OGHAM SPACE MARK
  value.accepts("csms-value-trailing-en-quad", "prod\u{2000}"), // U+2000 EN QUAD
  value.accepts("csms-value-trailing-em-space", "prod\u{2003}"), // U+2003 EM SPACE
  value.accepts("csms-value-trailing-hair-space", "prod\u{200A}"), // U+200A HAIR SPACE
  value.accepts("csms-value-trailing-line-separator", "prod\u{2028}"), // U+2028 LINE SEPARATOR
  value.accepts("csms-value-trailing-paragraph-separator", "prod\u{2029}"), // U+2029 PARAGRAPH SEPARATOR
  value.accepts("csms-value-trailing-narrow-no-break-space", "prod\u{202F}"), // U+202F NARROW NO-BREAK SPACE
  value.accepts("csms-value-trailing-mathematical-space", "prod\u{205F}"), // U+205F MEDIUM MATHEMATICAL SPACE
  value.accepts("csms-value-trailing-ideographic-space", "prod\u{3000}"), // U+3000 IDEOGRAPHIC SPACE
  value.accepts("csms-value-blank-alone", "\u{0020}"), // U+0020 SPACE
  value.accepts("csms-value-ideographic-blank-alone", "\u{3000}"), // U+3000 IDEOGRAPHIC SPACE

  // The prefix that keys may not have is free.
  value.accepts("csms-value-sys", "_sys_"),
  value.accepts("csms-value-sys-x", "_sys_x"),
];

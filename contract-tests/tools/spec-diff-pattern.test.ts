import { expect, it } from "vitest";
import { isLoosened } from "../../scripts/spec-diff/pattern.js";

const KEY = String.raw`^((?!\s)(?!_sys_)[\p{L}\p{N}_-]*)(?<!\s)$`;

it.each([
  ["a wider class", String.raw`^[\p{L}_]*$`, String.raw`^[\p{L}\p{N}_]*$`],
  ["a class written otherwise", "^[a-f]$", "^[abcdef]$"],
  ["a wider range", "^[0-9a-f]{8}$", "^[0-9a-z]{8}$"],
  ["a wider quantifier", "^a{2,3}$", "^a{1,}$"],
  ["one more alternative", "^(?:a|b)$", "^(?:a|b|c)$"],
  ["an optional part", "^ab$", "^ab?$"],
  ["a wider class between assertions", KEY, KEY.replace("_-]", "_.-]")],
  ["an assertion within", "^a(?=b)[bc]$", "^a[bc]$"],
  ["an assertion less", KEY, KEY.replace("(?!_sys_)", "")],
  ["the same with a backslash", String.raw`^[\p{L}\/]*$`, String.raw`^[\p{L}/]*$`],
])("takes %s for looser", (_name, before, after) => {
  expect(isLoosened(before, after)).toBe(true);
});

it.each([
  ["a smaller class", String.raw`^[\p{L}\p{N}]*$`, String.raw`^[\p{L}]*$`],
  ["a class that gains and loses", "^[ab]$", "^[bc]$"],
  ["a longer text", "^a{2,3}$", "^a{3,4}$"],
  ["one more assertion", "^[a-z]*$", "^(?!x)[a-z]*$"],
  ["another assertion", "^(?!x)[a-z]*$", "^(?!y)[a-z]*$"],
  ["an alternative with an assertion", "^((?!x)a|xb)$", "^((?!x)a|xb|(?!x)xc)$"],
  ["no anchors, which cannot be decided", "a", "a|b"],
  ["a backreference, which cannot be decided", String.raw`^(a+)\1$`, String.raw`^(a+)\1?$`],
  ["a pattern of which each alternative has one anchor", "^a|b$", "^(?:a|b|c)$"],
  ["an invalid pattern", "^[$", "^[$"],
])("does not take %s for looser", (_name, before, after) => {
  expect(isLoosened(before, after)).toBe(false);
});

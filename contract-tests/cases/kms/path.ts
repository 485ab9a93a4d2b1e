import type { RequestCase, Source } from "../case.js";
import { request } from "./operation.js";

const projectId: Source = { page: "kms", table: "URI, project_id" };
const keyId: Source = { page: "kms", table: "URI, key_id" };
const project_id = "0123456789abcdef0123456789abcdef";
const key_id = "0d0466b0-e727-4d9c-b35d-f84bb474a37f";
const body = { action: "create", tags: [{ key: "env", value: "test" }] };

const projectIds = request(projectId, "/path/project_id", (project_id) => ({
  path: { project_id, key_id },
  body,
}));
const keyIds = request(keyId, "/path/key_id", (key_id) => ({ path: { project_id, key_id }, body }));

/** The path parameters. The page gives project_id a type, and key_id a regex. */
export const pathCases: readonly RequestCase[] = [
  // project_id: any text but none. The values are not yet percent-encoded.

  // HTTP cannot route an empty segment: such a case is for the validators, not for a wire.
  projectIds.rejects("kms-project-id-empty", "", "minLength"),
  ...projectIds.acceptsEach({
    "kms-project-id-1": "0",
    "kms-project-id-32": "fedcba9876543210fedcba9876543210",
    "kms-project-id-36": "919c82d4-8046-4722-9094-35c3c6524cff",
    "kms-project-id-300":
      "--------10--------20--------30--------40--------50--------60--------70--------80--------90-------100-------110-------120-------130-------140-------150-------160-------170-------180-------190-------200-------210-------220-------230-------240-------250-------260-------270-------280-------290-------300",
    "kms-project-id-capitals": "ABC",
    "kms-project-id-unreserved": "a-b.c_d~e",
    "kms-project-id-chinese": "项目",
    "kms-project-id-beyond-bmp": "\u{20000}", // U+20000 CJK UNIFIED IDEOGRAPH-20000
    "kms-project-id-emoji": "🔑",
    "kms-project-id-blank-inside": "my id",
    "kms-project-id-blank-alone": "\u{0020}", // U+0020 SPACE
    "kms-project-id-percent": "100%",
    "kms-project-id-percent-encoded": "%2F",
    "kms-project-id-slash": "a/b",
    "kms-project-id-query-and-fragment": "a?b#c",
    "kms-project-id-sub-delimiters": "!$&'()*+,;=",
    "kms-project-id-gen-delimiters": ":@[]",
    "kms-project-id-backslash": "a\\b",
    "kms-project-id-three-dots": "...",
  }),

  // key_id: digits and small letters in groups of 8, 4, 4, 4 and 12. The page's regex takes any
  // letter, not those of hexadecimal numbers alone.
  keyIds.accepts("kms-key-id-example", "0d0466b0-e727-4d9c-b35d-f84bb474a37f"),
  keyIds.accepts("kms-key-id-digits", "01234567-8901-2345-6789-012345678901"),
  keyIds.accepts("kms-key-id-zeros", "00000000-0000-0000-0000-000000000000"),
  keyIds.accepts("kms-key-id-nines", "99999999-9999-9999-9999-999999999999"),
  keyIds.accepts("kms-key-id-letters", "abcdefgh-ijkl-mnop-qrst-uvwxyzabcdef"),
  keyIds.accepts("kms-key-id-letters-a", "aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa"),
  keyIds.accepts("kms-key-id-letters-z", "zzzzzzzz-zzzz-zzzz-zzzz-zzzzzzzzzzzz"),

  // Each group one character short, and one character long.
  ...keyIds.rejectsEach("pattern", {
    "kms-key-id-first-short": "0d0466b-e727-4d9c-b35d-f84bb474a37f",
    "kms-key-id-first-long": "0d0466b00-e727-4d9c-b35d-f84bb474a37f",
    "kms-key-id-second-short": "0d0466b0-e72-4d9c-b35d-f84bb474a37f",
    "kms-key-id-second-long": "0d0466b0-e7270-4d9c-b35d-f84bb474a37f",
    "kms-key-id-third-short": "0d0466b0-e727-4d9-b35d-f84bb474a37f",
    "kms-key-id-third-long": "0d0466b0-e727-4d9c0-b35d-f84bb474a37f",
    "kms-key-id-fourth-short": "0d0466b0-e727-4d9c-b35-f84bb474a37f",
    "kms-key-id-fourth-long": "0d0466b0-e727-4d9c-b35d0-f84bb474a37f",
    "kms-key-id-fifth-short": "0d0466b0-e727-4d9c-b35d-f84bb474a37",
    "kms-key-id-fifth-long": "0d0466b0-e727-4d9c-b35d-f84bb474a37f0",

    // A capital letter in each group.
    "kms-key-id-first-capital": "0d0466bA-e727-4d9c-b35d-f84bb474a37f",
    "kms-key-id-second-capital": "0d0466b0-e72A-4d9c-b35d-f84bb474a37f",
    "kms-key-id-third-capital": "0d0466b0-e727-4d9A-b35d-f84bb474a37f",
    "kms-key-id-fourth-capital": "0d0466b0-e727-4d9c-b35A-f84bb474a37f",
    "kms-key-id-fifth-capital": "0d0466b0-e727-4d9c-b35d-f84bb474a37A",
    "kms-key-id-capitals": "0D0466B0-E727-4D9C-B35D-F84BB474A37F",
    "kms-key-id-capital-z": "0d0466b0-e727-4d9c-b35d-f84bb474a37Z",

    // The hyphens: each absent, each replaced, and one moved.
    "kms-key-id-first-hyphen-absent": "0d0466b0e727-4d9c-b35d-f84bb474a37f",
    "kms-key-id-second-hyphen-absent": "0d0466b0-e7274d9c-b35d-f84bb474a37f",
    "kms-key-id-third-hyphen-absent": "0d0466b0-e727-4d9cb35d-f84bb474a37f",
    "kms-key-id-fourth-hyphen-absent": "0d0466b0-e727-4d9c-b35df84bb474a37f",
    "kms-key-id-first-hyphen-underscore": "0d0466b0_e727-4d9c-b35d-f84bb474a37f",
    "kms-key-id-second-hyphen-underscore": "0d0466b0-e727_4d9c-b35d-f84bb474a37f",
    "kms-key-id-third-hyphen-underscore": "0d0466b0-e727-4d9c_b35d-f84bb474a37f",
    "kms-key-id-fourth-hyphen-underscore": "0d0466b0-e727-4d9c-b35d_f84bb474a37f",
    "kms-key-id-hyphens-absent": "0d0466b0e7274d9cb35df84bb474a37f",
    "kms-key-id-hyphens-en-dashes":
      "0d0466b0\u{2013}e727\u{2013}4d9c\u{2013}b35d\u{2013}f84bb474a37f", // U+2013 EN DASH
    "kms-key-id-hyphens-non-breaking":
      "0d0466b0\u{2011}e727\u{2011}4d9c\u{2011}b35d\u{2011}f84bb474a37f", // U+2011 NON-BREAKING HYPHEN
    "kms-key-id-hyphen-moved": "0d0466b-0e727-4d9c-b35d-f84bb474a37f",
    "kms-key-id-hyphen-doubled": "0d0466b0--e727-4d9c-b35d-f84bb474a37f",
    "kms-key-id-hyphens-alone": "------------------------------------",

    // In each group, the characters next to the ranges 0 to 9 and a to z, a digit and a small letter
    // beyond ASCII.
    "kms-key-id-first-slash": "0d0466b/-e727-4d9c-b35d-f84bb474a37f",
    "kms-key-id-first-colon": "0d0466b:-e727-4d9c-b35d-f84bb474a37f",
    "kms-key-id-first-backtick": "0d0466b`-e727-4d9c-b35d-f84bb474a37f",
    "kms-key-id-first-open-brace": "0d0466b{-e727-4d9c-b35d-f84bb474a37f",
    "kms-key-id-first-arabic-indic-digit": "0d0466b\u{0663}-e727-4d9c-b35d-f84bb474a37f", // U+0663 ARABIC-INDIC DIGIT THREE
    "kms-key-id-first-accented-letter": "0d0466b\u{00E9}-e727-4d9c-b35d-f84bb474a37f", // U+00E9 LATIN SMALL LETTER E WITH ACUTE
    "kms-key-id-second-slash": "0d0466b0-e72/-4d9c-b35d-f84bb474a37f",
    "kms-key-id-second-colon": "0d0466b0-e72:-4d9c-b35d-f84bb474a37f",
    "kms-key-id-second-backtick": "0d0466b0-e72`-4d9c-b35d-f84bb474a37f",
    "kms-key-id-second-open-brace": "0d0466b0-e72{-4d9c-b35d-f84bb474a37f",
    "kms-key-id-second-arabic-indic-digit": "0d0466b0-e72\u{0663}-4d9c-b35d-f84bb474a37f", // U+0663 ARABIC-INDIC DIGIT THREE
    "kms-key-id-second-accented-letter": "0d0466b0-e72\u{00E9}-4d9c-b35d-f84bb474a37f", // U+00E9 LATIN SMALL LETTER E WITH ACUTE
    "kms-key-id-third-slash": "0d0466b0-e727-4d9/-b35d-f84bb474a37f",
    "kms-key-id-third-colon": "0d0466b0-e727-4d9:-b35d-f84bb474a37f",
    "kms-key-id-third-backtick": "0d0466b0-e727-4d9`-b35d-f84bb474a37f",
    "kms-key-id-third-open-brace": "0d0466b0-e727-4d9{-b35d-f84bb474a37f",
    "kms-key-id-third-arabic-indic-digit": "0d0466b0-e727-4d9\u{0663}-b35d-f84bb474a37f", // U+0663 ARABIC-INDIC DIGIT THREE
    "kms-key-id-third-accented-letter": "0d0466b0-e727-4d9\u{00E9}-b35d-f84bb474a37f", // U+00E9 LATIN SMALL LETTER E WITH ACUTE
    "kms-key-id-fourth-slash": "0d0466b0-e727-4d9c-b35/-f84bb474a37f",
    "kms-key-id-fourth-colon": "0d0466b0-e727-4d9c-b35:-f84bb474a37f",
    "kms-key-id-fourth-backtick": "0d0466b0-e727-4d9c-b35`-f84bb474a37f",
    "kms-key-id-fourth-open-brace": "0d0466b0-e727-4d9c-b35{-f84bb474a37f",
    "kms-key-id-fourth-arabic-indic-digit": "0d0466b0-e727-4d9c-b35\u{0663}-f84bb474a37f", // U+0663 ARABIC-INDIC DIGIT THREE
    "kms-key-id-fourth-accented-letter": "0d0466b0-e727-4d9c-b35\u{00E9}-f84bb474a37f", // U+00E9 LATIN SMALL LETTER E WITH ACUTE
    "kms-key-id-fifth-slash": "0d0466b0-e727-4d9c-b35d-f84bb474a37/",
    "kms-key-id-fifth-colon": "0d0466b0-e727-4d9c-b35d-f84bb474a37:",
    "kms-key-id-fifth-backtick": "0d0466b0-e727-4d9c-b35d-f84bb474a37`",
    "kms-key-id-fifth-open-brace": "0d0466b0-e727-4d9c-b35d-f84bb474a37{",
    "kms-key-id-fifth-arabic-indic-digit": "0d0466b0-e727-4d9c-b35d-f84bb474a37\u{0663}", // U+0663 ARABIC-INDIC DIGIT THREE
    "kms-key-id-fifth-accented-letter": "0d0466b0-e727-4d9c-b35d-f84bb474a37\u{00E9}", // U+00E9 LATIN SMALL LETTER E WITH ACUTE

    // Other characters that are in no range.
    "kms-key-id-first-hyphen-inside": "0-0466b0-e727-4d9c-b35d-f84bb474a37f",
    "kms-key-id-second-hyphen-inside": "0d0466b0-e-27-4d9c-b35d-f84bb474a37f",
    "kms-key-id-third-hyphen-inside": "0d0466b0-e727-4-9c-b35d-f84bb474a37f",
    "kms-key-id-fourth-hyphen-inside": "0d0466b0-e727-4d9c-b-5d-f84bb474a37f",
    "kms-key-id-fifth-hyphen-inside": "0d0466b0-e727-4d9c-b35d-f-4bb474a37f",
    "kms-key-id-second-underscore": "0d0466b0-e_27-4d9c-b35d-f84bb474a37f",
    "kms-key-id-third-underscore": "0d0466b0-e727-4_9c-b35d-f84bb474a37f",
    "kms-key-id-fourth-underscore": "0d0466b0-e727-4d9c-b_5d-f84bb474a37f",
    "kms-key-id-fifth-underscore": "0d0466b0-e727-4d9c-b35d-f_4bb474a37f",
    "kms-key-id-second-blank": "0d0466b0-e\u{0020}27-4d9c-b35d-f84bb474a37f", // U+0020 SPACE
    "kms-key-id-third-blank": "0d0466b0-e727-4\u{0020}9c-b35d-f84bb474a37f", // U+0020 SPACE
    "kms-key-id-fourth-blank": "0d0466b0-e727-4d9c-b\u{0020}5d-f84bb474a37f", // U+0020 SPACE
    "kms-key-id-fifth-blank": "0d0466b0-e727-4d9c-b35d-f\u{0020}4bb474a37f", // U+0020 SPACE
    "kms-key-id-underscore": "_d0466b0-e727-4d9c-b35d-f84bb474a37f",
    "kms-key-id-at": "@d0466b0-e727-4d9c-b35d-f84bb474a37f",
    "kms-key-id-dot": ".d0466b0-e727-4d9c-b35d-f84bb474a37f",
    "kms-key-id-percent": "%d0466b0-e727-4d9c-b35d-f84bb474a37f",
    "kms-key-id-blank": "\u{0020}d0466b0-e727-4d9c-b35d-f84bb474a37f", // U+0020 SPACE
    "kms-key-id-fullwidth-digit": "\u{FF10}d0466b0-e727-4d9c-b35d-f84bb474a37f", // U+FF10 FULLWIDTH DIGIT ZERO
    "kms-key-id-cyrillic-a": "\u{0430}d0466b0-e727-4d9c-b35d-f84bb474a37f", // U+0430 CYRILLIC SMALL LETTER A
    "kms-key-id-long-s": "\u{017F}d0466b0-e727-4d9c-b35d-f84bb474a37f", // U+017F LATIN SMALL LETTER LONG S
    "kms-key-id-kelvin-sign": "\u{212A}d0466b0-e727-4d9c-b35d-f84bb474a37f", // U+212A KELVIN SIGN
    "kms-key-id-letter-beyond-bmp": "\u{1D41A}d0466b0-e727-4d9c-b35d-f84bb474a37f", // U+1D41A MATHEMATICAL BOLD SMALL A

    // Something before it, after it or around it, and nothing.

    // U+0020 SPACE
    "kms-key-id-leading-blank": "\u{0020}0d0466b0-e727-4d9c-b35d-f84bb474a37f",
    "kms-key-id-trailing-blank": "0d0466b0-e727-4d9c-b35d-f84bb474a37f\u{0020}", // U+0020 SPACE
    "kms-key-id-leading-line-feed": "\u{000A}0d0466b0-e727-4d9c-b35d-f84bb474a37f", // U+000A LINE FEED
    "kms-key-id-trailing-line-feed": "0d0466b0-e727-4d9c-b35d-f84bb474a37f\u{000A}", // U+000A LINE FEED: in some regex dialects $ matches before it.
    "kms-key-id-leading-hyphen": "-0d0466b0-e727-4d9c-b35d-f84bb474a37f",
    "kms-key-id-trailing-hyphen": "0d0466b0-e727-4d9c-b35d-f84bb474a37f-",
    "kms-key-id-urn": "urn:uuid:0d0466b0-e727-4d9c-b35d-f84bb474a37f",
    "kms-key-id-braces": "{0d0466b0-e727-4d9c-b35d-f84bb474a37f}",
    "kms-key-id-quotes": '"0d0466b0-e727-4d9c-b35d-f84bb474a37f"',
    "kms-key-id-twice": "0d0466b0-e727-4d9c-b35d-f84bb474a37f0d0466b0-e727-4d9c-b35d-f84bb474a37f",
    "kms-key-id-first-group-alone": "0d0466b0",
    "kms-key-id-alias": "alias/env",
    // HTTP cannot route an empty segment: such a case is for the validators, not for a wire.
    "kms-key-id-empty": "",
  }),
];

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createMask } from "../../src/text/mask.js";

const SECRET = "MIIFx+Tok/en==\"a'b<c>&d%e\\f-_Z";
const mask = createMask([SECRET]);

const hex = (char: string) => char.charCodeAt(0).toString(16).padStart(2, "0");
const each = (spell: (char: string) => string) => [...SECRET].map(spell).join("");

const spellings: Readonly<Record<string, string>> = {
  verbatim: SECRET,
  "in upper case": SECRET.toUpperCase(),
  "in JSON": JSON.stringify(SECRET).slice(1, -1),
  "in JSON with escaped slashes": JSON.stringify(SECRET).slice(1, -1).replaceAll("/", "\\/"),
  "in JSON, each character escaped": each((char) => `\\u00${hex(char)}`),
  "in JSON within JSON": JSON.stringify(JSON.stringify(SECRET)).slice(3, -3),
  "in a URL": encodeURIComponent(SECRET),
  "in a URL, in full": each((char) => `%${hex(char)}`),
  "in a URL, in the old way of JavaScript": each((char) => `%u00${hex(char)}`),
  "in a form, read as if it were none": SECRET.replaceAll("+", " "),
  "in octal": each((char) => `\\${char.charCodeAt(0).toString(8)}`),
  "in lines": SECRET.replace(/.{9}/g, "$&\r\n"),
  "in JSON of lines": JSON.stringify(SECRET.replace(/.{9}/g, "$&\n")).slice(1, -1),
  "in base64 of lines": btoa(SECRET).replace(/.{20}(?=.)/g, "$&\n"),
  "in a URL, twice": encodeURIComponent(encodeURIComponent(SECRET)),
  "in HTML, by number": each((char) => `&#${char.charCodeAt(0)};`),
  "in HTML, by hexadecimal number": each((char) => `&#x${hex(char)};`),
  "in HTML, by name": SECRET.replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;"),
  "in JSON within HTML": JSON.stringify(SECRET).slice(1, -1).replaceAll('"', "&quot;"),
  "in base64": btoa(SECRET),
  "in base64url": Buffer.from(SECRET).toString("base64url"),
  "in hexadecimal": Buffer.from(SECRET).toString("hex"),
};

describe("a secret is masked", () => {
  it.each(Object.entries(spellings))("%s", (_, spelling) => {
    expect(mask(`before ${spelling}, after`)).toMatch(/^before \*\*\*=*, after$/);
    expect(mask(`\\"é😀 ${spelling} %41 ${spelling}`)).toMatch(/^\\"é😀 \*\*\*=* %41 \*\*\*=*$/);
  });

  it.each(Object.entries(spellings))("%s, where the text is cut amid it", (_, spelling) => {
    for (let length = 64; length < spelling.length; length++) {
      expect(mask(`before ${spelling.slice(0, length)}`)).toMatch(/^before \*\*\*$/);
    }
  });

  const secrets = fc
    .string({ unit: "grapheme-ascii", minLength: 8, maxLength: 60 })
    .filter((text) => /^[\x21-\x7e]+$/.test(text));

  it("in whatever mixture of spellings", () => {
    const spellingOf = (char: string) =>
      fc.constantFrom(char, `\\u00${hex(char)}`, `%${hex(char)}`, `&#x${hex(char)};`);
    const texts = secrets.chain((secret) =>
      fc.tuple(...[...secret].map(spellingOf)).map((parts) => ({ secret, text: parts.join("") })),
    );
    const property = fc.property(texts, ({ secret, text }) => {
      // What an escape makes of the secret itself has to be seen through as well.
      fc.pre(!/[\\%&]/.test(secret));
      expect(createMask([secret])(`"${text}"`)).toBe('"***"');
    });
    fc.assert(property, { seed: 1, numRuns: 300 });
  });

  it("verbatim, whatever it holds", () => {
    const property = fc.property(secrets, (secret) => {
      expect(createMask([secret])(`a ${secret} b`)).not.toContain(secret);
    });
    fc.assert(property, { seed: 1, numRuns: 300 });
  });
});

describe("a part of 16 characters of a secret is masked", () => {
  const letters = "MIIFabcDEFghiJKLmnoPQRstuVWXyz0123456789";
  const one = createMask([letters]);

  it("wherever the secret was cut", () => {
    for (let start = 0; start + 16 <= letters.length; start++) {
      for (const length of [16, 17, 23, letters.length - start]) {
        const part = letters.slice(start, start + length);
        expect(one(`invalid: ${part}... `)).toBe("invalid: ***... ");
        expect(one(`{"a":"${part}","b":"${part}"}`)).toBe('{"a":"***","b":"***"}');
      }
    }
  });

  it("also where a few characters of it occur twice", () => {
    const twice = `MIIFjk3L${letters.slice(8, 16)}m9Pq2Rs${letters.slice(8)}`;
    const mask = createMask([twice]);
    for (let start = 0; start + 16 <= twice.length; start++) {
      const part = twice.slice(start, start + 16);
      for (let pad = 0; pad < 8; pad++)
        expect(mask(`${"#".repeat(pad)}${part}#`)).not.toContain(part);
    }
  });

  it("also where parts of two secrets overlap", () => {
    const [a, b] = ["a1b2c3d4e5f6g7h8i9j0", "g7h8i9j0k1l2m3n4o5p6"];
    for (let pad = 0; pad < 8; pad++) {
      const text = `${"#".repeat(pad)}${a}${b.slice(8)}#`;
      expect(createMask([a, b])(text)).toBe(`${"#".repeat(pad)}***#`);
    }
  });

  it("and a shorter one is not, but at the end", () => {
    expect(one(`${letters.slice(0, 15)}... ${letters.slice(9, 24)}`)).not.toContain("***");
    expect(one(`a ${letters.slice(0, 15)}`)).toBe("a ***");
  });

  it("also where it is UTF-16 that was read byte by byte", () => {
    expect(one(`a: ${[...letters.slice(0, 20)].join("\0")}\0.`)).toBe("a: ***\0.");
  });

  it("and the break of the line after it stays", () => {
    expect(one(`a: ${letters}\r\nb: ${letters}\nc`)).toBe("a: ***\r\nb: ***\nc");
  });
});

it.each(["base64", "base64url"] as const)("a secret is masked within %s", (encoding) => {
  const secret = "MIIFx+Tok/en~with>all?kinds-of_characters";
  for (const before of ["", "X", "XY", "X-Auth-Token: "]) {
    for (const after of ["", "\n", "ab"]) {
      const shown = createMask([secret])(Buffer.from(before + secret + after).toString(encoding));
      const left = Buffer.from(shown.replace("***", "////"), "base64").toString("latin1");
      expect(shown).toContain("***");
      expect(left).not.toContain(secret.slice(1, -1));
      expect(shown.length).toBeLessThan(30);
    }
  }
});

describe("a mask", () => {
  it("leaves all else as it is", () => {
    const text = JSON.stringify({ a: "é\n\\u0041", b: "%41&amp;", c: ["MIIFx", "x".repeat(99)] });
    expect(mask(text)).toBe(text);
    expect(createMask(["short"])("short but sweet")).toBe("short but sweet");
    expect(createMask([])(text)).toBe(text);
  });

  it("masks the longer of two secrets, and both where they touch", () => {
    const both = createMask(["abcdefgh", "abcdefgh-ijkl"]);
    expect(both("(abcdefgh-ijkl) (abcdefgh)")).toBe("(***) (***)");
  });

  it.each(["\\", "%25", "&#x0", "&", "%", "\\u00", "M", "MIIFx+Tok/", "\n", "\\n", "%u00", "\\7"])(
    "takes linear time on a text of many %s",
    (part) => {
      // Quadratic time would run into the time limit of the test.
      expect(mask(part.repeat(300_000)).length).toBeGreaterThan(0);
    },
  );

  it("takes breaks of lines without an end", () => {
    expect(mask(`{}${"\n".repeat(1e7)}`)).toHaveLength(1e7 + 2);
  });

  it("of a long secret takes linear time as well", () => {
    const long = createMask([Array.from({ length: 5000 }, (_, i) => i.toString(36)).join("")]);
    expect(long("a".repeat(3e6))).toHaveLength(3e6);
  });
});

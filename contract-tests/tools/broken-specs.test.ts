import { execFile } from "node:child_process";
import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { generate } from "../../scripts/generator/index.js";
import { loadSpec } from "../../scripts/generator/load-spec.js";
import { listOperations } from "../../scripts/generator/operations.js";
import { SpecError } from "../../scripts/generator/spec-error.js";

/** A sound spec, of which each broken one is an edit. */
const SOUND = `openapi: 3.1.1
info:
  title: Things
  version: 1.0.0
  license: { name: MIT, identifier: MIT }
servers:
  - url: https://example.com
paths:
  /things/{id}:
    post:
      operationId: addThing
      parameters:
        - name: id
          in: path
          required: true
          schema: { type: string, minLength: 1 }
        - $ref: "#/components/parameters/Page"
      requestBody:
        required: true
        content:
          application/json:
            schema: { $ref: "#/components/schemas/Thing" }
            example: { name: a, color: red, parts: [{ id: 1 }] }
      responses:
        "200":
          description: Added.
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Thing" }
        "204":
          description: There already.
components:
  parameters:
    Page:
      name: page
      in: query
      schema: { type: integer }
  schemas:
    Thing:
      type: object
      required: [name]
      properties:
        name: { type: string, pattern: "^[a-z]+$" }
        color: { type: string, enum: [red, blue], default: red }
        parts:
          type: array
          minItems: 1
          maxItems: 5
          x-unique-item-properties: [id]
          items: { $ref: "#/components/schemas/Part" }
    Part:
      type: object
      properties:
        id: { type: integer }
`;

const RESPONSES = SOUND.slice(SOUND.indexOf("      responses:"), SOUND.indexOf("components:"));
const EMPTY = "description: There already.";
const TOTAL = "$&\n          headers: { X Total: { schema: { type: integer } } }";
const SCHEME = '$&  securitySchemes:\n    Key: { type: apiKey, in: header, name: "X Key" }\n';
const EVIL = '"X\\r\\nEvil: 1"\n      in: header';
const OBJECTS = "schema: { type: array, items: { type: object } }";
const CONTENT = "content: { application/json: { schema: { type: integer } } }";
const EXAMPLE = "example: { name: a, color: red, parts: [{ id: 1 }] }";
const PART = '"#/components/schemas/Part"';
const WEB = '"http://127.0.0.1:9/part.yaml"';
const LOOP = `$ref: "#/components/parameters/Other"
    Other:
      $ref: "#/components/parameters/Page"
`;
const DEFAULT = `$&
        default:
          description: Any other.
          content: { application/json: { schema: { type: string }, example: 1 } }`;
/** Aliases of aliases, which stand for a billion ones. */
const BOMB = `x-bomb:\n  l0: &l0 [1]\n${Array.from(
  { length: 9 },
  (_, i) => `  l${i + 1}: &l${i + 1} [${Array(9).fill(`*l${i}`).join(", ")}]\n`,
).join("")}$&`;

/** An edit, and what is said of it: of a line that it writes, or of one that holds `at`. */
type Broken = readonly [name: string, from: string | RegExp, to: string, says: RegExp, at?: string];

const BROKEN: readonly Broken[] = [
  ["bad YAML", "info:", "info: [", /flow collection|unexpected/i, ""],
  ["a slip in a media type", /application(?=.*\n.*\n +example)/, "aplication", /not a media type/],
  ["a default outside its enum", "default: red", "default: green", /default must be equal to one/],
  ["a unique property that no item has", "[id]", "[key]", /no property `key`; they have id/],
  ["unique properties that are no list", "[id]", "id", /list of property names/],
  ["a body under 204", EMPTY, "$&\n          content: {}", /A 204 has no body: take/, '"204"'],
  ["no responses", RESPONSES, "", /documents no response: add `responses`/, "operationId"],
  ["a name that no header has", "page\n      in: query", EVIL, /cannot be the name of a header/],
  ["a scheme that no header has", "components:\n", SCHEME, /"X Key" cannot be the name/],
  ["a blank in the name of a header", EMPTY, TOTAL, /"X Total" cannot be the name/],
  ["an optional path parameter", /(?<=path)\n.*/, "", /must say `required: true`/, "name: id"],
  [
    "servers of a path",
    "post:\n",
    "servers: [{ url: https://b.example }]\n    $&",
    /share the doc/,
  ],
  ["servers of an operation", /(?=operationId)/, "servers: [{ url: / }]\n      ", /share the doc/],
  ["a cookie", "in: query", "in: cookie", /Use a header/],
  ["a parameter of content", "schema: { type: integer }", CONTENT, /by a `schema`/],
  [
    "a list in a path",
    "type: string, minLength: 1",
    "type: array, items: {}",
    /cannot be an array/,
  ],
  ["an object in a header", /query\n.*/, "header\n      schema: { type: object }", /be an object/],
  [
    "a list by allOf in a path",
    "type: string, minLength: 1",
    "allOf: [{ type: array }]",
    /an array/,
  ],
  [
    "a style of a path",
    "required: true\n          schema",
    "style: label\n          $&",
    /use simple/,
  ],
  ["objects in a query", "schema: { type: integer }", OBJECTS, /An item .* cannot be an object/],
  ["a schema that is itself", /Part:\n(.*\n)+/, `Part: { $ref: ${PART} }`, /back to itself/],
  ["parameters that are each other", /name: page\n.*\n.*\n/, LOOP, /leads back to itself/],
  ["a keyword that does not exist", "maxItems", "maxItem", /maxItem/],
  ["a limit that is text", "maxItems: 5", 'maxItems: "5"', /integer|number/],
  ["a regex that is none", "[a-z]+", "[a-z+", /not a regex in Unicode mode/],
  ["contradicting limits", "minItems: 1", "minItems: 9", /minItems 9 is above maxItems 5/],
  ["a type that does not exist", "id: { type: integer", "id: { type: int", /int/],
  ["a wrong example of a body", "{ name: a,", "{ name: A,", /must match pattern/],
  ["a wrong example of a property", "id: { type: integer", "$&, examples: [a]", /integer/],
  ["a wrong example of a default response", "responses:", DEFAULT, /string/],
  ["no operationId", "      operationId: addThing\n", "", /operationId/, "post:"],
  ["an operationId that promises use", "addThing", "then", /`then` is taken/],
  ["an operationId that every object has", "addThing", "constructor", /`constructor` is taken/],
  ["an operationId that is the prototype", "addThing", "__proto__", /`__proto__` is taken/],
  ["an operationId that is no identifier", "addThing", "add-thing", /JavaScript identifier/],
  ["a reference to nothing", 'schemas/Part"', 'schemas/Parts"', /Can't resolve \$ref/],
  ["a reference to the network", PART, WEB, /on the network.*copy it/],
  ["a reference out of the folder", PART, '"../../../etc/passwd"', /outside the folder/],
  ["a reference within an extension", "info:", `x-more: { $ref: ${WEB} }\n$&`, /on the network/],
  ["an example elsewhere", EXAMPLE, `examples: { a: { externalValue: ${WEB} } }`, /on the network/],
  ["a schema with an id", "Part:\n", "$&      $id: https://a.example\n", /`\$id` is not supported/],
  ["a property __proto__", /id: .*/, '$&\n        "__proto__": {}', /cannot be a name/],
  ["then without if", "Part:\n", "$&      then: {}\n", /"then" without "if" is ignored/],
  ["aliases that unfold to a billion", "info:", BOMB, /unfold to more than/, ""],
  ["an anchor within itself", "info:", "x-loop: &l { again: *l }\n$&", /within its own anchor/, ""],
];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "dew-tags-broken-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function write(text: string): Promise<string> {
  const path = join(folder, "openapi.yaml");
  await writeFile(path, text);
  return path;
}

async function problemsOf(text: string): Promise<SpecError["problems"]> {
  const error = await generate(await write(text)).catch((reason: unknown) => reason);
  if (error instanceof SpecError) return error.problems;
  throw error instanceof Error ? error : new Error("it was taken");
}

describe("a spec is refused, with line and remedy, that has", () => {
  it.each(BROKEN.map((row) => [row[0], row] as const))("%s", async (_, [, from, to, says, at]) => {
    const text = SOUND.replace(from, to);
    expect(text).not.toBe(SOUND);
    const before = SOUND.split("\n");
    const lines = text.split("\n");
    const isMeant = (line: string) =>
      at === undefined ? !before.includes(line) : line.includes(at);
    const expected = lines.flatMap((line, i) => (isMeant(line) ? [i + 1] : []));
    const fitting = (await problemsOf(text)).filter(({ message }) => says.test(message));
    const named = fitting.map(({ where }) => Number(/openapi\.yaml:(\d+):/.exec(where)?.[1] ?? 1));
    expect(
      named.filter((one) => expected.includes(one)),
      JSON.stringify(fitting),
    ).not.toEqual([]);
  });

  it("a file that is none, so that reading it never ends", async () => {
    await promisify(execFile)("mkfifo", [join(folder, "pipe.yaml")]);
    const text = SOUND.replace('"#/components/schemas/Part"', "pipe.yaml");
    expect((await problemsOf(text))[0]?.message).toMatch(/no regular file/);
  });

  it("a file that is a link out of the folder", async () => {
    await symlink("/etc/hostname", join(folder, "link.yaml")).catch(() => {});
    const text = SOUND.replace('"#/components/schemas/Part"', "link.yaml");
    expect((await problemsOf(text))[0]?.message).toMatch(/outside the folder/);
  });
});

describe("a spec is taken that has", () => {
  it("nothing wrong", async () => {
    await generate(await write(SOUND));
  });

  it("extensions where responses and paths are", async () => {
    const text = SOUND.replace(
      "      responses:",
      "      responses:\n        x-note: some",
    ).replace("paths:", "paths:\n  x-note: null");
    const { document } = await loadSpec(await write(text));
    const [operation] = listOperations(document);
    expect(operation?.responses.map(({ status }) => status)).toEqual(["200", "204"]);
    await generate(await write(text));
  });

  it.each(["webhooks:", "components:\n  pathItems:"])("extensions in %s", async (section) => {
    const item =
      "\n    hook:\n      x-note: 1\n      post:\n        operationId: hook\n        responses:\n          x-note: 1\n          2XX: { description: Heard. }\n";
    const text = section.startsWith("components")
      ? SOUND.replace("components:", section + item)
      : SOUND + section + item;
    expect((await generate(await write(text))).get("types.ts")).not.toContain("x-note");
  });

  it("text or a list in a path, and elsewhere what no client sends", async () => {
    const hook =
      "webhooks:\n  hook:\n    servers: [{ url: / }]\n    post:\n      operationId: hook\n      parameters:\n        - { name: a, in: cookie, schema: { type: string } }\n      responses:\n        2XX: { description: Heard. }\n";
    const text = SOUND.replace("{ type: string, minLength: 1 }", "{ type: [string, array] }");
    await generate(await write(text + hook));
  });

  it("schemas of parameters that refer back to themselves", async () => {
    const tree = Array.from("abcdef", (name) => `${name}: { $ref: "#/components/schemas/Tree" }`);
    const text = SOUND.replace(
      "schema: { type: integer }",
      'schema: { $ref: "#/components/schemas/Tree" }',
    ).replace(/$/, `    Tree: { type: object, properties: { n: { type: integer }, ${tree} } }\n`);
    const made = (await generate(await write(text))).get("operations.ts") ?? "";
    expect(made.length).toBeLessThan(10_000);
    expect(made).toMatch(/"n": \{\s+"type": "integer"/);
  });

  it("a format that nobody knows, a union of types, a sibling of a $ref, a default response", async () => {
    const text = SOUND.replace("id: { type: integer", "id: { type: [integer, string], format: code")
      .replace(PART, `${PART}, minProperties: 1`)
      .replace("responses:", DEFAULT.replace("type: string", 'type: [integer, "null"]'));
    const files = await generate(await write(text));
    expect(files.get("openapi-3.0.json")).not.toMatch(/"type": \[/);
  });

  it.each([
    "1.0.0\\nprocess.exit(7)",
    "1\\u2028process.exit(7)",
    "1\\rprocess.exit(7)",
    "1*/ process.exit(7)",
  ])("a version that would end a comment: %s", async (version) => {
    const files = await generate(
      await write(SOUND.replace("version: 1.0.0", `version: "${version}"`)),
    );
    for (const [name, text] of files) {
      if (/\.(ts|js)$/.test(name))
        expect(text.split(/[\n\r\u2028\u2029]/)[0], name).toContain("sha256");
    }
  });
});

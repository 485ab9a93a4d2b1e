// Specs that nothing can be generated from: one sound contract, and an edit that breaks it.

export const SOUND = `openapi: 3.1.1
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

export interface BrokenSpec {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** The line of the edited spec that the error must name. */
  readonly at: string;
  readonly says: RegExp;
}

const bomb = Array.from(
  { length: 9 },
  (_, i) => `  l${i + 1}: &l${i + 1} [${Array(9).fill(`*l${i}`).join(", ")}]`,
).join("\n");

export const BROKEN_SPECS: readonly BrokenSpec[] = [
  {
    name: "a media type with a slip of the pen",
    from: `        content:
          application/json:
            schema: { $ref: "#/components/schemas/Thing" }
            example`,
    to: `        content:
          aplication/json:
            schema: { $ref: "#/components/schemas/Thing" }
            example`,
    at: "aplication/json",
    says: /not a media type.*Did you mean application\/json\?/,
  },
  {
    name: "a default outside its enum",
    from: "default: red",
    to: "default: green",
    at: "default: green",
    says: /the default must be equal to one of the allowed values/,
  },
  {
    name: "unique properties that the items do not have",
    from: "x-unique-item-properties: [id]",
    to: "x-unique-item-properties: [key]",
    at: "x-unique-item-properties",
    says: /no property `key`; they have id/,
  },
  {
    name: "a body under 204",
    from: "          description: There already.",
    to: "          description: There already.\n          content: { application/json: { schema: {} } }",
    at: '"204"',
    says: /A 204 has no body: take its `content` out/,
  },
  {
    name: "no responses at all",
    from: SOUND.slice(SOUND.indexOf("      responses:"), SOUND.indexOf("components:")),
    to: "",
    at: "operationId: addThing",
    says: /documents no response: add `responses`/,
  },
  {
    name: "a parameter whose name no header can have",
    from: "      name: page\n      in: query",
    to: '      name: "X\\r\\nEvil: 1"\n      in: header',
    at: "X\\r\\nEvil",
    says: /cannot be the name of a header/,
  },
  {
    name: "a security scheme whose name no header can have",
    from: "components:\n",
    to: 'components:\n  securitySchemes:\n    Key: { type: apiKey, in: header, name: "X Key" }\n',
    at: "X Key",
    says: /"X Key" cannot be the name of a header/,
  },
  {
    name: "a header of a response with a blank in its name",
    from: "          description: There already.",
    to: "          description: There already.\n          headers: { X Total: { schema: { type: integer } } }",
    at: "X Total",
    says: /"X Total" cannot be the name of a header/,
  },
  {
    name: "a path parameter that is not required",
    from: "          required: true\n          schema",
    to: "          schema",
    at: "- name: id",
    says: /must say `required: true`/,
  },
  {
    name: "a schema that is a reference to itself",
    from: "    Part:\n      type: object\n      properties:\n        id: { type: integer }\n",
    to: '    Part: { $ref: "#/components/schemas/Part" }\n',
    at: "Part: { $ref",
    says: /leads back to itself/,
  },
  {
    name: "parameters that refer to each other",
    from: "      name: page\n      in: query\n      schema: { type: integer }\n",
    to: '      $ref: "#/components/parameters/Other"\n    Other:\n      $ref: "#/components/parameters/Page"\n',
    at: "components/parameters/",
    says: /leads back to itself/,
  },
  {
    name: "a keyword that does not exist",
    from: "maxItems: 5",
    to: "maxItem: 5",
    at: "maxItem: 5",
    says: /maxItem/,
  },
  {
    name: "a regex that is none",
    from: '"^[a-z]+$"',
    to: '"^[a-z+$"',
    at: "pattern",
    says: /not a regex in Unicode mode/,
  },
  {
    name: "limits that contradict each other",
    from: "minItems: 1",
    to: "minItems: 9",
    at: "minItems: 9",
    says: /minItems 9 is above maxItems 5/,
  },
  {
    name: "a type that does not exist",
    from: "id: { type: integer }",
    to: "id: { type: int }",
    at: "type: int }",
    says: /int/,
  },
  {
    name: "an example that does not fit",
    from: "example: { name: a,",
    to: "example: { name: A,",
    at: "example: { name: A",
    says: /must match pattern/,
  },
  {
    name: "an operationId that promises use",
    from: "operationId: addThing",
    to: "operationId: then",
    at: "operationId: then",
    says: /`then` is taken/,
  },
  {
    name: "an operationId that every object has",
    from: "operationId: addThing",
    to: "operationId: constructor",
    at: "operationId: constructor",
    says: /`constructor` is taken/,
  },
  {
    name: "an operationId that is the prototype",
    from: "operationId: addThing",
    to: "operationId: __proto__",
    at: "operationId: __proto__",
    says: /`__proto__` is taken/,
  },
  {
    name: "an operationId that is no identifier",
    from: "operationId: addThing",
    to: "operationId: add-thing",
    at: "operationId: add-thing",
    says: /JavaScript identifier/,
  },
  {
    name: "a reference to nothing",
    from: 'items: { $ref: "#/components/schemas/Part" }',
    to: 'items: { $ref: "#/components/schemas/Parts" }',
    at: "schemas/Parts",
    says: /Can't resolve \$ref/,
  },
  {
    name: "a reference to the network",
    from: 'items: { $ref: "#/components/schemas/Part" }',
    to: "items: { $ref: 'http://127.0.0.1:9/part.yaml' }",
    at: "http://127.0.0.1",
    says: /on the network.*copy it/,
  },
  {
    name: "a reference out of the folder",
    from: 'items: { $ref: "#/components/schemas/Part" }',
    to: "items: { $ref: '../../../etc/passwd' }",
    at: "etc/passwd",
    says: /outside the folder of the spec/,
  },
  {
    name: "a reference within an extension to the network",
    from: "info:",
    to: "x-more: { $ref: 'http://127.0.0.1:9/more.yaml' }\ninfo:",
    at: "x-more",
    says: /on the network/,
  },
  {
    name: "an example that lies elsewhere",
    from: "            example: { name: a, color: red, parts: [{ id: 1 }] }",
    to: "            examples: { far: { externalValue: 'http://127.0.0.1:9/example.json' } }",
    at: "externalValue",
    says: /on the network/,
  },
  {
    name: "a schema with an id of its own",
    from: "    Part:\n      type: object",
    to: "    Part:\n      $id: https://example.com/part\n      type: object",
    at: "$id",
    says: /`\$id` is not supported/,
  },
  {
    name: "a property that is the prototype",
    from: "        id: { type: integer }",
    to: '        id: { type: integer }\n        "__proto__": { type: string }',
    at: "__proto__",
    says: /`__proto__` cannot be a name/,
  },
  {
    name: "a conditional without a condition",
    from: "    Part:\n      type: object",
    to: "    Part:\n      then: { required: [id] }\n      type: object",
    at: "then:",
    says: /"then" without "if" is ignored/,
  },
  {
    name: "aliases that unfold to a billion",
    from: "info:",
    to: `x-bomb:\n  l0: &l0 [1]\n${bomb}\ninfo:`,
    at: "openapi",
    says: /unfold to more than/,
  },
  {
    name: "an anchor that holds its own alias",
    from: "info:",
    to: "x-loop: &loop { again: *loop }\ninfo:",
    at: "openapi",
    says: /within its own anchor/,
  },
];

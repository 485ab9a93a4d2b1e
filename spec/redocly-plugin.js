// Rules that Redocly lacks. `npm run spec:lint` applies them through redocly.yaml, and
// `npm run generate` applies those of them that make a document unusable.

/** Pairs of keywords of which the first may not exceed the second. */
const BOUNDS = [
  ["minLength", "maxLength"],
  ["minItems", "maxItems"],
  ["minProperties", "maxProperties"],
  ["minContains", "maxContains"],
  ["minimum", "maximum"],
  ["exclusiveMinimum", "exclusiveMaximum"],
];

/** A regex that Unicode mode refuses makes Prism drop the whole validation of the operation. */
function RegexUnicode() {
  return {
    Schema(schema, { report, location }) {
      const patterns = [
        ...(typeof schema.pattern === "string" ? [[schema.pattern, ["pattern"]]] : []),
        ...Object.keys(schema.patternProperties ?? {}).map((key) => [
          key,
          ["patternProperties", key],
        ]),
      ];
      for (const [pattern, path] of patterns) {
        try {
          new RegExp(pattern, "u");
        } catch (error) {
          report({
            message: `\`${pattern}\` is not a regex in Unicode mode: ${error.message.replace(/^.*\/: /, "")}.`,
            location: location.child(path),
          });
        }
      }
    },
  };
}

function BoundsOrdered() {
  return {
    Schema(schema, { report, location }) {
      for (const [low, high] of BOUNDS) {
        if (schema[low] > schema[high]) {
          report({
            message: `${low} ${schema[low]} is above ${high} ${schema[high]}: nothing can satisfy both.`,
            location: location.child([low]),
          });
        }
      }
    },
  };
}

/** The client gets a method of this name, so it must be one that JavaScript can spell. */
function OperationIdIdentifier() {
  return {
    Operation({ operationId }, { report, location }) {
      if (operationId !== undefined && !/^[A-Za-z_$][\w$]*$/.test(operationId)) {
        report({
          message: `operationId \`${operationId}\` must be a JavaScript identifier, such as \`listTags\`.`,
          location: location.child(["operationId"]),
        });
      }
    },
  };
}

/** `x-unique-item-properties` says what JSON Schema cannot: no two items share these values. */
function UniqueItemProperties() {
  return {
    Schema(schema, { report, location }) {
      const names = schema["x-unique-item-properties"];
      if (names === undefined) return;
      const wellFormed =
        Array.isArray(names) && names.length > 0 && names.every((name) => typeof name === "string");
      if (!wellFormed || schema.type !== "array") {
        report({
          message:
            "x-unique-item-properties must be a list of property names, on a schema of type array.",
          location: location.child(["x-unique-item-properties"]),
        });
      }
    },
  };
}

export default function dewPlugin() {
  return {
    id: "dew",
    rules: {
      oas3: {
        "regex-unicode": RegexUnicode,
        "bounds-ordered": BoundsOrdered,
        "operation-id-identifier": OperationIdIdentifier,
        "unique-item-properties": UniqueItemProperties,
      },
    },
  };
}

// What Redocly lacks. `npm run spec:lint` and `npm run spec:diff` apply it through redocly.yaml,
// and `npm run generate` applies those rules whose breach makes a document unusable.
// It imports nothing, so that it works wherever spec/ is copied to.

/** Pairs of keywords of which the first may not exceed the second. */
const BOUNDS = [
  ["minLength", "maxLength"],
  ["minItems", "maxItems"],
  ["minProperties", "maxProperties"],
  ["minContains", "maxContains"],
  ["minimum", "maximum"],
  ["exclusiveMinimum", "exclusiveMaximum"],
];

/** Keywords of a schema that refuse values: each must say in `x-source` where it comes from. */
const SOURCED = [
  "enum",
  "const",
  "minLength",
  "maxLength",
  "pattern",
  "minItems",
  "maxItems",
  "uniqueItems",
  "x-unique-item-properties",
  "required",
  "additionalProperties",
  "minimum",
  "maximum",
  "format",
];

/** A regex that Unicode mode refuses makes Prism drop the whole validation of the operation. */
function RegexUnicode() {
  return {
    Schema(schema, { report, location }) {
      for (const [pattern, path] of regexesOf(schema)) {
        try {
          new RegExp(pattern, "u");
        } catch (error) {
          report({
            message: `\`${pattern}\` is not a regex in Unicode mode: ${error.message.replace(/^.*\/u: /s, "")}.`,
            location: location.child(path),
          });
        }
      }
    },
  };
}

/** JSON Schema searches: a regex without anchors accepts a value that merely contains a match. */
function RegexAnchored() {
  return {
    Schema(schema, { report, location }) {
      for (const [pattern, path] of regexesOf(schema)) {
        if (isAnchored(pattern)) continue;
        report({
          message: `\`${pattern}\` also accepts a value that merely contains a match: begin it with ^, end it with $, and put alternatives into a group.`,
          location: location.child(path),
        });
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

/** A file of components may hold some that nothing refers to; `no-unused-components` sees the root alone. */
function ComponentUsed() {
  const usedBySource = new Map();
  return {
    ref: {
      leave(_ref, _context, { location }) {
        const [, key] = /^#\/([^/]+)/.exec(location?.pointer ?? "") ?? [];
        if (key === undefined) return;
        const known = usedBySource.get(location.source) ?? { location, keys: new Set() };
        known.keys.add(key.replaceAll("~1", "/").replaceAll("~0", "~"));
        usedBySource.set(location.source, known);
      },
    },
    Root: {
      leave(_root, { report, location: { source } }) {
        for (const [file, { location, keys }] of usedBySource) {
          if (file === source) continue;
          for (const [, , key] of file.body.matchAll(/^(["']?)([\w.-]+)\1:/gm)) {
            if (keys.has(key)) continue;
            const Location = location.constructor;
            report({
              message: `Nothing refers to \`${key}\`.`,
              location: new Location(file, "#/").child([key]).key(),
            });
          }
        }
      },
    },
  };
}

/** `x-deviations` become a table, whose columns are these texts. */
function DeviationsComplete() {
  return {
    any(node, { report, location }) {
      const deviations = node?.["x-deviations"];
      if (deviations === undefined) return;
      for (const [name, deviation] of Object.entries(deviations)) {
        for (const column of ["page", "contract", "why"]) {
          if (typeof deviation?.[column] === "string") continue;
          report({
            message: `The deviation \`${name}\` has no text \`${column}\`.`,
            location: location.child(["x-deviations", name]).key(),
          });
        }
      }
    },
  };
}

/**
 * `x-source` says whether a rule is the page's, the vendor's or ours: a text, or a map from keyword
 * to text in which `*` stands for the rest.
 */
function Source() {
  const check = (node, kind, rules, { report, location }) => {
    const source = node["x-source"];
    const at = (...path) => location.child(["x-source", ...path]);
    if (source === undefined) {
      if (rules.length === 0) return;
      report({
        message: `${kind} has no x-source: say whether ${list(rules)} is of the page, of the vendor or ours.`,
        location: location.key(),
      });
      return;
    }
    const isMap = typeof source === "object" && source !== null && !Array.isArray(source);
    for (const [keyword, text] of isMap ? Object.entries(source) : [[undefined, source]]) {
      const place = keyword === undefined ? at() : at(keyword);
      if (keyword !== undefined && keyword !== "*" && !Object.hasOwn(node, keyword)) {
        report({
          message: `x-source names \`${keyword}\`, which is not a keyword here.`,
          location: place.key(),
        });
      }
      if (typeof text !== "string" || !/^(?:page|vendor|ours)(?![\w-])/.test(text)) {
        report({
          message:
            "x-source must begin with page, vendor or ours, such as `page, table 4`, `vendor: API definition` or `ours: requests are closed`.",
          location: place,
        });
      }
    }
    const without =
      isMap && !Object.hasOwn(source, "*")
        ? rules.filter((rule) => !Object.hasOwn(source, rule))
        : [];
    if (without.length > 0) {
      report({
        message: `x-source has no text for ${list(without)}: name it, or give \`*\` for the rest.`,
        location: at(),
      });
    }
  };
  return {
    Schema(schema, context) {
      const rules = SOURCED.filter((keyword) => isConstraint(keyword, schema[keyword]));
      check(schema, "A schema that constrains", rules, context);
    },
    Parameter(parameter, context) {
      check(
        parameter,
        "A parameter that is required",
        parameter.required === true ? ["required"] : [],
        context,
      );
    },
    Response(response, context) {
      check(response, "A response", ["this status"], context);
    },
  };
}

/** One error handler serves all operations, so an error that one documents, all document. */
function ErrorStatusesShared() {
  const operations = [];
  return {
    Operation({ operationId, responses }, { location }) {
      const statuses = Object.keys(responses ?? {}).filter((status) =>
        /^[45]|^default$/.test(status),
      );
      operations.push({ name: operationId, location, statuses });
    },
    Root: {
      leave(_root, { report }) {
        const documented = [...new Set(operations.flatMap(({ statuses }) => statuses))].sort();
        for (const { name, location, statuses } of operations) {
          const missing = documented.filter((status) => !statuses.includes(status));
          if (missing.length === 0) continue;
          report({
            message: `${name} lacks ${missing.join(", ")}, which other operations document: all document the same errors.`,
            location: location.child(["responses"]).key(),
          });
        }
      },
    },
  };
}

/** OpenAPI 3.1 allows some keys beside a `$ref`, but generators and mocks drop them silently. */
function RefAlone() {
  return {
    ref(ref, { report, location }) {
      for (const key of Object.keys(ref)) {
        if (key === "$ref") continue;
        report({
          message: `\`${key}\` beside a $ref is dropped by most tools: put it into the target, or write the target out.`,
          location: location.child([key]).key(),
        });
      }
    },
  };
}

/** Diff: the path matches the same URLs, but a typed caller names its parameters. */
function PathParameterRenamed() {
  const shape = (path) => path.replaceAll(/\{[^}]*\}/g, "{}");
  return {
    PathItem(change, { report }) {
      if (change.kind !== "modified" || change.property !== "key") return;
      const [before, after] = [String(change.base.value), String(change.revision.value)];
      if (shape(before) === shape(after)) {
        report({ message: `Path parameters were renamed: \`${before}\` became \`${after}\`.` });
      }
    },
  };
}

/** Diff: Redocly takes the keyword for documentation, but it refuses what passed before. */
function UniqueItemPropertiesAdded() {
  return {
    SpecExtension(change, { report, getDirections }) {
      const { revision } = change.node;
      if (change.kind !== "added" || revision.key !== "x-unique-item-properties") return;
      if (getDirections().includes("request")) {
        report({
          message: "Items of a request must now differ: x-unique-item-properties was added.",
        });
      }
    },
  };
}

/** Whether a keyword with this value refuses anything. */
function isConstraint(keyword, value) {
  if (keyword === "additionalProperties") return value !== undefined && value !== true;
  if (keyword === "uniqueItems") return value === true;
  if (keyword === "required") return Array.isArray(value) && value.length > 0;
  return value !== undefined;
}

function list(names) {
  return names.length === 1 ? names[0] : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/** Each regex of a schema with its path in the schema. */
function regexesOf(schema) {
  return [
    ...(typeof schema.pattern === "string" ? [[schema.pattern, ["pattern"]]] : []),
    ...Object.keys(schema.patternProperties ?? {}).map((key) => [key, ["patternProperties", key]]),
  ];
}

/** Whether a regex matches whole values only, in each of its alternatives. */
export function isAnchored(pattern) {
  // Within escapes, classes and groups, none of ^ $ | speaks of the whole value.
  let outline = pattern.replaceAll(/\\.|\[(?:\\.|[^\]\\])*\]/gsu, "_");
  for (let previous; previous !== outline; ) {
    previous = outline;
    outline = outline.replaceAll(/\([^()]*\)/g, "_");
  }
  return /^\^[^|]*\$$/.test(outline);
}

export default function dewPlugin() {
  return {
    id: "dew",
    rules: {
      oas3: {
        "regex-unicode": RegexUnicode,
        "regex-anchored": RegexAnchored,
        "bounds-ordered": BoundsOrdered,
        "operation-id-identifier": OperationIdIdentifier,
        "unique-item-properties": UniqueItemProperties,
        "component-used": ComponentUsed,
        "deviations-complete": DeviationsComplete,
        source: Source,
        "error-statuses-shared": ErrorStatusesShared,
        "ref-alone": RefAlone,
      },
    },
    diff: {
      oas3: {
        "path-parameter-renamed": PathParameterRenamed,
        "unique-item-properties-added": UniqueItemPropertiesAdded,
      },
    },
  };
}

import type { Oas3Rule, UserContext } from "@redocly/openapi-core";

/** Names of methods that a client has for other purposes, or that every object inherits. */
const RESERVED = new Set([
  "http",
  "close",
  "then",
  "toJSON",
  ...Object.getOwnPropertyNames(Object.prototype),
]);

export const operationIdFree: Oas3Rule = () => ({
  Operation({ operationId }, { report, location }) {
    if (operationId === undefined || !RESERVED.has(operationId)) return;
    report({
      message: `operationId \`${operationId}\` is taken: a client has a member of this name already. Say what is done to what, such as \`listTags\`.`,
      location: location.child("operationId"),
    });
  },
});

export const namesUsable: Oas3Rule = () => ({
  any(node, { report, location, type }) {
    if (typeof node !== "object" || node === null || type.name === "SpecExtension") return;
    if (!Object.hasOwn(node, "__proto__") || /example/i.test(type.name)) return;
    report({
      message: "`__proto__` cannot be a name: JavaScript gives it a meaning of its own.",
      location: location.child("__proto__"),
    });
  },
});

export const responsesDocumented: Oas3Rule = () => ({
  Operation({ responses, operationId = "this operation" }, { report, location }) {
    const statuses = Object.keys(responses ?? {}).filter((status) => !status.startsWith("x-"));
    if (statuses.length > 0) return;
    report({
      message: `${operationId} documents no response: add \`responses\` with a status, such as "204".`,
      location,
    });
  },
});

export const noContentWithoutBody: Oas3Rule = () => ({
  Responses(responses, { report, location, resolve }) {
    for (const [status, response] of Object.entries(responses)) {
      if (!/^(1..|204|205|304)$/.test(status)) continue;
      const { node } = resolve<{ content?: object }>(response as { $ref: string });
      if (node?.content === undefined) continue;
      report({
        message: `A ${status} has no body: take its \`content\` out, or use another status.`,
        location: location.child(status).key(),
      });
    }
  },
});

const MEDIA_TYPE =
  /^(\*|application|audio|font|image|message|model|multipart|text|video|x-[\w.+-]+)\/(\*|[\w!#$&^.+-]+)( *;.*)?$/i;

export const mediaTypeNames: Oas3Rule = () => ({
  MediaTypesMap(map, { report, location }) {
    for (const name of Object.keys(map)) {
      if (MEDIA_TYPE.test(name)) continue;
      const hint = /json/i.test(name) ? " Did you mean application/json?" : "";
      report({
        message: `\`${name}\` is not a media type: there is no such top-level type.${hint}`,
        location: location.child(name).key(),
      });
    }
  },
});

/** What HTTP takes for the name of a header. */
const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/;

export const headerNames: Oas3Rule = () => {
  const check = (name: unknown, { report, location }: Pick<UserContext, "report" | "location">) => {
    if (typeof name !== "string" || TOKEN.test(name)) return;
    report({
      message: `${JSON.stringify(name)} cannot be the name of a header or a cookie: use letters, digits and hyphens, such as \`X-Request-Id\`.`,
      location,
    });
  };
  const checkNamed = (
    node: { readonly in?: unknown; readonly name?: unknown },
    context: UserContext,
  ) => {
    if (node.in !== "header" && node.in !== "cookie") return;
    check(node.name, { ...context, location: context.location.child("name") });
  };
  return {
    Parameter: (parameter, context) => checkNamed(parameter, context),
    SecurityScheme(scheme, context) {
      if (scheme.type === "apiKey") checkNamed(scheme, context);
    },
    HeadersMap(headers, context) {
      for (const name of Object.keys(headers)) {
        check(name, { ...context, location: context.location.child(name).key() });
      }
    },
  };
};

export const pathParametersRequired: Oas3Rule = () => ({
  Parameter(parameter, { report, location }) {
    if (parameter.in !== "path" || parameter.required === true) return;
    report({
      message: `The path parameter \`${parameter.name}\` must say \`required: true\`: there is no path without it.`,
      location,
    });
  },
});

export const uniquePropertiesExist: Oas3Rule = () => ({
  Schema(schema, { report, location, resolve }) {
    const names = schema["x-unique-item-properties" as keyof typeof schema] as unknown;
    if (!Array.isArray(names) || !schema.items) return;
    const { node } = resolve<{ properties?: object }>(schema.items as { $ref: string });
    if (node?.properties === undefined) return;
    for (const [index, name] of names.entries()) {
      if (Object.hasOwn(node.properties, name)) continue;
      report({
        message: `The items have no property \`${name}\`; they have ${Object.keys(node.properties).join(", ")}.`,
        location: location.child(["x-unique-item-properties", index]),
      });
    }
  },
});

const UNSUPPORTED = ["$id", "$anchor", "$dynamicRef", "$dynamicAnchor", "$schema"];

export const referencesPlain: Oas3Rule = () => ({
  Schema(schema, { report, location }) {
    for (const keyword of UNSUPPORTED) {
      if (!Object.hasOwn(schema, keyword)) continue;
      report({
        message: `\`${keyword}\` is not supported: name the schema under its own key, and refer to it by $ref.`,
        location: location.child(keyword),
      });
    }
  },
});

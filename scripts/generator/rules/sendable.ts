// What OpenAPI can describe and the client cannot send.

import type { Oas3Rule, UserContext } from "@redocly/openapi-core";

/** Types that the client cannot write as text in one place of a request. */
const UNFIT: Readonly<Record<string, RegExp>> = {
  path: /^(array|object)$/,
  header: /^object$/,
  items: /^(array|object)$/,
};

interface Typed {
  readonly type?: string | readonly string[];
  readonly items?: unknown;
  readonly allOf?: readonly unknown[];
  readonly anyOf?: readonly unknown[];
  readonly oneOf?: readonly unknown[];
}

export const parametersPlain: Oas3Rule = () => ({
  // Webhooks are nothing that the client sends.
  Paths: {
    Parameter(parameter, { report, location, resolve }) {
      const { in: place = "", name, content, schema, style = "simple" } = parameter;
      const say = (key: string, message: string) =>
        report({ message, location: location.child(key) });
      if (place === "cookie") {
        say(
          "in",
          `The cookie \`${name}\` is not supported: browsers let no program send one. Use a header.`,
        );
      }
      if (place === "path" && style !== "simple") {
        say("style", `The style ${style} of \`${name}\` is not supported: in a path, use simple.`);
      }
      if (content !== undefined) {
        say(
          "content",
          `\`content\` of the parameter \`${name}\` is not supported: describe it by a \`schema\`.`,
        );
      }
      const node = (one: unknown) => resolve<Typed>(one as { $ref: string }).node ?? {};
      const typesOf = (one: unknown, depth = 0): string[] => {
        const { type = [], allOf = [], anyOf = [], oneOf = [] } = depth < 9 ? node(one) : {};
        const parts = [...allOf, ...anyOf, ...oneOf].flatMap((part) => typesOf(part, depth + 1));
        return [type, parts].flat(2) as string[];
      };
      const check = (one: unknown, where: string, what: string) => {
        const types = typesOf(one);
        const [type] = types;
        if (type === undefined || !types.every((each) => UNFIT[where]?.test(each))) return;
        say("schema", `${what} \`${name}\` cannot be an ${type}: use text, a number or a boolean.`);
      };
      if (schema === undefined) return;
      check(schema, place, `The ${place} parameter`);
      check(node(schema).items ?? {}, "items", "An item of the parameter");
    },
  },
});

export const serversShared: Oas3Rule = () => {
  const check = (
    { servers }: { readonly servers?: unknown },
    { report, location }: Pick<UserContext, "report" | "location">,
  ) => {
    if (servers === undefined) return;
    report({
      message: "`servers` of one path are not supported: all operations share the document's.",
      location: location.child("servers").key(),
    });
  };
  return {
    Paths: {
      PathItem: (item, context) => check(item, context),
      Operation: (operation, context) => check(operation, context),
    },
  };
};
